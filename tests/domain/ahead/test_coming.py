"""What is to come in a forecast: revisits by day, and readings in the order of the planner."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.ahead.coming import ComingReadings, ComingRevisits, Library
from recall.domain.day.reading_order import Reading, goes_on
from recall.domain.day.turns import FIRST, LATER, Turn
from recall.domain.library.resource import Place
from testing.libraries.shelf import TODAY, reading, revisit


def after(days: int) -> date:
    return TODAY + timedelta(days)


def offered(number: int, section: str = "A", minutes: int = 15, **other: object) -> Reading:
    places = (Place((section,), f"Resource {number}"),)
    return Reading(reading(number, minutes, places=places), **other)  # type: ignore[arg-type]


def ids(readings: Sequence[Reading]) -> list[int]:
    return [reading.resource.id for reading in readings]


def test_revisits_are_due_from_their_day_on_until_they_are_taken() -> None:
    coming = ComingRevisits([revisit(1, overdue=3), revisit(2, 6, overdue=-2)], TODAY)
    assert [one.id for one in coming.due(TODAY)] == [1]
    assert [one.id for one in coming.due(after(3))] == [1, 2]
    assert coming.take(1) is not None
    assert coming.take(1) is None
    assert [one.id for one in coming.due(after(3))] == [2]


def test_the_load_of_a_day_has_what_is_scheduled_and_what_is_only_counted() -> None:
    coming = ComingRevisits([revisit(1, 4, overdue=-2)], TODAY, {after(2): 30, after(9): 12})
    coming.schedule(revisit(2, 5), after(2))
    assert coming.load == {after(2): 39, after(9): 12}


def test_a_reading_is_offered_once_all_before_it_are_read() -> None:
    library = Library([], [offered(1), offered(2), offered(3)], {2: {1}, 3: {1, 2}})
    coming = ComingReadings(library)
    assert (ids(coming.free(9)), coming.left, coming.minutes_left) == ([1], 3, 45)
    for number in (1, 2, 3):
        found = coming.take(number)
        assert found is not None
        coming.finish(found)
        assert ids(coming.free(9)) == [number + 1][: 3 - number]
    assert (coming.left, coming.minutes_left) == (0, 0)


def test_a_reading_that_waits_for_one_on_hold_is_never_offered_and_not_counted() -> None:
    library = Library([], [offered(2), offered(3), offered(4)], {2: {1}, 3: {2}})
    coming = ComingReadings(library)
    assert (ids(coming.free(9)), coming.left, coming.minutes_left) == ([4], 1, 15)


def test_what_is_not_available_cannot_be_taken() -> None:
    coming = ComingReadings(Library([], [offered(1), offered(2)], {2: {1}}))
    assert coming.take(2) is None
    assert coming.take(9) is None


def test_a_sitting_leaves_the_rest_and_puts_its_reading_first() -> None:
    library = Library([], [offered(1, "A"), offered(2, "B", 60), offered(3, "B")])
    coming = ComingReadings(library)
    found = coming.take(2)
    assert found is not None
    coming.sit(found, 20)
    assert ids(coming.free(9)) == [2, 1, 3]
    assert coming.free(1)[0].resource.next_minutes == 40
    assert (coming.left, coming.minutes_left) == (3, 70)


def test_a_book_that_was_begun_keeps_its_place() -> None:
    library = Library([], [offered(1, "B"), offered(2, "B", 600, is_book=True)])
    coming = ComingReadings(library)
    found = coming.take(2)
    assert found is not None
    coming.sit(found, 20)
    assert ids(coming.free(9)) == [1, 2]


READINGS = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from((FIRST, 2, LATER)),
        st.sampled_from((5, 20, 600)),
        st.sets(st.integers(0, 6)),  # how far before it stands what must be read first
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(drawn=READINGS, data=st.data())
def test_after_anything_is_done_the_order_is_that_of_the_planner(
    drawn: list[tuple[str, int, int, set[int]]], data: st.DataObject
) -> None:
    """Compared with everything sorted anew each time."""
    left = {
        number: offered(number, section, minutes, turn=Turn(rank), is_book=minutes > 180)
        for number, (section, rank, minutes, _) in enumerate(drawn)
    }
    waits = {
        number: {number - one for one in before if 0 < one <= number}
        for number, (*_, before) in enumerate(drawn)
    }
    coming, begun = ComingReadings(Library([], list(left.values()), waits)), set[tuple[str, ...]]()
    while left:
        free = [one for number, one in left.items() if not waits[number] & left.keys()]
        keyed = [one._replace(goes_on=goes_on(one.resource, begun)) for one in free]
        expected = sorted(keyed, key=lambda one: one.key)
        assert coming.free(99) == expected
        assert coming.left == len(left)
        assert coming.minutes_left == sum(one.resource.next_minutes for one in left.values())
        number = data.draw(st.sampled_from(ids(expected)))
        taken = coming.take(number)
        assert taken is not None
        if data.draw(st.booleans()) or taken.resource.minutes_read:
            coming.finish(taken)
            begun |= {place.section for place in taken.resource.places}
            del left[number]
        else:
            coming.sit(taken, 3)
            resource = left[number].resource._replace(status="reading", minutes_read=3)
            left[number] = left[number]._replace(resource=resource)
