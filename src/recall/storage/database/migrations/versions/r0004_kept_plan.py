"""The kept plan of a day, minutes of single dates, questions, and places in a long reading."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; existing data stays as it is."""
    op.add_column("resource", sa.Column("question", sa.Text(), nullable=True))
    op.add_column(
        "resource", sa.Column("once", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("sitting", sa.Column("progress", sa.Integer(), nullable=True))
    op.add_column("sitting", sa.Column("stopped_at", sa.Text(), nullable=True))
    _guard_sittings()
    _create_tables()
    _mark(4)


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_planned_visit_plan", table_name="planned_visit")
    op.drop_table("planned_visit")
    op.drop_table("plan")
    op.drop_table("day_minutes")
    _drop_guard()
    op.drop_column("sitting", "stopped_at")
    op.drop_column("sitting", "progress")
    _guard_sittings()
    op.drop_column("resource", "once")
    op.drop_column("resource", "question")
    _mark(3)


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")


def _drop_guard() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER sitting_no_update")


def _guard_sittings() -> None:
    """Let the trigger of SQLite name the columns that there are now; PostgreSQL's names none."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute("DROP TRIGGER IF EXISTS sitting_no_update")
    columns = [c["name"] for c in sa.inspect(op.get_bind()).get_columns("sitting")]
    kept = ", ".join(f'"{column}"' for column in columns if column != "void_by")
    op.execute(
        f"CREATE TRIGGER sitting_no_update BEFORE UPDATE OF {kept} ON sitting "
        "BEGIN SELECT RAISE(ABORT, 'the log of sittings is append-only'); END"
    )


def _create_tables() -> None:
    op.create_table(
        "day_minutes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("study_date", name="uq_day_minutes_date"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("study_date", "revision", name="uq_plan_revision"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "planned_visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=8), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("put_off", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["resource_id"], ["resource.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_planned_visit_plan", "planned_visit", ["plan_id"], unique=False)
