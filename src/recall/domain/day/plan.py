"""A plan: what one study day holds, in order. It is stored and never changed.

A later revision can take its place. What is done, and what no longer calls for a visit, is
derived by `progress` from the log and the state of the resources.
"""

from __future__ import annotations

from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Literal

    Task = Literal["revisit", "read", "sitting"]


class PlannedVisit(NamedTuple):
    """One visit of a plan, its minutes, and the reason why it is there.

    task: a revisit, a whole first reading (or the rest of one), or a sitting of a long one.
    put_off: the person does not want it on this study day any more.
    """

    resource_id: int
    task: Task
    minutes: int
    reason: str
    put_off: bool = False


class NeglectedRevisit(NamedTuple):
    """A revisit that several plans left out, though it was due; the person is asked about it."""

    id: int
    title: str
    due: date


class Plan(NamedTuple):
    """A revision of a study day's plan; minutes are the minutes of the day.

    revision counts from 1; 0 is a plan that is not stored.
    """

    study_date: date
    minutes: int
    visits: Sequence[PlannedVisit] = ()
    revision: int = 0

    def with_visits(self, visits: Sequence[PlannedVisit], minutes: int | None = None) -> Plan:
        """Return the next revision: other visits, and perhaps other minutes.

        Of two visits of a resource the later stays; the earlier no longer counts.
        """
        last = {visit.resource_id: visit for visit in visits}
        return Plan(
            study_date=self.study_date,
            minutes=self.minutes if minutes is None else minutes,
            visits=tuple(visit for visit in visits if last[visit.resource_id] is visit),
            revision=self.revision + 1,
        )
