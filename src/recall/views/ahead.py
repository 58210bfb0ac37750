"""The days to come, and the workload of a year."""

from typing import NamedTuple

from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.year_simulation import YEAR_DAYS, Workload
from recall.usecases.context import Context
from recall.usecases.planning.ahead.forecast import Forecast, forecast
from recall.usecases.planning.ahead.workload import HALF_YEAR_DAYS, YearAhead, workload

DIGITS = 4


class ForecastView(NamedTuple):
    """The days to come, from today on."""

    forecast: Forecast

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned, and nothing is left over."""
        return not any(day.visits or day.backlog for day in self.forecast.days)

    def as_json(self) -> dict[str, object]:
        """Return what `recall forecast --json` prints."""
        habits, end = self.forecast.habits, self.forecast.end
        read_by = end.read_by if end else None
        return {
            "days": [self._day_as_json(day) for day in self.forecast.days],
            "assumptions": {
                "known_days": habits.days if habits.are_known else 0,
                "worked_share": round(habits.worked_share, DIGITS),
                "done_share": round(habits.done_share, DIGITS),
                "minutes_factor": round(habits.pace, DIGITS),
            },
            "readings": self.forecast.readings,
            "on_hold": self.forecast.on_hold,
            "read_by": read_by.isoformat() if read_by else None,
            "readings_left": end.unread if end else 0,
        }

    def is_set(self, day: DayAhead) -> bool:
        """Return whether a day has minutes of its own, and no pause holds it."""
        return day.study_date in self.forecast.budget.dates and not self.is_paused(day)

    def is_paused(self, day: DayAhead) -> bool:
        """Return whether a day lies in a pause."""
        return self.forecast.budget.is_paused(day.study_date)

    def _day_as_json(self, day: DayAhead) -> dict[str, object]:
        return {
            "study_date": day.study_date.isoformat(),
            "budget_minutes": day.budget_minutes,
            "revisit_minutes": sum(visit.minutes for visit in day.revisits),
            "reading_minutes": sum(visit.minutes for visit in day.readings),
            "revisits": len(day.revisits),
            "readings": len(day.readings),
            "backlog": day.backlog,
            "unread": day.unread,
            "expected_minutes": round(day.expected_revisit_minutes + day.expected_reading_minutes),
            "worked": day.is_worked,
            "paused": self.is_paused(day),
            "set": self.is_set(day),
        }


class WorkloadView(NamedTuple):
    """What each desired retention costs and keeps over a year."""

    year: YearAhead

    def as_json(self) -> dict[str, object]:
        """Return what `recall workload --json` prints."""
        year = self.year
        return {
            "days": YEAR_DAYS,
            "desired_retention": year.in_use,
            "resources": year.cards,
            "readings": year.readings,
            "reading_minutes": round(year.reading_minutes, DIGITS),
            "workloads": [
                _workload_as_json(workload)
                | {"half_year": half and {**half._asdict(), "days": HALF_YEAR_DAYS}}
                for workload, half in zip(year.workloads, year.halves, strict=True)
            ],
        }


def forecast_view(context: Context, days: int) -> ForecastView:
    """Forecast as many days as given, today included."""
    return ForecastView(forecast(context, days))


def workload_view(context: Context) -> WorkloadView:
    """Simulate a year at each desired retention."""
    return WorkloadView(workload(context))


def _workload_as_json(workload: Workload) -> dict[str, object]:
    values = {
        "desired_retention": workload.desired_retention,
        "revisit_minutes": workload.minutes,
        "revisits": workload.revisits,
        "failed": workload.failed,
        "remembered": workload.remembered,
    }
    rounded = {name: value and round(value, DIGITS) for name, value in values.items()}
    return dict(rounded)
