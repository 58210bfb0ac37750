"""The minutes of each day, single dates and pauses included, and due dates put on these days."""

from __future__ import annotations

from recall.storage.tables.planning.calendar import calendar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from recall.domain.calendar.budget import Budget
    from recall.domain.library.card import Rating
    from recall.domain.library.timing.pace import Pace
    from recall.domain.memory.scheduling import Outcome
    from recall.storage.reads import Reads
    from recall.usecases.context import Context


def open_days(reads: Reads, context: Context, since: date | None = None) -> Budget:
    """Return the budget of all days from a study date on (default: today), by one question.

    It has every pause that is on or planned, and for an earlier date those from then on too.
    """
    known = calendar(reads, since or context.today)
    return context.week._replace(dates=known.dates, pauses=known.pauses)


def balanced(
    reads: Reads,
    context: Context,
    outcomes: Mapping[Rating, Outcome],
    seed: tuple[int, int],
    pace: Pace,
    joined: int = 0,
) -> dict[Rating, date]:
    """Return the due date of each rating, on the emptiest day that its interval allows.

    seed is the ID of the resource and how many reviews it has before. joined is the ID of one that
    becomes the same resource: its revisit is no load.
    """
    from datetime import timedelta

    from recall.domain.due_dates.load_balancer import Spread, due_dates, windows
    from recall.storage.tables import due_load

    outcome = next(iter(outcomes.values()))
    on = outcome.memory.last_review
    settings = context.settings
    rule = Spread(settings.maximum_interval, open_days(reads, context), settings.spread)
    intervals = {rating: outcome.interval for rating, outcome in outcomes.items()}
    spans = [
        (on + timedelta(first), on + timedelta(last)) for first, last in windows(intervals, rule)
    ]
    taken = due_load.about(reads, spans, pace, besides=seed[0], joined=joined)
    return due_dates(intervals, on, taken, seed, spread=rule, survived=outcome.elapsed)
