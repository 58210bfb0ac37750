"""Turns a parsed list into a catalog: finds identities, series and kinds, and merges entries."""

from collections.abc import Sequence
from itertools import count

from recall.domain.library.catalog import Catalog, Entry, Item, ParsedList, Skipped
from recall.domain.library.resource import Place, Section
from recall.domain.lists.classify import kind_of, minutes_of
from recall.domain.lists.languages import language_of
from recall.domain.lists.series.detect import find_series
from recall.errors import BadInput
from recall.formats.url_identity import canonical_url, checked_url

LONGEST_TITLE = 10_000
"""Characters; a longer text is not a title, but its link is kept."""

Part = tuple[str, int] | None


def assemble(name: str, parsed: ParsedList) -> Catalog:
    """Make a catalog: items with the same identity become one entry with several places."""
    entries: dict[tuple[str, ...], Entry] = {}
    skipped = list(parsed.skipped)
    for item, part in zip(parsed.items, _parts(parsed.items), strict=True):
        try:
            entry = _entry(item, part)
        except BadInput as error:
            skipped.append(Skipped(item.line, item.url or item.title, str(error)))
            continue
        key = key_of(entry)
        entries[key] = joined(entries[key], entry) if key in entries else entry
    skipped.sort(key=lambda one: one.line)
    return Catalog(name, parsed.sections, tuple(entries.values()), tuple(skipped))


def _entry(item: Item, part: Part) -> Entry:
    url = None if item.url is None else checked_url(item.url)
    canonical = None if url is None else canonical_url(url)
    title = item.title[:LONGEST_TITLE]
    kind = kind_of(canonical, title, item.section)
    series, number = part or (None, None)
    return Entry(
        title=title,
        url=url,
        canonical_url=canonical,
        kind=kind,
        language=language_of(canonical, title),
        minutes=item.minutes or minutes_of(kind, canonical),
        series=series,
        part=number,
        read=item.checked,
        places=(Place(item.section, title),),
    )


def key_of(entry: Entry) -> tuple[str, ...]:
    """Return what makes two entries of a list the same resource."""
    if entry.canonical_url is not None:
        return (entry.canonical_url,)
    return ("", *entry.places[0].section, entry.title)


def joined(first: Entry, again: Entry) -> Entry:
    """Merge a second occurrence of a resource: one more place, and read if either is ticked."""
    told = first if first.series else again
    return first._replace(
        read=first.read or again.read,
        series=told.series,
        part=told.part,
        places=(*first.places, *(one for one in again.places if one not in first.places)),
    )


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
    """Return a unique name for a series, with as many of its headings as needed."""
    for length in range(len(section) + 1):
        longer = f"{name} ({' › '.join(section[-length:])})" if length else name
        if longer not in taken:
            return longer
    return next(f"{name} [{number}]" for number in count(2) if f"{name} [{number}]" not in taken)
