"""A list as data: what a format reads out of a file, and the catalog made of it."""

from datetime import date
from typing import NamedTuple

from recall.domain.library.resource import Place, Section


class Item(NamedTuple):
    """One entry of a list, as a format found it. minutes only where the list says so."""

    title: str
    url: str | None
    section: Section
    checked: bool
    line: int
    minutes: int | None = None


class Skipped(NamedTuple):
    """Something in the file that was not taken, and why (a sentence fragment for a person)."""

    line: int
    text: str
    reason: str


class ParsedList(NamedTuple):
    """A whole file: its sections in order (empty ones too), its items in order, the rest."""

    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...] = ()


class Entry(NamedTuple):
    """One resource of a catalog, with every place it stands in, first place first."""

    title: str
    url: str | None
    canonical_url: str | None
    kind: str
    language: str
    minutes: int
    series: str | None
    part: int | None
    read: bool
    places: tuple[Place, ...]


class NewResource(NamedTuple):
    """An entry that goes into the library: its identity, its list there, and its line in that.

    due is the first revisit of something that is read already. by_hand names the fields that the
    person has set, which an import leaves alone.
    """

    identity: str
    entry: Entry
    list_id: int
    line: int
    due: date | None = None
    by_hand: tuple[str, ...] = ()


class Catalog(NamedTuple):
    """A list as recall keeps it: sections in order, one entry a resource, in list order.

    exact says that kinds, languages and minutes are what somebody wrote, not what was guessed.
    """

    name: str
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    exact: bool = False
