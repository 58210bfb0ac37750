"""What can be mended is mended as one action, told before, and given back by undo."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.library.card import Rating
from recall.errors import StorageError
from recall.storage.actions import begin
from recall.storage.tables.pages import kept_texts
from recall.storage.tables.planning import plans
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.around_damage import set_aside
from recall.usecases.upkeep.checking import doctor
from recall.usecases.upkeep.mending import repair
from testing.databases.tables import dump
from testing.libraries.copies import copied
from testing.libraries.factories import NOW, TODAY, catalog, entries, entry, make_library, titled


@pytest.fixture(scope="module")
def lived_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1 is graded, 2 imported as read, 3 begun, 4 unread, 5 suspended."""
    path = tmp_path_factory.mktemp("lived") / "library.db"
    made = make_library(f"sqlite:///{path}", catalog(*entries(5, read=2), entry("Once")))
    grade(made, titled(made, "Resource 1"), Grade(Rating.GOOD, TODAY))
    sit(made, titled(made, "Resource 3"), Grade(Rating.GOOD, TODAY, minutes=7))
    edit(made, "4", Edit(after=(3,), labels=("gpu",)))
    suspend(made, titled(made, "Resource 5"))
    plans.add(made.store, Plan(TODAY, 45, (PlannedVisit(2, "revisit", 5, "due"),), 1), NOW, 1)
    with begin(made.store, "fetch", NOW, TODAY) as action:
        kept_texts.keep(action, 1, "text", NOW)
    made.store.close()
    return path


@pytest.fixture
def context(tmp_path: Path, lived_file: Path) -> Iterator[Context]:
    with copied(lived_file, tmp_path) as copy:
        yield copy


def by_hand(context: Context, *statements: str) -> None:
    """Change rows past every rule but the triggers."""
    with closing(sqlite3.connect(str(context.store.location.path))) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        for statement in statements:
            assert connection.execute(statement).rowcount > 0


MENDED = {
    "resource SET kind = 'artXcle' WHERE id = 1": "kind becomes 'page'",
    "resource SET priority = x'00' WHERE id = 1": "priority becomes 'normal'",
    "resource SET language = 'Englisch' WHERE id = 1": "language becomes 'en'",
    "resource SET gone = 7 WHERE id = 1": "gone becomes false",
    "resource SET note = x'61ff' WHERE id = 1": "note becomes 'a\ufffd'",
    "resource SET part = 'x' WHERE id = 1": "part becomes null",
    "resource SET minutes = 'long' WHERE id = 1": "minutes becomes 15",
    "resource SET minutes_read = -1 WHERE id = 3": "minutes_read becomes 7",
    "resource SET stability = 9e999 WHERE id = 1": "stability becomes 2.3065",
    "resource SET difficulty = 0 WHERE id = 1": "difficulty becomes 2.1",
    "resource SET stability = 'x' WHERE id = 4": "stability becomes null",
    "resource SET reviews = -1 WHERE id = 1": "reviews becomes 1",
    "resource SET lapses = 'x' WHERE id = 1": "lapses becomes 0",
    "resource SET due = 9e999 WHERE id = 1": "due becomes '2026-03-04'",
    "resource SET due = 'soon' WHERE id = 2": "due becomes '2026-03-02'",
    "resource SET due = 'soon' WHERE id = 4": "due becomes null",
    "resource SET postponed_from = 'x' WHERE id = 1": "postponed_from becomes null",
    "resource SET status = 'x' WHERE id = 1": "status becomes 'read'",
    "resource SET status = 'x' WHERE id = 3": "status becomes 'reading'",
    "resource SET status = 'x' WHERE id = 4": "status becomes 'unread'",
    "resource SET status = 'x' WHERE id = 5": "status becomes 'suspended'",
    "resource SET title = '' WHERE id = 1": "title becomes 'Resource 1'",
    "resource SET folded = x'00' WHERE id = 1": "folded becomes 'resource 1'",
    "resource SET folded_details = 'x' WHERE id = 4": "folded_details becomes 'gpu'",
    "resource SET identity = x'ff' WHERE id = 1": "identity becomes 'https://example.org/",
    "resource SET identity = '', canonical_url = NULL WHERE id = 1": "identity becomes '⟨1⟩'",
    "resource SET ordinal = -1 WHERE id = 1": "ordinal becomes 0",
    "resource SET added_at = 'then' WHERE id = 1": "added_at becomes '2026-03-02T01:30:00Z'",
    "resource SET edited = x'ff' WHERE id = 1": "edited becomes '\ufffd'",
    "resource SET list_id = 77 WHERE id = 1": "list_id becomes 1",
    "resource SET parameters_id = 77 WHERE id = 1": "parameters_id becomes null",
    "resource SET joined_into = 77 WHERE id = 1": "joined_into becomes null",
    "place SET title = '' || char(0) WHERE id = 1": "title becomes 'Resource 1'",
    "place SET section = char(31) WHERE id = 1": "section becomes ''",
    "place SET ordinal = 'x' WHERE id = 1": "ordinal becomes 0",
    "place SET mark = 'x' WHERE id = 1": "mark becomes null",
    "place SET resource_id = 77 WHERE id = 1": "it is taken out",
    "prerequisite SET after_id = 77": "it is taken out",
    "planned_visit SET task = 'dance'": "it is taken out",
    "plan SET minutes = -1": "it is taken out",
    "kept_text SET text = 'x'": "text becomes 'x'",
    "kept_text SET text = x'00'": "it is taken out",
    "parameters SET weights = '[]'": "weights becomes '[0.212,",
    "parameters SET model = x'00'": "model becomes 'FSRS-6'",
    "parameters SET created_at = ''": "created_at becomes '2026-03-02T01:30:00Z'",
    "parameters SET in_use = 0": "in_use becomes true",
    "action SET kind = '' WHERE id = 1": "kind becomes 'unknown'",
    "action SET at = 'then' WHERE id = 2": "at becomes '2026-03-02T12:00:00Z'",
    "action SET study_date = 'x' WHERE id = 2": "study_date becomes '2026-03-02'",
    "action SET at = '', study_date = '' WHERE id = 2": "at becomes '2026-03-02T01:30:00Z'",
    "action SET summary = x'' WHERE id = 1": "summary becomes 'init'",
    "action SET resource_id = 77 WHERE id = 2": "resource_id becomes null",
    "reading_list SET name = ''": "name becomes 'list 1'",
    "reading_list SET rules_version = 'x'": "rules_version becomes 0",
    "reading_list SET imported_at = 'x'": "imported_at becomes '2026-03-02T01:30:00Z'",
    "reading_list SET choice = '['": "choice becomes null",
}


@pytest.mark.parametrize("damage", MENDED)
def test_a_bad_value_is_mended_as_told_and_comes_back_with_undo(
    context: Context, damage: str
) -> None:
    by_hand(context, f"UPDATE {damage}")
    before = dump(context.store)
    would = repair(context, dry_run=True)
    assert dump(context.store) == before
    assert any(MENDED[damage] in one.becomes for one in would), [one.sentence for one in would]
    assert repair(context) == would
    assert doctor(context) == []
    undo(context)
    now = dump(context.store)
    references = {one.table for one in would if one.column and one.column.endswith("_id")}
    for table in before.keys() - {"action", "change"} - references:
        assert now[table] == before[table], table


def test_a_row_without_a_required_value_stays_mended(context: Context) -> None:
    """No database would accept it again; only a damaged page leaves one behind."""
    context.store.close()
    path = str(context.store.location.path)
    with_rules = with_schema(path, "replace(sql, 'NOT NULL', '')")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE resource SET kind = NULL WHERE id = 1")
    with_schema(path, f"'{with_rules}'")
    assert [one.becomes for one in repair(context)] == ["kind becomes 'page'"]
    assert doctor(context) == []
    undo(context)
    assert doctor(context) == []


def with_schema(path: str, sql: str) -> str:
    """Give the table of resources another definition past every rule; return the one before."""
    with closing(sqlite3.connect(path)) as connection, connection:
        ((before,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'resource'")
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(f"UPDATE sqlite_schema SET sql = {sql} WHERE name = 'resource'")
    return str(before).replace("'", "''")


NAMED = {
    "change SET before = '{' WHERE before IS NOT NULL": "before: it is no row as it was before",
    "change SET table_name = 'zoo' WHERE id = 1": "table_name: 'zoo' is not one of",
    "change SET action_id = 77 WHERE id = 1": "action_id: there is no action 77",
    "action SET undone_by = 77 WHERE id = 2": "undone_by: there is no action 77",
    "kept_text SET resource_id = 77": "resource_id: there is no resource 77",
}


@pytest.mark.parametrize("damage", NAMED)
def test_what_cannot_be_mended_without_a_loss_is_only_named(context: Context, damage: str) -> None:
    by_hand(context, f"UPDATE {damage}")
    before = dump(context.store)
    assert repair(context) == []
    assert dump(context.store) == before
    assert any(NAMED[damage] in one for one in doctor(context))


def test_a_file_that_is_damaged_is_not_written_by_a_repair(context: Context) -> None:
    context.store.close()
    path = Path(str(context.store.location.path))
    data = path.read_bytes()
    path.write_bytes(data[: 4096 * 3] + bytes(4096) + data[4096 * 4 :])
    with pytest.raises(StorageError):
        repair(context)


@pytest.mark.parametrize("tables", [("action", "sqlite_sequence"), ("parameters", "change")])
def test_rows_of_another_table_are_told_and_not_mended(
    context: Context, tables: tuple[str, str]
) -> None:
    """As in a file of which two pages have changed places."""
    edit(context, "4", Edit(labels=("gpu", "new")))
    context.store.close()
    path = Path(str(context.store.location.path))
    with closing(sqlite3.connect(path)) as connection, connection:
        pages = "(SELECT sum(rootpage) FROM sqlite_schema WHERE name IN (?, ?))"
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            f"UPDATE sqlite_schema SET rootpage = {pages} - rootpage WHERE name IN (?, ?)",
            tables * 2,
        )
    before = path.read_bytes()
    with pytest.raises(StorageError, match="'recall restore FILE' brings a backup back"):
        repair(context)
    context.store.close()
    assert path.read_bytes() == before
    told = [one for one in doctor(context) if "rows of another one" in one or "the file is" in one]
    assert told


def test_an_action_takes_no_number_under_which_changes_are_remembered(context: Context) -> None:
    """Undo would take back with it what an earlier action did, which the library has lost."""
    before = dump(context.store)["resource"]
    by_hand(
        context,
        "DELETE FROM action WHERE id > 3",
        "UPDATE change SET action_id = '9abc' WHERE id = 1",
        "UPDATE change SET action_id = 9223372036854775807 WHERE id = 2",
        "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'action'",
    )
    edit(context, "4", Edit(title="Another title"))
    undo(context)
    assert dump(context.store)["resource"] == before


def test_a_library_is_seen_as_mended_and_what_writes_sees_what_is_stored(
    context: Context,
) -> None:
    by_hand(
        context,
        "UPDATE resource SET kind = 'artXcle', due = 'soon' WHERE id = 1",
        "UPDATE place SET resource_id = 99 WHERE id = 6",
    )
    found = set_aside(context)
    assert found.told.startswith("the library is damaged, and this goes on without what is damaged")
    assert "and 1 more; 'recall doctor' names it" in found.told
    assert context.store.rows("SELECT kind, due FROM resource WHERE id = 1") == [
        ("page", "2026-03-04")
    ]
    assert context.store.rows("SELECT id FROM place WHERE id = 6") == []
    later = context._replace(now=NOW + timedelta(days=2))
    grade(later, titled(later, "Resource 1"), Grade(Rating.GOOD, later.today))
    with closing(sqlite3.connect(str(context.store.location.path))) as connection:
        stored = connection.execute("SELECT kind, reviews FROM resource WHERE id = 1").fetchall()
    assert stored == [("artXcle", 2)]


def test_a_library_that_is_sound_is_seen_as_it_is(context: Context) -> None:
    assert set_aside(context).sentence == ""


def test_indexes_and_triggers_are_made_again_and_stay(context: Context) -> None:
    """They hold nothing that a person did, so that undo takes back the rows alone."""
    before = dump(context.store)
    for statement in ("DROP TRIGGER review_no_delete", "DROP INDEX ix_review_day"):
        context.store.close()
        with closing(sqlite3.connect(str(context.store.location.path))) as connection:
            connection.execute(statement)
    wanted = ["index ix_review_day", "trigger review_no_delete"]
    sentences = [f"{one}: it is missing; it is made again" for one in wanted]
    assert [one.sentence for one in repair(context, dry_run=True)] == sentences
    assert len(doctor(context)) == 2
    assert [one.sentence for one in repair(context)] == sentences
    assert doctor(context) == repair(context) == []
    assert dump(context.store) == before
    by_hand(context, "UPDATE resource SET kind = '' WHERE id = 4")
    assert [one.is_undone for one in repair(context)] == [True]


def test_an_index_without_the_rows_of_its_table_is_made_again(context: Context) -> None:
    """As a damaged page leaves it: the rows of a table were added while SQLite forgot the index."""
    before = dump(context.store)
    context.store.close()
    path = str(context.store.location.path)
    with closing(sqlite3.connect(path)) as connection, connection:
        ((sql,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'ix_review_day'")
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            "UPDATE sqlite_schema SET sql = sql || ' WHERE id < 0' WHERE name = 'ix_review_day'"
        )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("REINDEX ix_review_day")
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'ix_review_day'", (sql,))
    sentence = "index ix_review_day: it has not the rows of its table; it is made again"
    assert [one.sentence for one in repair(context, dry_run=True)] == [sentence]
    assert "missing from index ix_review_day" in doctor(context)[0]
    assert [one.sentence for one in repair(context)] == [sentence]
    assert doctor(context) == repair(context) == []
    assert dump(context.store) == before


def test_a_trigger_that_cannot_be_made_again_is_told_as_damage(context: Context) -> None:
    context.store.close()
    with closing(sqlite3.connect(str(context.store.location.path))) as connection, connection:
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute("UPDATE sqlite_schema SET type = 'view' WHERE name = 'review_no_delete'")
    with pytest.raises(StorageError, match="not only its rows and indexes"):
        repair(context)
