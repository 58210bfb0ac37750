"""How many terminal columns a text takes, and cutting, padding and wrapping it by them.

Every function takes text without control characters, as `safe.plain` leaves it. East Asian
"ambiguous" characters count as one column, as they do in terminals by default.
"""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"
_JOINER = "\u200d"

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


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be split: a character with its marks, one whole emoji."""
    found = []
    at = 0
    while at < len(text):
        end = _cluster_end(text, at)
        found.append(text[at:end])
        at = end
    return found


def _line_end(text: str, start: int, columns: int) -> int:
    """Where the line that begins at `start` ends: at its last good break, or where it is full."""
    full = max(_fitting_end(text, start, columns), _cluster_end(text, start))
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
    if before in _NEVER_LAST or after in _NEVER_FIRST or _continues(text, at):
        return False
    return _is_wide(before) or _is_wide(after)


def _fitting_end(text: str, start: int, columns: int) -> int:
    """Where the longest piece that begins at `start` and fits ends. Reads no further than that."""
    if text.isascii():
        return min(len(text), start + columns)
    at = start
    while at < len(text):
        end = _cluster_end(text, at)
        columns -= _cluster_width(text[at:end])
        if columns < 0:
            break
        at = end
    return at


def _cluster_end(text: str, start: int) -> int:
    at = start + 1
    if _is_regional(text[start]) and at < len(text) and _is_regional(text[at]):
        at += 1  # two make a flag
    while at < len(text) and _continues(text, at):
        at += 1
    return at


def _continues(text: str, at: int) -> bool:
    """Whether the character belongs to the one before it.

    A subset of Unicode's grapheme clusters (UAX #29): marks, emoji modifiers and joiners, tags,
    and the vowels and final consonants of Hangul.
    """
    char = text[at]
    if text[at - 1] == _JOINER:
        return True
    if char < "\u0300" or "\u2e80" <= char <= "\u3029" or "\u3400" <= char <= "\u9fff":
        return False
    return (
        char == _JOINER
        or unicodedata.category(char)[0] == "M"
        or _is_modifier(char)
        or "\U000e0020" <= char <= "\U000e007f"
        or _is_inner_jamo(char)
    )


def _cluster_width(cluster: str) -> int:
    alone = _ALONE[cluster] if len(cluster) == 1 else None
    if alone is not None:
        return alone
    from wcwidth import wcswidth  # 10 times unicodedata's price: for the few texts that need it

    return max(0, wcswidth(cluster))


def _needs_tables(char: str) -> bool:
    """Whether unicodedata cannot tell its width: a mark, hidden, newer than this Python, jamo."""
    return (
        unicodedata.category(char) in ("Mn", "Mc", "Me", "Cc", "Cf", "Cs", "Cn")
        or _is_regional(char)
        or _is_modifier(char)
        or _is_inner_jamo(char)
    )


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_modifier(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_inner_jamo(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"


class _Alone(dict[str, int | None]):
    """The width of each character met so far; None where its neighbors or tables decide."""

    def __missing__(self, char: str) -> int | None:
        """Ask Unicode, once for each character."""
        columns = None if _needs_tables(char) else 2 if _is_wide(char) else 1
        self[char] = columns
        return columns


_ALONE = _Alone()
