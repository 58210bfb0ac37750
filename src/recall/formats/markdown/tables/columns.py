"""The columns of a table: their roles, by their heads, and by what stands in them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recall.domain.library.resource import LinkRole
from recall.domain.lists.link_text import says_something
from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.links import refusal
from recall.formats.markdown.marks.boxes import take_box
from recall.formats.markdown.marks.dates import take_dates
from recall.formats.markdown.marks.durations import minutes_of
from recall.formats.markdown.tables.endings import with_days
from recall.formats.markdown.tables.heads import ColumnRole, role_of_head, says_nothing
from recall.formats.markdown.titles import clean
from recall.formats.markdown.works.mentions import (
    Mention,
    is_wrapped,
    mentions,
    name_of_refused,
)
from recall.formats.markdown.works.people import are_people
from recall.lazy_regex import lazy_regex

ROLES_OF_LINKS: dict[ColumnRole, LinkRole] = {
    "author": "person",
    "paper": "paper",
    "code": "code",
    "video": "video",
    "slides": "slides",
    "discussion": "discussion",
}
"""What links are in a column of this role, if their own text and address do not say it."""

_TITLES: dict[ColumnRole, tuple[int, int]] = {
    "title": (9, 9),
    "work": (8, 6),
    "works": (5, 2),
    "name": (8, 4),
    "unknown": (7, 2),
    "link": (3, 0),
    "video": (3, 0),
    "paper": (3, 0),
    "code": (3, 0),
    "slides": (3, 0),
    "labels": (6, 1),
    "description": (6, 1),
    "other": (3, 0),
    "note": (3, 0),
}
"""How good a column is for titles: where its links have titles, and where it has only text."""

_HOUR = re.compile(r"\s*(?:[01]?\d|2[0-3])[:.h][0-5][05]\s*(?:$|[-–—]|[aApP]\.?[mM])")
_FEW = 2

_TIME = re.compile(r"(?i)\btime\b|时间|時間|zeit|heure|hora\b|время")
_YEAR = lazy_regex(r"(?i)\b(?:year|released?|jahr|ann[ée]e|a[ñn]o|anno|год)\b|年份|上映")
_SAMPLE = 200
"""Rows that are looked at; a column is alike all the way down."""


class Columns(NamedTuple):
    """The roles of the columns of a table, with the head of each, and which holds the titles.

    grid: the heads say nothing of the columns, and several hold links with titles.
    """

    heads: tuple[str, ...]
    roles: tuple[ColumnRole, ...]
    title: int | None
    grid: bool

    def role(self, index: int) -> ColumnRole:
        """Return the role of a column; rows may be longer than the head."""
        return self.roles[index] if index < len(self.roles) else "unknown"

    @property
    def names_titles(self) -> bool:
        """Whether the heads say that it holds titles: `Book`, or `Name` beside `Author`, `Year`."""
        role = self.roles[self.title] if self.title is not None else "unknown"
        of_works = "author" in self.roles or any(map(_YEAR.search, self.heads))
        return role in {"title", "work"} or (role == "name" and of_works)

    def link_role(self, index: int) -> LinkRole | None:
        """Return what links in a column are, None if they may be works of their own."""
        role = self.role(index)
        if index == self.title:
            return None
        titled = self.title is not None and self.role(self.title) == "title"
        own = role == "works" or (role == "work" and not titled)
        return (
            None if own or (role == "unknown" and self.grid) else ROLES_OF_LINKS.get(role, "page")
        )


class _Content(NamedTuple):
    """What stands in a column: counts of cells. telling: links whose title is no label either."""

    linked: int
    titled: int
    telling: int
    texts: int
    marks: int
    filled: int
    durations: int
    hours: int
    days: int
    people: bool


def columns(heads: Sequence[str], rows: Sequence[Sequence[MarkdownLine]]) -> Columns:
    """Find out what the columns of a table are."""
    sample = rows[:_SAMPLE]
    count = max((len(heads), *map(len, sample)))
    names = [*map(clean, heads), *([""] * (count - len(heads)))]
    cells: list[list[MarkdownLine]] = [[] for _ in names]
    for row in sample:
        for index, cell in enumerate(row):
            cells[index].append(cell)
    contents = [_content(column) for column in cells]
    roles = [_role(*each) for each in zip(names, contents, strict=True)]
    roles = with_days(names, roles, cells)
    roles = _with_marks(names, roles, contents)
    roles = _with_states(roles, contents)
    scores = [_score(*each) for each in zip(roles, contents, strict=True)]
    scores = _over_topics(roles, _before_readings(roles, scores))
    best = max(range(count), key=lambda index: (scores[index], -index), default=None)
    title = best if best is not None and scores[best] > (0, 0) else None
    known = title is not None and roles[title] != "unknown"
    return Columns(tuple(names), tuple(roles), title, grid=not known)


def _role(name: str, content: _Content) -> ColumnRole:
    role = role_of_head(name)
    if role == "link" and content.texts and not content.linked:
        return "name"  # `Source` above texts
    if role == "title" and not content.linked and 2 * content.texts <= content.filled > _FEW:
        return "other"  # the name of a section, again in each of its rows
    if role in {"status", "works"}:
        return _role_by_marks(name, role, content)
    if _TIME.search(name) and 1 < content.filled == content.hours:
        return "other"  # of a day: `Time` above 9:00 and 10:30
    return _by_content(role, content) if role in {"unknown", "name"} else role


def _by_content(role: ColumnRole, content: _Content) -> ColumnRole:
    """Return the role of a column whose head does not say what it holds."""
    if content.people:
        return "author"
    timed = content.durations and content.durations == content.filled
    return "duration" if role == "unknown" and timed else role


def _role_by_marks(name: str, role: ColumnRole, content: _Content) -> ColumnRole:
    """Tell readings from their status by what stands below a head: `Reading` may be both."""
    if role == "works":
        return "status" if not content.linked and 2 * content.marks > content.filled else role
    is_reading = name.strip().casefold() == "reading" and content.texts > content.marks
    if content.titled or is_reading:
        return "works"  # `Reading` above links, or above titles beside their links
    if 0 < content.filled == content.days and not content.marks:
        return "other"  # `Started` above days
    return "other" if content.texts and not content.marks else role


def _with_marks(
    names: list[str], roles: list[ColumnRole], contents: list[_Content]
) -> list[ColumnRole]:
    """Take a column without a name that holds marks for the status, if there is one of it."""
    marked = [
        index
        for index, content in enumerate(contents)
        if content.marks and content.marks * 2 >= content.filled and says_nothing(names[index])
    ]
    if "status" not in roles and len(marked) == 1:
        roles[marked[0]] = "status"
    return roles


def _with_states(roles: list[ColumnRole], contents: list[_Content]) -> list[ColumnRole]:
    """Take a column of notes for the status if it has little else: `Complete!`, `In progress`."""
    if "status" in roles:
        return roles
    return [
        "status" if role == "note" and 0 < 3 * content.filled <= 4 * content.marks else role
        for role, content in zip(roles, contents, strict=True)
    ]


def _before_readings(
    roles: list[ColumnRole], scores: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Prefer the topics of a course, which have slides or a video, to what is read for them."""
    if {"slides", "video"}.isdisjoint(roles):
        return scores
    text, topic = _TITLES["work"][1], _TITLES["name"][1]
    return [(text, count) if score == topic else (score, count) for score, count in scores]


def _over_topics(roles: list[ColumnRole], scores: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Prefer the names of resources, which have a column of links, to the topics beside them."""
    if "link" not in roles:
        return scores
    text, topic = _TITLES["works"][1], _TITLES["name"][1]
    return [
        (topic + 1, score[1]) if role == "works" and score[0] == text else score
        for role, score in zip(roles, scores, strict=True)
    ]


def _content(cells: list[MarkdownLine]) -> _Content:
    hours = days = linked = titled = telling = marks = filled = durations = 0
    firsts: list[Mention] = []
    texts: set[str] = set()
    for cell in cells:
        filled += bool(cell.pieces)
        marks += is_mark(cell)
        durations += minutes_of(cell.text) is not None
        hours += _HOUR.match(cell.text) is not None
        days += take_dates(f"✅ {cell.text}", ticked=True).read_on is not None
        links = mentions(cell.pieces)
        first = next((each for each in links if not each.is_credited), None)
        linked += first is not None
        if first is not None and _begins_cell(first, links):
            titled += first.titled or first.names_itself
            telling += not first.weak
            firsts.append(first)
        text = "".join(piece.text for piece in texts_of(cell)).strip()
        if says_something(text):
            texts.add(text)
    if titled * 2 < linked:
        titled = telling = 0
    return _Content(
        linked=linked,
        titled=titled,
        telling=telling,
        texts=len(texts),
        marks=marks,
        filled=filled,
        durations=durations,
        hours=hours,
        days=days,
        people=bool(firsts) and are_people(firsts),
    )


def texts_of(cell: MarkdownLine) -> list[TextPiece]:
    """Return the texts of a cell, with those of links that lead nowhere: `[A title]()`."""
    return [
        piece if isinstance(piece, TextPiece) else TextPiece(name_of_refused(piece))
        for piece in cell.pieces
        if isinstance(piece, TextPiece) or refusal(piece)
    ]


def _begins_cell(first: Mention, links: Sequence[Mention]) -> bool:
    """Return whether a link stands before all text that says something, and in no brackets."""
    before = links[: links.index(first) + 1]
    return not is_wrapped(first) and not any(says_something(each.gap) for each in before)


def is_mark(cell: MarkdownLine) -> bool:
    """Return whether a cell holds a mark or a word of the status."""
    from recall.formats.markdown.tables.statuses import status_of

    return take_box(cell)[0] is not None or status_of(cell.text) is not None


def _score(role: ColumnRole, content: _Content) -> tuple[int, int]:
    linked, written = _TITLES.get(role, (0, 0))
    titled = content.titled if role in {"title", "work", "name"} else content.telling
    if role == "unknown" and 2 * titled < content.texts:
        titled = 0  # a few links among texts
    if titled and linked:
        return linked, titled
    return (written, content.texts) if content.texts and written else (0, 0)
