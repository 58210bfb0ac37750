"""Choices: how the person wants a list to be read is kept with the list."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; every list so far is read as a whole."""
    op.add_column("reading_list", sa.Column("choice", sa.Text(), nullable=True))
    _mark(11)


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("reading_list", "choice")
    _mark(10)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
