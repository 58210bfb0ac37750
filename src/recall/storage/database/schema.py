"""The tables, as SQLAlchemy Core. The migrations make them; a test holds the two together."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()

INSTANT = String(27)
"""RFC 3339 in UTC, `2026-11-22T08:00:00Z`: SQLite has no time zones, and text sorts in order."""

reading_list = Table(
    "reading_list",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("path", Text),
    Column("rules_version", Integer, nullable=False),
    Column("imported_at", INSTANT, nullable=False),
    sqlite_autoincrement=True,
)

resource = Table(
    "resource",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identity", Text, nullable=False),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("title", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("language", String(3), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("minutes_read", Integer, nullable=False),
    Column("series", Text),
    Column("part", Integer),
    Column("note", Text),
    Column("edited", Text, nullable=False),
    Column("list_id", ForeignKey("reading_list.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("gone", Boolean(create_constraint=False), nullable=False, server_default=false()),
    Column("added_at", INSTANT, nullable=False),
    # The card: one to one with its resource, so it lives in the same row.
    Column("status", String(10), nullable=False),
    Column("status_before", String(10)),
    Column("due", Date),
    Column("postponed_from", Date),
    Column("stability", Float(53)),
    Column("difficulty", Float(53)),
    Column("last_review", Date),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("priority", String(6), nullable=False, server_default="normal"),
    # The set its memory was replayed under; none where its last review's own set made it.
    Column("parameters_id", Integer),
    Column("length", Integer),  # characters of Chinese, words of another language
    Column("kept_on", Date),  # when the person said to keep what was passed over
    UniqueConstraint("identity", name="uq_resource_identity"),
    CheckConstraint(
        "status IN ('unread', 'reading', 'read', 'suspended', 'archived', 'removed')",
        name="ck_resource_status",
    ),
    sqlite_autoincrement=True,
)
# The counts, sums and ranks of a day are answered from these two alone, without the rows.
Index(
    "ix_resource_due",
    resource.c.status,
    resource.c.due,
    resource.c.minutes,
    resource.c.stability,
    resource.c.difficulty,
    resource.c.last_review,
    resource.c.priority,
)
Index(
    "ix_resource_order",
    resource.c.status,
    resource.c.gone,
    resource.c.priority,
    resource.c.list_id,
    resource.c.ordinal,
)
Index("ix_resource_series", resource.c.series, resource.c.list_id, resource.c.part)

place = Table(
    "place",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("resource_id", ForeignKey("resource.id"), nullable=False),
    Column("list_id", ForeignKey("reading_list.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("title", Text, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_place_resource", place.c.resource_id)
# Made as a hash on PostgreSQL (r0003): its other indexes refuse headings that are very long. To say
# so here would load its dialect with every command that writes.
Index("ix_place_section", place.c.section)

parameters = Table(
    "parameters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("model", String(10), nullable=False),
    Column("weights", Text, nullable=False),
    Column("created_at", INSTANT, nullable=False),
    Column("note", Text),
    Column("in_use", Boolean(create_constraint=False), nullable=False, server_default=false()),
    # How it was weighed against others before it was taken; none of it for the defaults.
    Column("revisits", Integer),
    Column("tested", Integer),
    Column("log_loss", Float(53)),
    Column("log_loss_default", Float(53)),
    Column("log_loss_before", Float(53)),
    sqlite_autoincrement=True,
)

action = Table(
    "action",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("study_date", Date, nullable=False),
    Column("resource_id", Integer),
    Column("summary", Text, nullable=False),
    Column("undone_by", Integer),
    sqlite_autoincrement=True,
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action_id", ForeignKey("action.id"), nullable=False),
    Column("table_name", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    sqlite_autoincrement=True,
)
Index("ix_change_action", change.c.action_id)

review = Table(
    "review",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("resource_id", ForeignKey("resource.id"), nullable=False),
    Column("action_id", ForeignKey("action.id"), nullable=False),
    Column("parameters_id", ForeignKey("parameters.id"), nullable=False),
    Column("rating", Integer, nullable=False),
    Column("study_date", Date, nullable=False),
    Column("reviewed_at", INSTANT, nullable=False),
    Column("minutes", Integer),
    Column("planned_minutes", Integer, nullable=False),
    Column("note", Text),
    Column("elapsed", Integer),
    Column("retrievability", Float(53)),
    Column("stability_before", Float(53)),
    Column("stability", Float(53), nullable=False),
    Column("difficulty_before", Float(53)),
    Column("difficulty", Float(53), nullable=False),
    Column("interval", Integer, nullable=False),
    Column("due_before", Date),
    Column("due", Date, nullable=False),
    Column("desired_retention", Float(53), nullable=False),
    Column("maximum_interval", Integer, nullable=False),
    Column("source", String(10), nullable=False),
    Column("void_by", Integer),
    CheckConstraint("rating BETWEEN 1 AND 4", name="ck_review_rating"),
    sqlite_autoincrement=True,
)
Index("ix_review_resource", review.c.resource_id, review.c.study_date)
Index("ix_review_day", review.c.study_date)

sitting = Table(
    "sitting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("resource_id", ForeignKey("resource.id"), nullable=False),
    Column("action_id", ForeignKey("action.id"), nullable=False),
    Column("study_date", Date, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("note", Text),
    Column("void_by", Integer),
    sqlite_autoincrement=True,
)
Index("ix_sitting_day", sitting.c.study_date)

# What was told to the person. Neither is an action: undoing one would unsay nothing.
reminder = Table(
    "reminder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("slot", String(40), nullable=False),
    Column("machine", Text, nullable=False),  # empty where one machine reminds for all
    Column("claimed_at", INSTANT, nullable=False),
    Column("claimed_by", Text, nullable=False),
    Column("sent_at", INSTANT),
    Column("backend", Text),
    UniqueConstraint("kind", "slot", "machine", name="uq_reminder_slot"),
    sqlite_autoincrement=True,
)

snooze = Table(
    "snooze",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("until", INSTANT, nullable=False),
    Column("at", INSTANT, nullable=False),
    Column("kind", String(10)),  # of the reminder that comes again at the end
    sqlite_autoincrement=True,
)

prerequisite = Table(
    "prerequisite",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("resource_id", ForeignKey("resource.id"), nullable=False),
    Column("after_id", ForeignKey("resource.id"), nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_prerequisite_resource", prerequisite.c.resource_id)

section_rule = Table(
    "section_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("section", Text, nullable=False),  # a path of headings, as in place
    Column("turn", String(6), nullable=False),  # first, normal, later or hold
    Column("deadline", Date),
    sqlite_autoincrement=True,
)

pause = Table(
    "pause",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first", Date, nullable=False),
    Column("until", Date),  # the first study day after it; none while it is open
    sqlite_autoincrement=True,
)
