"""The first library: the list, the cards, the review log, the history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x7265636C

APPEND_ONLY = {"review": "the review log", "sitting": "the log of sittings"}


def upgrade() -> None:
    """Create every table, with triggers that keep the logs append-only."""
    _create_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        op.execute("PRAGMA user_version = 1")
    else:
        _guard_postgres()


def downgrade() -> None:
    """Take every table away."""
    op.drop_index("ix_sitting_day", table_name="sitting")
    op.drop_table("sitting")
    op.drop_index("ix_review_resource", table_name="review")
    op.drop_index("ix_review_day", table_name="review")
    op.drop_table("review")
    op.drop_index("ix_place_resource", table_name="place")
    op.drop_table("place")
    op.drop_index("ix_resource_series", table_name="resource")
    op.drop_index("ix_resource_order", table_name="resource")
    op.drop_index("ix_resource_due", table_name="resource")
    op.drop_table("resource")
    op.drop_index("ix_change_action", table_name="change")
    op.drop_table("change")
    op.drop_table("reading_list")
    op.drop_table("parameters")
    op.drop_table("action")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = 0")
    else:
        op.execute("DROP FUNCTION append_only")


def _guard_sqlite() -> None:
    for table, name in APPEND_ONLY.items():
        columns = [c["name"] for c in sa.inspect(op.get_bind()).get_columns(table)]
        kept = ", ".join(f'"{column}"' for column in columns if column != "void_by")
        guarded = {
            "update": f"UPDATE OF {kept} ON {table}",
            "delete": f"DELETE ON {table}",
            # INSERT OR REPLACE would delete a row without firing the DELETE trigger.
            "replace": f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",
        }
        for event, condition in guarded.items():
            op.execute(
                f"CREATE TRIGGER {table}_no_{event} BEFORE {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END"
            )


def _guard_postgres() -> None:
    op.execute(
        "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'void_by' = to_jsonb(OLD) - 'void_by' "
        "THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION '% is append-only', TG_ARGV[0]; END $$"
    )
    for table, name in APPEND_ONLY.items():
        for event, scope in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            op.execute(
                f"CREATE TRIGGER {table}_append_only_{scope.lower()} BEFORE {event} ON {table} "
                f"FOR EACH {scope} EXECUTE FUNCTION append_only('{name}')"
            )


def _create_tables() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "parameters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(length=10), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reading_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("rules_version", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.String(length=27), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=20), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_action", "change", ["action_id"], unique=False)
    op.create_table(
        "resource",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("canonical_url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("minutes_read", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=True),
        sa.Column("part", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("edited", sa.Text(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("added_at", sa.String(length=27), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("status_before", sa.String(length=10), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("postponed_from", sa.Date(), nullable=True),
        sa.Column("stability", sa.Float(precision=53), nullable=True),
        sa.Column("difficulty", sa.Float(precision=53), nullable=True),
        sa.Column("last_review", sa.Date(), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('unread', 'reading', 'read', 'suspended', 'archived', 'removed')",
            name="ck_resource_status",
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["reading_list.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("identity", name="uq_resource_identity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_resource_due", "resource", ["status", "due", "minutes"], unique=False)
    op.create_index(
        "ix_resource_order",
        "resource",
        ["status", "gone", "list_id", "ordinal"],
        unique=False,
    )
    op.create_index("ix_resource_series", "resource", ["series", "list_id", "part"], unique=False)
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["reading_list.id"],
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resource.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_place_resource", "place", ["resource_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("parameters_id", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("reviewed_at", sa.String(length=27), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("elapsed", sa.Integer(), nullable=True),
        sa.Column("retrievability", sa.Float(precision=53), nullable=True),
        sa.Column("stability_before", sa.Float(precision=53), nullable=True),
        sa.Column("stability", sa.Float(precision=53), nullable=False),
        sa.Column("difficulty_before", sa.Float(precision=53), nullable=True),
        sa.Column("difficulty", sa.Float(precision=53), nullable=False),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("desired_retention", sa.Float(precision=53), nullable=False),
        sa.Column("maximum_interval", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("void_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name="ck_review_rating"),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.ForeignKeyConstraint(
            ["parameters_id"],
            ["parameters.id"],
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resource.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_day", "review", ["study_date"], unique=False)
    op.create_index("ix_review_resource", "review", ["resource_id", "study_date"], unique=False)
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resource_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("study_date", sa.Date(), nullable=False),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("void_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resource.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sitting_day", "sitting", ["study_date"], unique=False)
