"""Sittings that say how far they came, and how far a reading has come by then."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.progress import progress_of
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import (
    NOW,
    TODAY,
    at,
    catalog,
    entries,
    entry,
    everything,
    make_library,
)

GOOD = Grade(Rating.GOOD, TODAY)


@pytest.fixture
def context(database_url: str) -> Iterator[Context]:
    """1 is a book of ten hours, 2 and 3 are unread, 4 is read."""
    read = entry("Read", read=True)
    made = make_library(database_url, catalog(entry("Long", minutes=600), *entries(2), read))
    with made.store:
        yield made


def test_a_share_says_how_much_of_the_whole_is_read(context: Context) -> None:
    states = []
    for percent, minutes, read in ((25, 30, 150), (40, None, 240), (10, 5, 60), (0, 5, 0)):
        states.append(shown(context))
        given = GOOD._replace(minutes=minutes)
        assert sit(context, "1", given, percent=percent).resource.minutes_read == read
        assert doctor(context) == []
    taken = [(sitting.minutes, sitting.progress) for sitting in log.sittings(context.store, 1)]
    assert taken == [(30, 150), (20, 90), (5, -180), (5, -60)]
    assert [one.summary for one in log.history(context.store, 1)] == ["5 min, to 0 %"]
    for state in reversed(states):
        undo(context)
        assert shown(context) == state
        assert doctor(context) == []


def test_a_share_is_of_the_minutes_that_are_planned(context: Context) -> None:
    edit(context, "2", Edit(minutes=80))
    assert sit(context, "2", GOOD, percent=50).resource.minutes_read == 40


def test_a_sitting_that_goes_back_is_a_usual_one_though_nothing_was_left(context: Context) -> None:
    sit(context, "1", GOOD._replace(minutes=640))
    assert sit(context, "1", GOOD, percent=50).resource.minutes_read == 300
    assert [sitting.minutes for sitting in log.sittings(context.store, 1)] == [640, 20]


def test_all_of_it_is_no_sitting(context: Context) -> None:
    before = dump(context.store)
    with pytest.raises(BadInput, match="at 100 % it is finished: 'recall read 1' says so"):
        sit(context, "1", GOOD, percent=100)
    assert dump(context.store) == before


def test_sittings_with_and_without_a_share_add_up(context: Context) -> None:
    sit(context, "1", GOOD._replace(minutes=30))
    sit(context, "1", GOOD, percent=50)
    assert sit(context, "1", GOOD._replace(minutes=15)).resource.minutes_read == 315
    assert doctor(context) == []


@pytest.mark.parametrize(("place", "kept"), [("chapter 3", "chapter 3"), ("", None), (None, None)])
def test_the_place_where_it_stopped_is_kept(
    context: Context, place: str | None, kept: str | None
) -> None:
    sit(context, "1", GOOD._replace(note="the gist"), stopped_at=place)
    (sitting,) = log.sittings(context.store, 1)
    assert (sitting.stopped_at, sitting.note, sitting.progress) == (kept, "the gist", None)
    (last,) = log.history(context.store, 1)
    assert last.summary == ("20 min, stopped at chapter 3" if kept else "20 min")


def test_the_last_sitting_is_the_one_of_the_latest_day(context: Context) -> None:
    tomorrow = at(context, NOW + timedelta(1))
    sit(tomorrow, "1", GOOD._replace(on=tomorrow.today), stopped_at="chapter 4")
    sit(tomorrow, "1", GOOD, stopped_at="chapter 3")
    sit(tomorrow, "2", GOOD._replace(minutes=5))
    found = progress_of(tomorrow, everything(tomorrow))
    assert {number: one.last.stopped_at for number, one in found.items()} == {
        1: "chapter 4",
        2: None,
    }
    assert [(one.minutes_read, one.minutes) for one in found.values()] == [(40, 600), (5, 20)]


def test_what_is_finished_or_not_begun_has_come_no_way(context: Context) -> None:
    assert progress_of(context, everything(context)) == {}
    sit(context, "1", GOOD)
    grade(context, "1", GOOD)
    assert progress_of(context, everything(context)) == {}
