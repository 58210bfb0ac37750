"""Every table and its columns, written down once, as plain data.

`schema` makes SQLAlchemy's tables of them, `codec` the values that are written, and `integrity`
the questions of `recall doctor`. Commands that write need the types of columns but not
SQLAlchemy, whose import takes longer than the whole command.
"""

from typing import Literal, NamedTuple

Type = Literal["int", "float", "str", "date", "bool", "compressed"]
"""The type in Python of a column's values; compressed is a long str, stored as bytes."""

INSTANT = 27
"""Characters of RFC 3339 in UTC, `2026-11-22T08:00:00Z`: SQLite has no time zones, and text
sorts in order."""


class StoredColumn(NamedTuple):
    """One column. length is the most characters that a text may have; refers_to is a table."""

    name: str
    type: Type
    optional: bool = False
    length: int | None = None
    default: str | Literal[False] | None = None
    refers_to: str | None = None


def _text(name: str, length: int | None = None, *, optional: bool = False) -> StoredColumn:
    return StoredColumn(name, "str", optional=optional, length=length)


def _reference(name: str, table: str) -> StoredColumn:
    return StoredColumn(name, "int", refers_to=table)


_ID = StoredColumn("id", "int")

TABLES: dict[str, tuple[StoredColumn, ...]] = {
    "reading_list": (
        _ID,
        _text("name"),
        _text("path", optional=True),
        StoredColumn("rules_version", "int"),
        _text("imported_at", INSTANT),
        _text("choice", optional=True),  # how it is read, as JSON; null for the whole list
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
        StoredColumn("minutes", "int"),
        StoredColumn("minutes_read", "int"),
        _text("series", optional=True),
        StoredColumn("part", "int", optional=True),
        _text("note", optional=True),
        _text("edited"),
        _reference("list_id", "reading_list"),
        StoredColumn("ordinal", "int"),
        StoredColumn("gone", "bool", default=False),
        _text("added_at", INSTANT),
        # The card: each resource has exactly one, so it is part of the same row.
        _text("status", 10),
        _text("status_before", 10, optional=True),
        StoredColumn("due", "date", optional=True),
        StoredColumn("postponed_from", "date", optional=True),
        StoredColumn("stability", "float", optional=True),
        StoredColumn("difficulty", "float", optional=True),
        StoredColumn("last_review", "date", optional=True),
        StoredColumn("reviews", "int"),
        StoredColumn("lapses", "int"),
        StoredColumn("priority", "str", length=6, default="normal"),
        # The set that the memory was replayed under; empty if its last review's set made it.
        StoredColumn("parameters_id", "int", optional=True),
        StoredColumn("length", "int", optional=True),  # characters of Chinese, words otherwise
        StoredColumn("kept_on", "date", optional=True),  # when the person said to keep it
        _text("question", optional=True),  # the person's own, shown before they recall
        StoredColumn("once", "bool", default=False),  # read, and wanted without revisits
        _text("description", optional=True),
        # Further links and labels, a line each: role, text and URL with tabs between them; a word.
        _text("links", optional=True),
        _text("labels", optional=True),
        _text("labels_by_hand", optional=True),  # +word and -word: what the person put and took
        _text("read_on", 10, optional=True),  # as the list says it: a year, a month or a day
        StoredColumn("saved_on", "date", optional=True),
        _text("folded_details", optional=True),  # as search compares them; null if there are none
        StoredColumn("joined_into", "int", optional=True),  # the resource it is a part of now
        # What its page said: when it came out (a year, a month or a day), the names of the fields
        # that are the page's, and the study date on which the site last answered.
        _text("published_on", 10, optional=True),
        _text("fetched", optional=True),
        StoredColumn("fetched_on", "date", optional=True),
    ),
    "place": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("list_id", "reading_list"),
        StoredColumn("ordinal", "int"),
        _text("section"),
        _text("title"),
        # What the list's box said at the last import; null if that was not kept.
        _text("mark", 7, optional=True),
    ),
    "parameters": (
        _ID,
        _text("model", 10),
        _text("weights"),
        _text("created_at", INSTANT),
        _text("note", optional=True),
        StoredColumn("in_use", "bool", default=False),
        # How it compared with other sets before it was adopted; empty for the defaults.
        StoredColumn("revisits", "int", optional=True),
        StoredColumn("tested", "int", optional=True),
        StoredColumn("log_loss", "float", optional=True),
        StoredColumn("log_loss_default", "float", optional=True),
        StoredColumn("log_loss_before", "float", optional=True),
    ),
    "action": (
        _ID,
        _text("kind", 20),
        _text("at", INSTANT),
        StoredColumn("study_date", "date"),
        StoredColumn("resource_id", "int", optional=True),
        _text("summary"),
        StoredColumn("undone_by", "int", optional=True),
    ),
    "change": (
        _ID,
        _reference("action_id", "action"),
        _text("table_name", 20),
        StoredColumn("row_id", "int"),
        _text("before", optional=True),
    ),
    "review": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("action_id", "action"),
        _reference("parameters_id", "parameters"),
        StoredColumn("rating", "int"),
        StoredColumn("study_date", "date"),
        _text("reviewed_at", INSTANT),
        StoredColumn("minutes", "int", optional=True),
        StoredColumn("planned_minutes", "int"),
        _text("note", optional=True),
        StoredColumn("elapsed", "int", optional=True),
        StoredColumn("retrievability", "float", optional=True),
        StoredColumn("stability_before", "float", optional=True),
        StoredColumn("stability", "float"),
        StoredColumn("difficulty_before", "float", optional=True),
        StoredColumn("difficulty", "float"),
        StoredColumn("interval", "int"),
        StoredColumn("due_before", "date", optional=True),
        StoredColumn("due", "date"),
        StoredColumn("desired_retention", "float"),
        StoredColumn("maximum_interval", "int"),
        _text("source", 10),
        StoredColumn("void_by", "int", optional=True),
        # The numbers of the mixture that the interval was made with; empty if it was the average's.
        _text("mixture", optional=True),
    ),
    # The mixture of a study day, made from the log before it. Undo knows nothing of it: the action
    # says up to where the log was seen, and what has changed since makes it void.
    "day_mixture": (
        _ID,
        StoredColumn("study_date", "date"),
        _reference("parameters_id", "parameters"),
        StoredColumn("action_id", "int"),
        _text("mixture"),
    ),
    "sitting": (
        _ID,
        _reference("resource_id", "resource"),
        _reference("action_id", "action"),
        StoredColumn("study_date", "date"),
        _text("at", INSTANT),
        StoredColumn("minutes", "int"),
        _text("note", optional=True),
        StoredColumn("void_by", "int", optional=True),
        # How much of the reading it covered, in minutes; empty if that is what it took.
        StoredColumn("progress", "int", optional=True),
        _text("stopped_at", optional=True),  # a place in the reading, in the person's words
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
        StoredColumn("deadline", "date", optional=True),
    ),
    "pause": (
        _ID,
        StoredColumn("first", "date"),
        StoredColumn("until", "date", optional=True),  # the first study day after it
    ),
    "day_minutes": (
        _ID,
        StoredColumn("study_date", "date"),
        StoredColumn("minutes", "int"),
    ),
    # What a study day holds. Rows never change: a new revision takes the place of the last one.
    "plan": (
        _ID,
        StoredColumn("study_date", "date"),
        StoredColumn("revision", "int"),
        StoredColumn("minutes", "int"),
        _text("made_at", INSTANT),
    ),
    "planned_visit": (
        _ID,
        _reference("plan_id", "plan"),
        StoredColumn("place", "int"),
        _reference("resource_id", "resource"),
        _text("task", 8),  # revisit, read or sitting
        StoredColumn("minutes", "int"),
        _text("reason"),
        StoredColumn("put_off", "bool", default=False),  # for this study day
    ),
    # The file of a list on one machine. It belongs to no action: undo does not unsay an answer.
    "list_file": (
        _ID,
        _reference("list_id", "reading_list"),
        _text("machine"),
        _text("path"),
        StoredColumn("may_write", "bool", default=False),  # the person was asked
        StoredColumn("waits", "bool", default=False),  # a sync was undone, and the file is as then
        _text("seen"),  # the time, size and number of the file when it was last looked at
        StoredColumn("known_action", "int"),  # the newest action when it was last looked at
        _text("copies"),  # digests of the conflicted copies that were taken in, a line each
    ),
    # What a list was when it and the library agreed; the newest of a machine is the base.
    "agreement": (
        _ID,
        _reference("list_id", "reading_list"),
        _reference("action_id", "action"),
        _text("machine"),
        _text("path"),
        _text("at", INSTANT),
        _text("text"),  # the file then: its bytes, compressed, in base64; "" if no longer kept
        _text("digest", 64),  # the SHA-256 of its bytes
        _text("entries"),  # each line that is a reading: identity, box, title, section; compressed
    ),
    # What recall has written in the file of a list on one machine. It belongs to no action.
    "own_lines": (
        _ID,
        _reference("list_id", "reading_list"),
        _text("machine"),
        _text("text"),  # the file when it was last looked at, compressed, in base64
        _text("lines"),  # its lines that are recall's, and what was there before; likewise
    ),
    "kept_text": (  # the text of a page, which can be read and searched without a network
        _ID,
        _reference("resource_id", "resource"),  # one text each
        _text("kept_at", INSTANT),
        StoredColumn("text", "compressed"),
    ),
    # What was last found of a resource's link. No action: undo cannot make a page come back.
    "link_check": (
        _ID,
        _reference("resource_id", "resource"),
        _text("url"),  # that was asked for; the resource may have another by now
        _text("checked_at", INSTANT),
        _text("outcome", 8),
        _text("reason"),
        StoredColumn("status", "int", optional=True),  # of the last page, as HTTP has it
        _text("final_url", optional=True),
        _text("moved_to", optional=True),
        StoredColumn("failures", "int"),  # in a row, the first of them at failing_since
        _text("failing_since", INSTANT, optional=True),
        _text("wait_until", INSTANT, optional=True),  # as the site asked for
    ),
}


def names(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in order."""
    return tuple(column.name for column in TABLES[table])


def types(table: str) -> dict[str, Type]:
    """Return the types of a table's columns, by name."""
    return {column.name: column.type for column in TABLES[table]}
