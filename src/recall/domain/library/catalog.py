"""A list as data: the items a format reads from a file, and the catalog made from them."""

from datetime import date
from typing import Literal, NamedTuple

from recall.domain.library.resource import Link, Place, ResourceKind, Section

Mark = Literal["", "begun", "dropped", "read"]
"""What a list says of a resource by its box; "" is an open box, or none."""


class ReadOptions(NamedTuple):
    """How the person wants a list to be read.

    base is the URL of the folder that relative links start from, or of a page in it; None leaves
    them unresolved. sections and not_sections are fragments of headings: only these are taken,
    those are not. plain: titles without a link are readings too.
    """

    base: str | None = None
    sections: tuple[str, ...] = ()
    not_sections: tuple[str, ...] = ()
    plain: bool = False


WHOLE = ReadOptions()
"""The whole list, as it is written."""


class Item(NamedTuple):
    """One entry of a list, as a format found it.

    minutes, kind and language are None unless the list gives them. checked is read, begun is read
    in part, dropped is put aside unread; at most one of them is true. links are the further links.
    read_on is when it was read, as precisely as the list says: `2024`, `2024-05` or `2024-05-01`.
    saved_on is when it came into the list. description says what it is, note is the person's own.
    box is the line of the box that says whether it is read; None if there is none, or none known.
    """

    title: str
    url: str | None
    section: Section
    checked: bool
    line: int
    minutes: int | None = None
    links: tuple[Link, ...] = ()
    begun: bool = False
    dropped: bool = False
    description: str | None = None
    note: str | None = None
    labels: tuple[str, ...] = ()
    read_on: str | None = None
    saved_on: date | None = None
    kind: ResourceKind | None = None
    language: str | None = None
    box: int | None = None


TITLE_KEPT = "its title is kept"
"""How the reason ends if only the link of a line was left out."""


class Skipped(NamedTuple):
    """A line of the file that was left out; reason is a sentence fragment for a person."""

    line: int
    text: str
    reason: str


class ParsedList(NamedTuple):
    """A whole file: its sections and items in order (empty sections too), and skipped lines.

    remarks are sentences for the person about the file as a whole, such as columns not used.
    """

    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...] = ()
    remarks: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One resource of a catalog, with all its places in the order of the list.

    The fields after places mean the same as in Item.
    """

    title: str
    url: str | None
    canonical_url: str | None
    kind: ResourceKind
    language: str
    minutes: int
    series: str | None
    part: int | None
    read: bool
    places: tuple[Place, ...]
    links: tuple[Link, ...] = ()
    begun: bool = False
    dropped: bool = False
    description: str | None = None
    note: str | None = None
    labels: tuple[str, ...] = ()
    read_on: str | None = None
    saved_on: date | None = None

    @property
    def mark(self) -> Mark:
        """What the list says of its state."""
        if self.read:
            return "read"
        if self.begun:
            return "begun"
        return "dropped" if self.dropped else ""


class NewResource(NamedTuple):
    """An entry that goes into the library: its identity, its list there, and its line in that.

    due is the first revisit of something that is read already. by_hand names the fields that the
    person has set, which an import leaves alone; labels_by_hand are as in `domain.library.labels`.
    """

    identity: str
    entry: Entry
    list_id: int
    line: int
    due: date | None = None
    by_hand: tuple[str, ...] = ()
    labels_by_hand: tuple[str, ...] = ()


class Catalog(NamedTuple):
    """A list as recall keeps it: sections in order, one entry a resource, in list order.

    exact is True if kinds, languages and minutes were written by a person, not guessed. left_out
    has the sections that the person did not choose; their entries are there nevertheless.
    """

    name: str
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()
    exact: bool = False
    remarks: tuple[str, ...] = ()
    left_out: frozenset[Section] = frozenset()
