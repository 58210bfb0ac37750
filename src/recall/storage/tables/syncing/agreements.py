"""Reads and writes of the states in which a list and the library agreed."""

import json
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from recall.domain.lists.syncing.base import BaseEntry
from recall.storage.actions import Action
from recall.storage.database import rows
from recall.storage.database.codec import instant
from recall.storage.reads import Reads
from recall.storage.tables.syncing.packing import packed, unpacked
from recall.storage.unasked import UNASKED

KEPT = 20
"""States that are kept of a list on a machine."""


class Agreement(NamedTuple):
    """A list and the library in step: the bytes of the file, and its readings, line by line."""

    list_id: int
    machine: str
    path: str
    data: bytes
    entries: tuple[BaseEntry, ...]


class Written(NamedTuple):
    """A list that an action brought in step on a machine; id is that of the state."""

    id: int
    list_id: int
    machine: str


def digest(data: bytes) -> str:
    """Return the name of bytes: their SHA-256."""
    return sha256(data).hexdigest()


def base(reads: Reads, list_id: int, machine: str) -> Agreement | None:
    """Return the last state in which a list and the library agreed; None if there is none."""
    return next(states(reads, list_id, machine), None)


def states(reads: Reads, list_id: int, machine: str) -> Iterator[Agreement]:
    """Yield the states in which a list and the library agreed that are kept, newest first."""
    numbers = reads.rows(
        "SELECT id FROM agreement WHERE list_id = :list AND machine = :machine AND text <> '' "
        "ORDER BY id DESC",
        {"list": list_id, "machine": machine},
    )
    for (number,) in numbers:
        sql = "SELECT path, text, entries FROM agreement WHERE id = :id"
        ((path, text, entries),) = reads.rows(sql, {"id": number})
        listed = tuple(BaseEntry.of(entry) for entry in json.loads(unpacked(entries)))
        yield Agreement(list_id, machine, path, unpacked(text), entries=listed)


def digests(reads: Reads, machine: str) -> dict[int, tuple[str, str]]:
    """Return the digest and the instant of the last agreement of each list on a machine."""
    rows = reads.rows(
        "SELECT list_id, digest, at FROM agreement "
        "WHERE machine = :machine AND text <> '' ORDER BY id",
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
        "text": packed(agreed.data),
        "digest": digest(agreed.data),
        "entries": packed(json.dumps(agreed.entries, ensure_ascii=False).encode()),
    }
    action.insert("agreement", [row])
    _let_go(action, agreed)


def _let_go(action: Action, agreed: Agreement) -> None:
    """Let go of states beyond those that are kept; of a sync that can be undone its row stays."""
    states = action.rows(
        "SELECT a.id, a.text, d.kind FROM agreement a JOIN action d ON d.id = a.action_id "
        "WHERE a.list_id = :list AND a.machine = :machine ORDER BY a.id DESC",
        {"list": agreed.list_id, "machine": agreed.machine},
    )
    full = [(number, kind) for number, text, kind in states if text]
    for number, kind in full[KEPT:]:
        if kind == UNASKED:
            action.drop("agreement", [number])
        else:
            rows.change(action.aside, "agreement", {number: {"text": "", "entries": ""}})


def written_by(reads: Reads, action_id: int) -> list[Written]:
    """Return the states that an action made."""
    sql = "SELECT id, list_id, machine FROM agreement WHERE action_id = :action ORDER BY id"
    return [Written(*row) for row in reads.rows(sql, {"action": action_id})]


def drop_since(action: Action, written: Written) -> None:
    """Take out all states of a file that came after one."""
    ids = action.rows(
        "SELECT id FROM agreement WHERE list_id = :list AND machine = :machine AND id > :id",
        {"list": written.list_id, "machine": written.machine, "id": written.id},
    )
    action.drop("agreement", [number for (number,) in ids])
