"""What a session says at its end: the day as it stands, and only what is true."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from recall.cli.session.closing import coming_line, day_lines, past_day_lines
from recall.domain.library.card import Rating
from recall.settings.table import Settings
from recall.usecases.breaks import pausing
from recall.usecases.context import Context
from recall.usecases.planning.revising import put_off, set_minutes
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.session.coming import NextRevisits
from recall.views.day import day_view
from testing.libraries.factories import TODAY, catalog, entries, everything, make_library

GO_ON = "'recall review' goes on."


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A day of 30 minutes: a reading of 20 (5) and two of the four revisits of 5 that are due."""
    settings = Settings(daily_minutes=30)
    made = make_library(sqlite_url, catalog(*entries(6, read=4)), settings=settings)
    with made.store:
        day_view(made)
        yield made


def done(context: Context, minutes: int, *numbers: int) -> None:
    for number in numbers:
        grade(context, str(number), Grade(Rating.GOOD, TODAY, minutes))


def lines(context: Context) -> list[str]:
    return day_lines(day_view(context))


def test_it_counts_the_day_and_says_what_is_left(context: Context) -> None:
    assert lines(context) == [
        "Nothing is done today yet.",
        f"3 left, 30 min: {GO_ON}",
    ]
    done(context, 12, 5)
    assert lines(context) == ["1 thing done today, 12 of 30 min.", f"2 left, 10 min: {GO_ON}"]


@pytest.mark.parametrize(
    ("minutes", "left"),
    [
        (24, "1 left, 5 min, and 1 more beyond today's 30 min"),
        (29, "2 more beyond today's 30 min"),
    ],
)
def test_what_is_left_beyond_the_day_is_told_as_such(
    context: Context, minutes: int, left: str
) -> None:
    done(context, minutes, 5)
    told = f"1 thing done today, {minutes} of 30 min."
    assert lines(context) == [told, f"{left}: {GO_ON}"]


def test_a_day_is_done_only_when_nothing_is_left_and_more_is_offered(context: Context) -> None:
    planned = [one.visit.resource_id for one in day_view(context).left]
    done(context, 5, *planned)
    assert lines(context) == [
        "Done for today: 3 things, 15 of 30 min.",
        "1 more is due. 'recall more' adds something.",
    ]


def test_an_empty_day_says_why_it_is_empty(context: Context) -> None:
    for one in day_view(context).left:
        put_off(context, everything(context)[one.visit.resource_id - 1])
    assert lines(context)[:2] == [
        "Nothing is left of today's plan.",
        "3 things put off for today.",
    ]


def test_in_a_pause_nothing_is_offered(context: Context) -> None:
    planned = [one.visit.resource_id for one in day_view(context).left]
    done(context, 5, *planned)
    pausing.pause(context, None, None)  # in another terminal
    assert lines(context) == ["Paused. 'recall resume' ends it."]


def test_other_minutes_of_the_day_count(context: Context) -> None:
    set_minutes(context, 10)
    done(context, 7, 6)
    assert lines(context)[0] == "1 thing done today, 7 of 10 min."


def test_past_the_end_of_the_day_its_plan_is_told_as_today_on_that_day_tells_it(
    context: Context,
) -> None:
    first, *others = [one.visit.resource_id for one in day_view(context).left]
    done(context, 5, first)
    morning = context._replace(now=context.now + timedelta(days=1))
    begins = "'recall review' begins today's plan."

    def told() -> list[str]:
        return past_day_lines(day_view(morning, TODAY), time(4))

    assert told() == ["Monday ended at 04:00 with 2 things of its plan left.", begins]
    for number, since in zip(others, ("1 of them is", "2 of them are"), strict=True):
        grade(morning, str(number), Grade(Rating.GOOD, morning.today, 5))
        assert told()[1:] == [f"{since} done since, and counted for Tuesday.", begins]
    assert [visit.done_on for visit in day_view(morning, TODAY).visits[1:]] == [morning.today] * 2


def test_a_day_that_was_finished_in_time_is_done(context: Context) -> None:
    done(context, 5, *[one.visit.resource_id for one in day_view(context).left])
    morning = context._replace(now=context.now + timedelta(days=1))
    told = past_day_lines(day_view(morning, TODAY), time(4))
    assert told == ["Monday's plan is done.", "'recall review' begins today's plan."]


@pytest.mark.parametrize(
    ("coming", "line"),
    [
        (None, ""),
        (NextRevisits(TODAY + timedelta(1), 1, 5), "Due tomorrow: 1 revisit, 5 min."),
        (
            NextRevisits(date(2027, 1, 4), 3, 14),
            "Due next, Mon 4 Jan 2027 (in 308 days): 3 revisits, 14 min.",
        ),
    ],
)
def test_what_comes_next_is_told(coming: NextRevisits | None, line: str) -> None:
    assert coming_line(coming, TODAY) == line


def test_what_comes_next_comes_on_top_of_what_is_still_due() -> None:
    coming = NextRevisits(TODAY + timedelta(1), 1, 5)
    assert coming_line(coming, TODAY, still_due=2) == "Due tomorrow as well: 1 revisit, 5 min."
    later = coming_line(NextRevisits(TODAY + timedelta(3), 1, 5), TODAY, still_due=2)
    assert later.startswith("Due next, ")
