"""What pages say: the texts that are kept of them, dates, and which fields they gave."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table; existing data stays as it is."""
    op.add_column("resource", sa.Column("published_on", sa.String(length=10), nullable=True))
    op.add_column("resource", sa.Column("fetched", sa.Text(), nullable=True))
    op.add_column("resource", sa.Column("fetched_on", sa.Date(), nullable=True))
    op.create_table(
        "kept_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(length=27), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["resource_id"], ["resource.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("resource_id", name="uq_kept_text_resource"),
        sqlite_autoincrement=True,
    )
    _mark(9)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("kept_text")
    for name in ("fetched_on", "fetched", "published_on"):
        op.drop_column("resource", name)
    _mark(8)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
