"""Writing: one action, one transaction, and what each row was before, so it can be undone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update
from sqlalchemy import Row as SqlRow

from recall.storage.schema import action, change, metadata, place, resource, review, sitting
from recall.storage.store import Row, Store, fetch
from recall.storage.values import instant

Values = Mapping[str, object]

LOGS = (review, sitting)
"""Append-only: a row is never changed but for its void mark."""

CHUNK = 500
"""Rows named in one IN list; databases bound how many parameters a statement takes."""


class Abandoned(Exception):
    """Raised inside `begin` to leave everything as it was, without an error."""


class Action:
    """The one being carried out. Reads through it see its own writes."""

    def __init__(self, connection: Connection, number: int) -> None:
        """Begun by `begin`, never by hand."""
        self._connection = connection
        self.id = number

    def rows(self, sql: str, params: Values | None = None) -> list[Row]:
        """Run a SELECT with `:name` parameters."""
        return fetch(self._connection, sql, params)

    def insert(self, table: Table, rows: Sequence[Values]) -> list[int]:
        """Add rows, remembered as new; gives their IDs in order."""
        if not rows:
            return []
        returning = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        ids = [int(row.id) for row in self._connection.execute(returning, list(rows))]
        self._remember(table, [(number, None) for number in ids])
        return ids

    def append(self, table: Table, values: Values) -> None:
        """Add a row to a log. The action's number on it is all that undo needs."""
        self._connection.execute(insert(table).values(**values, action_id=self.id))

    def void(self, table: Table, row_id: int) -> None:
        """Mark a row of a log as no longer counting, because of this action."""
        self._connection.execute(update(table).where(table.c.id == row_id).values(void_by=self.id))

    def update(self, table: Table, row_id: int, values: Values) -> None:
        """Change a row, remembering what it was."""
        self._remember(table, [(row_id, self._image(table, row_id))])
        self._connection.execute(update(table).where(table.c.id == row_id).values(**values))

    def update_many(self, table: Table, rows: Mapping[int, Values]) -> None:
        """Change many rows, each its own way but all the same columns."""
        if not rows:
            return
        ids = sorted(rows)
        images: list[tuple[int, str | None]] = []
        for start in range(0, len(ids), CHUNK):
            chunk = table.c.id.in_(ids[start : start + CHUNK])
            found = self._connection.execute(select(table).where(chunk))
            images += [(row.id, _to_json(row)) for row in found]
        self._remember(table, images)
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[ids[0]]}
        statement = update(table).where(table.c.id == bindparam("row_id")).values(columns)
        self._connection.execute(
            statement,
            [{"row_id": key} | {f"new_{n}": v for n, v in rows[key].items()} for key in ids],
        )

    def delete(self, table: Table, row_ids: Sequence[int]) -> None:
        """Take rows out, remembering what they were."""
        self._remember(table, [(number, self._image(table, number)) for number in row_ids])
        for number in row_ids:
            self._connection.execute(delete(table).where(table.c.id == number))

    def describe(self, resource_id: int | None, summary: str) -> None:
        """Say in the history what this action did, once that is known."""
        self._connection.execute(
            update(action)
            .where(action.c.id == self.id)
            .values(resource_id=resource_id, summary=summary)
        )

    def take_back(self, number: int) -> None:
        """Undo an earlier action: its rows as they were, its log entries void."""
        remembered = self._connection.execute(
            select(change).where(change.c.action_id == number).order_by(change.c.id.desc())
        ).all()
        for row in remembered:
            self._restore(metadata.tables[row.table_name], row.row_id, row.before)
        for log in LOGS:
            unvoided = update(log).where(log.c.void_by == number).values(void_by=None)
            self._connection.execute(unvoided)
            voided = update(log).where(log.c.action_id == number).values(void_by=self.id)
            self._connection.execute(voided)
        self._connection.execute(
            update(action).where(action.c.id == number).values(undone_by=self.id)
        )

    def _restore(self, table: Table, row_id: int, before: str | None) -> None:
        here = table.c.id == row_id
        if before is not None:
            values = _from_json(table, before)
            changed = self._connection.execute(update(table).where(here).values(**values))
            if changed.rowcount == 0:
                self._connection.execute(insert(table).values(**values))
        elif table is resource:  # its log stays, so it stays: IDs are never reused
            gone = update(table).where(here).values(status="removed", series=None)
            self._connection.execute(gone)
        elif table is place:
            self._connection.execute(delete(table).where(here))

    def _image(self, table: Table, row_id: int) -> str:
        row = self._connection.execute(select(table).where(table.c.id == row_id)).one()
        return _to_json(row)

    def _remember(self, table: Table, images: Sequence[tuple[int, str | None]]) -> None:
        if images:
            rows = [
                {"action_id": self.id, "table_name": table.name, "row_id": number, "before": image}
                for number, image in images
            ]
            self._connection.execute(insert(change), rows)


@contextmanager
def begin(store: Store, kind: str, now: datetime, study_date: date) -> Iterator[Action]:
    """Carry out one action: all of what happens inside the with block, or nothing."""
    with suppress(Abandoned), store.transaction() as connection:
        if connection.dialect.name == "postgresql":
            # One action at a time, as BEGIN IMMEDIATE does on SQLite; before the snapshot.
            connection.execute(text("LOCK TABLE action IN EXCLUSIVE MODE"))
        row = {"kind": kind, "at": instant(now), "study_date": study_date, "summary": kind}
        number = connection.execute(
            insert(action).values(**row).returning(action.c.id)
        ).scalar_one()
        yield Action(connection, int(number))


def _to_json(row: SqlRow[Any]) -> str:
    return json.dumps(dict(row._mapping), ensure_ascii=False, default=str)


def _from_json(table: Table, image: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(image)
    for name, value in values.items():
        if value is not None and table.c[name].type.python_type is date:
            values[name] = date.fromisoformat(value)
    return values
