"""The status of a row of a table: which cell it is, and the word for read in it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from recall.formats.markdown.editing.signs import Signs, is_tick, sign_in, with_tick, without_tick
from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.tables.heads import role_of_head
from recall.formats.markdown.tables.statuses import noes, status_of

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-]+")
_READ_FOR = {
    "todo": "done",
    "unread": "read",
    "to read": "read",
    "no": "yes",
    "n": "y",
    "false": "true",
    "未读": "已读",
    "待读": "已读",
    "未看": "已看",
    "待看": "已看",
    "未完成": "已完成",
    "在读": "已读",
    "否": "是",
    "⬜": "✅",
    "☐": "☑",
    "❌": "✅",
    "✗": "✓",
    "✘": "✔",
    "🔴": "🟢",
}
_UNREAD_FOR = {read: word for word, read in reversed(_READ_FOR.items())} | {"✅": ""}
_BOXED = re.compile(r"\s*[\[［【]")
_PERCENT = re.compile(r"\d{1,3}(\s?[%％])")
_RATIO = re.compile(r"\d{1,4}(\s?/\s?)(\d{1,4})")


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


class Rows(NamedTuple):
    """A table: the row of its heads, "" if it has none, and the rows below."""

    head: str
    below: Sequence[str]


def is_row(line: str) -> bool:
    """Return whether a line can be a row of a table."""
    return _PIPE.search(line) is not None


def cells(line: str) -> list[_Cell]:
    """Return the cells of a row, with where they stand in the line."""
    starts = [0, *(bar.end() for bar in _PIPE.finditer(line))]
    ends = [*(bar.start() for bar in _PIPE.finditer(line)), len(line)]
    found = [_Cell(at, end, line[at:end]) for at, end in zip(starts, ends, strict=True)]
    if not found[0].text.strip(" \t>"):
        found = found[1:]
    return found[:-1] if found and not found[-1].text.strip() else found


def status_column(table: Rows) -> int | None:
    """Return which cell of the rows of a table says whether it is read; None if none does.

    If none of them says anything yet, its head tells.
    """
    votes: Counter[int] = Counter()
    for row in table.below:
        for index, cell in enumerate(cells(row)):
            if _said(cell.text) is not None:
                votes[index] += 1
    if votes:
        return votes.most_common(1)[0][0]
    heads = [role_of_head(cell.text.strip()) for cell in cells(table.head)]
    return heads.index("status") if "status" in heads else None


def with_status(line: str, table: Rows, usual: Signs, *, read: bool) -> str | None:
    """Return a row whose status says read, or unread; None if no cell can say so.

    The word is the one that the other rows of its table have.
    """
    column, found = status_column(table), cells(line)
    if column is None or column >= len(found):
        return None
    cell = found[column]
    if sign_in(cell.text, from_start=False) is not None and _BOXED.match(cell.text):
        new = (with_tick if read else without_tick)(cell.text, usual)
    else:
        new = _worded(cell.text, _column(column, table), read=read)
    return None if new is None else line[: cell.start] + new + line[cell.end :]


def word_in(column: int, table: Rows, *, read: bool) -> str:
    """Return the word for read, or unread, that a column of a table mostly has; "" if none."""
    return (_worded("", _column(column, table), read=read) or "").strip()


def _column(index: int, table: Rows) -> list[str]:
    """Return the cells of a column; rows that are blank as a whole have none."""
    rows = [[cell.text for cell in cells(row)] for row in table.below]
    return [row[index] for row in rows if index < len(row) and any(map(str.strip, row))]


def table_around(lines: Sequence[str], number: int) -> Rows:
    """Return the table that a line, by its number from 1, is a row of."""
    first = last = number - 1
    while first > 0 and is_row(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and is_row(lines[last + 1]):
        last += 1
    rule = next((at for at in range(first, last) if _RULE.fullmatch(lines[at])), first - 1)
    head = lines[rule - 1] if rule > first else ""
    return Rows(head, lines[rule + 1 : last + 1])


def _said(text: str) -> Box:
    sign = sign_in(text, from_start=False)
    if sign is not None and _BOXED.match(text):
        return "read" if is_tick(sign) else "unread"
    return status_of(text)


def _worded(text: str, column: Sequence[str], *, read: bool) -> str | None:
    word = text.strip()
    wanted: Box = "read" if read else "unread"
    if read and (found := _PERCENT.fullmatch(word)):
        return text.replace(word, f"100{found[1]}")
    if read and (found := _RATIO.fullmatch(word)):
        return text.replace(word, f"{found[2]}{found[1]}{found[2]}")
    no = noes(column)
    told = Counter(cell.strip() for cell in column if status_of(cell, no=no) == wanted)
    words = _READ_FOR if read else _UNREAD_FOR
    new = told.most_common(1)[0][0] if told else _cased(words.get(word.casefold()), word)
    if new is None:
        new = "✅" if read and not word else None
    if new is None or not word:
        return new and f" {new} "
    return text.replace(word, new, 1)


def _cased(word: str | None, like: str) -> str | None:
    if word is None or like.islower():
        return word
    return word.upper() if like.isupper() and len(like) > 1 else word.capitalize()
