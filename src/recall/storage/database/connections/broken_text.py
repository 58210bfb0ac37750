"""A stored text whose bytes are not UTF-8, as damage leaves it. Loaded only if there is one."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from recall.storage.database.connections.connection import Row


class BrokenText(str):
    """The readable part of such a text, with the bytes as they are stored."""

    stored: bytes

    def __new__(cls, stored: bytes) -> "BrokenText":
        """Put a mark in place of each byte that is no text."""
        made = super().__new__(cls, stored.decode("utf-8", "replace"))
        made.stored = stored
        return made


def is_broken_text(error: sqlite3.OperationalError) -> bool:
    """Return whether SQLite failed because a text cannot be decoded."""
    return str(error).startswith("Could not decode to UTF-8")


def rows_with_broken_text(
    raw: sqlite3.Connection, sql: str, values: Mapping[str, object]
) -> list[Row]:
    """Ask a question whose answer has such texts."""
    before: Any = raw.text_factory
    raw.text_factory = _text
    try:
        return raw.execute(sql, values).fetchall()
    finally:
        raw.text_factory = before


def _text(stored: bytes) -> str:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return BrokenText(stored)
