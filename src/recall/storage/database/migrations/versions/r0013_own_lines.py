"""Own lines: what was written in the file of a list, so that undo takes it out line by line."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; the files from before each sync are no longer needed."""
    op.create_table(
        "own_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["reading_list.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("list_id", "machine", name="uq_own_lines_machine"),
        sqlite_autoincrement=True,
    )
    op.drop_column("agreement", "before")
    _mark(13)


def downgrade() -> None:
    """Remove the state; also remove states of which only the row is left."""
    op.execute("DELETE FROM agreement WHERE text = ''")
    op.add_column("agreement", sa.Column("before", sa.Text(), nullable=True))
    op.drop_table("own_lines")
    _mark(12)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
