"""The coming revisits as a calendar (RFC 5545), which calendars can subscribe to.

A day with revisits is an event of the whole day. Its UID depends on the day and the library alone,
so that a newer file changes events and never doubles them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta
from itertools import chain

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource, short
from recall.domain.text.plain import plain

_LONGEST_LINE = 75
"""Bytes of a line without its end; longer ones are folded."""


def write(library: LibraryExport) -> str:
    """Return the calendar. Revisits that are overdue, or due on a day off, come on the next day."""
    days: dict[date, list[Resource]] = {}
    for resource in library.in_revisits:
        if resource.id in library.revisit_days:
            days.setdefault(library.revisit_days[resource.id], []).append(resource)
    lines = chain(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//recall//recall//EN", "METHOD:PUBLISH"),
        ("X-WR-CALNAME:recall", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"),
        *(_event(library, day, days[day]) for day in sorted(days)),
        ("END:VCALENDAR",),
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(library: LibraryExport, day: date, due: Sequence[Resource]) -> Iterator[str]:
    needed = library.revisit_minutes
    yield "BEGIN:VEVENT"
    yield f"UID:{day:%Y%m%d}-{''.join(filter(str.isalnum, library.made_at))}@recall"
    yield f"DTSTAMP:{library.now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{len(due)} due · ~{sum(needed[one.id] for one in due)} min')}"
    told = "\n".join(_told(resource, needed, day) for resource in due)
    yield f"DESCRIPTION:{_escaped(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(resource: Resource, needed: Mapping[int, int], day: date) -> str:
    late = (
        f", due {resource.card.due}"
        if resource.card.due is not None and resource.card.due < day
        else ""
    )
    return f"{resource.id} {short(plain(resource.title))} ({needed[resource.id]} min{late})"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Give the lines of one that may be too long; all but the first begin with a space."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode(errors="replace"))
        if size + width > _LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
