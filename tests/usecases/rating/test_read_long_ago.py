"""What was read before recall knew of it: the person's statement, and what it does to dates."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.card import Memory, Rating
from recall.domain.library.review import learnt_from
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS, Model, review
from recall.domain.memory.weights import Weights
from recall.errors import BadInput
from recall.storage.actions import begin
from recall.storage.tables.results.ratings import ratings
from recall.storage.tables.results.statistics import judged
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.memory.rescheduling import plan, reschedule
from recall.usecases.rating.grading import Grade, Graded, grade, read
from recall.usecases.rating.once import read_once
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.joining import join
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled
from testing.libraries.grading import the_log
from testing.libraries.other_parameters import adopt

AGAIN, HARD, GOOD, EASY = Rating
OTHER = Weights(*(DEFAULT_WEIGHTS[0] * 2, *DEFAULT_WEIGHTS[1:8], 1.5, *DEFAULT_WEIGHTS[9:]))
LISTED = [
    *(entry._replace(read_on="2025-09-01") for entry in entries(1, read=1)),
    *entries(5, read=4)[1:],
]
"""Of four that are read, the list says of the first when."""

DATED, FIRST, SECOND, THIRD, UNREAD = (f"Resource {number}" for number in range(1, 6))


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = make_library(sqlite_url, catalog(*LISTED))
    with made.store:
        yield made


def graded(
    context: Context,
    title: str,
    rating: Rating = GOOD,
    *,
    read_on: str | None = None,
    day: int = 0,
) -> Graded:
    here = at(context, NOW + timedelta(day))
    return grade(here, titled(here, title), Grade(rating, here.today, read_on=read_on))


def as_if_read(days: int, rating: Rating, on: date = TODAY, model: Model = Model()) -> Memory:  # noqa: B008 - an immutable NamedTuple
    """Return the memory after a rating that follows a good first reading by a number of days."""
    first = review(None, GOOD, on - timedelta(days), model)
    return review(first.memory, rating, on, model).memory


@pytest.mark.parametrize("rating", Rating)
def test_the_first_grade_counts_as_a_review_after_that_time(
    context: Context, rating: Rating
) -> None:
    after = graded(context, FIRST, rating, read_on="2025-09-01")
    days = (TODAY - date(2025, 9, 1)).days
    assert after.resource.card.memory == as_if_read(days, rating)
    (row,) = the_log(context, after.resource)
    assert (row.elapsed, row.stability_before) == (days, DEFAULT_WEIGHTS.w2)
    assert row.difficulty_before == review(None, GOOD, TODAY, Model()).memory.difficulty
    assert 0 < (row.retrievability or 0) < 0.6
    assert (row.due_before, after.resource.card.lapses) == (TODAY, 0)
    stored = titled(context, FIRST)
    assert (stored.read_on, stored.read_on_said) == ("2025-09-01", True)
    assert stored == after.resource
    assert doctor(context) == []


@pytest.mark.parametrize(
    ("read_on", "days"),
    [("this week", 4), ("this month", 15), ("this year", 180), ("longer", 540), ("2026-01", 45)],
)
def test_what_is_said_roughly_counts_as_so_many_days(
    context: Context, read_on: str, days: int
) -> None:
    done = graded(context, FIRST, read_on=read_on)
    assert done.review.elapsed == days
    assert done.resource.card.memory == as_if_read(days, GOOD)
    assert titled(context, FIRST).read_on == read_on
    assert doctor(context) == []


def test_a_date_of_the_list_counts_without_a_word(context: Context) -> None:
    days = (TODAY - date(2025, 9, 1)).days
    resource = titled(context, DATED)
    shown = preview_dates(context, resource, TODAY)
    done = graded(context, DATED)
    assert done.review.elapsed == days
    assert done.resource.card.due == shown[GOOD]
    assert done.resource.read_on_said is False
    assert (shown[GOOD] - TODAY).days > 30


def test_who_does_not_know_gets_the_dates_of_a_first_reading(context: Context) -> None:
    done = graded(context, FIRST)
    assert (done.review.elapsed, done.review.stability_before) == (None, None)
    assert done.review.interval == 2


@pytest.mark.parametrize("read_on", ["2026-03-02", "2026-03-01"])
def test_what_was_read_on_the_day_itself_is_a_first_reading(context: Context, read_on: str) -> None:
    elapsed = graded(context, FIRST, read_on=read_on).review.elapsed
    assert elapsed == (None if read_on == "2026-03-02" else 1)


def test_an_unread_resource_can_be_said_to_be_read(context: Context) -> None:
    done = graded(context, UNREAD, read_on="2024")
    assert (done.resource.status, done.resource.read_on) == ("read", "2024")
    assert done.review.elapsed == (TODAY - date(2024, 7, 1)).days
    again = graded(context, UNREAD, HARD)
    assert again.review.elapsed == done.review.elapsed
    assert doctor(context) == []


def test_a_rating_of_the_same_day_counts_from_the_same_reading(context: Context) -> None:
    graded(context, FIRST, read_on="this year")
    again = graded(context, FIRST, HARD)
    assert again.review.elapsed == 180
    other = graded(context, FIRST, EASY, read_on="this month")
    assert (other.review.elapsed, other.resource.read_on) == (15, "this month")
    assert doctor(context) == []


def test_undo_takes_the_statement_back_with_the_grade(context: Context) -> None:
    before = living_now(context.store)
    graded(context, FIRST, read_on="longer")
    undo(context)
    assert living_now(context.store) == before
    assert titled(context, FIRST).read_on is None


def test_a_later_edit_moves_nothing(context: Context) -> None:
    done = graded(context, FIRST, read_on="this year")
    after = edit(context, done.resource, Edit(read_on="2020"))
    assert (after.read_on, after.card) == ("2020", done.resource.card)
    assert the_log(context, after)[0].elapsed == 180
    assert doctor(context) == []
    undo(context)
    assert titled(context, FIRST).read_on == "this year"


def test_an_edit_before_the_first_grade_counts_then(context: Context) -> None:
    edit(context, titled(context, FIRST), Edit(read_on="2025-09-01"))
    assert graded(context, FIRST, day=9).review.elapsed == (TODAY - date(2025, 9, 1)).days + 9
    edit(context, titled(context, DATED), Edit(read_on=""))
    assert titled(context, DATED).read_on is None
    assert graded(context, DATED, day=9).review.elapsed is None


@pytest.mark.parametrize(
    ("title", "wanted", "message"),
    [
        (UNREAD, Edit(read_on="2024"), "5 is unread; 'recall grade 5 RATING --read-on 2024'"),
        (FIRST, Edit(read_on="this year"), "'this year' will not be true later; give a year"),
    ],
)
def test_an_edit_that_would_say_nothing_true_is_refused(
    context: Context, title: str, wanted: Edit, message: str
) -> None:
    before = living_now(context.store)
    with pytest.raises(BadInput, match=message):
        edit(context, titled(context, title), wanted)
    assert living_now(context.store) == before


def test_the_day_of_a_reading_is_said_with_the_first_grade_alone(context: Context) -> None:
    graded(context, FIRST)
    before = living_now(context.store)
    with pytest.raises(BadInput, match="2 was graded on 2026-03-02 already, and the day of its"):
        graded(context, FIRST, read_on="2024", day=3)
    assert living_now(context.store) == before


def test_a_statement_after_the_grade_is_refused(context: Context) -> None:
    with pytest.raises(BadInput, match="2026-04 is after 2026-03-02, the day of the grade"):
        graded(context, FIRST, read_on="2026-04")


def test_a_clock_that_was_set_back_makes_it_a_first_reading(context: Context) -> None:
    edit(context, titled(context, FIRST), Edit(read_on="2026-03-01"))
    assert graded(context, FIRST, day=-400).review.elapsed is None
    assert doctor(context) == []


@pytest.mark.parametrize("read_on", ["1900", "0001-01-01"])
def test_a_reading_of_long_ago_has_a_date_too(context: Context, read_on: str) -> None:
    done = graded(context, FIRST, read_on=read_on)
    assert 0 < (done.review.retrievability or 0) < 1
    assert 30 < done.review.interval <= 365
    assert doctor(context) == []


def test_a_damaged_date_of_reading_is_none_and_doctor_names_it(context: Context) -> None:
    number = titled(context, FIRST).id
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, {"read_on": "soon"})
    assert graded(context, FIRST).review.elapsed is None
    assert doctor(context) == [
        "resource 2, read_on: 'soon' cannot be read",
        "change 13, before (read_on): 'soon' cannot be read",
    ]


def test_a_reading_anew_without_a_rating_is_a_first_reading(context: Context) -> None:
    done = read(context, titled(context, DATED), Grade(GOOD, TODAY), is_rated=False)
    assert done.review.elapsed is None
    assert done.resource.read_on == "2025-09-01"


def test_a_rating_of_what_is_read_once_counts_from_its_reading(context: Context) -> None:
    read_once(context, titled(context, UNREAD), Grade(GOOD, TODAY), is_rated=False)
    assert graded(context, UNREAD, day=40, read_on="2026-03-02").review.elapsed == 40


def test_the_statement_stays_when_the_list_comes_again(context: Context) -> None:
    graded(context, FIRST, read_on="this year")
    told = [one._replace(read_on="2021") for one in LISTED]
    import_catalog(context, Source(catalog(*told), "/list.md"))
    assert (titled(context, FIRST).read_on, titled(context, SECOND).read_on) == (
        "this year",
        "2021",
    )


def test_a_set_of_parameters_replays_the_log_from_the_reading(context: Context) -> None:
    graded(context, FIRST, read_on="this year")
    adopt(context, OTHER)
    here = at(context, NOW + timedelta(60))
    expected = as_if_read(180, GOOD, model=Model(OTHER))
    done = grade(here, titled(here, FIRST), Grade(GOOD, here.today))
    assert done.review.stability_before == pytest.approx(expected.stability)
    assert doctor(here) == []


def test_rescheduling_replays_the_log_from_the_reading(context: Context) -> None:
    graded(context, FIRST, read_on="this year")
    adopt(context, OTHER)
    reschedule(context, plan(context))
    assert titled(context, FIRST).card.memory == pytest.approx(
        as_if_read(180, GOOD, model=Model(OTHER))
    )
    assert doctor(context) == []


@pytest.mark.parametrize("rescheduled", [False, True])
def test_a_joined_log_keeps_the_reading_before_it(context: Context, rescheduled: bool) -> None:
    graded(context, FIRST, read_on="this year")
    graded(context, FIRST, day=50)
    graded(context, SECOND, day=20)
    later = at(context, NOW + timedelta(60))
    if rescheduled:
        adopt(later, OTHER)
        reschedule(later, plan(later))
    before = living_now(context.store)
    joined = join(later, "2", "3").resource
    assert [one.elapsed for one in the_log(later, joined)] == [180, 20, 30]
    assert (joined.read_on, joined.read_on_said) == ("this year", True)
    assert doctor(later) == []
    undo(later)
    assert living_now(context.store) == before


def test_a_reading_of_the_other_resource_comes_first(context: Context) -> None:
    graded(context, UNREAD)
    graded(context, FIRST, read_on="this year", day=50)
    later = at(context, NOW + timedelta(60))
    assert [one.elapsed for one in the_log(later, join(later, "2", "5").resource)] == [None, 50]
    assert doctor(later) == []


def test_nothing_is_learnt_from_the_revisit_after_an_unknown_reading(database_url: str) -> None:
    context = make_library(database_url, catalog(*LISTED))
    with context.store:
        for title, read_on in ((FIRST, None), (SECOND, "this year"), (UNREAD, None)):
            graded(context, title, read_on=read_on)
            graded(context, title, day=3)
            graded(context, title, AGAIN, day=9)
        log = sorted(ratings(context.store), key=lambda one: (one.resource_id, one.on))
        told_of = [(one.elapsed, one.elapsed is not None and one.learnt) for one in log]
        assert told_of == [
            *((None, False), (3, False), (6, True)),  # nobody knows when it was read
            *((180, True), (3, True), (6, True)),
            *((None, False), (3, True), (6, True)),  # read today
        ]
        assert len(judged(context.store, TODAY, TODAY + timedelta(9))) == 6
        told = [learnt_from(the_log(context, titled(context, one))) for one in (FIRST, UNREAD)]
        assert told == [[True, False, True], [True] * 3]
        assert learnt_from([]) == []


@settings(max_examples=40)
@given(
    read_on=st.none() | st.sampled_from(["this week", "longer", "1900", "2026-02", "2027"]),
    visits=st.lists(
        st.tuples(st.sampled_from(Rating), st.integers(0, 300)), min_size=1, max_size=5
    ),
)
def test_every_log_follows_from_what_was_said(
    shared: Context, read_on: str | None, visits: list[tuple[Rating, int]]
) -> None:
    """With grades of the same day, statements that lie ahead, and all of it taken back."""
    before = living_now(shared.store)
    day, done = 0, 0
    for number, (rating, gap) in enumerate(visits):
        day += gap
        try:
            graded(shared, FIRST, rating, read_on=None if number else read_on, day=day)
            done += 1
        except BadInput:
            assert read_on == "2027"
    assert doctor(shared) == []
    for _ in range(done):
        undo(shared)
    assert living_now(shared.store) == before


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    path = tmp_path_factory.mktemp("read") / "library.db"
    made = make_library(f"sqlite:///{path}", catalog(*LISTED))
    with made.store:
        yield made
