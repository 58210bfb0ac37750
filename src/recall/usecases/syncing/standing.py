"""What each list's file is like: in step, changed, gone, not writable; and forgetting a file."""

from typing import Literal, NamedTuple

from recall.errors import BadFile
from recall.storage.actions import begin
from recall.storage.reads import Reads
from recall.storage.tables import lists
from recall.storage.tables.syncing import agreements, files
from recall.usecases.context import Context
from recall.usecases.syncing import list_file
from recall.usecases.syncing.file_side import side_of
from recall.usecases.syncing.pairs import ListPair, pairs

State = Literal[
    "in step",
    "file changed",
    "library changed",
    "never synced",
    "waits",
    "gone",
    "unreadable",
    "not a list",
    "not writable",
    "no room",
    "no file",
]
"""How the file of a list is, or why it cannot be kept in step."""

STATES_IN_WORDS: dict[State, str] = {
    "in step": "in step",
    "file changed": "the file has changed since",
    "library changed": "something was done since",
    "never synced": "never synced",
    "waits": "undone, waits for a change",
    "gone": "the file is gone",
    "unreadable": "the file cannot be read",
    "not a list": "the file is not a reading list",
    "not writable": "the file cannot be written",
    "no room": "no room to write the file",
    "no file": "",
}


class Standing(NamedTuple):
    """A list with its file here, the instant when they were last in step, and how it is now."""

    id: int
    name: str
    path: str | None
    at: str | None
    state: State


def standings(reads: Reads, machine: str) -> list[Standing]:
    """Return every list that has something in it or a file here, oldest first."""
    by_list = {pair.list.id: pair for pair in pairs(reads, machine)}
    agreed = agreements.digests(reads, machine)
    newest = files.newest_action(reads)
    used = lists.used(reads)
    found = []
    for reading_list in lists.all_lists(reads):
        digest, at = agreed.get(reading_list.id, (None, None))
        if (pair := by_list.get(reading_list.id)) is not None:
            state = _state(pair, digest, newest)
            found.append(Standing(reading_list.id, reading_list.name, pair.path, at, state=state))
        elif reading_list.id in used:
            found.append(Standing(reading_list.id, reading_list.name, None, None, state="no file"))
    return found


def forget(context: Context, pair: ListPair) -> None:
    """Let go of a list's file on this machine: what came from it stays, and so does the file."""
    with begin(context.store, "forget list", context.now, context.today) as action:
        files.forget(action.aside, pair.list.id, pair.file.machine)
        if pair.list.path is not None:
            lists.move(action, pair.list.id, None)
        action.describe(None, f"{pair.list.name}: {pair.path}")


def _state(pair: ListPair, digest: str | None, newest: int) -> State:
    try:
        data = list_file.read(pair.path)
    except BadFile:
        return "gone" if list_file.is_gone(pair.path) else "unreadable"
    if list_file.refusal(pair.path):
        return "not writable"
    return "never synced" if digest is None else _since(pair, data, digest, newest)


def _since(pair: ListPair, data: bytes, digest: str, newest: int) -> State:
    """Return what has changed since a list was last in step."""
    if pair.file.waits and list_file.seen(pair.path) == pair.file.seen:
        return "waits"
    if agreements.digest(data) != digest:
        return "file changed" if _is_list(pair, data) else "not a list"
    if newest <= pair.file.known_action:
        return "in step"
    return "library changed" if list_file.has_room(pair.path) else "no room"


def _is_list(pair: ListPair, data: bytes) -> bool:
    try:
        side_of(data, pair.path, pair.list.name, pair.list.choice)
    except BadFile:
        return False
    return True
