"""What a person has done with the library."""

from recall.domain.library.past_action import PastAction
from recall.storage.tables import log
from recall.usecases.context import Context


def history(context: Context, limit: int) -> list[PastAction]:
    """Return the latest actions, newest first, undone ones too."""
    return log.history(context.store, limit)


def undoable(context: Context) -> PastAction | None:
    """Return what undoing would take back now; None if there is nothing."""
    return log.last_action(context.store)
