"""What the columns of a table are: by their names, or else by what they hold."""

import re
from collections.abc import Callable, Iterable, Sequence

from recall.formats.fields.cells import is_link, links_of
from recall.formats.fields.dialects import Layout, layout_of
from recall.formats.fields.roles import FURTHER, ROLES, plain_name
from recall.formats.values import one_line, read_day

Row = Sequence[str]

_MOSTLY = 0.5
_ENOUGH_ROLES = 3
_SHOWN = 10
_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_NOT_WORDS = re.compile(r"[\W_]+")
_PICTURES = frozenset(("image", "img", "cover", "icon", "thumbnail", "avatar", "logo", "picture"))
_BY_LAST_WORD = ("title", "state", "labels", "note", "author")
"""Roles for which a longer name says the same; `Image link` and `Date published` do not."""


def is_list_of_titles(layout: Layout) -> bool:
    """Tell whether the names are those of a list that needs no links, such as one of books."""
    return "title" in layout.places and len(layout.places) >= _ENOUGH_ROLES


def link_column(rows: Sequence[Row], among: Iterable[int]) -> int | None:
    """Return the first column in which at least half of the filled cells are links, or None."""
    return next((place for place in among if _share(rows, place, is_link) >= _MOSTLY), None)


class TableColumns:
    """The layout of a table, and sentences about it for the person.

    rows are the first ones: a column of links or of titles that has another name is told by them.
    """

    def __init__(self, names: tuple[str, ...], rows: Sequence[Row]) -> None:
        self.remarks: list[str] = []
        self._names, self._rows = names, rows
        told = layout_of(names)
        self._places = {role: list(places) for role, places in told.places.items()}
        self._unknown = list(told.unknown)
        self._find_names()
        self._find_links()
        self._find_titles()
        if self._unknown and told.dialect is None:
            self.remarks.append(_not_used([names[place] for place in self._unknown]))
        places = {role: places for role, places in self._places.items() if places}
        self.layout = Layout(told.dialect, places, self._unknown)

    @property
    def has_links(self) -> bool:
        """Whether a column holds links."""
        return any(self._places.get(role) for role in ("url", *FURTHER))

    def _find_names(self) -> None:
        """Give a column with a longer name, such as `Reading status`, the role of its last word."""
        for place in list(self._unknown):
            role = _role_of_last_word(self._names[place])
            if role and not self._places.get(role):
                self._unknown.remove(place)
                self._places[role] = [place]

    def _find_links(self) -> None:
        for role in ("url", *FURTHER):
            places = self._places.get(role, [])
            self._places[role] = [one for one in places if self._holds(one, links_of)]
        if not self.has_links:
            named = sorted(place for places in self._places.values() for place in places)
            self._take("url", "links", link_column(self._rows, (*self._unknown, *named)))
        further = [one for one in self._unknown if self._holds_further_links(one)]
        self._places["url"] += further
        self._unknown = [one for one in self._unknown if one not in further]

    def _holds_further_links(self, place: int) -> bool:
        """Tell whether a column with an unknown name mostly holds links, and not of pictures."""
        words = {plain_name(word) for word in _NOT_WORDS.split(self._names[place])}
        return words.isdisjoint(_PICTURES) and _share(self._rows, place, is_link) >= _MOSTLY

    def _find_titles(self) -> None:
        if not self._places.get("title"):
            texts = (one for one in self._unknown if _share(self._rows, one, _is_text) >= _MOSTLY)
            self._take("title", "titles", next(texts, None))

    def _take(self, role: str, what: str, place: int | None) -> None:
        """Give a column that was told by what it holds its role, and say so."""
        if place is not None:
            for places in (*self._places.values(), self._unknown):
                places[:] = [one for one in places if one != place]
            self._places[role] = [place]
            name = one_line(self._names[place])
            self.remarks.append(f"the {what} are taken from the column '{name}'")

    def _holds(self, place: int, what: Callable[[str], object]) -> bool:
        return any(place < len(row) and what(row[place]) for row in self._rows)


def _role_of_last_word(name: str) -> str | None:
    """Return the role of the last word of a name, without what stands in brackets."""
    words = _NOT_WORDS.split(_BRACKETS.sub(" ", name).strip())
    words = [word for word in words if word]
    role, _ = ROLES.get(plain_name(words[-1]), (None, 0)) if words else (None, 0)
    return role if role in _BY_LAST_WORD else None


def _share(rows: Sequence[Row], place: int, what: Callable[[str], bool]) -> float:
    """Return in which share of the cells of a column that are not blank something is."""
    written = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return sum(map(what, written)) / len(written) if written else 0


def _is_text(value: str) -> bool:
    return any(map(str.isalpha, value)) and not is_link(value) and not read_day(value)


def _not_used(names: Sequence[str]) -> str:
    shown = ", ".join(f"'{one_line(name)}'" for name in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"columns not used: {shown}{more}"
