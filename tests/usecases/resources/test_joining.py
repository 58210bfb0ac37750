"""Joining two resources: history, state, places and all else; undone as one, proved by doctor."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.library.resource import Link
from recall.errors import BadInput, NotFound
from recall.storage.tables import log
from recall.storage.tables.prerequisites import edges
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.resources.joining import join
from recall.usecases.resources.shelving import archive, postpone, suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.factories import NOW, TODAY, at, catalog, entry, make_library, titled
from testing.tables import dump, living_now

OLD, NEW = "1", "2"

LISTED = ("Old", "New", "Other", "X", "Y")


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A library with a list of a few things, nothing read."""
    made = make_library(sqlite_url, catalog(*map(entry, LISTED)))
    with made.store:
        yield made


def later(context: Context, days: int) -> Context:
    return at(context, NOW + timedelta(days))


def graded(context: Context, name: str, day: int, rating: Rating = Rating.GOOD) -> None:
    moment = later(context, day)
    grade(moment, name, Grade(rating, moment.today))


def days_of(context: Context, name: str = NEW) -> list[int]:
    return [(one.study_date - TODAY).days for one in log.reviews(context.store, int(name))]


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
    again = [one._replace(id=0, resource_id=1) for one in log.reviews(context.store, 2)]
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
    assert [one.minutes for one in log.sittings(context.store, 2)] == [5, 7, 9]
    assert (done.sittings, done.resource.status, done.resource.minutes_read) == (1, "reading", 21)
    assert doctor(context) == []
    undo(later(context, 3))
    assert living_now(context.store) == before


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


def test_both_stand_in_the_list_as_one(context: Context) -> None:
    done = join(context, OLD, NEW).resource
    assert [place.title for place in done.places] == ["Old", "New"]
    again = catalog(*map(entry, LISTED))
    assert not import_catalog(context, Source(again, None)).changes
    assert not import_catalog(context, Source(again, None)).changes


def gone(context: Context, *names: str) -> None:
    left = [entry(name) for name in LISTED if name not in names]
    import_catalog(context, Source(catalog(*left), None))


@pytest.mark.parametrize(
    ("names", "is_gone", "titles"),
    [
        (("Old",), False, ["New"]),
        (("New",), False, ["Old"]),
        (("Old", "New"), True, ["Old", "New"]),
    ],
)
def test_what_is_gone_from_its_list_is_joined_too(
    context: Context,
    names: tuple[str, ...],
    is_gone: bool,
    titles: list[str],
) -> None:
    gone(context, *names)
    before = living_now(context.store)
    done = join(context, OLD, NEW).resource
    assert (done.gone, [place.title for place in done.places]) == (is_gone, titles)
    assert doctor(context) == []
    undo(context)
    assert living_now(context.store) == before


def test_the_old_one_is_found_as_the_new_one(context: Context) -> None:
    join(context, OLD, NEW)
    assert find(context.store, OLD).id == 2
    assert find(context.store, "https://example.org/Old").id == 2
    join(context, NEW, "3")
    assert find(context.store, OLD).id == find(context.store, NEW).id == 3
    with pytest.raises(NotFound):
        find(context.store, "9")


def test_an_id_is_not_used_again(context: Context) -> None:
    join(context, OLD, NEW)
    import_catalog(context, Source(catalog(entry("Old"), entry("Fresh")), "/other.md"))
    assert find(context.store, "Fresh").id == 6
    assert find(context.store, OLD).id == 2


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
    return [(one.visit.resource_id, one.state) for one in today(context).progress.visits]


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


def live(context: Context, name: str, state: str) -> None:
    """Bring a resource into a state; a revisit if it is to be read."""
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


def test_what_a_join_brings_stays_in_the_next_import(empty: Context) -> None:
    told = entry("A")._replace(
        labels=("math",),
        links=(Link("code", "repo", "https://example.org/code"),),
        description="about graphs",
        read_on="2024-05",
        saved_on=date(2024, 4, 30),
    )
    import_catalog(empty, Source(catalog(told, entry("B")), "/list.md"))
    join(empty, "A", "B")
    again = import_catalog(empty, Source(catalog(entry("B")), "/list.md"))
    assert (again.new, again.gone) == (0, 0)
    after = titled(empty, "B")
    names = ("links", "labels", "description", "read_on", "saved_on")
    assert [getattr(after, name) for name in names] == [getattr(told, name) for name in names]
    assert doctor(empty) == []


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


def test_a_resource_without_a_link_is_found_by_its_line(empty: Context) -> None:
    old, new = entry("A book without a link", None), entry("The book")
    listed = catalog(old, new, entry("X"))
    import_catalog(empty, Source(listed, "/list.md"))
    join(empty, OLD, NEW)
    report = import_catalog(empty, Source(listed, "/list.md"))
    assert (report.changes, report.unchanged) == (False, 2)
    assert [place.title for place in find(empty.store, NEW).places] == [
        "A book without a link",
        "The book",
    ]


@pytest.mark.parametrize("names", [(OLD, "5"), ("5", OLD)])
def test_both_places_stay_in_the_order_of_the_list(
    context: Context, names: tuple[str, str]
) -> None:
    join(context, *names)
    for listed in (LISTED, ("More", *LISTED), ("More", *LISTED[::-1])):
        source = Source(catalog(*map(entry, listed)), None)
        import_catalog(context, source)
        assert not import_catalog(context, source).changes
    assert doctor(context) == []


def test_a_line_without_a_link_stays_one_with_what_was_joined(empty: Context) -> None:
    linked, text = entry("A linked book"), entry("A book", None)
    import_catalog(empty, Source(catalog(linked, text, entry("X")), "/list.md"))
    join(empty, OLD, NEW)
    for section in ("Section", "Other"):
        listed = catalog(linked, entry("A book", None, section=(section,)), entry("X"))
        import_catalog(empty, Source(listed, "/list.md"))
        assert not import_catalog(empty, Source(listed, "/list.md")).changes
