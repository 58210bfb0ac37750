"""Adding resources by hand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Entry, Item, NewResource, ParsedList
from recall.domain.library.labels import changed_by_hand
from recall.domain.library.resource import KIND_MINUTES, Resource, Section, short
from recall.domain.library.timing.pace import Timed
from recall.domain.lists.merge import bounded, identity
from recall.domain.text.addresses import without_scheme
from recall.errors import RecallError
from recall.formats.moments import identities
from recall.formats.url_identity import checked_url
from recall.storage.actions import Abandoned, Action, begin
from recall.storage.reads import Reads
from recall.storage.tables import lists, resources
from recall.storage.tables.changes import resources as resource_changes
from recall.usecases.context import Context
from recall.usecases.find import again
from recall.usecases.lists.cataloging import assemble
from recall.usecases.lists.renewing import renew_identities
from recall.usecases.lists.which_list import BY_HAND, by_hand
from recall.usecases.pages.filling_in import FilledIn, fill_one
from recall.usecases.pages.looked import Looked
from recall.usecases.planning.pacing import pace_of
from recall.usecases.resources.changing import Edit, standing_of
from recall.usecases.resources.labeling import checked
from recall.usecases.resources.standing import ChosenSection, ReadingSpot, said, spot
from recall.usecases.resources.typed_links import TypedLink

MOST_IDS = 10
"""The most IDs that the history names of one action."""


class AddedLinks(NamedTuple):
    """What came of adding links: what is new, and what the library had already, in their order.

    standing is the section that they were meant for. twice is how many links were given again.
    pages is what came of their pages.
    """

    new: tuple[Resource, ...]
    known: tuple[Resource, ...]
    standing: ChosenSection
    twice: int = 0
    pages: tuple[FilledIn, ...] = ()


class Pages(NamedTuple):
    """What the pages of links said, by URL, and whether to keep their texts."""

    looked: Mapping[str, Looked] = {}
    keep_text: bool = False


class _Sorted(NamedTuple):
    """Links that are new, by identity, and resources that are known."""

    new: dict[str, TypedLink]
    known: dict[int, Resource]
    twice: int


def add(context: Context, url: str, title: str | None, section: Section, edit: Edit) -> Resource:
    """Add a resource by its URL; RecallError if it is in the library already."""
    link = TypedLink(checked_url(url), title or "")
    done = add_all(context, [link], edit, section)
    if not done.new:
        raise already_there(done.known[0])
    return done.new[0]


def known_as(context: Context, url: str) -> Resource | None:
    """Return the resource that the library has for an address; None if there is none."""
    return next(iter(_sorted(context.store, [TypedLink(url)]).known.values()), None)


def expected_minutes(context: Context, link: TypedLink, edit: Edit) -> int:
    """Return the minutes that a first reading will be planned with, once the link is added."""
    entry = _entry(link, (), edit)
    timed = Timed(
        id=0,
        kind=entry.kind,
        canonical_url=entry.canonical_url,
        language=entry.language,
        minutes=entry.minutes,
        length=edit.length,
        minutes_given=edit.minutes is not None,
    )
    return pace_of(context.store, context.today).reading_minutes(timed)


def unknown(context: Context, links: Sequence[TypedLink], edit: Edit) -> list[str]:
    """Return the URLs that `add_all` would add, to ask their pages before.

    It raises what `add_all` would raise, so that nobody waits for pages in vain.
    """
    standing_of(context.store, edit)
    return [link.url for link in _sorted(context.store, links).new.values()]


def add_all(
    context: Context,
    links: Sequence[TypedLink],
    edit: Edit,
    section: Section = (),
    pages: Pages = Pages(),  # noqa: B008 - it cannot change
) -> AddedLinks:
    """Add resources by their links, as one action; what is known already stays as it is.

    They stand in this section, unless the fields name another. AmbiguousSection if several are
    meant. If nothing is new, there is no action. What pages say fills in what was not given.
    """
    labels = checked(edit.labels)
    new: tuple[Resource, ...] = ()
    filled: list[FilledIn] = []
    with begin(context.store, "add", context.now, context.today) as action:
        renew_identities(action)
        standing = standing_of(action, edit) or ChosenSection(section, is_new=False)
        found = _sorted(action, links)
        if not found.new:
            raise Abandoned
        there = spot(action, standing.section, by_hand(action, context))
        entries = [_entry(link, standing.section, edit) for link in found.new.values()]
        rows = [
            NewResource(
                identity(entry),
                entry,
                there.list_id,
                there.ordinal + number * there.step,
                by_hand=_given(link, edit),
                labels_by_hand=changed_by_hand((), labels, ()),
            )
            for number, (link, entry) in enumerate(zip(found.new.values(), entries, strict=True))
        ]
        numbers = _write(action, context, rows, there)
        if edit.length is not None:
            for resource in (again(action, number) for number in numbers):
                resource_changes.change(action, resource, resource._replace(length=edit.length), ())
        urls = zip(numbers, (link.url for link in found.new.values()), strict=True)
        filled += [
            fill_one(action, context, again(action, number), looked, text=pages.keep_text)
            for number, url in urls
            if (looked := pages.looked.get(url)) is not None
        ]
        new = tuple(again(action, number) for number in numbers)
        action.describe(new[0].id if len(new) == 1 else None, _summary(new))
    return AddedLinks(new, tuple(found.known.values()), standing, found.twice, pages=tuple(filled))


def already_there(resource: Resource) -> RecallError:
    """Return the error for a link that the library has; it says where."""
    section = resource.places[0].section if resource.places else ()
    where = f", {said(section)}" if section else ""
    known = f"{resource.id} {short(resource.title)}{where}"
    return RecallError(f"it is already in the library, as {known}")


def _sorted(reads: Reads, links: Sequence[TypedLink]) -> _Sorted:
    found = _Sorted({}, {}, 0)
    twice, given = 0, set[str]()
    for link in links:
        keys = [bounded(key) for key in identities(link.url)]
        known = next(filter(None, (resources.by_identity(reads, key) for key in keys)), None)
        if not given.isdisjoint(keys):
            twice += 1
        elif known is not None:
            found.known[known.id] = known
        else:
            found.new[keys[-1]] = link
        given.update(keys)
    return found._replace(twice=twice)


def _entry(link: TypedLink, section: Section, edit: Edit) -> Entry:
    shown = link.title or without_scheme(link.url) or link.url
    item = Item(
        shown, link.url, section, checked=False, line=0, minutes=edit.minutes, description=link.said
    )
    (entry,) = assemble(BY_HAND, ParsedList((section,), (item,))).entries
    kind = edit.kind or entry.kind
    usual = entry.minutes if kind == entry.kind else KIND_MINUTES[kind]
    return entry._replace(
        kind=kind,
        minutes=edit.minutes or usual,
        language=edit.language or entry.language,
        series=edit.series,
        part=edit.part,
        note=link.note or None,
    )


def _given(link: TypedLink, edit: Edit) -> tuple[str, ...]:
    """Return the names of the fields that the person gave, which no import changes."""
    given = {
        "minutes": edit.minutes is not None,
        "title": bool(link.title),
        "kind": edit.kind is not None,
        "language": edit.language is not None,
    }
    return tuple(name for name, is_given in given.items() if is_given)


def _write(
    action: Action, context: Context, rows: list[NewResource], there: ReadingSpot
) -> list[int]:
    """Write new resources, with their places in the list of what was added by hand."""
    numbers = resource_changes.add(action, rows, context.now)
    places = [
        (numbers[row.identity], there.next_place + at, row.entry) for at, row in enumerate(rows)
    ]
    lists.write_places(action, there.by_hand, places)
    return [number for number, *_ in places]


def _summary(new: Sequence[Resource]) -> str:
    if len(new) == 1:
        return new[0].title
    ids = ", ".join(str(resource.id) for resource in new[:MOST_IDS])
    more = f" and {len(new) - MOST_IDS} more" if len(new) > MOST_IDS else ""
    return f"{len(new)} resources: {ids}{more}"
