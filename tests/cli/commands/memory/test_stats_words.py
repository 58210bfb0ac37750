"""The sentences of `recall stats`, for every way things can stand."""

from datetime import timedelta
from typing import get_args

import pytest

from recall.cli.commands.memory.stats_words import facts
from recall.domain.memory.recalled import Recalled, Verdict
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.settings.table import SETTINGS
from testing.libraries.counted import COUNTS, RECALLED, TOLD
from testing.libraries.factories import TODAY

HALF, NO_STREAK = ListProgress(10, 4, (), has_pace=True), Streak()


def said(
    verdict: Verdict = "as wanted",
    *,
    dated: Recalled = RECALLED,
    progress: ListProgress = HALF,
    streak: Streak = NO_STREAK,
) -> dict[str, str]:
    told = TOLD._replace(dated=dated, verdict=verdict, progress=progress)
    return dict(facts(COUNTS._replace(told=told, streak=streak)))


def test_recall_is_compared_with_what_was_expected_and_wanted() -> None:
    assert said()["recalled"] == (
        "41 of 48 revisits, 85 %; expected 88 %. You want 90 %. "
        "That is near enough for 48 revisits, so there is nothing to change."
    )


@pytest.mark.parametrize(
    ("dated", "verdict", "text"),
    [
        (
            Recalled(28, 27, 28, 25.0, 28 * 0.93),
            "as wanted",
            "20 were first revisits of what you had read before; of the other 28 you recalled 27, "
            "96 %. You want 93 %. That is near enough for 28 revisits, so",
        ),
        (
            RECALLED._replace(revisits=47),
            "as wanted",
            "1 was a first revisit of what you had read before; of the other 47",
        ),
        (
            Recalled(1, 1, 1, 0.9, 0.9),
            "too few",
            "of the other 1 you recalled 1, 100 %. From 20 others on, they say whether",
        ),
        (
            Recalled(),
            "too few",
            "48 were first revisits of what you had read before. From 20 others on",
        ),
    ],
)
def test_first_revisits_of_what_was_read_before_are_set_apart(
    dated: Recalled, verdict: Verdict, text: str
) -> None:
    found = said(verdict, dated=dated)["recalled"]
    assert found.startswith("41 of 48 revisits, 85 %; expected 88 %. ")
    assert text in found


@pytest.mark.parametrize("verdict", [one for one in get_args(Verdict) if one != "too few"])
def test_every_verdict_says_how_it_compares(verdict: Verdict) -> None:
    text = said(verdict)["recalled"]
    assert text.startswith("41 of 48 revisits, 85 %; expected 88 %. You want 90 %. That is ")
    assert text.endswith(".")


@pytest.mark.parametrize(
    ("verdict", "names"),
    [
        ("came late", ["daily_minutes", "new_share"]),
        ("below expected", ["desired_retention"]),
        ("above", ["desired_retention"]),
    ],
)
def test_a_change_is_named_by_its_setting(verdict: Verdict, names: list[str]) -> None:
    for name in names:
        assert name in said(verdict)["recalled"]
        assert name in SETTINGS


def test_minutes_are_those_of_a_day_against_the_days_own() -> None:
    assert said()["minutes"] == "24 a day, of 45 that you set: 600 on 20 of 25 days"


def test_what_is_kept_and_what_was_read_before_are_told_apart() -> None:
    assert said()["kept"] == (
        "31 of 40 graded resources, each with a chance of 80 % or more to be recalled today; "
        "1 read before recall knew of them was not graded yet"
    )


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (ListProgress(10, 10, ()), "10 of 10 on the list, 100 %"),
        (ListProgress(10, 4, (), held=6), "4 of 10 on the list, 40 %, without 6 on hold"),
        (ListProgress(10, 4, ()), "40 %; when it is done shows after a week with readings"),
        (ListProgress(10, 4, (), has_pace=True), "at your pace it takes more than 2 years"),
        (
            ListProgress(10, 4, (), done_by=TODAY + timedelta(100), has_pace=True, held=1),
            "40 %; done by about June at your pace, without 1 on hold",
        ),
    ],
)
def test_the_end_of_the_list_is_told_if_it_is_known(progress: ListProgress, text: str) -> None:
    assert said(progress=progress)["read"].endswith(text)


@pytest.mark.parametrize(
    ("streak", "text"),
    [
        (NO_STREAK, "begins with your next reading or revisit"),
        (
            Streak(longest=20),
            "begins with your next reading or revisit; 20 days the longest so far",
        ),
        (Streak(days=3, done_days=3, longest=20), "3 days; 20 days the longest"),
        (
            Streak(days=3, done_days=1, free_days=2, longest=3),
            "3 days, 2 of them with nothing due",
        ),
    ],
)
def test_a_streak_that_ended_is_no_reproach(streak: Streak, text: str) -> None:
    assert said(streak=streak)["streak"] == text
