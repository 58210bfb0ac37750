"""Joining two resources: history, notes, prerequisites, the plan; undone and proved by doctor."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput, NotFound
from recall.storage.tables import log
from recall.storage.tables.prerequisites import edges
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.resources.joining import join
from recall.usecases.resources.shelving import postpone
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump, living_now
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library
from testing.libraries.joined import LISTED, NEW, OLD, days_of, graded, joinable, later


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = joinable(sqlite_url)
    with made.store:
        yield made


@pytest.mark.parametrize(
    ("old", "new", "together"),
    [
        ([0, 5], [], [0, 5]),
        ([], [0, 5], [0, 5]),
        ([0, 5], [9, 20], [0, 5, 9, 20]),
        ([9, 20], [0, 5], [0, 5, 9, 20]),
        ([0, 9, 30], [5, 20], [0, 5, 9, 20, 30]),
        ([0, 9], [9, 20], [0, 9, 20]),
        ([0, 9], [0, 9], [0, 9]),
    ],
)
def test_all_reviews_stand_under_the_one_that_stays_by_date(
    context: Context, old: list[int], new: list[int], together: list[int]
) -> None:
    for day, name in sorted([*((day, OLD) for day in old), *((day, NEW) for day in new)]):
        graded(context, name, day)
    before = living_now(context.store)
    done = join(later(context, 40), OLD, NEW)
    assert (done.reviews, done.resource.id, done.old.id) == (len(old), 2, 1)
    assert (days_of(context), days_of(context, OLD)) == (together, [])
    assert (done.resource.card.reviews, done.resource.status) == (len(together), "read")
    assert done.resource.card.due == log.reviews(context.store, 2)[-1].due
    assert doctor(context) == []
    undo(later(context, 40))
    assert living_now(context.store) == before
    assert doctor(context) == []


def test_of_one_study_day_the_later_review_counts(context: Context) -> None:
    for hour, name, rating in ((10, NEW, Rating.AGAIN), (11, OLD, Rating.EASY)):
        moment = at(context, NOW.replace(hour=hour))
        grade(moment, name, Grade(rating, TODAY, minutes=hour))
    join(context, OLD, NEW)
    (review,) = log.reviews(context.store, 2)
    assert (review.rating, review.minutes, review.source) == (Rating.EASY, 11, "join")
    assert review.reviewed_at == "2026-03-02T03:30:00Z"


def test_a_log_that_is_alone_keeps_its_dates(context: Context) -> None:
    graded(context, OLD, 0)
    graded(context, OLD, 3, Rating.HARD)
    before = log.reviews(context.store, 1)
    postpone(later(context, 3), OLD, TODAY + timedelta(200))
    done = join(later(context, 4), OLD, NEW)
    again = [review._replace(id=0, resource_id=1) for review in log.reviews(context.store, 2)]
    assert again == [one._replace(id=0, source="join") for one in before]
    card = done.resource.card
    assert (card.due, card.postponed_from) == (TODAY + timedelta(200), before[-1].due)
    assert doctor(context) == []


def test_reviews_are_no_first_readings_if_others_come_before(context: Context) -> None:
    graded(context, OLD, 0)
    graded(context, NEW, 4)
    done = join(later(context, 5), OLD, NEW)
    first, second = log.reviews(context.store, 2)
    assert (first.due_before, first.elapsed) == (None, None)
    assert (second.due_before, second.elapsed) == (first.due, 4)
    assert done.resource.card.lapses == 0


def test_sittings_come_over_by_date(context: Context) -> None:
    for day, name, minutes in ((0, NEW, 5), (1, OLD, 7), (2, NEW, 9)):
        moment = later(context, day)
        sit(moment, name, Grade(Rating.GOOD, moment.today, minutes=minutes, note=f"day {day}"))
    before = living_now(context.store)
    done = join(later(context, 3), OLD, NEW)
    assert [sitting.minutes for sitting in log.sittings(context.store, 2)] == [5, 7, 9]
    assert (done.sittings, done.resource.status, done.resource.minutes_read) == (1, "reading", 21)
    assert doctor(context) == []
    undo(later(context, 3))
    assert living_now(context.store) == before


def test_notes_and_fields_fill_what_is_empty(context: Context) -> None:
    note(context, OLD, "Of the old one")
    edit(context, OLD, Edit(question="Why?", priority="high", minutes=90, title="By hand"))
    edit(context, NEW, Edit(kind="book"))
    done = join(context, OLD, NEW).resource
    assert (done.note, done.question, done.priority) == ("Of the old one", "Why?", "high")
    assert (done.title, done.minutes, done.kind) == ("By hand", 90, "book")
    assert find(context.store, "by hand").id == 2


def test_what_the_one_that_stays_has_wins(context: Context) -> None:
    for name in (OLD, NEW):
        note(context, name, f"Note {name}")
        edit(context, name, Edit(question=f"Question {name}", title=f"Title {name}"))
    done = join(context, OLD, NEW).resource
    assert (done.note, done.question, done.title) == ("Note 2", "Question 2", "Title 2")


def test_the_old_one_is_found_as_the_new_one(context: Context) -> None:
    join(context, OLD, NEW)
    assert find(context.store, OLD).id == 2
    assert find(context.store, "https://example.org/Old").id == 2
    join(context, NEW, "3")
    assert find(context.store, OLD).id == find(context.store, NEW).id == 3
    with pytest.raises(NotFound):
        find(context.store, "9")


def test_what_waits_for_one_waits_for_the_other(context: Context) -> None:
    edit(context, "3", Edit(after=(1,)))
    before = living_now(context.store)
    join(context, OLD, NEW)
    assert edges(context.store) == [(3, 2)]
    undo(context)
    assert (edges(context.store), living_now(context.store)) == ([(3, 1)], before)


def test_a_prerequisite_between_the_two_and_a_second_one_are_dropped(context: Context) -> None:
    edit(context, OLD, Edit(after=(2, 3)))
    edit(context, NEW, Edit(after=(3,)))
    join(context, OLD, NEW)
    assert edges(context.store) == [(2, 3)]
    assert doctor(context) == []


def test_a_circle_is_refused_and_nothing_is_done(context: Context) -> None:
    edit(context, OLD, Edit(after=(3,)))
    edit(context, "3", Edit(after=(2,)))
    before = dump(context.store)
    with pytest.raises(BadInput, match="circle"):
        join(context, OLD, NEW)
    assert dump(context.store) == before


def test_a_resource_is_not_joined_with_itself(context: Context) -> None:
    with pytest.raises(BadInput, match="1 cannot be joined with itself"):
        join(context, OLD, "https://example.org/Old")
    with pytest.raises(NotFound):
        join(context, OLD, "9")


def planned(context: Context) -> list[tuple[int, str]]:
    return [(visit.visit.resource_id, visit.state) for visit in today(context).progress.visits]


def test_the_plan_of_today_has_the_new_one_in_the_place_of_the_old(sqlite_url: str) -> None:
    listed = catalog(entry("Old"), entry("Other"), entry("New"))
    made = make_library(sqlite_url, listed)
    with made.store:
        assert planned(made) == [(1, "left"), (2, "left")]
        join(made, OLD, "3")
        assert planned(made) == [(3, "left"), (2, "left")]
        undo(made)
        assert planned(made) == [(1, "left"), (2, "left")]
        join(made, OLD, NEW)
        assert planned(made) == [(2, "left")]
        assert doctor(made) == []


def test_what_was_done_today_is_done_of_the_new_one(context: Context) -> None:
    assert planned(context) == [(1, "left"), (2, "left")]
    graded(context, OLD, 0)
    join(context, OLD, NEW)
    assert planned(context) == [(2, "done")]


def test_a_second_rating_and_a_second_join_follow(context: Context) -> None:
    for day, name in ((0, OLD), (2, NEW), (3, "3")):
        graded(context, name, day)
    join(later(context, 3), OLD, NEW)
    graded(context, NEW, 3, Rating.EASY)
    join(later(context, 4), NEW, "3")
    assert days_of(context, "3") == [0, 2, 3]
    assert doctor(context) == []
    for _ in range(3):
        undo(later(context, 5))
    assert (days_of(context, OLD), days_of(context, NEW), days_of(context, "3")) == ([0], [2], [3])
    assert doctor(context) == []


def test_a_join_is_the_same_on_every_database(anywhere: Context) -> None:
    import_catalog(anywhere, Source(catalog(*map(entry, LISTED)), "/list.md"))
    sit(anywhere, NEW, Grade(Rating.GOOD, TODAY, minutes=5))
    graded(anywhere, OLD, 1)
    graded(anywhere, NEW, 3)
    edit(anywhere, "3", Edit(after=(1,)))
    before = living_now(anywhere.store)
    assert join(later(anywhere, 4), OLD, NEW).reviews == 1
    assert (days_of(anywhere), find(anywhere.store, OLD).id) == ([1, 3], 2)
    assert doctor(anywhere) == []
    assert not import_catalog(anywhere, Source(catalog(*map(entry, LISTED)), "/list.md")).changes
    undo(later(anywhere, 5))
    assert living_now(anywhere.store) == before
