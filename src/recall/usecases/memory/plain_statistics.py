"""What `recall stats` says in plain words: revisits, what is kept now, how far the list is."""

from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.ahead.habits import LOOK_BACK_DAYS
from recall.domain.day.turns import rule_of
from recall.domain.library.resource import Section
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
from recall.domain.statistics.list_progress import LEAST_PACE_DAYS, ListProgress, list_progress
from recall.storage.tables import lived, parameters, section_rules
from recall.storage.tables.results import recalled as reads
from recall.storage.tables.results.recalled import Beginning
from recall.usecases.context import Context
from recall.usecases.personal import mixture_of

MOST_IN_SECTIONS = 20_000
"""More resources than this are not counted by section, which would take most of the time."""


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
        progress=_progress(context),
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


def _progress(context: Context) -> ListProgress:
    store, rules, pace = context.store, section_rules.rules(context.store), _pace(context)

    def is_held(section: Section) -> bool:
        rule = rule_of(section, rules)
        return rule is not None and rule.turn == "hold"

    whole = reads.whole(store)
    if whole.resources > MOST_IN_SECTIONS and not rules:
        return list_progress([whole], is_held, pace, context.today)._replace(sections=())
    return list_progress(reads.sections(store), is_held, pace, context.today)


def _pace(context: Context) -> float:
    """Return the estimated minutes read a day in the last weeks; 0 if there are too few days."""
    store, today = context.store, context.today
    began = lived.first_day(store) or today
    first = max(today - timedelta(days=LOOK_BACK_DAYS), began)
    days = (today - first).days
    if days < LEAST_PACE_DAYS:
        return 0.0
    return reads.minutes_read(store, first, today) / days
