"""Writes: each action is one transaction and keeps the rows' before-images, so it can be undone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from itertools import groupby

from recall.errors import StorageError
from recall.storage.database import rows
from recall.storage.database.codec import instant
from recall.storage.database.connections.connection import Connection, Row, Values
from recall.storage.database.connections.waiting import TOLD_SECONDS
from recall.storage.database.images import from_image, to_image
from recall.storage.database.room import make_room
from recall.storage.store import Store
from recall.storage.unasked import kept_since

LOGS = ("review", "sitting")
"""Append-only tables: only a row's void mark ever changes."""

REMOVABLE = (
    *("place", "prerequisite", "section_rule", "pause"),
    *("day_minutes", "plan", "planned_visit", "agreement", "kept_text"),
)
"""Tables whose rows are not referred to, so undoing an insertion removes them entirely."""

STAYING = ("reading_list", "parameters")
"""Tables whose rows others may refer to, so they stay when their insertion is undone."""

_NEWER = (
    "SELECT study_date, revision FROM plan WHERE made_at > (SELECT at FROM action WHERE id = :id)"
)


_MOST_LOST = 1_000_000
"""Actions that a library can have lost; a number beyond them is damaged itself."""


class Abandoned(Exception):
    """Raised inside `begin` to roll everything back without an error."""


class Action:
    """The action in progress. Reads through it see its own writes."""

    def __init__(self, connection: Connection, number: int) -> None:
        """Use `begin` instead of calling this."""
        self._connection = connection
        self.id = number

    def rows(self, sql: str, params: Values | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters."""
        return self._connection.rows(sql, params)

    def insert(self, table: str, new: Sequence[Values]) -> list[int]:
        """Add rows with the same columns, remembered as new; return their IDs in order.

        IDs only ever rise and nobody else writes meanwhile, so they can be looked up after;
        RETURNING them in order costs SQLite a statement a row.
        """
        if not new:
            return []
        newest = rows.newest(self._connection, table)
        rows.add(self._connection, table, new)
        added = self.rows(f'SELECT id FROM "{table}" WHERE id > :id ORDER BY id', {"id": newest})
        self._remember_new(table, newest)
        return [int(number) for (number,) in added]

    def append(self, table: str, values: Values) -> int:
        """Add a row to a log; return its ID. The action's number on it is all that undo needs."""
        return rows.add_one(self._connection, table, {**values, "action_id": self.id})

    def void(self, table: str, row_id: int) -> None:
        """Mark a log's row as void because of this action."""
        marked = {"action": self.id, "id": row_id}
        self._connection.execute(f'UPDATE "{table}" SET void_by = :action WHERE id = :id', marked)

    def update(self, table: str, row_id: int, values: Values) -> None:
        """Change a row and keep its before-image."""
        self.update_many(table, {row_id: values})

    def update_many(self, table: str, changed: Mapping[int, Values]) -> None:
        """Change rows; rows maps an ID to its new values."""
        self._remember_old(table, list(changed))
        rows.change(self._connection, table, changed)

    def delete(self, table: str, row_ids: Sequence[int]) -> None:
        """Delete rows and keep their before-images."""
        self._remember_old(table, row_ids)
        rows.take_out(self._connection, table, row_ids)

    def drop(self, table: str, row_ids: Sequence[int]) -> None:
        """Delete rows that undo cannot restore, because they point at rows that are not there."""
        rows.take_out(self._connection, table, row_ids)

    def describe(self, resource_id: int | None, summary: str) -> None:
        """Set the action's resource and summary in the history."""
        self._connection.execute(
            "UPDATE action SET resource_id = :resource, summary = :summary WHERE id = :id",
            {"resource": resource_id, "summary": summary, "id": self.id},
        )

    def call(self, kind: str) -> None:
        """Give the action another name in the history than it began with."""
        renamed = {"kind": kind, "id": self.id}
        self._connection.execute("UPDATE action SET kind = :kind WHERE id = :id", renamed)

    def absorb(self, number: int) -> bool:
        """Take over all that the action just before this one did, so that both are one.

        It must not have written to a log. False, and nothing is done, if another action is between
        them.
        """
        ((before,),) = self.rows("SELECT max(id) FROM action WHERE id < :id", {"id": self.id})
        if before != number:
            return False
        ids = {"old": number, "new": self.id}
        self._connection.execute("UPDATE change SET action_id = :new WHERE action_id = :old", ids)
        self._connection.execute("DELETE FROM action WHERE id = :old", {"old": number})
        return True

    def within(self, store: Store) -> Store:
        """Return the library as a part of this action: its questions see what was written."""
        return store.within(self._connection)

    @property
    def aside(self) -> Connection:
        """The connection, for rows that belong to no action: undo does not take them back."""
        return self._connection

    def take_back(self, number: int) -> None:
        """Undo an earlier action: restore its rows, and void its log entries."""
        remembered = self.rows(
            "SELECT table_name, row_id, before FROM change WHERE action_id = :id ORDER BY id DESC",
            {"id": number},
        )
        for (table, is_new), changes in groupby(remembered, _table_and_new):
            if is_new:
                self._withdraw(table, [key for _, key, _ in changes])
            else:  # if a row has several images, the oldest comes last and wins
                images = {key: image for _, key, image in changes}
                old = {key: from_image(table, image) for key, image in images.items()}
                old = dict(kept_since(self._connection, number, table, old))
                if table == "resource":
                    make_room(self._connection, old)
                rows.restore(self._connection, table, self._wanted(number, table, old))
        marks = {"taken": number, "by": self.id}
        for log in LOGS:
            run = self._connection.execute
            run(f"UPDATE {log} SET void_by = NULL WHERE void_by = :taken", {"taken": number})
            run(f"UPDATE {log} SET void_by = :by WHERE action_id = :taken", marks)
        self._connection.execute("UPDATE action SET undone_by = :by WHERE id = :taken", marks)

    def _withdraw(self, table: str, row_ids: Sequence[int]) -> None:
        """Undo an insertion. A resource's row stays, because its log does and IDs are never
        reused; so does the list that it points at."""
        if table == "resource":
            removed = {"status": "removed", "series": None}
            rows.change(self._connection, table, dict.fromkeys(row_ids, removed))
        elif table in REMOVABLE:
            rows.take_out(self._connection, table, row_ids)
        elif table not in STAYING:
            raise StorageError(f"the library is damaged: it remembers a change of '{table}'")

    def _wanted(
        self, number: int, table: str, old: Mapping[int, dict[str, object]]
    ) -> Mapping[int, dict[str, object]]:
        """Leave out plans of days that have got another since an action, and their visits."""
        if table == "plan":
            newer = {(str(day), revision) for day, revision in self.rows(_NEWER, {"id": number})}
            of = {
                key: (str(image.get("study_date")), image.get("revision"))
                for key, image in old.items()
            }
            return {key: image for key, image in old.items() if of[key] not in newer}
        if table == "planned_visit":
            there = {key for (key,) in self.rows("SELECT id FROM plan")}
            return {key: image for key, image in old.items() if image.get("plan_id") in there}
        return old

    def _remember_old(self, table: str, row_ids: Sequence[int]) -> None:
        known = rows.whole(self._connection, table, row_ids)
        images = {key: to_image(table, (key, *row)) for key, *row in known}
        if images.keys() != set(row_ids):
            raise LookupError(f"no {table} {set(row_ids) - images.keys()}")
        self._remember(table, images)

    def _remember_new(self, table: str, newest: int) -> None:
        """Remember that rows after an ID are new; thousands of them by one statement."""
        self._connection.execute(
            "INSERT INTO change (action_id, table_name, row_id) "
            f'SELECT CAST(:action AS INTEGER), CAST(:table AS TEXT), id FROM "{table}" '
            "WHERE id > :newest ORDER BY id",
            {"action": self.id, "table": table, "newest": newest},
        )

    def _remember(self, table: str, images: Mapping[int, str]) -> None:
        remembered = {"action_id": self.id, "table_name": table}
        changes = [{**remembered, "row_id": key, "before": image} for key, image in images.items()]
        rows.add(self._connection, "change", changes)


@contextmanager
def alone(
    store: Store, wait: float | None = None, *, is_beside: bool = False
) -> Iterator[Connection]:
    """Open a transaction beside which there is no other action.

    wait: seconds to wait for the action in progress; None is the store's timeout. is_beside: what
    is written is kept beside what the person does, and an error that follows says nothing of it.
    """
    had_done = store.has_done
    with store.transaction(wait) as connection:
        if connection.is_postgres:
            # One action at a time, as BEGIN IMMEDIATE ensures on SQLite. The lock comes first:
            # a repeatable read sees the state at its first statement.
            with _told_late(store.told):
                connection.execute("LOCK TABLE action IN EXCLUSIVE MODE")
        yield connection
    if is_beside:
        store.has_done = had_done


@contextmanager
def _told_late(told: Callable[[], None]) -> Iterator[None]:
    """Tell that others keep the library locked, if the block takes a while."""
    from threading import Timer

    timer = Timer(TOLD_SECONDS, told)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def begin(store: Store, kind: str, now: datetime, study_date: date) -> Iterator[Action]:
    """Carry out one action: everything inside the with block happens, or nothing does."""
    with suppress(Abandoned):
        with alone(store) as connection:
            row = {"kind": kind, "at": instant(now), "study_date": study_date, "summary": kind}
            number = rows.add_one(connection, "action", row | _unused(connection))
            yield Action(connection, number)
        store.acted.append(kind)


def _unused(connection: Connection) -> dict[str, int]:
    """Return an ID for a new action, if SQLite would give it one that changes have already.

    So it is in a library that has lost its latest actions: undo would take back with the new action
    what an earlier one did.
    """
    if connection.is_postgres:
        return {}
    newest = rows.newest(connection, "action")
    ((remembered,),) = connection.rows(
        "SELECT max(action_id) FROM change WHERE action_id BETWEEN :first AND :last",
        {"first": newest + 1, "last": newest + _MOST_LOST},
    )
    return {} if remembered is None else {"id": int(remembered) + 1}


def _table_and_new(row: Row) -> tuple[str, bool]:
    table, _, before = row
    return table, before is None
