"""Joining two resources of any state: the better one counts, and undo parts them again."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.joining import join
from recall.usecases.resources.shelving import archive, postpone, suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import TODAY, catalog, entry, make_library
from testing.libraries.joined import NEW, OLD, joinable, later


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = joinable(sqlite_url)
    with made.store:
        yield made


State = Callable[[Context, str], object]

STATES: dict[str, State] = {
    "unread": lambda _context, _name: None,
    "reading": lambda context, name: sit(context, name, Grade(Rating.GOOD, TODAY, minutes=5)),
    "read": lambda context, name: read(context, name, Grade(Rating.GOOD, TODAY), is_rated=True),
    "once": lambda context, name: read_once(
        context, name, Grade(Rating.GOOD, TODAY, minutes=5), is_rated=False
    ),
    "once, rated": lambda context, name: read_once(
        context, name, Grade(Rating.GOOD, TODAY), is_rated=True
    ),
    "suspended": suspend,
    "archived": archive,
    "read, suspended": lambda context, name: (
        STATES["read"](context, name),
        suspend(context, name),
    ),
    "reading, archived": lambda context, name: (
        STATES["reading"](context, name),
        archive(context, name),
    ),
    "postponed": lambda context, name: (
        STATES["read"](context, name),
        postpone(context, name, TODAY + timedelta(90)),
    ),
}

EXPECTED = {
    ("unread", "read"): ("read", False),
    ("read", "unread"): ("read", False),
    ("reading", "unread"): ("reading", False),
    ("reading", "read"): ("read", False),
    ("read", "reading"): ("read", False),
    ("once", "unread"): ("read", True),
    ("once", "read"): ("read", False),
    ("read", "once"): ("read", True),
    ("once, rated", "reading"): ("read", True),
    ("archived", "unread"): ("unread", False),
    ("unread", "archived"): ("unread", False),
    ("read", "archived"): ("read", False),
    ("read, suspended", "unread"): ("read", False),
    ("suspended", "archived"): ("suspended", False),
    ("archived", "archived"): ("archived", False),
    ("read, suspended", "reading, archived"): ("suspended", False),
    ("reading, archived", "reading, archived"): ("archived", False),
    ("postponed", "unread"): ("read", False),
    ("unread", "postponed"): ("read", False),
    ("postponed", "postponed"): ("read", False),
}


@pytest.mark.parametrize(("states", "expected"), EXPECTED.items(), ids=str)
def test_the_better_state_counts(
    context: Context, states: tuple[str, str], expected: tuple[str, bool]
) -> None:
    for name, state in zip((OLD, NEW), states, strict=True):
        STATES[state](context, name)
    before = living_now(context.store)
    done = join(context, OLD, NEW).resource
    assert (done.status, done.once) == expected
    assert doctor(context) == []
    undo(context)
    assert living_now(context.store) == before


def test_what_a_list_ticks_keeps_its_date(sqlite_url: str) -> None:
    made = make_library(sqlite_url, catalog(entry("Old", read=True), entry("New")))
    with made.store:
        due = find(made.store, OLD).card.due
        done = join(made, OLD, NEW).resource
        assert (done.status, done.card.due, done.card.memory) == ("read", due, None)
        assert doctor(made) == []


def live(context: Context, name: str, state: str) -> None:
    """Bring a resource into a state; to make it read, grade a revisit."""
    if state == "read":
        grade(context, name, Grade(Rating.HARD, context.today))
    else:
        STATES[state](context, name)


LIFE = st.lists(
    st.tuples(st.sampled_from([OLD, NEW]), st.sampled_from(sorted(STATES)), st.integers(0, 60)),
    max_size=6,
)


@pytest.mark.slow
@given(LIFE, st.sampled_from([(OLD, NEW), (NEW, OLD)]))
@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_lives_are_joined_and_parted(
    context: Context, life: list[tuple[str, str, int]], names: tuple[str, str]
) -> None:
    for name, state, day in sorted(life, key=lambda one: one[2]):
        with suppress(BadInput):
            live(later(context, day), name, state)
    before = living_now(context.store)
    moment = later(context, 61)
    join(moment, *names)
    assert doctor(context) == []
    assert log.reviews(context.store, int(names[0])) == []
    undo(moment)
    assert living_now(context.store) == before
    assert doctor(context) == []
    while log.last_action(context.store) is not None:
        undo(moment)
