"""Syncing: the files of lists on each machine, and the states in which they agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables; existing data stays as it is."""
    op.create_table(
        "list_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("may_write", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("waits", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("known_action", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["reading_list.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("list_id", "machine", name="uq_list_file_machine"),
        sqlite_autoincrement=True,
    )
    _create_agreement()
    _mark(8)


def downgrade() -> None:
    """Take both tables away, with what undo remembers of them."""
    op.execute("DELETE FROM change WHERE table_name = 'agreement'")
    op.drop_index("ix_agreement_list", table_name="agreement")
    op.drop_table("agreement")
    op.drop_table("list_file")
    _mark(7)


def _create_agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"]),
        sa.ForeignKeyConstraint(["list_id"], ["reading_list.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agreement_list", "agreement", ["list_id", "machine"])


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
