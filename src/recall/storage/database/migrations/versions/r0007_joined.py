"""Resources that were joined: what a resource that is put away became a part of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; existing data stays as it is."""
    op.add_column("resource", sa.Column("joined_into", sa.Integer(), nullable=True))
    _mark(7)


def downgrade() -> None:
    """Take it away."""
    op.drop_column("resource", "joined_into")
    _mark(6)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
