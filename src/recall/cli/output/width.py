"""How many terminal columns a text takes, and cutting, padding and wrapping it by them.

Every function takes text without control characters, as `plain_text.plain` leaves it. East Asian
"ambiguous" characters count as one column, as they do in terminals by default.
"""

from __future__ import annotations

import unicodedata

from recall.domain.text.graphemes import cluster_end, clusters, continues, is_partial

_ELLIPSIS = "…"

# A line of Chinese or Japanese neither begins with the first nor ends with the second.
_NEVER_FIRST = frozenset("。，、．；：？！）］｝】》〉」』〕〗”’…·—～ー々,.;:?!)]}%")
_NEVER_LAST = frozenset("（［｛【《〈「『〔〖“‘([{")


def width(text: str) -> int:
    """Columns the text takes: 2 for a wide character or an emoji, 0 for a combining mark."""
    if text.isascii():
        return len(text)
    alone = [_ALONE[char] for char in text]
    if None not in alone:
        return sum(filter(None, alone))
    return sum(map(_cluster_width, clusters(text)))


def clip(text: str, columns: int) -> str:
    """The text in at most so many columns; where something is cut, '…' says so."""
    if columns <= 0:
        return ""
    if _fitting_end(text, 0, columns) == len(text):
        return text
    return text[: _fitting_end(text, 0, columns - 1)].rstrip() + _ELLIPSIS


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill up with spaces; `right` moves the text to the right edge. Never cuts."""
    blank = " " * (columns - width(text))
    return blank + text if right else text + blank


def wrap(text: str, columns: int) -> list[str]:
    """One or more lines of at most so many columns (one character is the least a line holds).

    English breaks at spaces, Chinese between characters but not before closing or after opening
    punctuation; a word longer than a line is cut.
    """
    text = text.strip(" ")
    found = []
    start = 0
    while start < len(text):
        end = _line_end(text, start, columns)
        found.append(text[start:end].rstrip())
        start = end
        while text.startswith(" ", start):
            start += 1
    return found or [""]


def _line_end(text: str, start: int, columns: int) -> int:
    """Where the line that begins at `start` ends: at its last good break, or where it is full."""
    full = max(_fitting_end(text, start, columns), cluster_end(text, start))
    if full == len(text):
        return full
    for end in range(full, start, -1):
        if _may_break(text, end):
            return end
    return full


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if " " in (before, after):
        return True
    if before in _NEVER_LAST or after in _NEVER_FIRST or continues(text, at):
        return False
    return _is_wide(before) or _is_wide(after)


def _fitting_end(text: str, start: int, columns: int) -> int:
    """Where the longest piece that begins at `start` and fits ends. Reads no further than that."""
    if text.isascii():
        return min(len(text), start + columns)
    at = start
    while at < len(text):
        end = cluster_end(text, at)
        columns -= _cluster_width(text[at:end])
        if columns < 0:
            break
        at = end
    return at


def _cluster_width(cluster: str) -> int:
    alone = _ALONE[cluster] if len(cluster) == 1 else None
    if alone is not None:
        return alone
    from wcwidth import wcswidth  # 10 times unicodedata's price: for the few texts that need it

    return max(0, wcswidth(cluster))


def _needs_tables(char: str) -> bool:
    """Whether unicodedata cannot tell its width: a mark, hidden, newer than this Python, jamo."""
    return unicodedata.category(char) in ("Mn", "Mc", "Me", "Cc", "Cf", "Cs", "Cn") or is_partial(
        char
    )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


class _Alone(dict[str, int | None]):
    """The width of each character met so far; None where its neighbors or tables decide."""

    def __missing__(self, char: str) -> int | None:
        """Ask Unicode, once for each character."""
        columns = None if _needs_tables(char) else 2 if _is_wide(char) else 1
        self[char] = columns
        return columns


_ALONE = _Alone()
