"""Undoing the last action."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.past_action import PastAction
from recall.domain.library.resource import Resource
from recall.errors import RecallError
from recall.storage.actions import begin
from recall.storage.tables import log
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context

if TYPE_CHECKING:
    from recall.usecases.syncing.undoing import LeftLine


class Undone(NamedTuple):
    """What was undone: the action, its resource, and its lines that stay in the files of lists.

    left are lines that the person has changed, left_files the paths of files in which nobody knows
    what the action wrote.
    """

    action: PastAction
    resource: Resource | None
    left: "tuple[LeftLine, ...]" = ()
    left_files: tuple[str, ...] = ()


def undo(context: Context, only: int | None = None, *, leave_files: bool = False) -> Undone:
    """Undo the last action that is not undone yet; return it and its resource.

    The undo is itself an action in the history; the next call goes one step further back.
    RecallError if nothing is left to undo, if the last action is not `only`, the ID of the
    action that the person meant, or if it wrote a file that cannot be written now, unless files
    are to be left as they are.
    """
    with (
        ExitStack() as swap,
        begin(context.store, "undo", context.now, context.today) as action,
    ):
        last = log.last_action(action)
        if last is None:
            raise RecallError("there is nothing to undo")
        if only not in (None, last.id):
            raise RecallError(
                f"something else was done since ({last.kind}: {last.summary}); "
                "'recall history' shows it, 'recall undo' takes it back"
            )
        left: tuple[LeftLine, ...] = ()
        files: tuple[str, ...] = ()
        if last.kind in ("sync", "import"):
            from recall.usecases.syncing.undoing import bring_back

            left, files = bring_back(action, last.id, swap, leave_files=leave_files)
        action.take_back(last.id)
        action.describe(last.resource_id, f"{last.kind}: {last.summary}")
        found = None if last.resource_id is None else by_id(action, last.resource_id)
        return Undone(last, found, left, files)
