"""Statistics: whole, whatever a screen leaves out."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from recall.domain.memory.accuracy import Accuracy, wilson
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.usecases.context import Context
from recall.usecases.memory.statistics import SPLITS, Split, Statistics, statistics
from recall.usecases.memory.week import Week, week


class StatisticsView(NamedTuple):
    """The counts of the latest weeks."""

    counts: Statistics
    weeks: int

    def as_json(self) -> dict[str, object]:
        """Return what `recall stats --json` prints; null and empty lists if nothing is counted."""
        counts = self.counts
        return {
            "study_date": counts.today.isoformat(),
            "weeks": self.weeks,
            "first_day": counts.first.isoformat(),
            "total": tally_as_json(counts.total),
            "by_week": [_week(day) | tally_as_json(week) for day, week in counts.by_week.items()],
            "by_kind": [
                {"kind": kind} | tally_as_json(tally) for kind, tally in counts.by_kind.items()
            ],
            "by_section": [
                {"section": list(section)} | tally_as_json(tally)
                for section, tally in counts.by_section.items()
            ],
            "calibration": _accuracy_as_json(counts.accuracy),
            "streak": _streak_as_json(counts.streak),
        }


def statistics_view(
    context: Context, weeks: int, splits: Collection[Split] = SPLITS
) -> StatisticsView:
    """Count the latest weeks, the present one included, split as it is asked for."""
    return StatisticsView(statistics(context, weeks, splits), weeks)


class WeekView(NamedTuple):
    """The last seven days."""

    week: Week

    def as_json(self) -> dict[str, object]:
        """Return what `recall week --json` prints."""
        week, done = self.week, self.week.done
        return {
            "first_day": week.first.isoformat(),
            "study_date": week.last.isoformat(),
            "read": list(done.read),
            "sat": list(done.sat),
            "recalled": list(done.recalled),
            "forgotten": list(done.forgotten),
            "slipped": week.slipped,
            "revisits": done.revisits,
            "passed": done.passed,
            "days": done.days,
            "minutes": done.minutes,
            "minutes_of_days": week.minutes_of_days,
            "coming": {
                "until": week.until.isoformat(),
                "revisits": week.coming,
                "minutes": week.coming_minutes,
            },
        }


def week_view(context: Context) -> WeekView:
    """Return the last seven days, today included."""
    return WeekView(week(context))


def tally_as_json(tally: Tally) -> dict[str, object]:
    """Return one tally, with the 95 % interval of its retention."""
    low, high = wilson(tally.passed, tally.revisits) if tally.revisits else (None, None)
    return {
        "revisits": tally.revisits,
        "passed": tally.passed,
        "retention": tally.retention,
        "retention_low": low,
        "retention_high": high,
        "first_readings": tally.first_readings,
        "minutes": tally.minutes,
        "estimated_minutes": tally.estimated_minutes,
    }


def _week(monday: date) -> dict[str, object]:
    year, week, _ = monday.isocalendar()
    return {"week": f"{year:04}-W{week:02}", "first_day": monday.isoformat()}


def _accuracy_as_json(accuracy: Accuracy) -> dict[str, object]:
    return accuracy._asdict() | {"bands": [band._asdict() for band in accuracy.bands]}


def _streak_as_json(streak: Streak) -> dict[str, object]:
    since = None if streak.since is None else streak.since.isoformat()
    return streak._asdict() | {"since": since}
