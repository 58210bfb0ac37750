"""The coming revisits as events, which a calendar that subscribed updates."""

import re
from datetime import date, timedelta

import pytest

from recall.domain.library.export import LibraryExport
from recall.domain.library.resource import Resource
from recall.formats.exports.icalendar import write
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected
from testing.libraries.factories import TODAY


@pytest.fixture
def library(sqlite_library: Context) -> LibraryExport:
    return collected(sqlite_library)


def due(library: LibraryExport, *days: date, title: str = "A title") -> LibraryExport:
    found = [
        _due(library.resources[0], number, day, title) for number, day in enumerate(days, start=1)
    ]
    return library._replace(
        resources=found,
        revisit_minutes={one.id: 10 + one.id for one in found},
        revisit_days={one.id: max(day, TODAY) for one, day in zip(found, days, strict=True)},
    )


def _due(one: Resource, number: int, day: date, title: str) -> Resource:
    return one._replace(id=number, title=title, card=one.card._replace(due=day))


def values(text: str, name: str) -> list[str]:
    unfolded = text.replace("\r\n ", "")
    return re.findall(rf"^{name}[^:\r\n]*:(.*)\r$", unfolded, re.MULTILINE)


def test_a_day_is_an_event_and_what_is_late_is_due_today(library: LibraryExport) -> None:
    days = (TODAY - timedelta(3), TODAY, TODAY + timedelta(40))
    text = write(due(library, *days))
    assert values(text, "SUMMARY") == ["2 due · ~23 min", "1 due · ~13 min"]
    assert values(text, "DTSTART") == ["20260302", "20260411"]
    assert values(text, "DTEND") == ["20260303", "20260412"]
    assert values(text, "DTSTAMP") == ["20260302T013000Z"] * 2
    assert values(text, "DESCRIPTION") == [
        r"1 A title (11 min\, due 2026-02-27)\n2 A title (12 min)",
        "3 A title (13 min)",
    ]


def test_it_comes_on_the_day_on_which_it_can_be_done(library: LibraryExport) -> None:
    away = due(library, TODAY, TODAY + timedelta(1), TODAY + timedelta(2))
    shown = write(away._replace(revisit_days={1: TODAY + timedelta(1), 2: TODAY + timedelta(1)}))
    assert values(shown, "DTSTART") == ["20260303"]
    assert values(shown, "DESCRIPTION") == [
        r"1 A title (11 min\, due 2026-03-02)\n2 A title (12 min)"
    ]


def test_a_newer_file_has_the_same_uids_for_the_same_days(library: LibraryExport) -> None:
    first = write(due(library, TODAY, TODAY + timedelta(1)))
    later = write(due(library._replace(now=library.now + timedelta(hours=3)), TODAY))
    assert values(first, "UID")[:1] == values(later, "UID")
    assert len(set(values(first, "UID"))) == 2
    other = write(due(library._replace(made_at="2020-01-01T00:00:00Z"), TODAY))
    assert values(other, "UID") != values(later, "UID")


@pytest.mark.parametrize("title", ["a,b;c\\d", "长" * 60, "🙂" * 60, "x\r\nEND:VCALENDAR", "\x1b["])
def test_any_title_is_one_value_in_short_lines(library: LibraryExport, title: str) -> None:
    text = write(due(library, TODAY, title=title))
    lines = text.removesuffix("\r\n").split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines.count("END:VCALENDAR") == 1
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f]", text)
    assert text.count("\n") == len(lines)


def test_the_last_day_that_there_is_has_no_end(library: LibraryExport) -> None:
    assert values(write(due(library, date.max)), "DTEND") == []
