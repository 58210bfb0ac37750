"""What `recall doctor` shows: what is wrong, and what became of it or would."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from recall.usecases.context import Context
from recall.usecases.upkeep.checking import examine, left_beside
from recall.usecases.upkeep.mending import Repair, repairs_of


class DoctorView(NamedTuple):
    """All problems, a sentence each; what can be mended of them, and what was mended before."""

    problems: Sequence[str]
    repairs: Sequence[Repair]
    mended: Sequence[Repair]

    def as_json(self) -> dict[str, object]:
        """Return what `doctor --json` prints."""
        kinds = Counter(f"{repair.table} {repair.column or 'row'}" for repair in self.mended)
        return {
            "healthy": not self.problems,
            "problems": list(self.problems),
            "mended": dict(kinds),
            "repairs": [repair._asdict() for repair in self.mended or self.repairs],
        }


def doctor_view(context: Context, mended: Sequence[Repair] = ()) -> DoctorView:
    """Examine the library; mended is what was mended just before."""
    found = examine(context)
    problems = [*found.problems, *left_beside(context)]
    return DoctorView(problems, repairs_of(context, found.faults), mended)
