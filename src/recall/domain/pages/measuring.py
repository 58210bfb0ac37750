"""The language and the length of a text."""

import re

from recall.domain.lists.guessing.languages import language_of

_SAMPLE = 500
"""Characters at the middle of a text that tell its language: at its beginning is often a menu."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]")
_CHARACTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_CODE = re.compile(r"[a-z]{2}(?![a-z])")

_CHARACTERS_A_WORD = {"ja": 2, "th": 5}
"""Languages that are written without spaces."""

_LATIN = ("en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "sv")
"""Languages that are told by small words, so that a page knows better."""


def measured(text: str, said: str = "") -> tuple[str | None, int | None]:
    """Return the language and the length of a text; None and None if there is none.

    The length is in characters for Chinese, with foreign words as one each, and in words else.
    said is what the page says of its language, such as `en-US`: the script of the text wins.
    """
    words = len(_WORD.findall(text))
    if not words:
        return None, None
    language = _language(text, said)
    if language == "zh":
        han = len(_HAN.findall(text))
        return language, han + len(_WORD.findall(_HAN.sub(" ", text)))
    if language in _CHARACTERS_A_WORD:
        characters = len(_CHARACTER.findall(text))
        return language, max(1, characters // _CHARACTERS_A_WORD[language])
    return language, words


def _language(text: str, said: str) -> str:
    middle = max(0, (len(text) - _SAMPLE) // 2)
    told = language_of(None, " ".join(text[middle : middle + _SAMPLE].split()))
    code = _CODE.match(said.strip().lower())
    if told in _LATIN and code and code[0] not in ("zh", "ja", "ko"):
        return code[0]
    return told
