"""The tables as SQLAlchemy knows them: `columns` and their indexes and constraints.

The migrations make them; a test holds the two together.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy import Column as SqlColumn
from sqlalchemy.types import TypeEngine

from recall.storage.database.columns import TABLES, StoredColumn

metadata = MetaData()

CONSTRAINTS: dict[str, tuple[CheckConstraint | UniqueConstraint, ...]] = {
    "resource": (
        UniqueConstraint("identity", name="uq_resource_identity"),
        CheckConstraint(
            "status IN ('unread', 'reading', 'read', 'suspended', 'archived', 'removed')",
            name="ck_resource_status",
        ),
    ),
    "review": (CheckConstraint("rating BETWEEN 1 AND 4", name="ck_review_rating"),),
    "reminder": (UniqueConstraint("kind", "slot", "machine", name="uq_reminder_slot"),),
    "day_mixture": (UniqueConstraint("study_date", name="uq_day_mixture_date"),),
    "day_minutes": (UniqueConstraint("study_date", name="uq_day_minutes_date"),),
    "plan": (UniqueConstraint("study_date", "revision", name="uq_plan_revision"),),
    "list_file": (UniqueConstraint("list_id", "machine", name="uq_list_file_machine"),),
    "own_lines": (UniqueConstraint("list_id", "machine", name="uq_own_lines_machine"),),
    "kept_text": (UniqueConstraint("resource_id", name="uq_kept_text_resource"),),
    "link_check": (UniqueConstraint("resource_id", name="uq_link_check_resource"),),
}

# The counts, sums and ranks of a day are answered from the first two alone, without the rows.
# ix_place_section is made as a hash on PostgreSQL (r0003), whose other indexes refuse headings
# that are very long.
INDEXES: dict[str, tuple[str, ...]] = {
    "ix_resource_due": (
        "resource",
        *("status", "due", "minutes", "stability", "difficulty", "last_review", "priority"),
    ),
    "ix_resource_order": ("resource", "status", "gone", "priority", "list_id", "ordinal"),
    "ix_resource_series": ("resource", "series", "list_id", "part"),
    "ix_resource_edited": ("resource", "edited"),
    "ix_resource_joined": ("resource", "joined_into"),
    "ix_place_resource": ("place", "resource_id"),
    "ix_place_list": ("place", "list_id"),
    "ix_place_section": ("place", "section"),
    "ix_change_action": ("change", "action_id"),
    "ix_review_resource": ("review", "resource_id", "study_date"),
    "ix_review_day": ("review", "study_date"),
    "ix_review_late": ("review", "study_date", "due_before"),
    "ix_review_action": ("review", "action_id"),
    "ix_review_void": ("review", "void_by"),
    "ix_sitting_day": ("sitting", "study_date"),
    "ix_prerequisite_resource": ("prerequisite", "resource_id"),
    "ix_planned_visit_plan": ("planned_visit", "plan_id"),
    "ix_agreement_list": ("agreement", "list_id", "machine"),
}
"""The table and the columns of each index."""

ONLY_WHERE = {
    "ix_resource_edited": "edited <> ''",
    "ix_resource_joined": "joined_into IS NOT NULL",
    "ix_review_late": "due_before < study_date",
    "ix_review_void": "void_by IS NOT NULL",
}
"""The condition of the rows that a partial index holds."""


def _type(column: StoredColumn) -> TypeEngine[Any]:
    made: dict[str, TypeEngine[Any]] = {
        "int": Integer(),
        "float": Float(53),
        "str": Text() if column.length is None else String(column.length),
        "date": Date(),
        "bool": Boolean(create_constraint=False),
        "compressed": LargeBinary(),
    }
    return made[column.type]


def _column(column: StoredColumn) -> SqlColumn[Any]:
    points = [ForeignKey(f"{column.refers_to}.id")] if column.refers_to else []
    return SqlColumn(
        column.name,
        _type(column),
        *points,
        primary_key=column.name == "id",
        nullable=column.optional,
        server_default=false() if column.default is False else column.default,
    )


for _name, _columns in TABLES.items():
    Table(
        _name,
        metadata,
        *map(_column, _columns),
        *CONSTRAINTS.get(_name, ()),
        sqlite_autoincrement=True,
    )

for _name, (_table, *_indexed) in INDEXES.items():
    _held = text(ONLY_WHERE[_name]) if _name in ONLY_WHERE else None
    Index(
        _name,
        *(metadata.tables[_table].c[column] for column in _indexed),
        sqlite_where=_held,
        postgresql_where=_held,
    )
