"""Takes out of the files what an undone sync wrote in them, and leaves the rest as it is."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import NamedTuple

from recall.domain.lists.merge import identity
from recall.errors import BadFile, RecallError
from recall.formats.markdown.editing.taking_back import taken_back
from recall.formats.markdown.editing.text import NotWritable
from recall.storage.actions import Action
from recall.storage.tables.syncing import agreements, files, own_lines
from recall.usecases.syncing import list_file
from recall.usecases.syncing.file_side import FileSide, side_of
from recall.usecases.syncing.own_now import own_now
from recall.usecases.syncing.pairs import ListPair, pairs


class LeftLine(NamedTuple):
    """A line of recall's that stays in a file, as the person has changed it: path, number, text."""

    path: str
    number: int
    text: str


class Left(NamedTuple):
    """What an undone sync leaves in files: lines that the person has changed, or whole files.

    The latter, by their paths, are as the sync wrote them, as it is older than recall's notes of
    the lines that it writes.
    """

    lines: tuple[LeftLine, ...]
    files: tuple[str, ...]


def bring_back(action: Action, undone: int, swap: ExitStack, *, leave_files: bool) -> Left:
    """Take out of the files what a sync wrote; the lists of a sync or an import wait.

    Otherwise the background program would take in again what is undone, as the file has it. The
    stack puts the earlier bytes in place again if the undoing fails. Return what stays in the
    files. RecallError if a file cannot be read or written, unless the person wants the files left
    alone.
    """
    waiting = files.of_action(action, undone)
    left, unknown = list[LeftLine](), list[str]()
    for written in agreements.written_by(action, undone):
        for pair in pairs(action, written.machine):
            if pair.list.id == written.list_id:
                if leave_files:
                    _leave(action, pair, undone)
                elif not own_lines.is_known(action, pair.list.id, pair.file.machine):
                    unknown.append(pair.path)
                else:
                    left += _take_back(action, pair, undone, swap)
                waiting.append(pair.file)
        agreements.drop_since(action, written)
    for file in waiting:
        seen = list_file.seen(file.path) or file.seen
        files.keep(action.aside, file._replace(waits=True, seen=seen))
    return Left(tuple(left), tuple(unknown))


def _take_back(action: Action, pair: ListPair, undone: int, swap: ExitStack) -> list[LeftLine]:
    try:
        data = list_file.read(pair.path)
        side = side_of(data, pair.path, pair.list.name, pair.list.choice)
        own = own_now(action, pair, side, _keys(side))
        found = taken_back(own, side.text, undone, side.parsed.sections)
        if found is None:
            raise NotWritable(pair.path)
        new = found.text.data()
        if new != data:
            swap.enter_context(list_file.swapped(pair.path, data, new))
    except list_file.FileChanged as error:
        raise _refused(f"{pair.path} was changed this very moment") from error
    except BadFile as error:
        raise _refused(str(error)) from error
    own_lines.keep(action.aside, pair.list.id, pair.file.machine, data=new, own=found.own)
    return [LeftLine(pair.path, at, found.text.lines[at - 1].strip()) for at in found.left]


def _keys(side: FileSide) -> Sequence[str | None]:
    return [None if entry is None else identity(entry) for entry in side.by_item]


def _leave(action: Action, pair: ListPair, undone: int) -> None:
    """Treat the lines that a sync wrote as the person's own from now on."""
    data, own = own_lines.of(action, pair.list.id, pair.file.machine)
    here = pair.list.id, pair.file.machine
    own_lines.keep(action.aside, *here, data=data, own=own.until(undone))


def _refused(why: str) -> RecallError:
    return RecallError(f"{why}; 'recall undo --leave-file' undoes the rest and leaves it as it is")
