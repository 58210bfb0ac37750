"""Finds the end of a bare URL in running text."""

import re
from collections.abc import Iterator

from recall.lazy_regex import lazy_regex

# A URL ends at white space, at quotes and brackets that it cannot contain, and at CJK
# punctuation, which no site leaves unencoded. `々` and `〇` are letters; a `[…]` pair may be a
# query key; a backslash may only escape markdown characters, as exporters do.
_CHAR = (
    r"[^\s<>\[\]\"`\\|^\u2014\u2018-\u201f\u2026\u3000-\u3004\u3006\u3008-\u303f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_RUN = lazy_regex(rf"(?:{_CHAR}|\[{_CHAR}*\]|\\[_*~#&()-])+")
_ESCAPE = re.compile(r"\\([_*~#&()-])")
_HAN = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_PATH_OF_WORDS = re.compile(r"/(?:wiki|item|zh(?:-\w+)?)/[^/]*$")
_NAME = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}"
_OF_NO_FILE = "com|net|edu|gov|io|app|dev|ai|cn"
_SITE = rf"{_NAME}(?:{_OF_NO_FILE}|org|me|co|uk|de|fr|eu|ch|nl|jp|kr|tw|ru|xyz|tech)/"
HOST = re.compile(rf"(?i)(?!readme\.)(?:{_SITE}|{_NAME}(?:{_OF_NO_FILE})\Z)")
"""A host without a scheme; GitHub takes it for a file of the list, and no person means that."""

_BEGIN = lazy_regex(rf"(?i)(?:https?://|www\.)[^\W_]|{_SITE}|{_NAME}(?:{_OF_NO_FILE}|org)\Z")
_TRAILING = "?!.,:;*~'\""
_CLOSERS = {")": "(", "}": "{"}

_WITHOUT_SCHEME = lazy_regex(
    rf"(?i)(?<![\w/.@-])(?<![a-z0-9_]:)(?:www\.(?=[^\W_])|{_SITE}(?=[^\W_]))"
    r"|(?P<label>[地网網]址|官[网網]|主[页頁]|链接|\b(?:website|homepage|home page|url|link))"
    rf"\s?[:：]\s?(?={_NAME}(?:{_OF_NO_FILE}|org)\b/?(?![\w@/-]|\.\w))"
)
SCHEME = re.compile(r"(?i)(?<![a-z0-9])https?\Z")


def without_scheme(text: str) -> Iterator[int]:
    """Yield where a URL without a scheme begins: `www.`, or a host with a path after it.

    A host alone counts after a label: `Website: example.org`.
    """
    if "." in text and ("/" in text or ":" in text or "：" in text or "www." in text.lower()):
        for found in _WITHOUT_SCHEME.finditer(text):
            yield found.end() if found["label"] else found.start()


def match(text: str, start: int) -> str:
    """Return the raw text of the URL that starts at `start`, or "" if there is none.

    An underscore at its end is of the URL, unless one stands before it.
    """
    run = _RUN.match(text, start)
    if run is None:
        return ""
    url = _before_stray_closer(run.group())
    emphasis = "_" if text[start - 1 : start] == "_" else ""
    url = _before_prose(url).rstrip(_TRAILING + emphasis)
    return url if _BEGIN.match(url) else ""


def unescape(raw: str) -> str:
    """Return the URL of the raw text, without markdown's escapes and `&amp;`."""
    return _ESCAPE.sub(r"\1", raw).replace("&amp;", "&")


def _before_stray_closer(url: str) -> str:
    """Cut at the first closing bracket without an opening one: it belongs to the sentence."""
    opened = dict.fromkeys(_CLOSERS.values(), 0)
    for index, char in enumerate(url):
        if char in opened:
            opened[char] += 1
        elif char in _CLOSERS:
            opened[_CLOSERS[char]] -= 1
            if opened[_CLOSERS[char]] < 0:
                return url[:index]
    return url


def _before_prose(url: str) -> str:
    """Cut Han text that follows the URL, but keep Han text that is part of it.

    Chinese needs no space after a URL. Han text right after a letter or digit
    (`…/1706.03762这篇`) is the sentence; after a delimiter (`/wiki/注意力`, `?q=词`) it is the
    path. Wiki pages may also have letters followed by Han text (`Transformer模型`).
    """
    han = _HAN.search(url)
    if han is None or not url[: han.start()][-1:].isalnum():
        return url
    before = url[: han.start()]
    return url if _PATH_OF_WORDS.search(before) else before
