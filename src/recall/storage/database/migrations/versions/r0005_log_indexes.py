"""Indexes of the review log: late revisits for the streak, actions and void reviews for undo."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes; existing data stays as it is."""
    _partial("ix_review_late", ["study_date", "due_before"], "due_before < study_date")
    _partial("ix_review_void", ["void_by"], "void_by IS NOT NULL")
    op.create_index("ix_review_action", "review", ["action_id"], unique=False)
    _mark(5)


def downgrade() -> None:
    """Take them away."""
    for name in ("ix_review_action", "ix_review_void", "ix_review_late"):
        op.drop_index(name, table_name="review")
    _mark(4)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")


def _partial(name: str, columns: list[str], condition: str) -> None:
    """Make an index of the rows that fulfill a condition."""
    where = sa.text(condition)
    op.create_index(
        name, "review", columns, unique=False, sqlite_where=where, postgresql_where=where
    )
