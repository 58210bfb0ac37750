"""Brings the files of an undone sync back, if they are as recall left them."""

from contextlib import ExitStack, suppress

from recall.errors import BadFile, RecallError
from recall.storage.actions import Action
from recall.storage.tables.syncing import agreements, files
from recall.storage.tables.syncing.agreements import Written, digest
from recall.usecases.context import Context
from recall.usecases.syncing import list_file
from recall.usecases.syncing.pairs import pairs
from recall.usecases.syncing.syncing import How, sync


def bring_back(action: Action, undone: int, swap: ExitStack, *, leave_files: bool) -> None:
    """Put back the bytes that files had before a sync; the lists of a sync or an import wait.

    Otherwise the background program would take in again what is undone, as the file has it. The
    stack puts the new bytes in place again if the undoing fails. RecallError if a file is not as
    the sync left it, or if its bytes from before the sync are no longer kept, unless the person
    wants the files left alone.
    """
    if not leave_files and agreements.is_let_go(action, undone):
        raise _refused("the file as it was before this sync is no longer kept")
    waiting = files.of_action(action, undone)
    for written in agreements.written_by(action, undone):
        if written.before is not None and not leave_files:
            _swap(written, written.before, swap)
        agreements.drop_since(action, written)
        waiting += [
            file
            for list_id, file in files.here(action, written.machine).items()
            if list_id == written.list_id
        ]
    for file in waiting:
        seen = list_file.seen(file.path) or file.seen
        files.keep(action.aside, file._replace(waits=True, seen=seen))


def follow(context: Context, undone: int) -> None:
    """Bring the lists of a sync in step once more, before it is undone, where that can be."""
    for written in agreements.written_by(context.store, undone):
        for pair in pairs(context.store, written.machine):
            if pair.list.id == written.list_id:
                with suppress(RecallError):
                    sync(context, pair, How(by_itself=True))


def _swap(written: Written, before: bytes, swap: ExitStack) -> None:
    try:
        now = list_file.read(written.path)
        if digest(now) != written.digest:
            raise _refused(f"{written.path} has changed since it was synced")
        swap.enter_context(list_file.swapped(written.path, now, before))
    except list_file.FileChanged as error:
        raise _refused(f"{written.path} has changed since it was synced") from error
    except BadFile as error:
        raise _refused(str(error)) from error


def _refused(why: str) -> RecallError:
    return RecallError(f"{why}; 'recall undo --leave-file' undoes the rest and leaves it as it is")
