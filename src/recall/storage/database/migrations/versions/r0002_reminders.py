"""Reminders: slots that were claimed and sent, and snoozes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables; existing data stays as it is."""
    _create_tables()
    _mark(2)


def downgrade() -> None:
    """Take both tables away."""
    op.drop_table("snooze")
    op.drop_table("reminder")
    _mark(1)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")


def _create_tables() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("slot", sa.String(length=40), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.String(length=27), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.String(length=27), nullable=True),
        sa.Column("backend", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "slot", "machine", name="uq_reminder_slot"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("until", sa.String(length=27), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
