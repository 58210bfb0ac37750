"""How many revisits were recalled, and how many were expected to be."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeVar

from recall.domain.library.resource import Priority
from recall.domain.memory.accuracy import wilson
from recall.domain.memory.retention import retention

_Key = TypeVar("_Key")

Lateness = Literal["early", "on the day", "up to a week late", "later"]
LATENESSES: tuple[Lateness, ...] = ("early", "on the day", "up to a week late", "later")

_WEEK_DAYS = 7

LEAST_JUDGED = 20
"""With fewer revisits than this, chance says more than the share that was recalled."""

NEAR = 0.02
"""A recall this near counts as wanted, even if many revisits prove a difference."""

Verdict = Literal["too few", "as wanted", "came late", "below expected", "came early", "above"]


class Revisits(NamedTuple):
    """Revisits of one study date with the same due date and priority.

    If is_first, they are the first of what was read before recall knew of it, which has set the
    dates of all others. passed of the `revisits` were rated hard or better. expected is the sum of
    the recall that was predicted for `judged` of them; the others have no prediction that could be
    compared.
    """

    on: date
    due: date | None
    priority: Priority
    revisits: int
    passed: int
    judged: int
    expected: float
    is_first: bool = False


class Recalled(NamedTuple):
    """Sums over revisits; wanted is the sum of their desired retentions."""

    revisits: int = 0
    passed: int = 0
    judged: int = 0
    expected: float = 0.0
    wanted: float = 0.0

    @property
    def share(self) -> float | None:
        """The share that was recalled; None without revisits."""
        return self.passed / self.revisits if self.revisits else None

    @property
    def expected_share(self) -> float | None:
        """The mean of the predictions; None without any."""
        return self.expected / self.judged if self.judged else None

    @property
    def wanted_share(self) -> float | None:
        """The mean of the desired retentions; None without revisits."""
        return self.wanted / self.revisits if self.revisits else None


def recalled(revisits: Iterable[Revisits], desired: float) -> Recalled:
    """Sum up revisits; desired is the retention that is wanted for normal priority."""
    total = Recalled()
    for revisit in revisits:
        total = Recalled(
            revisits=total.revisits + revisit.revisits,
            passed=total.passed + revisit.passed,
            judged=total.judged + revisit.judged,
            expected=total.expected + revisit.expected,
            wanted=total.wanted + revisit.revisits * retention(revisit.priority, desired),
        )
    return total


def by_lateness(revisits: Iterable[Revisits], desired: float) -> dict[Lateness, Recalled]:
    """Sum up revisits by how late they came, in order; without those that had no due date."""
    found = _grouped((revisit for revisit in revisits if revisit.due is not None), _lateness)
    return {name: recalled(found[name], desired) for name in LATENESSES if name in found}


def dated(revisits: Iterable[Revisits], desired: float) -> Recalled:
    """Sum up the revisits whose dates recall had set, so that the wanted recall was its aim."""
    return recalled((revisit for revisit in revisits if not revisit.is_first), desired)


def by_month(revisits: Iterable[Revisits], desired: float) -> dict[date, Recalled]:
    """Sum up revisits by the first day of their month, oldest first."""
    found = _grouped(revisits, lambda visit: visit.on.replace(day=1))
    return {month: recalled(found[month], desired) for month in sorted(found)}


def by_week(revisits: Iterable[Revisits], desired: float) -> dict[date, Recalled]:
    """Sum up revisits by the Monday of their ISO week, oldest first, none of an empty week."""
    found = _grouped(revisits, lambda visit: visit.on - timedelta(days=visit.on.weekday()))
    return {week: recalled(found[week], desired) for week in sorted(found)}


def verdict(total: Recalled) -> Verdict:
    """Compare what was recalled with what is wanted, and find the likely reason.

    A share whose 95 % interval holds the wanted one, or that is near to it, is as wanted. A lower
    one that was expected comes from late revisits; if more was expected, the model errs.
    """
    share, wanted, expected = total.share, total.wanted_share, total.expected_share
    if share is None or wanted is None or total.revisits < LEAST_JUDGED:
        return "too few"
    low, high = wilson(total.passed, total.revisits)
    if abs(share - wanted) <= NEAR or low <= wanted <= high:
        return "as wanted"
    if share < wanted:
        return "below expected" if expected is not None and expected > high else "came late"
    return "above" if expected is not None and expected < low else "came early"


def _grouped(
    revisits: Iterable[Revisits], key: Callable[[Revisits], _Key]
) -> dict[_Key, list[Revisits]]:
    found: dict[_Key, list[Revisits]] = {}
    for revisit in revisits:
        found.setdefault(key(revisit), []).append(revisit)
    return found


def _lateness(revisits: Revisits) -> Lateness:
    late = (revisits.on - (revisits.due or revisits.on)).days
    if late <= 0:
        return "early" if late < 0 else "on the day"
    return "up to a week late" if late <= _WEEK_DAYS else "later"
