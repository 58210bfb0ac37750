"""What `recall stats` says in plain words: revisits, what is kept now, how far the list is."""

from datetime import date
from typing import NamedTuple

from recall.domain.memory.formulas import Formulas
from recall.domain.memory.recalled import (
    Lateness,
    Recalled,
    Verdict,
    by_lateness,
    by_month,
    by_week,
    dated,
    recalled,
    verdict,
)
from recall.domain.memory.retention import KEPT_FROM
from recall.domain.statistics.list_progress import ListProgress
from recall.storage.tables import parameters
from recall.storage.tables.results import recalled as reads
from recall.storage.tables.results.recalled import Beginning
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of
from recall.usecases.planning.ahead.list_reading import list_reading


class KeptNow(NamedTuple):
    """The resources that were graded, how many of them are kept now, and their memory.

    stability is that of the middle one in days, None without any.
    """

    graded: int = 0
    kept: int = 0
    stability: float | None = None


class PlainStatistics(NamedTuple):
    """Revisits of the weeks in question, and how things stand now.

    dated are the revisits whose dates recall had set, without the first of what was read before,
    and the verdict is about them. has_revisits is whether there was any, ever.
    """

    total: Recalled
    dated: Recalled
    verdict: Verdict
    by_month: dict[date, Recalled]
    by_week: dict[date, Recalled]
    by_lateness: dict[Lateness, Recalled]
    has_revisits: bool
    beginning: Beginning
    kept: KeptNow
    progress: ListProgress


def plain_statistics(context: Context, first: date, last: date) -> PlainStatistics:
    """Count the revisits from first to last, and what is kept and read today."""
    store, desired = context.store, context.settings.desired_retention
    revisits = reads.revisits(store, first, last)
    judged = dated(revisits, desired)
    return PlainStatistics(
        total=recalled(revisits, desired),
        dated=judged,
        verdict=verdict(judged),
        by_month=by_month(revisits, desired),
        by_week=by_week(revisits, desired),
        by_lateness=by_lateness(revisits, desired),
        has_revisits=bool(revisits) or reads.has_revisits(store),
        beginning=reads.beginning(store),
        kept=_kept(context),
        progress=list_reading(context).progress,
    )


def _kept(context: Context) -> KeptNow:
    graded = reads.graded(context.store, context.today)
    if not graded:
        return KeptNow()
    in_use = parameters.latest(context.store).weights
    falls_at = mixture_of(context.store, context.today, in_use).predicted_at(KEPT_FROM)
    days_of_one = Formulas(in_use).interval(
        1.0, falls_at
    )  # the interval grows in step with stability
    kept = sum(stability * days_of_one >= days for stability, days in graded)
    stabilities = sorted(stability for stability, _ in graded)
    return KeptNow(len(graded), kept, stabilities[len(stabilities) // 2])
