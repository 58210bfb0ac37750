"""The days to come, and the workload of a year."""

from typing import NamedTuple

from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.year_simulation import YEAR_DAYS, Workload
from recall.domain.calendar.budget import Budget
from recall.usecases.context import Context
from recall.usecases.planning.looking_ahead import YearAhead, forecast, workload
from recall.usecases.planning.open_days import open_days

DIGITS = 4


class ForecastView(NamedTuple):
    """The days to come, from today on, and what is set for them."""

    days: list[DayAhead]
    budget: Budget

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned, and nothing is left over."""
        return not any(day.revisits or day.readings or day.backlog for day in self.days)

    def as_json(self) -> dict[str, object]:
        """Return what `recall forecast --json` prints."""
        return {"days": [self._day_as_json(day) for day in self.days]}

    def is_set(self, day: DayAhead) -> bool:
        """Return whether a day has minutes of its own, and no pause holds it."""
        return day.study_date in self.budget.dates and not self.is_paused(day)

    def is_paused(self, day: DayAhead) -> bool:
        """Return whether a day lies in a pause."""
        return self.budget.is_paused(day.study_date)

    def _day_as_json(self, day: DayAhead) -> dict[str, object]:
        dated = {"study_date": day.study_date.isoformat()}
        return day._asdict() | dated | {"paused": self.is_paused(day), "set": self.is_set(day)}


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
            "workloads": [_workload_as_json(workload) for workload in year.workloads],
        }


def forecast_view(context: Context, days: int) -> ForecastView:
    """Forecast as many days as given, today included."""
    return ForecastView(forecast(context, days), open_days(context.store, context))


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
