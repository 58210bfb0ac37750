"""Reads and writes of the states in which a list and the library agreed."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from recall.domain.lists.syncing.base import BaseEntry
from recall.errors import DamagedLibrary
from recall.storage.actions import Action
from recall.storage.database.codec import instant
from recall.storage.reads import Reads

KEPT = 20
"""States that are kept of a list on a machine; undo brings the file of each back."""


class Agreement(NamedTuple):
    """A list and the library in step: the bytes of the file, and its readings, line by line.

    before are the bytes that recall changed; None if it did not write the file.
    """

    list_id: int
    machine: str
    path: str
    data: bytes
    entries: tuple[BaseEntry, ...]
    before: bytes | None = None


class Written(NamedTuple):
    """What an action wrote to a file: its path, the bytes before, and the digest of those after."""

    id: int
    list_id: int
    machine: str
    path: str
    before: bytes | None
    digest: str


def digest(data: bytes) -> str:
    """Return the name of bytes: their SHA-256."""
    return sha256(data).hexdigest()


def base(reads: Reads, list_id: int, machine: str) -> Agreement | None:
    """Return the last state in which a list and the library agreed; None if there is none."""
    return next(states(reads, list_id, machine), None)


def states(reads: Reads, list_id: int, machine: str) -> Iterator[Agreement]:
    """Yield the states in which a list and the library agreed that are kept, newest first."""
    numbers = reads.rows(
        "SELECT id FROM agreement WHERE list_id = :list AND machine = :machine ORDER BY id DESC",
        {"list": list_id, "machine": machine},
    )
    for (number,) in numbers:
        sql = "SELECT path, text, entries FROM agreement WHERE id = :id"
        ((path, text, entries),) = reads.rows(sql, {"id": number})
        listed = tuple(BaseEntry.of(one) for one in json.loads(unpacked(entries)))
        yield Agreement(list_id, machine, path, unpacked(text), entries=listed)


def earlier_files(reads: Reads, list_id: int, machine: str) -> Iterator[bytes]:
    """Yield what a file was before, newest first, as far back as only recall has changed it."""
    rows = reads.rows(
        "SELECT before, text FROM agreement WHERE list_id = :list AND machine = :machine "
        "ORDER BY id DESC",
        {"list": list_id, "machine": machine},
    )
    states = [(before, text) for before, text in rows]
    for (before, text), (_, older) in pairwise([*states, ("", "")]):
        if before is not None:
            yield unpacked(before)
        if older and older != (text if before is None else before):
            return


def digests(reads: Reads, machine: str) -> dict[int, tuple[str, str]]:
    """Return the digest and the instant of the last agreement of each list on a machine."""
    rows = reads.rows(
        "SELECT list_id, digest, at FROM agreement WHERE machine = :machine ORDER BY id",
        {"machine": machine},
    )
    return {list_id: (name, at) for list_id, name, at in rows}


def keep(action: Action, agreed: Agreement, now: datetime) -> None:
    """Write a new state, and let go of the oldest beyond those that are kept."""
    row = {
        "list_id": agreed.list_id,
        "action_id": action.id,
        "machine": agreed.machine,
        "path": agreed.path,
        "at": instant(now),
        "before": None if agreed.before is None else _packed(agreed.before),
        "text": _packed(agreed.data),
        "digest": digest(agreed.data),
        "entries": _packed(json.dumps(agreed.entries, ensure_ascii=False).encode()),
    }
    action.insert("agreement", [row])
    sql = "SELECT id FROM agreement WHERE list_id = :list AND machine = :machine ORDER BY id DESC"
    ids = action.rows(sql, {"list": agreed.list_id, "machine": agreed.machine})
    action.drop("agreement", [number for (number,) in ids[KEPT:]])


def written_by(reads: Reads, action_id: int) -> list[Written]:
    """Return the states that an action made."""
    rows = reads.rows(
        "SELECT id, list_id, machine, path, before, digest FROM agreement "
        "WHERE action_id = :action ORDER BY id",
        {"action": action_id},
    )
    return [
        Written(*row)._replace(before=None if row[4] is None else unpacked(row[4])) for row in rows
    ]


def is_let_go(reads: Reads, action_id: int) -> bool:
    """Return whether a state that an action made is no longer kept."""
    sql = (
        "SELECT 1 FROM change WHERE action_id = :action AND table_name = 'agreement' "
        "AND before IS NULL AND row_id NOT IN (SELECT id FROM agreement) LIMIT 1"
    )
    return bool(reads.rows(sql, {"action": action_id}))


def drop_since(action: Action, written: Written) -> None:
    """Take out all states of a file that came after one."""
    ids = action.rows(
        "SELECT id FROM agreement WHERE list_id = :list AND machine = :machine AND id > :id",
        {"list": written.list_id, "machine": written.machine, "id": written.id},
    )
    action.drop("agreement", [number for (number,) in ids])


def _packed(data: bytes) -> str:
    return b64encode(zlib.compress(data, 6)).decode("ascii")


def unpacked(text: str) -> bytes:
    """Return the bytes of a stored file; StorageError if they are damaged."""
    try:
        return zlib.decompress(b64decode(text))
    except (ValueError, zlib.error) as error:
        raise DamagedLibrary(
            "the library is damaged: an earlier state of a list cannot be read; "
            "'recall lists forget' lets go of it"
        ) from error
