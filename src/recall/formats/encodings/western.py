"""Windows-1252, which spreadsheets and old editors write, where it can be told for sure.

Nearly all bytes are characters in it. But letters of other alphabets become runs of accents, those
of Central Europe become signs that stand in no Western word, and damaged UTF-8 still has whole
characters in it.
"""

import re
from codecs import decode

from recall.domain.lists.guessing.languages import small_words

_SHARED = "’‘“”„–—…•€«»°§©®±·äÄöÖüÜßéÉáÁíÍóÓúÚçÇëËîÎôÔâÂ\u00a0"
"""What has the same byte in the code pages of Western and Central Europe."""

_WESTERN = frozenset(f"{_SHARED}™£¡¿ºªàÀèÈêÊïÏñÑãÃõåÅæÆøØùÙûÛòìœŒ")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_LETTERS = re.compile(r"[^\W\d_\x00-\x7f]+")
_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[¿¡ºª](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_RUN = 2
_ENOUGH_WORDS = 3
_LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl", "sv")


def western(data: bytes) -> str | None:
    """Return the text of bytes in Windows-1252; None if they may be in another encoding."""
    if _UTF8.search(data):
        return None
    try:
        text = decode(data, "cp1252")
    except UnicodeDecodeError:
        return None
    signs = {sign for sign in text if sign > "\x7f"}
    if not signs <= _WESTERN or _IN_A_WORD.search(text):
        return None
    if any(len(run) > _LONGEST_RUN for run in _LETTERS.findall(text)):
        return None
    return text if signs <= set(_SHARED) or _is_western(text) else None


def _is_western(text: str) -> bool:
    """Return whether a text has enough small words of Western languages."""
    known = small_words(_LANGUAGES)
    return sum(word in known for word in _WORD.findall(text.lower())) >= _ENOUGH_WORDS
