"""A library that cannot be used: one line, exit code 5, and nothing done to what is there."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from recall.storage.store import Store
from testing.commands.command_line import CommandLine
from testing.permissions import unprivileged

READS = ["", "next", "list", "show 1", "history"]
WRITES = ["grade 1 good", "undo", "note 1 text", "add https://example.org/b"]


def refused(recall: CommandLine, typed: str, says: str, code: int = 5) -> None:
    before = recall.state()
    outcome = recall(*typed.split())
    assert (outcome.code, outcome.out) == (code, ""), outcome
    (line,) = outcome.err.splitlines()
    assert line.startswith("recall: ")
    assert says in line
    assert recall.state() == before


def foreign(library: Path) -> None:
    library.unlink()
    with closing(sqlite3.connect(library)) as other:
        other.execute("CREATE TABLE moz_bookmarks (id INTEGER)")


def newer(library: Path) -> None:
    with closing(sqlite3.connect(library)) as file:
        file.execute("PRAGMA user_version = 999")


def damaged(library: Path) -> None:
    """Every page but the first is noise."""
    data = library.read_bytes()
    library.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


def cut_off(library: Path) -> None:
    library.write_bytes(library.read_bytes()[:6000])


def text(library: Path) -> None:
    library.write_text("This is no database. " * 100, encoding="utf-8")


def folder(library: Path) -> None:
    library.unlink()
    library.mkdir()


STATES: list[tuple[Callable[[Path], None], str]] = [
    (foreign, "but not a recall library"),
    (newer, "was written by a newer recall (revision 999"),
    (damaged, "is damaged; 'recall restore FILE'"),
    (cut_off, "is damaged; 'recall restore FILE'"),
    (text, "is not a recall library"),
    (folder, "cannot be opened"),
]


@pytest.mark.parametrize(("spoil", "says"), STATES, ids=[one.__name__ for one, _ in STATES])
@pytest.mark.parametrize("typed", READS + WRITES)
def test_a_file_that_is_no_usable_library_is_refused(
    one: CommandLine, spoil: Callable[[Path], None], says: str, typed: str
) -> None:
    spoil(one.library)
    refused(one, typed, says)


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("minutes = 'long'", "today"),
        ("minutes = 'long'", "show 1"),
        ("minutes = 'long'", "forecast"),
        ("due = 'soon', status = 'read'", "why 1"),
        ("due = 'soon', status = 'read'", "grade 1 good"),
    ],
)
def test_a_command_goes_on_without_a_value_that_cannot_be_read(
    one: CommandLine, value: str, typed: str
) -> None:
    with closing(sqlite3.connect(one.library)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = 1")
        file.execute(f"UPDATE resource SET {value}")
    column = value.partition(" ")[0]
    outcome = one.ok(*typed.split())
    (line,) = outcome.err.splitlines()
    assert line.startswith("recall: the library is damaged, and this goes on without what is dam")
    assert f"resource 1, {column}: " in line
    assert "An article" in outcome.out or typed == "forecast"


def test_a_library_that_is_too_bad_to_be_examined_is_told_as_damaged(one: CommandLine) -> None:
    with closing(sqlite3.connect(one.library)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = 1")
        file.execute("UPDATE resource SET minutes = 'long'")
        file.execute("DROP TABLE link_check")
    refused(one, "today", "is damaged: a table is missing; 'recall restore FILE'")


@pytest.mark.parametrize("spoil", [foreign, newer, text], ids=lambda one: one.__name__)
@pytest.mark.parametrize("typed", ["init", "init --empty", "db upgrade", "backup COPY", "doctor"])
def test_no_command_of_care_writes_over_it(
    one: CommandLine, tmp_path: Path, spoil: Callable[[Path], None], typed: str
) -> None:
    spoil(one.library)
    refused(one, typed.replace("COPY", str(tmp_path / "copy.db")), str(one.library))
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://host/db", "sqlite:///", "sqlite://library.db"]
)
@pytest.mark.parametrize("typed", ["", "list", "grade 1 good", "init", "db upgrade"])
def test_a_database_url_that_means_nothing_is_refused(
    one: CommandLine, url: str, typed: str
) -> None:
    one.environ["RECALL_DATABASE_URL"] = url
    refused(one, typed, "is not one recall can use; it must be sqlite:////absolute/path.db", code=2)


def test_a_library_that_cannot_be_made_is_refused(fresh: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    fresh.environ["RECALL_DATABASE_URL"] = f"sqlite:///{tmp_path}/file/library.db"
    refused(fresh, "", "cannot be made")


def test_a_server_that_is_not_there_is_named_without_its_password(fresh: CommandLine) -> None:
    fresh.environ["RECALL_DATABASE_URL"] = "postgresql://me:secret@127.0.0.1:1/library"
    outcome = fresh("list")
    assert (outcome.code, outcome.out) == (5, "")
    (line,) = outcome.err.splitlines()
    assert "cannot be reached; is the server running" in line
    assert "127.0.0.1" in line
    assert "secret" not in line


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for another process a moment only, not seconds."""
    _, *others = Store.__init__.__defaults__ or ()
    monkeypatch.setattr(Store.__init__, "__defaults__", (0.05, *others))


@pytest.mark.parametrize("typed", READS + WRITES)
@pytest.mark.usefixtures("impatient")
def test_a_library_that_another_process_holds_is_refused(one: CommandLine, typed: str) -> None:
    before = one.state()
    with closing(sqlite3.connect(one.library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        outcome = one(*typed.split())
    assert (outcome.code, outcome.out) == (5, "")
    assert outcome.err == (
        f"recall: the library {one.library} is in use by another process; try again in a moment\n"
    )
    assert one.state() == before


@pytest.mark.usefixtures("impatient")
def test_reading_does_not_wait_for_someone_who_writes(one: CommandLine) -> None:
    with closing(sqlite3.connect(one.library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert one("list").code == 0


def test_a_read_only_library_can_be_read_but_not_changed(
    one: CommandLine, open_folder: Path
) -> None:
    one.ok("list")
    one.ok("note", "1", "loads what it needs")
    library = open_folder / "library.db"
    one.library = one.library.rename(library)
    one.environ["RECALL_DATABASE_URL"] = f"sqlite:///{library}"
    library.chmod(0o444)
    open_folder.chmod(0o555)
    before = one.state()
    with unprivileged():
        assert one("list").code == 0
        outcome = one("note", "1", "another")
    assert outcome == (
        5,
        "",
        f"recall: the library {library} cannot be written to; check its permissions and its disk\n",
    )
    assert one.state() == before


def no_more_room(recall: CommandLine) -> Callable[[], None]:
    """A disk that is full for files larger than the library is."""
    size = recall.library.stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_leaves_the_library_as_it_was(one: CommandLine) -> None:
    before = one.state()
    done = subprocess.run(
        [sys.executable, "-m", "recall", "note", "1", "x" * 100_000],
        env={**os.environ, **one.environ},
        preexec_fn=no_more_room(one),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (5, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"recall: the library {one.library} could not be written: the disk")
    assert one.state() == before
    assert one.ok("doctor")
