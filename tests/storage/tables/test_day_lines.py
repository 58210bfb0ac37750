"""What is asked of the library about the lines of what waits, as a whole and by section."""

from typing import Any

import pytest

from recall.storage.actions import begin
from recall.storage.tables import day as days
from recall.storage.tables.day import IN_PROGRESS, Sections
from recall.storage.tables.resources import still_unread
from recall.usecases.context import Context
from testing.libraries.factories import NOW, TODAY


def change(context: Context, number: int, **values: Any) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


def test_due_revisits_are_counted_and_sampled(library: Context) -> None:
    for number in range(1, 6):
        change(library, number, status="read", due=TODAY)
    assert days.how_many_due(library.store, TODAY) == 5
    assert [one.id for one in days.due(library.store, TODAY, every=2)] == [2, 4]


def test_a_library_with_more_read_than_a_number_is_told(library: Context) -> None:
    assert [days.has_read_more_than(library.store, number) for number in (1, 2)] == [True, False]


def test_what_is_held_back_is_offered_on_demand_only(library: Context) -> None:
    change(library, 3, series="S", part=2)
    change(library, 4, series="S", part=1)
    change(library, 5, status="reading", series="S", part=3)
    with_held = days.to_read(library.store, 9, with_held=True)
    assert [one.id for one in with_held] == [5, 3, 4, 6]
    assert [one.id for one in days.to_read(library.store, 9)] == [4, 6]
    assert days.available(library.store, [3, 4, 5, 6]) == {4, 6}
    assert days.available(library.store, []) == set()
    by_place = days.to_read(library.store, 9, [Sections(("Section",))], with_held=True)
    assert {one.id for one in by_place} == {3, 4, 5, 6}


def test_everything_still_to_be_read_is_listed_with_its_places(library: Context) -> None:
    change(library, 4, status="reading")
    change(library, 5, gone=True)
    found = still_unread(library.store)
    assert [one.id for one in found] == [3, 4, 6]
    assert found[0].places[0].section == ("Section",)


def test_readings_in_sections_in_progress_are_found(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        for place, section in ((4, "Begun"), (5, "Untouched"), (6, "Begun")):
            action.update("place", place, {"section": section})
    change(library, 6, status="read", due=TODAY)
    change(library, 1, status="archived")
    change(library, 2, status="archived")
    found = days.to_read(library.store, 9, [IN_PROGRESS])
    assert [one.id for one in found] == [4]


@pytest.fixture
def sections(library: Context) -> Context:
    """Resource 3 stands in A, 4 in A and B, 5 in B, 6 in C."""
    with begin(library.store, "import", NOW, TODAY) as action:
        for number, name in {3: "A", 4: "A", 5: "B", 6: "C"}.items():
            ((place,),) = action.rows(
                "SELECT id FROM place WHERE resource_id = :id", {"id": number}
            )
            action.update("place", place, {"section": name})
        row = {"resource_id": 4, "list_id": 1, "ordinal": 9, "section": "B", "title": "Four"}
        action.insert("place", [row])
    return library


@pytest.mark.parametrize(
    ("parts", "ids", "first_of_each"),
    [
        ([Sections(["B"]), Sections(["B"], others=True)], [4, 5, 3, 6], [4, 3]),
        (
            [Sections(["C"]), Sections(["B"]), Sections(["B", "C"], others=True)],
            [6, 4, 5, 3],
            [6, 4, 3],
        ),
        ([Sections(["A"], others=True)], [4, 5, 6], [4]),  # 4 stands in B too
        ([Sections(["A", "B"], others=True)], [6], [6]),
        ([Sections(["C"], besides=[3, 5])], [3, 5, 6], [3]),
        ([Sections(["nothing"])], [], []),
    ],
)
def test_of_each_part_of_the_order_the_first_readings_are_found(
    sections: Context, parts: list[Sections], ids: list[int], first_of_each: list[int]
) -> None:
    assert [one.id for one in days.to_read(sections.store, 99, parts)] == ids
    assert [one.id for one in days.to_read(sections.store, 1, parts)] == first_of_each


def test_a_part_of_very_many_sections_is_searched_from_the_readings(sections: Context) -> None:
    many = [f"section {number}" for number in range(99)]
    parts = [Sections(["B", *many], besides=[6])]
    assert [one.id for one in days.to_read(sections.store, 99, parts)] == [4, 5, 6]


def test_within_a_section_too_high_priorities_come_first(sections: Context) -> None:
    change(sections, 5, priority="high")
    for parts in ([Sections(["B"])], [Sections(["A", "C"], others=True)]):
        assert [one.id for one in days.to_read(sections.store, 99, parts)] == [5, 4]


def test_sections_in_progress_are_those_in_which_something_was_read(
    sections: Context,
) -> None:
    assert days.sections_in_progress(sections.store) == {("Section",)}
    change(sections, 6, status="reading")
    change(sections, 4, status="read", due=TODAY)
    assert days.sections_in_progress(sections.store) == {("Section",), ("A",), ("B",)}
    for number in (1, 2, 4):
        change(sections, number, status="archived")
    assert days.sections_in_progress(sections.store) == set()


def test_begun_readings_take_no_place_of_others_in_the_line(sections: Context) -> None:
    change(sections, 6, status="reading")
    assert [one.id for one in days.to_read(sections.store, 2)] == [6, 3, 4]
