"""A process killed before any statement leaves the whole action or nothing.

The rig kills at random moments and system calls: `testing/faults/kills/`, `servers/killed.py`.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from recall.cli.main import main
from recall.settings.table import Settings
from recall.storage.database.version import NoLibrary
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.upkeep.checking import doctor
from testing.commands.killing import Killer, Trial, killer
from testing.databases.tables import dump
from testing.libraries.factories import NOW

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there"),
]

ITEMS = 200


@pytest.fixture
def reading_list(tmp_path: Path) -> str:
    path = tmp_path / "list.md"
    lines = [f"- [ ] [Item {number}](https://example.com/{number})" for number in range(ITEMS)]
    path.write_text("\n".join(["# Many", "", *lines]))
    return str(path)


@pytest.fixture(scope="module")
def killing() -> Iterator[Killer]:
    with killer() as process:
        yield process


@pytest.fixture
def kill(library_url: str, killing: Killer) -> Killer:
    return killing.on(library_url)


def test_killed_before_any_statement_or_the_commit_nothing_is_done(
    library: Context, kill: Killer
) -> None:
    before = dump(library.store)
    for statement in count(1):
        if kill.run(Trial(["grade", "1", "good"], statement=statement)).code == 0:
            break
        assert dump(library.store) == before
    assert statement > 10
    assert dump(library.store) != before


STATEMENTS = range(1, 1000, 9)


def test_making_a_library_killed_before_any_statement_leaves_it_whole_or_none(
    database_url: str, killing: Killer, reading_list: str, tmp_path: Path
) -> None:
    """One that is half made would be filled no more; whoever comes next finds it whole."""
    listed = str(tmp_path / "list.json")
    assert main(["catalog", "build", reading_list, "-o", listed]) == 0
    kill, seen = killing.on(database_url), set()
    for number in STATEMENTS:
        outcome = kill.run(Trial(["init", "--catalog", listed], statement=number))
        seen.add(resources(database_url))
        if outcome.code == 0 or ITEMS in seen:
            break
    assert seen == {None, ITEMS}
    with Store(database_url) as store:
        assert doctor(Context(store, Settings(), NOW)) == []


def resources(database_url: str) -> int | None:
    """How many there are; None where there is no library."""
    try:
        with Store(database_url) as store:
            ((number,),) = store.rows("SELECT count(*) FROM resource")
    except NoLibrary:
        return None
    return int(number)


JOURNAL_LEFT = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 2")  # so that pages are written before the commit
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE resource SET title = ?", ("half" * 2000,))
connection.execute("UPDATE place SET title = ?", ("half" * 2000,))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_in_the_file_is_rolled_back_by_the_next_reader(
    sqlite_library_url: str,
) -> None:
    path = Path(sqlite_library_url.removeprefix("sqlite:///"))
    journal = path.with_name(f"{path.name}-journal")
    whole = path.read_bytes()
    with Store(sqlite_library_url) as store:
        before = dump(store)
    subprocess.run([sys.executable, "-c", JOURNAL_LEFT, str(path)], check=False)
    assert path.read_bytes() != whole, "nothing was half written, so nothing is shown"
    assert journal.exists()
    with Store(sqlite_library_url) as store:
        assert dump(store) == before
        assert doctor(Context(store, Settings(), NOW)) == []
    assert path.read_bytes() == whole
    assert not journal.exists()
