"""Indexes by which a list is compared with the library without reading all of the library."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_place_list": ("place", "list_id", None),
    "ix_resource_edited": ("resource", "edited", "edited <> ''"),
    "ix_resource_joined": ("resource", "joined_into", "joined_into IS NOT NULL"),
}
"""The table and the column of each, and the condition of the rows that it holds."""


def upgrade() -> None:
    """Add the indexes; the data stays as it is."""
    for name, (table, column, where) in INDEXES.items():
        held = None if where is None else sa.text(where)
        op.create_index(name, table, [column], sqlite_where=held, postgresql_where=held)
    _mark(14)


def downgrade() -> None:
    """Take them away."""
    for name, (table, *_) in INDEXES.items():
        op.drop_index(name, table_name=table)
    _mark(13)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
