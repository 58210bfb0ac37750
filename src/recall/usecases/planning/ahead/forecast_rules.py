"""The rules of a forecast: days planned like `today`, due dates set like a rating."""

from collections.abc import Sequence
from datetime import date, timedelta

from recall.domain.ahead.forecast import ForecastRules
from recall.domain.ahead.habits import AS_PLANNED, Habits
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.planner import DayFacts, plan_visits
from recall.domain.day.reading_order import Reading
from recall.domain.due_dates.load_balancer import Spread
from recall.domain.library.resource import PRIORITIES, Planned, Resource
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.retention import retention
from recall.storage.tables import parameters
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.facts import days_since_book
from recall.usecases.planning.open_days import open_days


def forecast_rules(
    context: Context, habits: Habits = AS_PLANNED, desired: float | None = None
) -> ForecastRules:
    """Return rules that plan days like `today` and set due dates like a rating.

    desired is the desired retention; if it is not given, that of the settings.
    """
    reads, settings = context.store, context.settings
    budget, weights = open_days(reads, context), parameters.latest(reads).weights
    tomorrow = context.today + timedelta(days=1)
    formulas, mixture = Formulas(weights), mixture_of(reads, context.today, weights)
    desired = settings.desired_retention if desired is None else desired
    predicted = {
        priority: mixture.predicted_at(retention(priority, desired)) for priority in PRIORITIES
    }

    def planned(
        day: date, due: Sequence[Planned], readings: Sequence[Reading], *, book_may_come: bool
    ) -> Sequence[PlannedVisit]:
        """Return the visits of a study day; none in a pause or on a day off."""
        minutes = budget.open_on(day)
        if not minutes:
            return ()
        facts = DayFacts(
            today=day,
            minutes=minutes,
            due=due,
            readings=readings,
            formulas=formulas,
            new_share=settings.new_share,
            sitting_minutes=settings.sitting_minutes,
            book_may_come=book_may_come,
            longest_day=budget.longest_day,
        )
        return plan_visits(facts)

    def wanted(resource: Resource) -> float:
        return predicted[resource.priority]

    return ForecastRules(
        plan=planned,
        formulas=formulas,
        retention=wanted,
        spread=Spread(settings.maximum_interval, budget, moves=settings.spread),
        habits=habits,
        mixture=mixture,
        days_since_book=days_since_book(reads, tomorrow, settings.daily_minutes),
    )
