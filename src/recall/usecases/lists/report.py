"""What an import did, or would do, with the names of all that it is about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recall.domain.library.catalog import Skipped
from recall.domain.library.resource import Section
from recall.domain.lists.link_text import says_something
from recall.domain.lists.matching.likeness import title_key
from recall.domain.lists.matching.matching import Pair
from recall.domain.lists.merge import Known, Merge, Update

SAID = {
    "title": "title",
    "url": "link",
    "series": "series",
    "part": "series",
    "kind": "kind",
    "language": "language",
    "minutes": "minutes",
    "note": "note",
    "description": "description",
    "links": "further links",
    "labels": "labels",
    "read_on": "date of reading",
    "saved_on": "date saved",
    "gone": "back in the list",
}
"""How a field that changed is called in a report."""


class Named(NamedTuple):
    """A resource in a report. id is None if it is not in the library yet.

    why says what of it changed, or what else there is to know, each in a word or a few.
    """

    id: int | None
    title: str
    why: tuple[str, ...] = ()


class Likely(NamedTuple):
    """A resource that is gone, and one that is new, or new in this list, and may be the same."""

    old: Named
    new: Named


class RenamedSection(NamedTuple):
    """A section that has a rule, and its path since this import."""

    before: Section
    now: Section


class Names(NamedTuple):
    """What a report is about, by name.

    joined stand in the list under several titles, which are their why. unticked were ticked at an
    earlier import and are no longer; why says why one stays read nevertheless.
    """

    new: tuple[Named, ...] = ()
    updated: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    joined: tuple[Named, ...] = ()
    unticked: tuple[Named, ...] = ()
    likely: tuple[Likely, ...] = ()
    sections: tuple[RenamedSection, ...] = ()


class Report(NamedTuple):
    """What an import did, or would do in a dry run, in numbers of resources.

    edit_of is the name of the list that this is an edit of, if its path differs. remarks are
    sentences about the file as a whole. read, begun and sections count what the whole list has.
    is_first: the library was empty before.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    edit_of: str | None = None
    remarks: tuple[str, ...] = ()
    read: int = 0
    begun: int = 0
    sections: int = 0
    names: Names = Names()
    is_first: bool = False

    @property
    def changes(self) -> bool:
        """Whether anything changed."""
        return bool(self.new or self.updated or self.gone)

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many are new, updated, unchanged and gone."""
        return self.new, self.updated, self.unchanged, self.gone


def names(
    merged: Merge, likely: Iterable[Pair], known: Mapping[str, Known], ids: Mapping[str, int]
) -> Names:
    """Return the names of all that an import is about; ids are those of what is new, if it has."""
    new = {key: Named(ids.get(key), entry.title) for key, entry in merged.new}
    left = [
        Named(resource.id, resource.title, ("gone from this list",)) for resource in merged.left
    ]
    return Names(
        new=tuple(new.values()),
        updated=(*map(_updated, merged.updated), *left),
        gone=tuple(map(_known, merged.gone)),
        joined=tuple(_joined(merged, ids)),
        likely=tuple(
            Likely(_known(known[pair.old]), new.get(pair.new) or _known(known[pair.new]))
            for pair in likely
        ),
    )


def _known(resource: Known) -> Named:
    return Named(resource.id, resource.title)


def _updated(update: Update) -> Named:
    said = [SAID[name] for name in SAID if name in update.values]
    status = update.values.get("status", update.known.status)
    if status != update.known.status:
        is_unticked = update.known.status == "read" and status == "unread"
        said = ["unread again" if is_unticked else str(status), *said]
    if {place.section for place in update.entry.places} != {
        place.section for place in update.known.here
    }:
        said = [*said, "section" if update.known.here else "in this list too"]
    title = str(update.values.get("title", update.known.title))
    return Named(update.known.id, title, tuple(dict.fromkeys(said)) or (_only_there(update),))


def _only_there(update: Update) -> str:
    """Return what changed in the list, if nothing did in the library."""
    if update.known.mark not in (None, update.entry.mark):
        return "box"
    return "moved" if update.known.here == update.entry.places else "its title in the list"


def _joined(merged: Merge, ids: Mapping[str, int]) -> Iterable[Named]:
    """Give what stands in the list under several titles, if that is news."""
    moved = [update for update in merged.updated if update.known.here != update.entry.places]
    found = [(ids.get(key), entry) for key, entry in merged.new]
    found += [(update.known.id, update.entry) for update in moved]
    for number, entry in found:
        if len(entry.places) == 1:
            continue
        says = [place.title for place in entry.places if says_something(place.title)]
        titles = {title_key(title): title for title in says}
        if len(titles) > 1:
            yield Named(number, entry.title, tuple(titles.values()))
