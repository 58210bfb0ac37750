"""Seven days in short."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.statistics.week import WeekVisit, first_of_week, week_done

SUNDAY = date(2026, 3, 8)


def visit(
    number: int, rating: Rating | None, day: int = 0, minutes: int = 5, *, finishes: bool = False
) -> WeekVisit:
    return WeekVisit(SUNDAY + timedelta(day), number, rating, finishes, minutes)


def test_a_week_is_today_and_the_six_days_before() -> None:
    assert first_of_week(SUNDAY) == date(2026, 3, 2)


def test_what_was_graded_again_counts_by_its_last_grade() -> None:
    done = week_done(
        [
            visit(1, Rating.AGAIN),
            visit(2, Rating.GOOD),
            visit(1, Rating.HARD, 2),
            visit(2, Rating.AGAIN, 3),
        ]
    )
    assert (done.recalled, done.forgotten) == ((1,), (2,))
    assert (done.revisits, done.passed, done.days, done.minutes) == (4, 2, 3, 20)


def test_a_first_reading_is_no_revisit_and_sittings_go_on_until_it_is_done() -> None:
    done = week_done(
        [
            visit(1, None),
            visit(2, None),
            visit(1, Rating.GOOD, 1, finishes=True),
            visit(3, None, 2, finishes=True),
        ]
    )
    assert (done.read, done.sat, done.revisits, done.recalled) == ((1, 3), (2,), 0, ())


VISITS = st.builds(
    visit,
    st.integers(1, 4),
    st.none() | st.sampled_from(Rating),
    st.integers(0, 6),
    st.integers(1, 90),
    finishes=st.booleans(),
)


@given(st.lists(VISITS, max_size=12))
def test_everything_is_counted_once(visits: list[WeekVisit]) -> None:
    done = week_done(visits)
    assert not set(done.recalled) & set(done.forgotten)
    assert not set(done.read) & set(done.sat)
    named = {*done.read, *done.sat, *done.recalled, *done.forgotten}
    assert named == {visit.resource_id for visit in visits}
    assert done.minutes == sum(visit.minutes for visit in visits)
    assert 0 <= done.passed <= done.revisits <= len(visits)
