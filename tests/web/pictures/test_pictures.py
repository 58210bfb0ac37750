"""Each picture by its numbers: where its shapes stand, and what its table says."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import pytest

from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.habits import Habits
from recall.domain.calendar.budget import Budget
from recall.domain.calendar.pauses import Pause
from recall.domain.day.plan import PlannedVisit
from recall.domain.memory.accuracy import Accuracy, measure
from recall.domain.memory.recalled import Recalled
from recall.domain.statistics.summary import Tally
from recall.domain.statistics.time_spent import DaySpent
from recall.usecases.planning.ahead.forecast import Forecast
from recall.views.ahead import ForecastView
from recall.web.pictures.axes import PLOT_BOTTOM, PLOT_TOP
from recall.web.pictures.calibration import calibration
from recall.web.pictures.coming_days import coming_days
from recall.web.pictures.minutes_by_day import MOST_COLUMNS, minutes_by_day
from recall.web.pictures.picture import LEFT, RIGHT, Picture, Shape
from recall.web.pictures.recall_by_time import recall_by_time
from recall.web.pictures.year_of_days import level_of, year_of_days
from recall.web.words.words import PageWords, words_of

ENGLISH, CHINESE = words_of("en"), words_of("zh")
MONDAY = date(2026, 3, 2)
WEEK = timedelta(7)
DAY = timedelta(1)


def looks(picture: Picture, look: str) -> list[Shape]:
    return [shape for shape in picture.shapes if shape.look == look]


def values(shapes: Sequence[Shape], name: str) -> list[float]:
    return [float(shape.at[name]) for shape in shapes]


def told(passed: int, revisits: int = 10) -> Recalled:
    return Recalled(revisits, passed, revisits, revisits * 0.88, revisits * 0.9)


def height(share: float, low: float) -> float:
    return round(PLOT_BOTTOM + (share - low) / (1 - low) * (PLOT_TOP - PLOT_BOTTOM), 1)


def test_recall_stands_at_its_share_and_a_week_without_revisits_is_left_open() -> None:
    weeks = [MONDAY - 3 * WEEK, MONDAY - 2 * WEEK, MONDAY - WEEK, MONDAY]
    picture = recall_by_time(ENGLISH, weeks, {weeks[1]: told(8), weeks[3]: told(10)}, "week")
    assert values(looks(picture, "recalled"), "cy") == [height(0.8, 0.7), height(1.0, 0.7)]
    assert values(looks(picture, "wanted"), "y1") == [height(0.9, 0.7)] * 2
    assert values(looks(picture, "expected"), "y1") == [height(0.88, 0.7)] * 2
    width = (RIGHT - LEFT) / 3  # the weeks before the first revisit are left out
    across = [LEFT + width / 2, LEFT + 2.5 * width]
    assert values(looks(picture, "recalled"), "cx") == pytest.approx(across, abs=0.1)
    assert picture.says == "18 of 20 revisits recalled: 90 %; 90 % wanted."
    assert picture.rows[0] == ("Mon 16 Feb 2026", "80 %", "49 % – 94 %", "88 %", "90 %", "10")
    assert len(picture.rows) == 2


def test_recall_that_was_not_predicted_has_no_stroke() -> None:
    unknown = told(9)._replace(judged=0, expected=0.0)
    picture = recall_by_time(ENGLISH, [MONDAY], {MONDAY: unknown}, "month")
    assert not looks(picture, "expected")
    assert picture.rows == [("Mar 2026", "90 %", "60 % – 98 %", "", "90 %", "10")]


def test_predictions_that_came_true_stand_on_the_diagonal() -> None:
    accuracy = measure([(0.8, number < 8) for number in range(10)])
    picture = calibration(ENGLISH, accuracy)
    (dot,), (line,) = looks(picture, "recalled"), looks(picture, "wanted")
    slope = (float(line.at["y2"]) - float(line.at["y1"])) / (
        float(line.at["x2"]) - float(line.at["x1"])
    )
    on_line = float(line.at["y1"]) + slope * (float(dot.at["cx"]) - float(line.at["x1"]))
    assert float(dot.at["cy"]) == pytest.approx(on_line, abs=0.2)
    assert picture.says == "80 % of 10 revisits predicted to be recalled, and 80 % were."
    assert picture.rows == [("80 %", "80 %", "49 % – 94 %", "10")]


def test_minutes_are_columns_and_what_was_not_recorded_is_another_part() -> None:
    days = {
        MONDAY: DaySpent(Tally(minutes=30, estimated_minutes=10), 45),
        MONDAY + DAY: DaySpent(Tally(), 0),
    }
    picture = minutes_by_day(ENGLISH, days)
    unit = (PLOT_BOTTOM - PLOT_TOP) / 45
    assert values(looks(picture, "spent"), "height") == [round(20 * unit, 1)]
    assert values(looks(picture, "guessed"), "height") == [round(10 * unit, 1)]
    assert values(looks(picture, "had"), "y1") == [PLOT_TOP]  # a day off has no line
    assert picture.says == "30 min in 2 days, of 45 that they had."
    assert picture.rows[0] == ("Mon 2 Mar 2026", "30", "10", "45")


def test_a_long_time_is_drawn_by_its_latest_days() -> None:
    days = {MONDAY + number * DAY: DaySpent(Tally(minutes=5), 45) for number in range(370)}
    picture = minutes_by_day(ENGLISH, days)
    assert len(picture.rows) == len(looks(picture, "spent")) == MOST_COLUMNS
    assert picture.rows[-1][0] == ENGLISH.dated(MONDAY + 369 * DAY)


@pytest.mark.parametrize(
    ("minutes", "planned", "level"),
    [(0, 45, 0.0), (1, 45, 0.25), (20, 45, 0.5), (45, 45, 1.0), (90, 45, 1.0), (5, 0, 1.0)],
)
def test_a_square_is_as_full_as_its_day(minutes: int, planned: int, level: float) -> None:
    assert level_of(DaySpent(Tally(minutes=minutes), planned)) == level


def test_a_year_has_a_square_for_each_day_until_today() -> None:
    today = MONDAY + 2 * DAY
    days = {
        today - DAY: DaySpent(Tally(minutes=45), 45),
        today: DaySpent(Tally(), 0),
    }
    picture = year_of_days(ENGLISH, days, today)
    assert len(looks(picture, "empty")) == 52 * 7 + 3
    (full,), (away,) = looks(picture, "spent"), looks(picture, "away")
    assert full.text == "Tue 3 Mar 2026: 45 min"
    assert float(away.at["y1"]) > float(full.at["y"])
    assert picture.rows == [("Mon 2 Mar 2026", "", "45", "0", "", "", "", "")]
    assert [shape.text for shape in picture.shapes[:4]] == ["Mon", "Wed", "Fri", "Sun"]


def coming(*tasks: tuple[Literal["revisit", "read"], int], paused: bool = False) -> ForecastView:
    visits = [
        PlannedVisit(number, task, minutes, "due today")
        for number, (task, minutes) in enumerate(tasks, 1)
    ]
    pauses = (Pause(MONDAY, MONDAY + DAY),) if paused else ()
    day = DayAhead(MONDAY, 45, visits, visits, backlog=2)
    return ForecastView(Forecast([day], Habits(), None, 0, Budget(45, pauses=pauses)))


def test_the_coming_days_have_reading_on_top_of_revisits() -> None:
    picture = coming_days(ENGLISH, coming(("revisit", 10), ("read", 20)))
    (revisit,), (reading,) = looks(picture, "spent"), looks(picture, "guessed")
    assert float(reading.at["y"]) + float(reading.at["height"]) == pytest.approx(
        float(revisit.at["y"]), abs=0.2
    )
    assert float(reading.at["height"]) == pytest.approx(2 * float(revisit.at["height"]), abs=0.2)
    assert picture.rows == [("Mon 2 Mar 2026", "10", "20", "2", "45")]
    assert picture.says == "1 day: about 10 min of revisits and 20 min of new reading."


def test_a_paused_day_has_no_minutes() -> None:
    picture = coming_days(ENGLISH, coming(("revisit", 10), paused=True))
    assert not looks(picture, "had")
    assert picture.rows[0][-1] == "paused"


@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_with_nothing_to_show_a_picture_says_so(language: PageWords) -> None:
    empty = Forecast([DayAhead(MONDAY, 45)], Habits(), None, 0, Budget(45))
    pictures = [
        recall_by_time(language, [], {}, "week"),
        recall_by_time(language, [MONDAY], {}, "month"),
        calibration(language, Accuracy()),
        minutes_by_day(language, {}),
        year_of_days(language, {}, MONDAY),
        coming_days(language, coming()._replace(forecast=empty)),
    ]
    for picture in pictures:
        assert picture.says
        assert not picture.shapes
        assert not picture.rows
