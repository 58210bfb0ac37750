"""A study day as the person sees it, and today's with its kept plan."""

from __future__ import annotations

from recall.domain.day.plan import Plan
from recall.domain.day.progress import progress
from recall.named_tuples import NamedTuple
from recall.storage.tables.planning import plans
from recall.storage.tables.planning.day_counts import (
    DayCounts,
    RestOfLibrary,
    counts,
    rest_of_library,
)
from recall.storage.tables.planning.neglected import neglected
from recall.usecases.planning.keeping import plan_of_today
from recall.usecases.planning.open_days import open_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from recall.domain.calendar.pauses import Pause
    from recall.domain.day.plan import NeglectedRevisit
    from recall.domain.day.progress import DayProgress, ResourceState
    from recall.domain.library.resource import Resource
    from recall.usecases.context import Context

NEGLECTED_PLANS = 5
"""Plans that left a due revisit out, before the person is asked about it."""

MISSED_DAYS = 3
"""Days without a review or sitting, after which `resume` is offered."""

BEHIND_DAYS = 2
"""The backlog, in days' minutes, above which `resume` is offered."""


class StudyDay(NamedTuple):
    """A study day: its plan and how that stands, the resources in it, and what else waits.

    usual_minutes are those of the date without a change for the day. rest is looked up only if it
    is shown. is_on_hold: nothing is left to do, and all other readings are on hold. In a pause the
    plan is empty; a past day whose plan was made before its pause keeps it. is_preview: the plan
    of a coming day, if all days until then go as planned. done_since has the resources of a past
    day's plan that were not done on it, and the later study date on which each was.
    """

    progress: DayProgress
    states: Mapping[int, ResourceState]
    counts: DayCounts
    usual_minutes: int
    rest: RestOfLibrary = RestOfLibrary()
    is_on_hold: bool = False
    pause: Pause | None = None
    neglected: NeglectedRevisit | None = None
    is_preview: bool = False
    done_since: Mapping[int, date] = {}

    @property
    def study_date(self) -> date:
        """The study date."""
        return self.progress.plan.study_date

    @property
    def unread(self) -> int:
        """How many readings are still to be done; 0 if the rest was not looked up."""
        return self.rest.unread

    @property
    def due_beyond(self) -> int:
        """How many revisits are due and not in what is left of the plan."""
        listed = sum(visit.visit.task == "revisit" for visit in self.progress.left)
        return max(0, self.counts.due - listed)

    @property
    def unread_beyond(self) -> int:
        """How many readings are not in what is left of the plan."""
        listed = sum(visit.visit.task != "revisit" for visit in self.progress.left)
        return max(0, self.unread - listed)

    @property
    def due_for_more(self) -> int:
        """How many due revisits `more` can choose from: those that were not put off."""
        off = [visit.visit for visit in self.progress.visits if visit.state == "put off"]
        return max(0, self.due_beyond - sum(visit.task == "revisit" for visit in off))

    @property
    def unread_for_more(self) -> int:
        """How many readings `more` can choose from, at once or after others are read.

        They are those with nothing done today, not put off, and not on hold.
        """
        if self.is_on_hold:
            return 0
        from recall.usecases.planning.rest_of_day import settled

        begun = [self.states[number] for number in settled(self.progress) if number in self.states]
        day = self.study_date
        return max(0, self.unread_beyond - sum(state.calls_for("read", day) for state in begun))

    @property
    def is_behind(self) -> bool:
        """Whether the backlog is worth spreading over days: after a break, or if much is due."""
        if self.pause is not None or not self.usual_minutes or not self.due_beyond:
            return False
        if not self.counts.can_be_spread:
            return False  # `resume` has moved all that is due to this day
        if self.counts.due_minutes + self.progress.spent_minutes <= self.usual_minutes:
            return False  # `resume` would find that the day holds them
        last = self.counts.last_active
        missed = last is not None and (self.study_date - last).days > MISSED_DAYS
        return missed or self.counts.due_minutes > BEHIND_DAYS * self.usual_minutes


def progress_today(context: Context) -> DayProgress:
    """Return how today's plan stands, and nothing of what else waits; empty in a pause."""
    day = context.today
    if open_days(context.store, context).pause_on(day) is not None:
        return progress(Plan(day, 0), (), {})
    plan, states = plan_of_today(context)
    return progress(plan, plans.done(context.store, day).done, states)


def today(context: Context, *, whole: bool = False) -> StudyDay:
    """Return today; the first call of a study day makes its plan and keeps it.

    whole: with everything that JSON has.
    """
    day, budget = context.today, open_days(context.store, context)
    pause = budget.pause_on(day)
    if pause is None:
        plan, states = plan_of_today(context)
    else:
        plan, states = Plan(day, budget.on(day)), {}
    done = plans.done(context.store, day)
    stands = progress(plan, done.done, states)
    planned = [visit.visit.resource_id for visit in stands.left]
    is_over = not stands.left
    rest = rest_of_library(context.store, day) if whole or is_over else RestOfLibrary()
    return StudyDay(
        progress=stands,
        states={**states, **done.states},
        counts=counts(context.store, day),
        usual_minutes=budget.on(day),
        rest=rest,
        is_on_hold=is_over and rest.has_hold and _nothing_to_read(context, stands),
        pause=pause,
        neglected=None if pause else neglected(context.store, day, NEGLECTED_PLANS, planned),
    )


def _nothing_to_read(context: Context, stands: DayProgress) -> bool:
    """Return whether nothing can be read that is not settled today."""
    from recall.usecases.planning.pacing import pace_of
    from recall.usecases.planning.readings.reading_line import LineRules, reading_line
    from recall.usecases.planning.rest_of_day import settled

    store, day, without = context.store, context.today, settled(stands)
    rules = LineRules(day, pace_of(store, day), open_days(store, context), context.settings)
    found = reading_line(store, rules, len(without) + 1)
    return all(reading.resource.id in without for reading in found)


def resources_of(context: Context, study: StudyDay) -> list[Resource]:
    """Return the resources of a day with their places."""
    from recall.storage.tables.resources import by_ids, with_places

    return with_places(context.store, by_ids(context.store, study.states))
