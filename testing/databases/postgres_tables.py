"""Keeps the tables of a PostgreSQL library for the next test: making them takes far longer.

A database that a test gives back keeps its tables, emptied, in the schema `ready`; the next library
that is made there takes them instead of making its own. Tables whose definition a test changed
are dropped: any change leaves another transaction number in the server's catalog.
"""

from typing import Protocol

from recall.storage.database.columns import TABLES


class Cursor(Protocol):
    """The part of psycopg's cursors that is needed here."""

    def execute(self, query: bytes, /) -> object:
        """Run statements."""

    def fetchone(self) -> object:
        """Return the next row of the last statement."""


DEFINITION = """
    SELECT 'made as ' || md5(string_agg(part, ' ' ORDER BY part)) FROM (
        SELECT concat(oid, ':', xmin) FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT concat(oid, ':', xmin) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT concat(oid, ':', xmin) FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT concat(pg_trigger.oid, ':', pg_trigger.xmin) FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid AND relnamespace = 'public'::regnamespace
        UNION ALL SELECT concat(attrelid, '.', attnum, ':', pg_attribute.xmin) FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid AND relnamespace = 'public'::regnamespace
        UNION ALL SELECT version_num FROM alembic_version
    ) AS parts (part)
"""

MARKED = b"""
    SELECT description FROM pg_description
    WHERE objoid = 'public'::regnamespace AND description LIKE 'made as %'
"""

EMPTY = " ".join(
    f"DELETE FROM {table}; SELECT setval('{table}_id_seq', 1, false);" for table in TABLES
)


def take(cursor: Cursor) -> bool:
    """Give an empty database the tables that are ready in it; return False if there are none."""
    cursor.execute(b"SELECT 1 FROM pg_namespace WHERE nspname = 'ready'")
    if cursor.fetchone() is None:
        return False
    cursor.execute(b"DROP SCHEMA public; ALTER SCHEMA ready RENAME TO public")
    return True


def mark(cursor: Cursor) -> None:
    """Note how the new tables are defined."""
    comment = f"format('COMMENT ON SCHEMA public IS %L', ({DEFINITION}))"
    cursor.execute(f"DO $$ BEGIN EXECUTE {comment}; END $$".encode())


def put_back(cursor: Cursor) -> bool:
    """Empty the tables and keep them; return False if there are none, or others than were made.

    The cursor's session must be a replica's, in which no trigger runs, so that logs can be emptied.
    """
    cursor.execute(MARKED)
    marked = cursor.fetchone()
    if marked is None:
        return False
    cursor.execute(DEFINITION.encode())
    if cursor.fetchone() != marked:
        return False
    cursor.execute(f"{EMPTY} ALTER SCHEMA public RENAME TO ready; CREATE SCHEMA public".encode())
    return True
