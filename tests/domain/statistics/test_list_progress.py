"""How much of a list is read."""

import pytest

from recall.domain.library.resource import Section
from recall.domain.statistics.list_progress import (
    ListProgress,
    SectionProgress,
    by_heading,
    list_progress,
)

SECTIONS = [
    SectionProgress(("A", "x"), 3, 1, 60),
    SectionProgress(("A", "y"), 2, 2, 0),
    SectionProgress(("B",), 5, 0, 140),
]


def test_sections_are_added_up_below_their_first_heading() -> None:
    assert by_heading(SECTIONS) == [
        SectionProgress(("A",), 5, 3, 60),
        SectionProgress(("B",), 5, 0, 140),
    ]


def test_a_list_below_one_heading_shows_the_next_ones() -> None:
    assert by_heading(SECTIONS[:2]) == SECTIONS[:2]


def test_what_has_no_section_is_a_group_too() -> None:
    assert [one.section for one in by_heading([SectionProgress((), 1, 0, 5)])] == [()]


@pytest.mark.parametrize(
    ("on_hold", "held", "left", "minutes"),
    [((), 0, 7, 200), (("B",), 5, 2, 60), (("A", "y"), 0, 7, 200)],
)
def test_what_is_on_hold_is_not_waited_for(
    on_hold: Section, held: int, left: int, minutes: int
) -> None:
    found = list_progress(SECTIONS, lambda section: section == on_hold)
    assert (found.resources, found.read, found.held) == (10, 3, held)
    assert (found.left, found.minutes_left) == (left, minutes)


def test_without_resources_there_is_nothing() -> None:
    assert list_progress([], lambda _: False) == ListProgress(0, 0, [])
