"""What a person has done with the library."""

from collections.abc import Sequence

from recall.domain.library.past_action import PastAction
from recall.storage.tables import log
from recall.usecases.context import Context


def history(context: Context, limit: int) -> list[PastAction]:
    """Return the latest actions, newest first, undone ones too."""
    return log.history(context.store, limit)


def was_done(context: Context, resource_id: int, kinds: Sequence[str]) -> bool:
    """Return whether an action of these kinds was done to a resource at the present moment.

    It may have been undone since. Moments are told apart to the second.
    """
    return log.has_action(context.store, resource_id, kinds, context.now)


def undoable(context: Context) -> PastAction | None:
    """Return what undoing would take back now; None if there is nothing."""
    return log.last_action(context.store)
