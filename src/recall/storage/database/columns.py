"""Every table and its columns, written down once, as plain data.

`schema` makes SQLAlchemy's tables of them, `codec` the values that are written, and `integrity`
the questions of `recall doctor`. Commands that write need the types of columns but not
SQLAlchemy, whose import takes longer than the whole command.
"""

from typing import Literal, NamedTuple

Type = Literal["int", "float", "str", "date", "bool"]
"""The type in Python of a column's values."""

INSTANT = 27
"""Characters of RFC 3339 in UTC, `2026-11-22T08:00:00Z`: SQLite has no time zones, and text
sorts in order."""


class Column(NamedTuple):
    """One column. length is the most characters that a text may have; refers_to is a table."""

    name: str
    type: Type
    optional: bool = False
    length: int | None = None
    default: str | Literal[False] | None = None
    refers_to: str | None = None


def _text(name: str, length: int | None = None, *, optional: bool = False) -> Column:
    return Column(name, "str", optional=optional, length=length)


def _reference(name: str, table: str) -> Column:
    return Column(name, "int", refers_to=table)


_ID = Column("id", "int")

TABLES: dict[str, tuple[Column, ...]] = {
    "reading_list": (
        _ID,
        _text("name"),
        _text("path", optional=True),
        Column("rules_version", "int"),
        _text("imported_at", INSTANT),
    ),
    "resource": (
        _ID,
        _text("identity"),
        _text("url", optional=True),
        _text("canonical_url", optional=True),
        _text("title"),
        _text("folded"),
        _text("kind", 10),
        _text("language", 3),
        Column("minutes", "int"),
        Column("minutes_read", "int"),
        _text("series", optional=True),
        Column("part", "int", optional=True),
        _text("note", optional=True),
        _text("edited"),
        _reference("list_id", "reading_list"),
        Column("ordinal", "int"),
        Column("gone", "bool", default=False),
        _text("added_at", INSTANT),
        # The card: each resource has exactly one, so it is part of the same row.
        _text("status", 10),
        _text("status_before", 10, optional=True),
        Column("due", "date", optional=True),
        Column("postponed_from", "date", optional=True),
        Column("stability", "float", optional=True),
        Column("difficulty", "float", optional=True),
        Column("last_review", "date", optional=True),
        Column("reviews", "int"),
        Column("lapses", "int"),
        Column("priority", "str", length=6, default="normal"),
        # The set that the memory was replayed under; empty if its last review's set made it.
        Column("parameters_id", "int", optional=True),
        Column("length", "int", optional=True),  # characters of Chinese, words otherwise
        Column("kept_on", "date", optional=True),  # when the person said to keep it
    ),
    "place": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("list_id", "reading_list"),
        Column("ordinal", "int"),
        _text("section"),
        _text("title"),
    ),
    "parameters": (
        _ID,
        _text("model", 10),
        _text("weights"),
        _text("created_at", INSTANT),
        _text("note", optional=True),
        Column("in_use", "bool", default=False),
        # How it compared with other sets before it was adopted; empty for the defaults.
        Column("revisits", "int", optional=True),
        Column("tested", "int", optional=True),
        Column("log_loss", "float", optional=True),
        Column("log_loss_default", "float", optional=True),
        Column("log_loss_before", "float", optional=True),
    ),
    "action": (
        _ID,
        _text("kind", 20),
        _text("at", INSTANT),
        Column("study_date", "date"),
        Column("resource_id", "int", optional=True),
        _text("summary"),
        Column("undone_by", "int", optional=True),
    ),
    "change": (
        _ID,
        _reference("action_id", "action"),
        _text("table_name", 20),
        Column("row_id", "int"),
        _text("before", optional=True),
    ),
    "review": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("action_id", "action"),
        _reference("parameters_id", "parameters"),
        Column("rating", "int"),
        Column("study_date", "date"),
        _text("reviewed_at", INSTANT),
        Column("minutes", "int", optional=True),
        Column("planned_minutes", "int"),
        _text("note", optional=True),
        Column("elapsed", "int", optional=True),
        Column("retrievability", "float", optional=True),
        Column("stability_before", "float", optional=True),
        Column("stability", "float"),
        Column("difficulty_before", "float", optional=True),
        Column("difficulty", "float"),
        Column("interval", "int"),
        Column("due_before", "date", optional=True),
        Column("due", "date"),
        Column("desired_retention", "float"),
        Column("maximum_interval", "int"),
        _text("source", 10),
        Column("void_by", "int", optional=True),
    ),
    "sitting": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("action_id", "action"),
        Column("study_date", "date"),
        _text("at", INSTANT),
        Column("minutes", "int"),
        _text("note", optional=True),
        Column("void_by", "int", optional=True),
    ),
    # Reminders that were sent. Neither table belongs to an action: undo cannot unsend them.
    "reminder": (
        _ID,
        _text("kind", 10),
        _text("slot", 40),
        _text("machine"),  # empty if one machine reminds for all
        _text("claimed_at", INSTANT),
        _text("claimed_by"),
        _text("sent_at", INSTANT, optional=True),
        _text("backend", optional=True),
    ),
    "snooze": (
        _ID,
        _text("until", INSTANT),
        _text("at", INSTANT),
        _text("kind", 10, optional=True),  # of the reminder that comes again at the end
    ),
    "prerequisite": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("after_id", "resource"),
    ),
    "section_rule": (
        _ID,
        _text("section"),  # a path of headings, as in place
        _text("turn", 6),  # first, normal, later or hold
        Column("deadline", "date", optional=True),
    ),
    "pause": (
        _ID,
        Column("first", "date"),
        Column("until", "date", optional=True),  # the first study day after it
    ),
}


def names(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in order."""
    return tuple(column.name for column in TABLES[table])


def types(table: str) -> dict[str, Type]:
    """Return the types of a table's columns, by name."""
    return {column.name: column.type for column in TABLES[table]}
