"""The context of every use case: the library, the settings and the present moment."""

from __future__ import annotations

from datetime import date, datetime

from recall.domain.calendar.budget import Budget, read_weekdays
from recall.domain.calendar.study_day import study_date
from recall.named_tuples import NamedTuple
from recall.storage.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recall.settings.table import Settings


class Context(NamedTuple):
    """The library, settings and moment of one command; now is aware, in the person's time zone.

    settings_changed is when the settings were last changed; None is never.
    """

    store: Store
    settings: Settings
    now: datetime
    settings_changed: datetime | None = None

    @property
    def today(self) -> date:
        """The current study date."""
        return study_date(self.now, self.settings.day_start)

    @property
    def week(self) -> Budget:
        """The minutes of the days of the week, by the settings.

        `planning.open_days` gives the budget that knows single dates and pauses too.
        """
        return Budget(self.settings.daily_minutes, read_weekdays(self.settings.weekday_minutes))


def context_of(database_url: str, settings: Settings, now: datetime) -> Context:
    """Return the context of a library, which its first question opens."""
    return Context(Store(database_url), settings, now)
