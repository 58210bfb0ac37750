"""A text without the remark behind its title: `A film (1979, Ann Lee) wrong one`, `… (via Ann)`."""

from recall.domain.lists.link_text import says_something
from recall.lazy_regex import lazy_regex

_YEAR = r"(?:1[89]|20)\d\d"
_NO_MONTH = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)"
_MADE = lazy_regex(
    rf"(?<=\S)\s?[(](?:{_YEAR},\s{_NO_MONTH}[^\W\d_a-z][^()]{{2,60}}|[^\W\d_a-z][^()\d]{{2,60}},\s{_YEAR}"
    rf"|[^\W\d_a-z][^()]{{2,60}}\set\sal\.?,?\s[^()]{{0,30}}{_YEAR})[)]"
)
"""When a work came out and who made it, in brackets; what follows is said of it."""

_DATED = lazy_regex(
    rf"(?<=\S)\s?[(](?:(?:ca|c)\.\s?)?{_YEAR}[)][,;]?\s+(?=[a-zà-ÿ])(?!(?:and|or|und|et|y|e)\b)[^\n]*\Z"
)
"""A year in brackets, and a remark in small letters: `(1979), dir. Ann Lee`."""

_PLACE = lazy_regex(
    r"(?<=\S),\s(?:chs?|chaps?|chapters?|pp?|pages?|Kap|cap|chap)\.?\s\d[\d\s,–-]*(?:\s-\s[^\n]*)?\Z"
)
"""What of a book is to be read: `, ch. 5, 7`."""

_LENGTH = lazy_regex(
    r"(?<=\S)\s\d{1,4}\s?(?:h|hrs?|hours|mins?|minutes|horas|Std)\s*\Z"
    r"|(?<=\S)\s[-–—]\s\d+\s?(?:mins?|minutes|h|hrs?|hours|pages|pp|分钟|分鐘|小时|時間|분|시간)\b[^\n]*\Z"
)
"""How long it takes."""

_ASIDE = lazy_regex(
    r"(?<=\S)\s[(](?:via|in|from|thanks to|h/t|for|see|my|free|re-?read|read by|translated|not)\s"
    r"[^()]{2,60}[)]\s*\Z"
    r"|(?<=\S)\s?[(（](?:不?推荐|强推|必读|选读|在读|没看|未读|重读|二刷)[^()（）]{0,30}[)）]\s*\Z"
    r"|(?<=\S)\s?[(](?:ch(?:apters?|aps?)?\.?\s?\d[\d–,\s-]*|\d{1,2}장"
    r"|第?[\d一二三四五六七八九十]{1,3}[章节])[)]\s*\Z"
)
"""A remark in brackets that begins in a small letter, or the chapters that are to be read."""

_REMARK = lazy_regex(r"(?<=\S)\s--\s+(?=[a-zà-ÿ])(?=\S+\s\S)[^\n]*\Z")
"""What somebody says of a work behind two hyphens, in a small letter."""

_AFTER_VENUE = lazy_regex(
    rf"(?<=\S)\s?[(（][A-Z][A-Za-z&]*[A-Z][A-Za-z]*\s?{_YEAR}[)）]\s+(?=[^\W\d_A-Z])[^\n]*\Z"
)
"""A venue in brackets, and a remark behind it: `A title (ECCV 2018) not explained yet`."""


_SIGNS = lazy_regex(r"[(（]|\s--\s|\s\d+\s?[hm]|\s[-–—]\s\d|,\s\w+\.?\s\d")


def without_remark(text: str) -> str:
    """Return the text before a remark, or all of it if nothing is said before."""
    for form in (_MADE, _DATED, _AFTER_VENUE, _ASIDE, _REMARK, _PLACE, _LENGTH):
        found = form.search(text) if _SIGNS.search(text) else None
        if found and says_something(text[: found.start()]):
            text = text[: found.start()]
    return _closed(text)


def _closed(text: str) -> str:
    """Return a text without a bracket at its end that nothing closes: `A title (a story, `."""
    opened = text.rfind("(")
    if opened <= text.rfind(")") or not says_something(text[:opened]):
        return text
    return text[:opened].rstrip()
