"""An index of the revisits that were done late, for the streak."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LATE = sa.text("due_before < study_date")


def upgrade() -> None:
    """Add the index; existing data stays as it is."""
    op.create_index(
        "ix_review_late",
        "review",
        ["study_date", "due_before"],
        unique=False,
        sqlite_where=LATE,
        postgresql_where=LATE,
    )
    _mark(5)


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_review_late", table_name="review")
    _mark(4)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
