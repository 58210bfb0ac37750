"""How the last weeks were lived, and so what a forecast expects of the days to come."""

from __future__ import annotations

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LOOK_BACK_DAYS = 56
"""Older days say little about the present ones."""

LEAST_DAYS = 7
"""With fewer known days than this, every day is expected to go as planned."""


class LivedDay(NamedTuple):
    """A study day on which something was done; all in minutes.

    planned is its plan in the morning, 0 if no plan was kept; done is the part of its plan that
    was done, and used is how long that took.
    """

    study_date: date
    planned: int = 0
    done: int = 0
    used: int = 0


class Habits(NamedTuple):
    """How days are lived: `worked` of `days` days with minutes had a review or a sitting.

    The plans of these days had `planned` minutes. Of them `done` were done, in `used` minutes.
    """

    days: int = 0
    worked: int = 0
    planned: int = 0
    done: int = 0
    used: int = 0

    @property
    def are_known(self) -> bool:
        """Whether there are enough days to expect more of the same."""
        return self.days >= LEAST_DAYS and self.worked > 0

    @property
    def worked_share(self) -> float:
        """The share of days that are worked, above 0 and at most 1."""
        return self.worked / self.days if self.are_known else 1.0

    @property
    def done_share(self) -> float:
        """The share of a plan that is done on a day that is worked, 0 to 1."""
        return min(1.0, self.done / self.planned) if self.are_known and self.planned else 1.0

    @property
    def pace(self) -> float:
        """How many minutes a planned minute takes."""
        return self.used / self.done if self.are_known and self.done else 1.0

    def works_on(self, number: int) -> bool:
        """Return whether a coming day with minutes is worked, counted from 0, which is today.

        The days that are worked are spread evenly, and today is one of them.
        """
        if not self.are_known:
            return True
        return -(-(number + 1) * self.worked // self.days) > -(-number * self.worked // self.days)


AS_PLANNED = Habits()
"""Every day is worked, and its plan is done."""


def habits(lived: Iterable[LivedDay], open_days: Iterable[date]) -> Habits:
    """Return the habits of the days with minutes, from what was done on some of them."""
    by_day = {day.study_date: day for day in lived}
    days = list(open_days)
    known = [by_day[day] for day in days if day in by_day]
    planned = [day for day in known if day.planned]
    return Habits(
        days=len(days),
        worked=len(known),
        planned=sum(day.planned for day in planned),
        done=sum(day.done for day in planned),
        used=sum(day.used for day in planned),
    )
