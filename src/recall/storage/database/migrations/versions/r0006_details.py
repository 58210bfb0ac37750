"""What a list says beside title and URL: descriptions, links, labels, dates, and its boxes."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; existing data stays as it is."""
    for name in ("description", "links", "labels", "labels_by_hand"):
        op.add_column("resource", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("resource", sa.Column("read_on", sa.String(length=10), nullable=True))
    op.add_column("resource", sa.Column("saved_on", sa.Date(), nullable=True))
    op.add_column("resource", sa.Column("folded_details", sa.Text(), nullable=True))
    op.add_column("place", sa.Column("mark", sa.String(length=7), nullable=True))
    _mark(6)


def downgrade() -> None:
    """Take them away."""
    op.drop_column("place", "mark")
    for name in ("folded_details", "saved_on", "read_on"):
        op.drop_column("resource", name)
    for name in ("labels_by_hand", "labels", "links", "description"):
        op.drop_column("resource", name)
    _mark(5)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
