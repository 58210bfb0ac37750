"""Undoing the last action."""

from recall.domain.library.past_action import PastAction
from recall.domain.library.resource import Resource
from recall.errors import RecallError
from recall.storage.actions import begin
from recall.storage.tables import log
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context


def undo(context: Context, only: int | None = None) -> tuple[PastAction, Resource | None]:
    """Undo the last action that is not undone yet; return it and its resource.

    The undo is itself an action in the history; the next call goes one step further back.
    RecallError if nothing is left to undo, or if the last action is not `only`, the ID of the
    action that the person meant.
    """
    with begin(context.store, "undo", context.now, context.today) as action:
        last = log.last_action(action)
        if last is None:
            raise RecallError("there is nothing to undo")
        if only not in (None, last.id):
            raise RecallError(
                f"something else was done since ({last.kind}: {last.summary}); "
                "'recall history' shows it, 'recall undo' takes it back"
            )
        action.take_back(last.id)
        action.describe(last.resource_id, f"{last.kind}: {last.summary}")
        found = None if last.resource_id is None else by_id(action, last.resource_id)
        return last, found
