"""The days to come, and the workload of a year."""

from typing import NamedTuple

from recall.domain.ahead.forecast import DayAhead
from recall.domain.ahead.year_simulation import YEAR_DAYS, Workload
from recall.usecases.context import Context
from recall.usecases.planning.looking_ahead import YearAhead, forecast, workload

DIGITS = 4


class ForecastView(NamedTuple):
    """The days to come, from today on."""

    days: list[DayAhead]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned, and nothing is left over."""
        return not any(day.revisits or day.readings or day.backlog for day in self.days)

    def as_json(self) -> dict[str, object]:
        """Return what `recall forecast --json` prints."""
        dated = ({"study_date": day.study_date.isoformat()} for day in self.days)
        return {"days": [day._asdict() | date for day, date in zip(self.days, dated, strict=True)]}


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
