"""The page's sentences of statistics: in English those of the terminal, in Chinese none of them."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import get_args

import pytest

from recall.cli.commands.memory import forecast as terminal_forecast
from recall.cli.commands.memory.stats_words import facts as terminal_facts
from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.habits import Habits
from recall.domain.ahead.list_end import ListEnd
from recall.domain.calendar.budget import Budget
from recall.domain.memory.recalled import Recalled, Verdict
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.domain.statistics.time_spent import TimeSpent
from recall.storage.tables.results.recalled import Beginning
from recall.usecases.memory.plain_statistics import KeptNow
from recall.usecases.memory.statistics import Statistics
from recall.usecases.planning.ahead.forecast import Forecast
from recall.web.words.told.coming import assumptions, reading_end
from recall.web.words.told.statistics import facts
from recall.web.words.words import words_of
from testing.libraries.counted import COUNTS, RECALLED, TOLD
from testing.libraries.factories import TODAY

ENGLISH, CHINESE = words_of("en"), words_of("zh")


def every_way() -> Iterator[Statistics]:
    """Statistics in every way in which things can stand, but for dates."""
    yield COUNTS._replace(has_begun=False)
    for verdict in get_args(Verdict):
        yield COUNTS._replace(told=TOLD._replace(verdict=verdict))
    for total in (Recalled(1, 1), Recalled(48, 41, 40, 36.0, 43.0), Recalled()):
        told = TOLD._replace(total=total, dated=total, verdict="too few", has_revisits=False)
        for first_due in (None, TODAY):
            yield COUNTS._replace(told=told._replace(beginning=Beginning(0, first_due)))
    for dated in (Recalled(), RECALLED._replace(revisits=47), RECALLED._replace(revisits=30)):
        for verdict in get_args(Verdict)[:2]:
            yield COUNTS._replace(told=TOLD._replace(dated=dated, verdict=verdict))
    for kept in (KeptNow(), KeptNow(1, 0, 3.0), KeptNow(40, 31, 20.0)):
        for before in (0, 1, 9):
            yield COUNTS._replace(told=TOLD._replace(kept=kept, beginning=Beginning(before, None)))
    for progress in (
        ListProgress(10, 10, ()),
        ListProgress(10, 4, (), held=6),
        ListProgress(10, 4, ()),
        ListProgress(10, 4, (), has_pace=True, held=1),
        ListProgress(10, 4, (), TODAY + timedelta(9), has_pace=True),
        ListProgress(10, 4, (), TODAY + timedelta(100), has_pace=True, held=1),
        ListProgress(10, 4, (), TODAY + timedelta(400), has_pace=True),
    ):
        yield COUNTS._replace(told=TOLD._replace(progress=progress))
    for streak in (
        Streak(longest=20),
        Streak(days=1, done_days=1, longest=20),
        Streak(days=3, done_days=1, free_days=2, longest=3),
        Streak(days=3, done_days=1, free_days=2, longest=9),
    ):
        yield COUNTS._replace(streak=streak)
    yield COUNTS._replace(spent=TimeSpent(7, 1, 1, 45), total=Tally(minutes=7, estimated_minutes=5))


WAYS = list(every_way())


@pytest.mark.parametrize("counts", WAYS, ids=range(len(WAYS)))
def test_the_page_says_what_the_terminal_says(counts: Statistics) -> None:
    assert dict(facts(ENGLISH, counts)) == dict(terminal_facts(counts))


@pytest.mark.parametrize("counts", WAYS, ids=range(len(WAYS)))
def test_in_chinese_no_english_is_left(counts: Statistics) -> None:
    for name, text in facts(CHINESE, counts):
        words = set(re.findall(r"[A-Za-z]{2,}", f"{name} {text.replace('_', '')}"))
        known = {"recall", "optimize", "workload", "dailyminutes", "newshare", "desiredretention"}
        assert words <= known


def test_a_first_revisit_of_another_day_has_its_date() -> None:
    told = TOLD._replace(total=Recalled(), has_revisits=False)
    told = told._replace(beginning=Beginning(0, TODAY + timedelta(3)))
    said = dict(facts(ENGLISH, COUNTS._replace(told=told)))["recalled"]
    assert said == "nothing was revisited yet; the first revisit is due on Thu 5 Mar"


def test_weeks_without_revisits_lead_to_more_weeks() -> None:
    told = TOLD._replace(total=Recalled(), has_revisits=True)
    assert "longer time" in dict(facts(ENGLISH, COUNTS._replace(told=told)))["recalled"]


@pytest.mark.parametrize(
    "habits",
    [
        Habits(),
        Habits(days=56, worked=25),
        Habits(days=56, worked=25, planned=900, done=810, used=900),
        Habits(days=56, worked=25, planned=900, done=810, used=700),
    ],
)
def test_the_forecast_supposes_what_the_terminal_says(habits: Habits) -> None:
    assert assumptions(ENGLISH, habits) == terminal_forecast._assumptions(habits)
    assert not re.search("[A-Za-z]", assumptions(CHINESE, habits))


@pytest.mark.parametrize(
    "end",
    [
        None,
        ListEnd(TODAY + timedelta(9), 0),
        ListEnd(TODAY + timedelta(90), 0),
        ListEnd(None, 1),
        ListEnd(None, 30),
    ],
)
def test_the_end_of_the_list_is_told_as_in_the_terminal(end: ListEnd | None) -> None:
    forecast = Forecast([DayAhead(TODAY, 45)], Habits(), end, 40, Budget(45))
    assert reading_end(ENGLISH, forecast) == terminal_forecast._ending(forecast)
    assert not re.search("[A-Za-z]", reading_end(CHINESE, forecast))
