"""Finds the most worthwhile revisits when far more is due than a day can hold.

Creating objects would take the most time, so revisits stay plain rows, and nearly all of them
are rejected by one comparison.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import inf

from recall.domain.day.worth import Plain, Ranked, Rule
from recall.domain.library.resource import PRIORITIES

Mark = str | date | None
"""A study date or its text, as the rows have it; None for what was never graded."""

Row = tuple[int, float | None, float, Mark, int, str]
"""ID, stability in days, difficulty, day of the last review, minutes, priority by its name."""

_AT_ONCE = 500
"""Rows ranked at first; rows that can no longer be among the best are then skipped."""


class Crowd:
    """Rows of what is due, with tables of what each day, number and name in them stands for."""

    def __init__(self, rows: Sequence[Row], today: date, minutes: Callable[[int], float]) -> None:
        """Take rows, the study date, and what tells how long a recalled revisit takes."""
        self._rows = rows
        self._days = {last: _since(last, today) for last in {row[3] for row in rows}}
        self._minutes = {number: minutes(number) for number in {row[4] for row in rows}}
        self._ranks: dict[str, int] = {name: rank for rank, name in enumerate(PRIORITIES)}

    def foremost(self, rule: Rule, limit: int) -> list[Ranked]:
        """Return the first by priority and then by what a minute buys, limit at most."""
        best: list[Ranked] = []
        for start in range(0, len(self._rows), _AT_ONCE):
            some = self._rows[start : start + _AT_ONCE]
            if best and len(best) == limit:
                some = self._rivals(some, rule.lasts, self._bounds(rule, best[-1]))
            ranked = rule.by_worth([self._plain(row) for row in some])
            best = sorted([*best, *ranked])[:limit]
        return best

    def _plain(self, row: Row) -> Plain:
        """Return the row as the rule sees it. Its worth does not depend on the overdue days."""
        number, stability, difficulty, last, minutes, priority = row
        return (
            number,
            stability,
            difficulty,
            self._days[last],
            0,
            self._minutes[minutes],
            self._ranks[priority],
        )

    def _rivals(
        self, rows: Sequence[Row], lasts: float, most: Mapping[str, Mapping[int, float]]
    ) -> list[Row]:
        """Return the rows that can be among the best; ungraded ones always can."""
        days = self._days
        return [
            row
            for row in rows
            if row[1] is None or row[1] * lasts - days[row[3]] <= most[row[5]][row[4]]
        ]

    def _bounds(self, rule: Rule, last: Ranked) -> dict[str, dict[int, float]]:
        """Return the most days left, by priority and minutes, to come before the last one."""
        priority, worth, _ = last
        equal = {key: rule.most_left(-worth, minutes) for key, minutes in self._minutes.items()}
        before, after = dict.fromkeys(equal, inf), dict.fromkeys(equal, -inf)
        return {
            name: before if rank < priority else equal if rank == priority else after
            for name, rank in self._ranks.items()
        }


def _since(last: Mark, today: date) -> int:
    return max(0, (today - date.fromisoformat(str(last))).days) if last else 0
