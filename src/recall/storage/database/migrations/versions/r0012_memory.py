"""The mixture of a study day, and the one that each review's interval was made with."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table; existing data stays as it is."""
    op.add_column("review", sa.Column("mixture", sa.Text(), nullable=True))
    _guard_reviews()
    op.create_table(
        "day_mixture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("parameters_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("mixture", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["parameters_id"], ["parameters.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("study_date", name="uq_day_mixture_date"),
        sqlite_autoincrement=True,
    )
    _mark(12)


def downgrade() -> None:
    """Take them away."""
    op.drop_table("day_mixture")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER review_no_update")
    op.drop_column("review", "mixture")
    _guard_reviews()
    _mark(11)


def _guard_reviews() -> None:
    """Let the trigger of SQLite name the columns that there are now; PostgreSQL's names none."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute("DROP TRIGGER IF EXISTS review_no_update")
    columns = [c["name"] for c in sa.inspect(op.get_bind()).get_columns("review")]
    kept = ", ".join(f'"{column}"' for column in columns if column != "void_by")
    op.execute(
        f"CREATE TRIGGER review_no_update BEFORE UPDATE OF {kept} ON review "
        "BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END"
    )


def _mark(number: int) -> None:
    """Write the revision into SQLite's file header too, where every command looks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA user_version = {number}")
