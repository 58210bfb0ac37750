"""Planning: priorities, prerequisites, section rules, pauses, fitted parameters."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COUNTS = ("revisits", "tested")
DUE = ("status", "due", "minutes")
RANKED = ("stability", "difficulty", "last_review", "priority")
LOSSES = ("log_loss", "log_loss_default", "log_loss_before")


def upgrade() -> None:
    """Add columns and tables; existing data stays as it is."""
    op.add_column(
        "resource",
        sa.Column("priority", sa.String(length=6), nullable=False, server_default="normal"),
    )
    _index("ix_resource_order", "status", "gone", "priority", "list_id", "ordinal")
    _index("ix_resource_due", *DUE, *RANKED)
    op.create_index("ix_place_section", "place", ["section"], unique=False, postgresql_using="hash")
    op.add_column("resource", sa.Column("parameters_id", sa.Integer(), nullable=True))
    op.add_column("resource", sa.Column("length", sa.Integer(), nullable=True))
    op.add_column("resource", sa.Column("kept_on", sa.Date(), nullable=True))
    _add_scores()
    _create_tables()
    _mark(3)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("pause")
    op.drop_table("section_rule")
    op.drop_index("ix_prerequisite_resource", table_name="prerequisite")
    op.drop_table("prerequisite")
    op.drop_index("ix_place_section", table_name="place")
    _index("ix_resource_order", "status", "gone", "list_id", "ordinal")
    _index("ix_resource_due", *DUE)
    for name in ("in_use", *COUNTS, *LOSSES):
        op.drop_column("parameters", name)
    op.drop_column("resource", "kept_on")
    op.drop_column("resource", "length")
    op.drop_column("resource", "parameters_id")
    op.drop_column("resource", "priority")
    _mark(2)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")


def _index(name: str, *columns: str) -> None:
    """Replace an index of the resource table by one with these columns."""
    op.drop_index(name, table_name="resource")
    op.create_index(name, "resource", list(columns), unique=False)


def _add_scores() -> None:
    """Give parameter sets scores and an in_use mark; until now the newest was in use."""
    op.add_column(
        "parameters",
        sa.Column("in_use", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    for name in COUNTS:
        op.add_column("parameters", sa.Column(name, sa.Integer(), nullable=True))
    for name in LOSSES:
        op.add_column("parameters", sa.Column(name, sa.Float(precision=53), nullable=True))
    op.execute("UPDATE parameters SET in_use = true WHERE id = (SELECT max(id) FROM parameters)")


def _create_tables() -> None:
    op.create_table(
        "prerequisite",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resource_id"], ["resource.id"]),
        sa.ForeignKeyConstraint(["after_id"], ["resource.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_prerequisite_resource", "prerequisite", ["resource_id"], unique=False)
    op.create_table(
        "section_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("turn", sa.String(length=6), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
