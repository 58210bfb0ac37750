"""How much of a list is read, and when it is done."""

from datetime import date, timedelta

import pytest

from recall.domain.library.resource import Section
from recall.domain.statistics.list_progress import (
    HORIZON_DAYS,
    ListProgress,
    SectionProgress,
    by_heading,
    list_progress,
)

DAY = date(2026, 3, 2)
SECTIONS = [
    SectionProgress(("A", "x"), 3, 1, 60),
    SectionProgress(("A", "y"), 2, 2, 0),
    SectionProgress(("B",), 5, 0, 140),
]


def progress(pace: float, held: Section = ()) -> ListProgress:
    return list_progress(SECTIONS, lambda section: section == held, pace, DAY)


def test_sections_are_added_up_below_their_first_heading() -> None:
    assert by_heading(SECTIONS) == [
        SectionProgress(("A",), 5, 3, 60),
        SectionProgress(("B",), 5, 0, 140),
    ]


def test_a_list_below_one_heading_shows_the_next_ones() -> None:
    assert by_heading(SECTIONS[:2]) == SECTIONS[:2]


def test_what_has_no_section_is_a_group_too() -> None:
    assert [one.section for one in by_heading([SectionProgress((), 1, 0, 5)])] == [()]


def test_a_list_is_done_when_its_minutes_are_read_at_the_pace() -> None:
    found = progress(10)
    assert (found.resources, found.read, found.has_pace, found.held) == (10, 3, True, 0)
    assert found.done_by == DAY + timedelta(20)


def test_what_is_on_hold_is_not_waited_for() -> None:
    found = progress(10, held=("B",))
    assert (found.done_by, found.held) == (DAY + timedelta(6), 5)


@pytest.mark.parametrize("pace", [0.0, 200 / (HORIZON_DAYS + 1)])
def test_a_date_that_would_be_a_guess_is_not_given(pace: float) -> None:
    assert progress(pace).done_by is None


def test_a_list_that_is_read_has_no_date() -> None:
    found = list_progress(SECTIONS[1:2], lambda _: False, 10, DAY)
    assert (found.read, found.done_by) == (2, None)


def test_without_resources_there_is_nothing() -> None:
    assert list_progress([], lambda _: False, 10, DAY) == ListProgress(0, 0, [], has_pace=True)
