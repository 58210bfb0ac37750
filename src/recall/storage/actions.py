"""Writing: one action, one transaction, and what each row was before, so it can be undone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, text, update
from sqlalchemy import Row as SqlRow

from recall.storage.database.codec import instant
from recall.storage.database.schema import (
    action,
    change,
    metadata,
    pause,
    place,
    prerequisite,
    resource,
    review,
    section_rule,
    sitting,
)
from recall.storage.store import Row, Store, fetch

Values = Mapping[str, object]

LOGS = (review, sitting)
"""Append-only: a row is never changed but for its void mark."""

REMOVABLE = (place, prerequisite, section_rule, pause)
"""Nothing refers to their rows, so an insertion that is undone leaves nothing behind."""

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
        """Add rows, remembered as new; gives their IDs in order.

        IDs only ever rise and nobody else writes meanwhile, so they can be looked up after;
        RETURNING them in order costs SQLite a statement a row.
        """
        if not rows:
            return []
        newest = self._connection.execute(select(func.max(table.c.id))).scalar_one() or 0
        self._connection.execute(insert(table), list(rows))
        added = select(table.c.id).where(table.c.id > newest).order_by(table.c.id)
        ids = [int(number) for number in self._connection.execute(added).scalars()]
        self._remember(table, dict.fromkeys(ids))
        return ids

    def append(self, table: Table, values: Values) -> None:
        """Add a row to a log. The action's number on it is all that undo needs."""
        self._connection.execute(insert(table).values(**values, action_id=self.id))

    def void(self, table: Table, row_id: int) -> None:
        """Mark a row of a log as no longer counting, because of this action."""
        self._connection.execute(update(table).where(table.c.id == row_id).values(void_by=self.id))

    def update(self, table: Table, row_id: int, values: Values) -> None:
        """Change a row, remembering what it was."""
        self.update_many(table, {row_id: values})

    def update_many(self, table: Table, rows: Mapping[int, Values]) -> None:
        """Change rows by ID, each its own way."""
        self._remember_old(table, list(rows))
        self._overwrite(table, rows)

    def delete(self, table: Table, row_ids: Sequence[int]) -> None:
        """Take rows out, remembering what they were."""
        self._remember_old(table, row_ids)
        self._take_out(table, row_ids)

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
        )
        for (name, is_new), rows in groupby(remembered, _table_and_new):
            table = metadata.tables[name]
            if is_new:
                self._withdraw(table, [row.row_id for row in rows])
            else:  # of several images of one row the oldest comes last, and stays
                self._restore(table, {row.row_id: _from_json(table, row.before) for row in rows})
        for log in LOGS:
            unvoided = update(log).where(log.c.void_by == number).values(void_by=None)
            self._connection.execute(unvoided)
            voided = update(log).where(log.c.action_id == number).values(void_by=self.id)
            self._connection.execute(voided)
        self._connection.execute(
            update(action).where(action.c.id == number).values(undone_by=self.id)
        )

    def _withdraw(self, table: Table, row_ids: Sequence[int]) -> None:
        """Undo an insertion. A resource stays, for its log does, and IDs are never reused;
        so does the list that it points at."""
        if table is resource:
            self._overwrite(table, {key: {"status": "removed", "series": None} for key in row_ids})
        elif table in REMOVABLE:
            self._take_out(table, row_ids)

    def _restore(self, table: Table, rows: Mapping[int, Values]) -> None:
        there = self._images(table, list(rows))
        self._overwrite(table, {key: rows[key] for key in there})
        missing = [row for key, row in rows.items() if key not in there]
        if missing:
            self._connection.execute(insert(table), missing)

    def _images(self, table: Table, row_ids: Sequence[int]) -> dict[int, str | None]:
        """Rows as JSON, by ID; those that are not there are left out."""
        images: dict[int, str | None] = {}
        for chunk in _chunks(row_ids):
            rows = self._connection.execute(select(table).where(table.c.id.in_(chunk)))
            images |= {row.id: _to_json(row) for row in rows}
        return images

    def _overwrite(self, table: Table, rows: Mapping[int, Values]) -> None:
        alike: dict[tuple[str, ...], list[dict[str, object]]] = {}
        for key, values in rows.items():
            new = {f"new_{name}": value for name, value in values.items()}
            alike.setdefault(tuple(sorted(values)), []).append({"row_id": key} | new)
        for columns, parameters in alike.items():
            statement = (
                update(table)
                .where(table.c.id == bindparam("row_id"))
                .values({name: bindparam(f"new_{name}") for name in columns})
            )
            self._connection.execute(statement, parameters)

    def _take_out(self, table: Table, row_ids: Sequence[int]) -> None:
        for chunk in _chunks(row_ids):
            self._connection.execute(delete(table).where(table.c.id.in_(chunk)))

    def _remember_old(self, table: Table, row_ids: Sequence[int]) -> None:
        images = self._images(table, row_ids)
        if images.keys() != set(row_ids):
            raise LookupError(f"no {table.name} {set(row_ids) - images.keys()}")
        self._remember(table, images)

    def _remember(self, table: Table, images: Mapping[int, str | None]) -> None:
        if images:
            rows = [
                {"action_id": self.id, "table_name": table.name, "row_id": number, "before": image}
                for number, image in images.items()
            ]
            self._connection.execute(insert(change), rows)


@contextmanager
def begin(store: Store, kind: str, now: datetime, study_date: date) -> Iterator[Action]:
    """Carry out one action: all of what happens inside the with block, or nothing."""
    with suppress(Abandoned), store.transaction() as connection:
        if connection.dialect.name == "postgresql":
            # One action at a time, as BEGIN IMMEDIATE does on SQLite. Locking comes first:
            # a repeatable read sees what was there at its first question.
            connection.execute(text("LOCK TABLE action IN EXCLUSIVE MODE"))
        row = {"kind": kind, "at": instant(now), "study_date": study_date, "summary": kind}
        number = connection.execute(
            insert(action).values(**row).returning(action.c.id)
        ).scalar_one()
        yield Action(connection, int(number))


def _table_and_new(row: Any) -> tuple[str, bool]:
    return row.table_name, row.before is None


def _chunks(row_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(row_ids), CHUNK):
        yield row_ids[start : start + CHUNK]


def _to_json(row: SqlRow[Any]) -> str:
    return json.dumps(dict(row._mapping), ensure_ascii=False, default=str)


def _from_json(table: Table, image: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(image)
    for name, value in values.items():
        if value is not None and table.c[name].type.python_type is date:
            values[name] = date.fromisoformat(value)
    return values
