"""How many terminal columns a text takes, and cutting and wrapping it by them.

Every function takes text without control characters, as `plain` leaves it. East Asian
"ambiguous" characters count as one column, as they do in terminals by default.
"""

import unicodedata
from functools import cache

from recall.domain.text.graphemes import graphemes, stands_apart

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing loads re, which no command needs to print
    from collections.abc import Sequence

_ELLIPSIS = "…"

_AT_ONCE = 256
"""Characters that wcwidth measures at once; its time grows with the square of a run of flags."""

# A line of Chinese or Japanese never begins with the first set or ends with the second.
_NEVER_FIRST = frozenset("。，、．；：？！）］｝】》〉」』〕〗”’…·—～ー々,.;:?!)]}%")
_NEVER_LAST = frozenset("（［｛【《〈「『〔〖“‘([{")


def width(text: str) -> int:
    """Return the columns that the text takes: 2 for a wide character or an emoji, 0 for a mark."""
    if text.isascii():
        return len(text)
    columns = [_columns(char) for char in text]
    if None not in columns:
        return sum(filter(None, columns))
    import wcwidth

    if len(text) <= _AT_ONCE:
        return wcwidth.width(text)
    pieces = graphemes(text)
    chunks = range(0, len(pieces), _AT_ONCE)
    return sum(wcwidth.width("".join(pieces[start : start + _AT_ONCE])) for start in chunks)


def clip(text: str, columns: int) -> str:
    """Return the text cut to at most `columns`; if it is cut, it ends with '…'."""
    if columns <= 0:
        return ""
    if width(text) <= columns:
        return text
    pieces = graphemes(text)
    end = _full(pieces, 0, columns, ending=_ELLIPSIS)
    return "".join(pieces[:end]).rstrip() + _ELLIPSIS


def wrap(text: str, columns: int) -> list[str]:
    """Return the text in lines of at most `columns`, but at least one character each.

    English breaks at spaces, Chinese between characters but not before closing or after opening
    punctuation; a word longer than a line is cut. Empty text gives one empty line.
    """
    pieces = graphemes(text.strip(" "))
    found = []
    start = 0
    while start < len(pieces):
        end = _line_end(pieces, start, columns)
        found.append("".join(pieces[start:end]).rstrip())
        start = end
        while start < len(pieces) and pieces[start] == " ":
            start += 1
    return found or [""]


def _line_end(pieces: "Sequence[str]", start: int, columns: int) -> int:
    """Return where the line ends: at its last good break, or else where it is full."""
    full = max(_full(pieces, start, columns), start + 1)
    if full == len(pieces):
        return full
    for end in range(full, start, -1):
        if _may_break(pieces[end - 1][-1], pieces[end][0]):
            return end
    return full


def _may_break(before: str, after: str) -> bool:
    if " " in (before, after):
        return True
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return _is_wide(before) or _is_wide(after)


def _full(pieces: "Sequence[str]", start: int, columns: int, ending: str = "") -> int:
    """Return where the longest run of pieces ends that fits together with an ending."""
    end = start
    left = columns - width(ending)
    while end < len(pieces) and (left := left - width(pieces[end])) >= 0:
        end += 1
    # Text can be wider than its pieces: a vowel of Burmese takes a column after a letter only.
    while end > start and width("".join(pieces[start:end]) + ending) > columns:
        end -= 1
    return end


@cache
def _columns(char: str) -> int | None:
    """Return the width of a character; None if it may depend on its neighbors."""
    if not stands_apart(char):
        return None
    return 2 if _is_wide(char) else 1


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
