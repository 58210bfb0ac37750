"""Migrations: they make what the schema says, roll back whole, and keep a copy first."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection as SqlConnection
from sqlalchemy import inspect, text

from recall.errors import StorageError
from recall.storage.database import schema, version
from recall.storage.database.connections.connection import Connection
from recall.storage.database.connections.engine import make_engine
from recall.storage.database.location import locate
from recall.storage.database.migrate import MIGRATIONS, configuration, create, upgrade
from recall.storage.database.version import APPLICATION_ID, HEAD, NoLibrary, OldLibrary
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump, living
from testing.libraries.factories import catalog, entries, make_library

NEXT = HEAD + 1

FOLLOWING = """
from alembic import op

revision = "{next:04d}"
down_revision = "{head:04d}"


def upgrade() -> None:
    op.execute("CREATE TABLE extra (id INTEGER PRIMARY KEY)")
    op.execute("UPDATE resource SET title = 'changed'")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version = {next}")
    op.execute("{last}")


def downgrade() -> None:
    op.execute("DROP TABLE extra")
"""


RENAMED = (
    '{"id": 3, "identity": "https://example.org/Resource-3", '
    '"url": "https://example.org/Resource-3", '
    '"canonical_url": "https://example.org/Resource-3", "title": "Resource 3", '
    '"folded": "resource 3", "kind": "article", "language": "en", "minutes": 20, '
    '"minutes_read": 0, "series": null, "part": null, "note": null, "edited": "", "list_id": 1, '
    '"ordinal": 2, "gone": false, "added_at": "2026-03-02T01:30:00Z", "status": "unread", '
    '"status_before": null, "due": null, "postponed_from": null, "stability": null, '
    '"difficulty": null, "last_review": null, "reviews": 0, "lapses": 0}'
)
TAKEN_OUT = (
    '{"id": 4, "resource_id": 4, "list_id": 1, "ordinal": 3, "section": "Section", '
    '"title": "Resource 4"}'
)
DONE_BEFORE = (
    "INSERT INTO action (kind, at, study_date, summary) "
    "VALUES ('import', '2026-03-02T01:30:00Z', '2026-03-02', 'list')",
    "UPDATE resource SET title = 'Renamed', folded = 'renamed', gone = true WHERE id = 3",
    "UPDATE place SET section = 'Elsewhere' WHERE id = 4",
    "INSERT INTO change (action_id, table_name, row_id, before) "
    "SELECT max(id), 'resource', 3, :image FROM action",
    "INSERT INTO change (action_id, table_name, row_id, before) "
    "SELECT max(id), 'place', 4, :place FROM action",
)
"""An action as the first releases wrote it, through SQLAlchemy."""


@contextmanager
def opened(url: str) -> Iterator[SqlConnection]:
    """One transaction, as migrations have it."""
    engine = make_engine(locate(url), timeout=5)
    with engine.begin() as connection:
        yield connection


def forget_marks(library: Context) -> None:
    """Earlier releases did not keep what the boxes of a list said."""
    with library.store.transaction() as connection:
        connection.execute("UPDATE place SET mark = NULL")


def differences(connection: SqlConnection) -> list[object]:
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, schema.metadata))


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations, and one more, as the next version of the program would have it."""
    monkeypatch.setattr(version, "HEAD", NEXT)
    return write_following(tmp_path / "scripts", "SELECT 1")


def write_following(folder: Path, last: str) -> Path:
    shutil.copytree(MIGRATIONS, folder, dirs_exist_ok=True)
    (folder / "versions" / "following.py").write_text(
        FOLLOWING.format(next=NEXT, head=HEAD, last=last)
    )
    return folder


def test_migrations_make_what_the_schema_says(database_url: str) -> None:
    with opened(database_url) as connection:
        command.upgrade(configuration(connection), "head")
        assert differences(connection) == []


def test_a_difference_from_the_schema_would_be_seen(database_url: str) -> None:
    with opened(database_url) as connection:
        command.upgrade(configuration(connection), "head")
        connection.execute(text("DROP INDEX ix_resource_due"))
        connection.execute(text("ALTER TABLE place ADD COLUMN extra INTEGER"))
        assert len(differences(connection)) == 2


@pytest.mark.slow
def test_migrations_go_down_and_up_again(database_url: str) -> None:
    for _ in range(2):
        with opened(database_url) as connection:
            command.upgrade(configuration(connection), "head")
            assert differences(connection) == []
        with opened(database_url) as connection:
            command.downgrade(configuration(connection), "base")
            left = set(inspect(connection).get_table_names()) - {"alembic_version"}
            assert left == set()


def test_every_revision_up_to_the_head_has_a_module_with_both_ways() -> None:
    found = {one.revision: one for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    assert sorted(found) == [f"{number:04d}" for number in range(1, HEAD + 1)]
    for revision, one in found.items():
        path = Path(one.path)
        assert path.name.startswith(f"r{revision}_")
        downgrade = path.read_text(encoding="utf-8").partition("def downgrade")[2]
        assert "op." in downgrade, f"{path.name} cannot be taken back"


def test_migrations_import_nothing_of_the_live_program() -> None:
    for path in (MIGRATIONS / "versions").glob("r*.py"):
        assert "recall" not in path.read_text(encoding="utf-8")


def test_a_new_sqlite_library_carries_its_marks(sqlite_library_url: str) -> None:
    with Store(sqlite_library_url) as store:
        assert store.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert store.rows("PRAGMA user_version") == [(HEAD,)]
        assert store.rows("SELECT version_num FROM alembic_version") == [(f"{HEAD:04d}",)]


def test_an_old_library_is_refused_until_it_is_upgraded(
    library: Context, library_url: str, scripts: Path
) -> None:
    for _ in range(2):
        with pytest.raises(OldLibrary, match="recall db upgrade"):
            library.store.rows("SELECT 1")
    upgrade(library_url, scripts)
    assert library.store.rows("SELECT id FROM extra") == []
    assert [row["title"] for row in dump(library.store)["resource"].values()] == ["changed"] * 6
    assert len(dump(library.store)["place"]) == 6
    take_down(library_url, scripts)


def test_a_library_of_the_first_release_keeps_everything(
    library: Context, library_url: str
) -> None:
    """Down to what the first release made, and up as its owner goes: by one command."""
    forget_marks(library)
    before = dump(library.store)
    library.store.close()
    with opened(library_url) as connection:
        command.downgrade(configuration(connection), "0001")
        tables = set(inspect(connection).get_table_names())
        assert not tables & {"reminder", "snooze"}
    with pytest.raises(OldLibrary):
        library.store.rows("SELECT 1")
    upgrade(library_url)
    assert dump(library.store) == before
    with opened(library_url) as connection:
        assert differences(connection) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "revision",
    [f"{number:04d}" for number in range(1, 14)],
)
def test_what_was_done_before_an_upgrade_is_undone_after_it(
    library: Context, library_url: str, revision: str
) -> None:
    """The images are those of earlier releases, without the columns that came later."""
    forget_marks(library)
    before = living(dump(library.store))
    library.store.close()
    with opened(library_url) as connection:
        command.downgrade(configuration(connection), revision)
        for statement in DONE_BEFORE:
            connection.execute(text(statement), {"image": RENAMED, "place": TAKEN_OUT})
    upgrade(library_url)
    assert doctor(library) == []
    undo(library)
    assert living(dump(library.store)) == before
    assert doctor(library) == []


def test_a_store_left_open_writes_nothing_to_a_library_upgraded_meanwhile(
    library: Context, library_url: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "HEAD", HEAD)
    library.store.rows("SELECT 1")
    monkeypatch.setattr(version, "HEAD", NEXT)
    upgrade(library_url, scripts)
    monkeypatch.setattr(version, "HEAD", HEAD)
    with pytest.raises(StorageError, match="newer recall"), library.store.transaction():
        pytest.fail("written by an older program")
    library.store.close()
    take_down(library_url, scripts)


def test_a_sqlite_library_is_copied_before_it_is_upgraded(
    sqlite_library_url: str, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = upgrade(sqlite_library_url, scripts)
    assert backup is not None
    assert backup.name == f"library.db.before-{NEXT:04d}"
    monkeypatch.setattr(version, "HEAD", HEAD)
    with Store(f"sqlite:///{backup}") as store:
        assert store.rows("SELECT title FROM resource WHERE id = 1") == [("Resource 1",)]


def test_of_two_upgrades_the_second_leaves_the_copy_alone(
    sqlite_library_url: str, scripts: Path
) -> None:
    backup = upgrade(sqlite_library_url, scripts)
    assert backup is not None
    copied = backup.read_bytes()
    assert upgrade(sqlite_library_url, scripts) is None
    assert backup.read_bytes() == copied


@pytest.mark.parametrize(
    "last", ["SELECT nothing FROM nowhere", "INSERT INTO place (id) VALUES (1)"]
)
def test_a_migration_that_fails_leaves_everything_as_it_was(
    library: Context, library_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    before = dump(library.store)
    library.store.close()
    monkeypatch.setattr(version, "HEAD", NEXT)
    with pytest.raises(StorageError):
        upgrade(library_url, write_following(tmp_path / "scripts", last))
    monkeypatch.setattr(version, "HEAD", HEAD)
    assert dump(library.store) == before
    with pytest.raises(StorageError):
        library.store.rows("SELECT id FROM extra")
    if library.store.location.path is not None:
        assert Path(f"{library.store.location.path}.before-{NEXT:04d}").exists()


def test_a_revision_that_is_not_known_is_refused(
    library: Context, library_url: str, scripts: Path
) -> None:
    library.store.close()
    with opened(library_url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(StorageError, match="update recall"):
        upgrade(library_url, scripts)
    with opened(library_url) as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{HEAD:04d}'"))


def test_making_a_library_that_is_there_changes_nothing(library: Context, library_url: str) -> None:
    before = dump(library.store)
    make_library(library_url).store.close()
    assert dump(library.store) == before


def test_of_several_who_make_a_library_at_once_one_does(database_url: str) -> None:
    start, listed = Barrier(4), catalog(*entries(6))

    def make() -> int:
        start.wait()
        with make_library(database_url, listed).store as store:
            return len(store.rows("SELECT id FROM resource"))

    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(make) for _ in range(4)]
    assert [one.result() for one in made] == [6] * 4


def test_a_library_that_cannot_be_filled_is_no_library(database_url: str) -> None:
    def fill(connection: Connection) -> None:
        assert connection.rows("SELECT id FROM resource") == []
        raise KeyError

    with pytest.raises(KeyError):
        create(database_url, fill)
    with Store(database_url) as store, pytest.raises(NoLibrary):
        store.rows("SELECT 1")
    make_library(database_url).store.close()


def test_a_library_may_be_made_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    with make_library(f"sqlite:///{tmp_path}/a/b/library.db").store as store:
        assert store.rows("SELECT count(*) FROM resource") == [(0,)]


def test_a_library_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="check the folder"):
        make_library(f"sqlite:///{tmp_path}/file/library.db")


def take_down(url: str, scripts: Path) -> None:
    """The PostgreSQL library serves other tests too."""
    with opened(url) as connection:
        command.downgrade(configuration(connection, scripts), f"{HEAD:04d}")
