"""Statistics as `--json` prints them: whole, whatever the screen would leave out."""

from datetime import date

from recall.domain.memory.accuracy import Accuracy, wilson
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.summary import Tally
from recall.usecases.memory.statistics import Statistics


def statistics_json(found: Statistics, weeks: int) -> dict[str, object]:
    """The object, without its schema; null and empty lists where there is nothing to count."""
    return {
        "study_date": found.today.isoformat(),
        "weeks": weeks,
        "first_day": found.first.isoformat(),
        "total": tally_json(found.total),
        "by_week": [_week(week) | tally_json(one) for week, one in found.by_week.items()],
        "by_kind": [{"kind": kind} | tally_json(one) for kind, one in found.by_kind.items()],
        "by_section": [
            {"section": list(section)} | tally_json(one)
            for section, one in found.by_section.items()
        ],
        "calibration": _accuracy(found.accuracy),
        "streak": _streak(found.streak),
    }


def tally_json(tally: Tally) -> dict[str, object]:
    """One tally, with the 95 % interval of its retention."""
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


def _accuracy(found: Accuracy) -> dict[str, object]:
    return found._asdict() | {"bands": [one._asdict() for one in found.bands]}


def _streak(streak: Streak) -> dict[str, object]:
    since = None if streak.since is None else streak.since.isoformat()
    return streak._asdict() | {"since": since}
