"""What was done, newest first."""

from typing import NamedTuple

from recall.domain.library.past_action import PastAction
from recall.usecases.context import Context
from recall.usecases.history import history


class HistoryView(NamedTuple):
    """The latest actions, newest first."""

    actions: list[PastAction]

    def as_json(self) -> dict[str, object]:
        """Return what `recall history --json` prints."""
        return {"actions": [_as_json(action) for action in self.actions]}


def history_view(context: Context, limit: int) -> HistoryView:
    """Return the latest actions, as many as the limit allows."""
    return HistoryView(history(context, limit))


def _as_json(action: PastAction) -> dict[str, object]:
    return {**action._asdict(), "study_date": action.study_date.isoformat()}
