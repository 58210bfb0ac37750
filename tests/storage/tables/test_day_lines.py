"""What is asked of the library about the lines of what waits."""

from typing import Any

from recall.storage.actions import begin
from recall.storage.tables import day as days
from recall.storage.tables.day import IN_PROGRESS, Sections
from recall.storage.tables.resources import still_unread
from recall.usecases.context import Context
from testing.factories import NOW, TODAY


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
