"""Grading: what one rating stores, what takes its place, and what undo gives back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.due_dates.load_balancer import bounds
from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput, NotFound
from recall.storage.tables import log
from recall.usecases.changed import Changed
from recall.usecases.context import Context
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources import shelving
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import TODAY, catalog, entries, everything, make_library, titled
from testing.libraries.grading import due, graded, on_day, the_log

YESTERDAY = TODAY - timedelta(days=1)
AGAIN, HARD, GOOD, EASY = Rating


def memory(resource: Resource) -> Memory:
    assert resource.card.memory is not None
    return resource.card.memory


def test_a_first_reading_begins_the_revisits(context: Context, unread: Resource) -> None:
    given_now = Grade(GOOD, TODAY, minutes=12, note="Pages", source="read")
    after = grade(context, unread, given_now).resource
    assert (after.status, after.note, after.card.reviews, after.card.lapses) == (
        "read",
        "Pages",
        1,
        0,
    )
    (row,) = the_log(context, unread)
    assert (row.rating, row.study_date, row.minutes, row.planned_minutes) == (GOOD, TODAY, 12, 20)
    assert (row.stability_before, row.elapsed, row.retrievability, row.due_before) == (None,) * 4
    assert (row.due, row.stability) == (due(after), memory(after).stability)
    assert (row.source, row.reviewed_at) == ("read", "2026-03-02T01:30:00Z")


def test_a_revisit_holds_the_state_before_and_after(context: Context, unread: Resource) -> None:
    first = graded(context, unread, GOOD, TODAY)
    second = graded(context, first, HARD, due(first))
    row = the_log(context, unread)[1]
    assert (row.stability_before, row.difficulty_before) == memory(first)[:2]
    assert (row.stability, row.difficulty) == memory(second)[:2]
    assert (row.elapsed, row.due_before) == ((due(first) - TODAY).days, due(first))
    assert row.retrievability == pytest.approx(0.9, abs=0.03)


def test_the_first_rating_of_something_read_before_begins_its_memory(context: Context) -> None:
    known = titled(context, "Resource 1")
    assert known.card.memory is None
    after = graded(context, known, AGAIN, TODAY)
    assert (after.card.reviews, after.card.lapses) == (1, 0)
    assert the_log(context, after)[0].due_before == known.card.due


def test_only_a_revisit_that_failed_is_a_lapse(context: Context, unread: Resource) -> None:
    now = graded(context, unread, AGAIN, TODAY)
    for day, rating in enumerate([AGAIN, HARD, AGAIN, GOOD], start=1):
        now = graded(context, now, rating, TODAY + timedelta(days=day))
    assert (now.card.reviews, now.card.lapses) == (5, 2)
    assert doctor(context) == []


def test_a_second_rating_of_a_day_takes_the_place_of_the_first(
    context: Context, unread: Resource
) -> None:
    first = graded(context, unread, GOOD, YESTERDAY)
    graded(context, first, AGAIN, TODAY)
    second = graded(context, titled(context, "Resource 2"), EASY, TODAY)
    expected = graded(
        context, graded(context, titled(context, "Resource 3"), GOOD, YESTERDAY), EASY, TODAY
    )
    assert memory(second) == memory(expected)
    assert (second.card.reviews, second.card.lapses) == (2, 0)
    assert [row.rating for row in the_log(context, unread)] == [GOOD, EASY]
    assert the_log(context, unread)[1].due_before == due(first)
    assert [bool(row["void_by"]) for row in dump(context.store)["review"].values()][:3] == [
        False,
        True,
        False,
    ]
    assert doctor(context) == []


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        ((30, "one"), (None, None), (30, "one")),
        ((30, "one"), (12, "two"), (12, "two")),
        ((None, None), (12, "two"), (12, "two")),
        ((30, None), (None, "two"), (30, "two")),
    ],
)
def test_the_minutes_and_the_note_of_a_rating_stay_if_it_is_given_anew(
    context: Context,
    unread: Resource,
    first: tuple[int | None, str | None],
    second: tuple[int | None, str | None],
    stands: tuple[int, str],
) -> None:
    read(context, unread, Grade(GOOD, TODAY, *first), is_rated=True)
    grade(context, unread, Grade(AGAIN, TODAY, *second))
    (row,) = the_log(context, unread)
    assert (row.minutes, row.note) == stands
    assert titled(context, "Resource 2").note == stands[1]


def test_undo_brings_the_rating_back_that_was_replaced(context: Context, unread: Resource) -> None:
    states = [shown(context)]
    for rating in (GOOD, AGAIN, EASY):
        grade(context, unread, Grade(rating, TODAY, note=rating.name))
        states.append(shown(context))
    while states:
        assert shown(context) == states.pop()
        assert doctor(context) == []
        if states:
            undo(context)
    assert the_log(context, unread) == []


def test_a_replaced_first_reading_keeps_what_was_planned(
    context: Context, unread: Resource
) -> None:
    graded(context, unread, GOOD, TODAY)
    after = graded(context, titled(context, "Resource 2"), HARD, TODAY)
    (row,) = the_log(context, after)
    assert (row.planned_minutes, row.due_before) == (20, None)


def test_a_rating_can_be_dated_back(context: Context, unread: Resource) -> None:
    after = grade(context, unread, Grade(GOOD, YESTERDAY)).resource
    (row,) = the_log(context, after)
    assert (row.study_date, row.reviewed_at) == (YESTERDAY, "2026-03-02T01:30:00Z")
    assert memory(after).last_review == YESTERDAY
    assert [action.study_date for action in log.history(context.store, 1)] == [YESTERDAY]


def test_a_rating_cannot_be_put_before_the_last_one(context: Context, unread: Resource) -> None:
    now = graded(context, unread, GOOD, TODAY)
    before = dump(context.store)
    with pytest.raises(BadInput, match="was graded on 2026-03-02"):
        grade(context, now, Grade(GOOD, YESTERDAY))
    with pytest.raises(BadInput, match="was graded on 2026-03-02"):
        preview_dates(context, now, YESTERDAY)
    assert dump(context.store) == before


def test_an_unplanned_early_revisit_counts_as_one(context: Context, unread: Resource) -> None:
    first = graded(context, unread, EASY, TODAY)
    early = graded(context, first, GOOD, TODAY + timedelta(days=1))
    assert due(first) > TODAY + timedelta(days=1)
    assert memory(early).stability > memory(first).stability
    assert doctor(context) == []


@pytest.mark.parametrize("put_aside", [shelving.suspend, shelving.archive])
def test_what_is_put_aside_stays_so_when_graded(
    context: Context, unread: Resource, put_aside: Callable[..., Changed]
) -> None:
    resource = put_aside(context, unread).resource
    after = graded(context, resource, GOOD, TODAY)
    assert after.status == resource.status
    assert after.card.due is not None
    back = shelving.resume(context, after).resource
    assert (back.status, back.card) == ("read", after.card)
    assert doctor(context) == []


def test_a_rating_is_of_the_resource_as_it_is_not_as_it_was_shown(
    context: Context, unread: Resource
) -> None:
    graded(context, unread, GOOD, YESTERDAY)
    graded(context, unread, HARD, TODAY)  # as a session would that began before yesterday's grade
    assert the_log(context, unread)[1].due_before == the_log(context, unread)[0].due
    sit(context, titled(context, "Long"), Grade(GOOD, TODAY, minutes=10))
    stale = titled(context, "Resource 3")
    sit(context, stale, Grade(GOOD, TODAY, minutes=10))
    assert sit(context, stale, Grade(GOOD, TODAY, minutes=5)).resource.minutes_read == 15


def test_a_resource_that_is_taken_back_cannot_be_graded(context: Context, tmp_path: Path) -> None:
    added = add(context, "https://example.org/new", None, (), Edit())
    undo(context)
    with pytest.raises(NotFound):
        grade(context, added, Grade(GOOD, TODAY))


@pytest.mark.parametrize("note", [None, ""])
def test_a_rating_without_a_note_keeps_the_last_one(
    context: Context, unread: Resource, note: str | None
) -> None:
    grade(context, unread, Grade(GOOD, YESTERDAY, note="Kept"))
    after = grade(context, unread, Grade(GOOD, TODAY, note=note)).resource
    assert after.note == "Kept"
    assert [row.note for row in the_log(context, after)] == ["Kept", None]


def test_a_due_date_lands_on_the_emptiest_day_near_it(sqlite_url: str) -> None:
    context = make_library(sqlite_url, catalog(*entries(40, minutes=120)))
    with context.store:
        dues = [due(graded(context, one, EASY, TODAY)) for one in everything(context)]
        interval = the_log(context, everything(context)[0])[0].interval
    first, last = bounds(interval, 365)
    load = {day: dues.count(day) for day in dues}
    assert len(load) == last - first + 1 > 1
    assert max(load.values()) - min(load.values()) <= 1


def test_without_spreading_a_due_date_is_the_model_s_own(
    context: Context, unread: Resource
) -> None:
    plain = context._replace(settings=context.settings._replace(spread=False))
    after = grade(plain, unread, Grade(EASY, TODAY)).resource
    (row,) = the_log(context, after)
    assert (row.due - TODAY).days == row.interval


def test_the_settings_of_the_moment_are_kept_with_each_review(
    context: Context, unread: Resource
) -> None:
    graded(context, unread, GOOD, YESTERDAY)
    strict = context._replace(
        settings=context.settings._replace(desired_retention=0.95, maximum_interval=30)
    )
    grade(strict, unread, Grade(EASY, TODAY))
    rows = the_log(context, unread)
    assert [row.desired_retention for row in rows] == [0.9, 0.95]
    assert [row.maximum_interval for row in rows] == [365, 30]
    assert doctor(context) == []


def test_what_was_done_today_is_told_with_its_minutes(context: Context) -> None:
    grade(context, titled(context, "Resource 1"), Grade(GOOD, TODAY, minutes=9))
    grade(context, titled(context, "Resource 2"), Grade(GOOD, TODAY))
    sit(context, titled(context, "Long"), Grade(GOOD, TODAY, minutes=11))
    grade(context, titled(context, "Resource 3"), Grade(GOOD, YESTERDAY, minutes=50))
    progress = today(context).progress
    assert sorted((one.resource_id, one.minutes) for one in progress.unplanned) == sorted(
        (titled(context, title).id, minutes)
        for title, minutes in (("Resource 1", 9), ("Resource 2", 20), ("Long", 11))
    )
    assert progress.spent_minutes == 40


def test_a_first_reading_that_nobody_rated_counts_as_good(
    context: Context, unread: Resource
) -> None:
    read(context, unread, Grade(GOOD, TODAY), is_rated=False)
    (review,) = log.reviews(context.store, unread.id)
    assert (review.rating, review.source) == (GOOD, "read")


def test_a_reading_of_what_was_read_on_an_earlier_day_needs_a_rating(
    context: Context, unread: Resource
) -> None:
    read(context, unread, Grade(GOOD, TODAY), is_rated=False)
    tomorrow = on_day(context, TODAY + timedelta(days=1))
    once = titled(context, "Resource 2")
    before = dump(context.store)
    with pytest.raises(BadInput, match="2 is read already; say how well you recalled it"):
        read(tomorrow, once, Grade(GOOD, tomorrow.today), is_rated=False)
    assert dump(context.store) == before
    read(tomorrow, once, Grade(HARD, tomorrow.today), is_rated=True)
    assert [review.rating for review in log.reviews(context.store, unread.id)] == [GOOD, HARD]


def test_a_reading_can_be_corrected_on_its_own_day_without_a_rating(
    context: Context, unread: Resource
) -> None:
    read(context, unread, Grade(HARD, TODAY), is_rated=True)
    read(context, titled(context, "Resource 2"), Grade(GOOD, TODAY), is_rated=False)
    assert [review.rating for review in log.reviews(context.store, unread.id)] == [GOOD]
