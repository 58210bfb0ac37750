"""Reads and writes of plans that no command makes: left by hands, faults or a wrong clock."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables.planning.plans import DAY_MINUTES, POSSIBLE

_LOST = (
    "SELECT v.id FROM planned_visit v LEFT JOIN resource r ON r.id = v.resource_id "
    "LEFT JOIN plan n ON n.id = v.plan_id WHERE r.id IS NULL OR n.id IS NULL ORDER BY v.id"
)
_IMPOSSIBLE = (
    f"SELECT v.id FROM planned_visit v WHERE NOT ({POSSIBLE}) OR EXISTS (SELECT 1 FROM "
    "planned_visit w WHERE w.plan_id = v.plan_id AND w.resource_id = v.resource_id "
    "AND w.id < v.id) ORDER BY v.id"
)
_DOUBLES = (
    "SELECT n.id FROM plan n JOIN plan m ON m.study_date = n.study_date "
    "AND m.revision = n.revision GROUP BY n.id HAVING max(m.id) > n.id ORDER BY n.id"
)
_TOO_LONG = f"SELECT id FROM plan WHERE NOT (minutes BETWEEN 0 AND {DAY_MINUTES}) ORDER BY id"
_COMING = "SELECT id FROM plan WHERE study_date > :latest ORDER BY id"


class PlanFaults(NamedTuple):
    """IDs of planned visits that have no plan or no resource, and of plans that cannot be.

    impossible visits have a task or minutes that no plan has, or a resource that is planned
    already. doubles have the same study date and revision as a later plan; too_long have minutes
    that no day has; coming are of days to come.
    """

    lost: Sequence[int]
    impossible: Sequence[int]
    doubles: Sequence[int]
    too_long: Sequence[int]
    coming: Sequence[int]

    def counted(self) -> Mapping[str, int]:
        """Return each kind of fault in words, with its number; those that there are."""
        kinds = {
            "a planned visit of no resource or no plan": self.lost,
            "a planned visit that cannot be": self.impossible,
            "a second plan of one day": self.doubles,
            "a plan with minutes that no day has": self.too_long,
            "a plan of a day to come": self.coming,
        }
        return {words: len(found) for words, found in kinds.items() if found}


def plan_faults(reads: Reads, latest: date) -> PlanFaults:
    """Return the faults of plans; latest is the last study date that may have a plan."""
    return PlanFaults(
        lost=_ids(reads, _LOST),
        impossible=_ids(reads, _IMPOSSIBLE),
        doubles=_ids(reads, _DOUBLES),
        too_long=_ids(reads, _TOO_LONG),
        coming=_ids(reads, _COMING, {"latest": latest.isoformat()}),
    )


def take_out(action: Action, faults: PlanFaults) -> None:
    """Take out faults; undo restores the plans and not the visits, which point at nothing."""
    action.drop("planned_visit", faults.lost)
    wrong = sorted({*faults.doubles, *faults.too_long, *faults.coming})
    listed = ", ".join(map(str, wrong)) or "0"
    visits = _ids(action, f"SELECT id FROM planned_visit WHERE plan_id IN ({listed}) ORDER BY id")
    odd = set(faults.impossible) - set(faults.lost)
    action.delete("planned_visit", sorted(odd | set(visits)))
    action.delete("plan", wrong)


def _ids(reads: Reads, sql: str, given: Mapping[str, object] | None = None) -> list[int]:
    return [number for (number,) in reads.rows(sql, given)]
