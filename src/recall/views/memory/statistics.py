"""Statistics: whole, whatever a screen leaves out."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from recall.domain.memory.accuracy import Accuracy, wilson
from recall.domain.memory.recalled import Recalled
from recall.domain.memory.retention import KEPT_FROM
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.usecases.context import Context
from recall.usecases.memory.plain_statistics import PlainStatistics
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
            "by_month": [
                _month(day) | tally_as_json(month) | _hoped(counts.told.by_month.get(day))
                for day, month in counts.by_month.items()
            ],
            "by_week": [
                _week(day) | tally_as_json(week) | _hoped(counts.told.by_week.get(day))
                for day, week in counts.by_week.items()
            ],
            "by_day": [
                {"study_date": day.isoformat(), "planned": day_counts.planned}
                | day_counts.done._asdict()
                for day, day_counts in counts.by_day.items()
            ],
            "by_kind": [
                {"kind": kind} | tally_as_json(tally) for kind, tally in counts.by_kind.items()
            ],
            "by_section": [
                {"section": list(section)} | tally_as_json(tally)
                for section, tally in counts.by_section.items()
            ],
            "calibration": _accuracy_as_json(counts.accuracy),
            "streak": _streak_as_json(counts.streak),
            "spent": counts.spent._asdict(),
            **_told_as_json(counts.told),
        }


def statistics_view(
    context: Context, weeks: int, splits: Collection[Split] = SPLITS, *, measured: bool = True
) -> StatisticsView:
    """Count the latest weeks, the present one included, split and measured as it is asked for."""
    return StatisticsView(statistics(context, weeks, splits, measured=measured), weeks)


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


def _month(first: date) -> dict[str, object]:
    return {"month": f"{first:%Y-%m}", "first_day": first.isoformat()}


def _hoped(recalled: Recalled | None) -> dict[str, float | None]:
    """Return the recall that was expected and that was wanted of some time's revisits."""
    hoped = Recalled() if recalled is None else recalled
    return {"expected": hoped.expected_share, "wanted": hoped.wanted_share}


def _told_as_json(told: PlainStatistics) -> dict[str, object]:
    return {
        "recalled": _recalled_as_json(told.total) | {"verdict": told.verdict},
        "dated": _recalled_as_json(told.dated),
        "by_lateness": [
            {"came": came} | _recalled_as_json(recalled)
            for came, recalled in told.by_lateness.items()
        ],
        "kept": {"at_least": KEPT_FROM} | told.kept._asdict(),
        "waiting": {
            "read_before": told.beginning.read_before,
            "first_due": _iso(told.beginning.first_due),
        },
        "list": _progress_as_json(told.progress),
    }


def _recalled_as_json(recalled: Recalled) -> dict[str, object]:
    return {
        "revisits": recalled.revisits,
        "passed": recalled.passed,
        "share": recalled.share,
        "judged": recalled.judged,
        "expected": recalled.expected_share,
        "wanted": recalled.wanted_share,
    }


def _progress_as_json(progress: ListProgress) -> dict[str, object]:
    return {
        "resources": progress.resources,
        "read": progress.read,
        "on_hold": progress.held,
        "done_by": _iso(progress.done_by),
        "sections": [
            section._asdict() | {"section": list(section.section)} for section in progress.sections
        ],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _accuracy_as_json(accuracy: Accuracy) -> dict[str, object]:
    bands = [band._asdict() for band in accuracy.bands]
    return accuracy._asdict() | {"rmse": accuracy.rmse, "bands": bands}


def _streak_as_json(streak: Streak) -> dict[str, object]:
    return streak._asdict() | {"since": _iso(streak.since)}
