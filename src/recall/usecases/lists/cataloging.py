"""Turns a parsed list into a catalog: finds identities, series and kinds, and merges entries."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from recall.domain.library.catalog import Catalog, Entry, Item, ParsedList, Skipped
from recall.domain.library.labels import distinct
from recall.domain.library.resource import Link, Place, Section
from recall.domain.library.when_read import is_possible
from recall.domain.lists.details import LONGEST_TEXT, kept_labels, one_line, paragraph, storable
from recall.domain.lists.guessing.classify import kind_of, minutes_of
from recall.domain.lists.guessing.languages import language_of
from recall.domain.lists.series.detect import find_series
from recall.domain.lists.series.marks import NO_NAME, says_unit_only
from recall.domain.lists.telling import telling
from recall.errors import BadInput
from recall.formats.url_identity import canonical_url, checked_url
from recall.usecases.lists.one_video import told_apart

Part = tuple[str, int] | None

TWICE = "its title stands in this section already; both are one resource"


class Assembled(NamedTuple):
    """A catalog, and the entry that each item of its list is by itself; None if it was refused."""

    catalog: Catalog
    by_item: tuple[Entry | None, ...]


def assemble(name: str, parsed: ParsedList) -> Catalog:
    """Make a catalog: items with the same identity become one entry with several places."""
    return assembled(name, parsed).catalog


def assembled(name: str, parsed: ParsedList) -> Assembled:
    """As `assemble`, with the entry of each item."""
    listed: list[Entry] = []
    taken: list[bool] = []
    skipped = list(parsed.skipped)
    for item, part in zip(parsed.items, _parts(parsed.items), strict=True):
        before = len(listed)
        try:
            listed.append(_entry(item, part, skipped))
        except BadInput as error:
            skipped.append(Skipped(item.line, item.url or item.title, str(error)))
        taken.append(len(listed) > before)
    skipped += _told_twice(parsed.items)
    apart = told_apart(listed)
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in apart:
        found.setdefault(key_of(entry), []).append(entry)
    skipped.sort(key=lambda line: line.line)
    entries = tuple(map(joined, found.values()))
    sections = tuple(dict.fromkeys(map(_storable, parsed.sections)))
    catalog = Catalog(name, sections, entries, tuple(skipped), remarks=parsed.remarks)
    rest = iter(apart)
    return Assembled(catalog, tuple(next(rest) if was_taken else None for was_taken in taken))


def _told_twice(items: Sequence[Item]) -> Iterator[Skipped]:
    """Yield the lines without a link that have the title of one before them in their section."""
    seen: set[tuple[Section, str]] = set()
    for item in items:
        if item.url is None:
            if (item.section, item.title) in seen:
                yield Skipped(item.line, item.title, TWICE)
            seen.add((item.section, item.title))


def _entry(item: Item, part: Part, skipped: list[Skipped]) -> Entry:
    url = None if item.url is None else checked_url(item.url)
    canonical = None if url is None else canonical_url(url)
    title = storable(item.title[:LONGEST_TEXT])
    kind = item.kind or kind_of(canonical, title, (*item.section, *item.labels))
    series, number = part or (None, None)
    return Entry(
        title=title,
        url=url,
        canonical_url=canonical,
        kind=kind,
        language=item.language or language_of(canonical, title),
        minutes=item.minutes or minutes_of(kind, canonical),
        series=series,
        part=number,
        read=item.checked,
        places=(Place(_storable(item.section), title),),
        links=tuple(_links(item, skipped)) if item.links else (),
        begun=item.begun and not item.checked,
        dropped=item.dropped and not item.checked and not item.begun,
        description=paragraph(item.description),
        note=paragraph(item.note),
        labels=kept_labels(item.labels) if item.labels else (),
        read_on=_read_on(item, skipped),
        saved_on=item.saved_on,
    )


@lru_cache(maxsize=64)  # the items of a section stand together
def _storable(section: Section) -> Section:
    return tuple(map(storable, section))


def _links(item: Item, skipped: list[Skipped]) -> Iterator[Link]:
    """Give the further links that can be opened; the others are skipped."""
    for link in item.links:
        try:
            yield Link(link.role, one_line(link.text), checked_url(link.url))
        except BadInput as error:
            skipped.append(Skipped(item.line, link.url, str(error)))


def _read_on(item: Item, skipped: list[Skipped]) -> str | None:
    if item.read_on is None or is_possible(item.read_on):
        return item.read_on
    reason = "this date of reading is in no calendar; the rest is taken"
    skipped.append(Skipped(item.line, item.read_on, reason))
    return None


def key_of(entry: Entry) -> tuple[str, ...]:
    """Return what makes two entries of a list the same resource."""
    if entry.canonical_url is not None:
        return (entry.canonical_url,)
    return ("", *entry.places[0].section, entry.title)


def joined(found: Sequence[Entry]) -> Entry:
    """Make one entry of all occurrences of a resource: their places, and read if one is ticked.

    It is put aside only if all of them are; of a text, the first that there is counts.
    """
    first = found[0]
    if len(found) == 1 and not first.links:
        return first
    told = next((entry for entry in found if entry.series), first)
    read, begun = any(entry.read for entry in found), any(entry.begun for entry in found)
    return first._replace(
        title=telling((entry.title for entry in found), first.url),
        read=read,
        begun=begun and not read,
        dropped=all(entry.dropped for entry in found),
        series=told.series,
        part=told.part,
        places=tuple(dict.fromkeys(place for entry in found for place in entry.places)),
        links=_further(first.canonical_url, [link for entry in found for link in entry.links]),
        labels=distinct(label for entry in found for label in entry.labels),
        description=next((entry.description for entry in found if entry.description), None),
        note=next((entry.note for entry in found if entry.note), None),
        read_on=next((entry.read_on for entry in found if entry.read_on), None),
        saved_on=next((entry.saved_on for entry in found if entry.saved_on), None),
    )


def _further(work: str | None, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return each link once, without those that lead to the work itself."""
    by_identity: dict[str | None, Link] = {}
    for link in links:
        by_identity.setdefault(canonical_url(link.url), link)
    by_identity.pop(work, None)
    return tuple(by_identity.values())


def _parts(items: Sequence[Item]) -> list[Part]:
    """Return each item's series and part. Equal names in two sections are two series."""
    sections: dict[Section, list[int]] = {}
    for index, item in enumerate(items):
        sections.setdefault(item.section, []).append(index)
    parts: list[Part] = [None] * len(items)
    taken: set[str] = set()
    for section, numbers in sections.items():
        found = find_series([items[index].title for index in numbers])
        names = {part[0]: _free_name(part[0], section, taken) for part in found if part}
        for index, part in zip(numbers, found, strict=True):
            if part is not None:
                parts[index] = (names[part[0]], part[1])
        taken |= set(names.values())
    return parts


def _free_name(name: str, section: Section, taken: set[str]) -> str:
    """Return a unique name for a series, with as many of its headings as needed.

    A name that only says how the parts are counted has one heading at least; without any name,
    the heading is the name.
    """
    name = section[-1] if section and name == NO_NAME else name
    fewest = min(len(section), 1) if says_unit_only(name) else 0
    for length in range(fewest, len(section) + 1):
        longer = f"{name} ({' › '.join(section[-length:])})" if length else name
        if longer not in taken:
            return longer
    return next(f"{name} [{number}]" for number in count(2) if f"{name} [{number}]" not in taken)
