"""A sync killed at any moment: file and library are whole, and in step after the next one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.settings import machine_id
from recall.usecases.context import Context
from recall.usecases.lists.reading_files import read_list
from recall.usecases.upkeep.checking import doctor
from testing.commands.killing import Killer, Trial, killer
from testing.lists.synced import Synced, synced

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there"),
]

KILLS = int(os.environ.get("RECALL_TEST_KILLS", "12"))
"""How often a sync is killed; more of them by hand."""

ITEMS = KILLS + 20


@pytest.fixture(scope="module")
def killing() -> Iterator[Killer]:
    with killer() as process:
        yield process


def test_a_sync_killed_at_any_moment_is_made_good_by_the_next(
    sqlite_library: Context, sqlite_library_url: str, killing: Killer, tmp_path: Path
) -> None:
    lines = [f"- [ ] [Item {number}](https://example.com/{number})" for number in range(ITEMS)]
    text = "\n".join(["# Many", "", *lines, ""])
    pair = synced(sqlite_library, tmp_path / "list.md", text, in_step=False)
    pair = pair._replace(machine=machine_id.name())
    kill = killing.on(sqlite_library_url)
    change(pair, 0)
    whole = kill.run(Trial(["sync", "--yes"]))
    assert whole.code == 0

    for number in range(1, KILLS + 1):
        before = change(pair, number)
        after = 1.1 * whole.seconds * number / KILLS
        outcome = kill.run(Trial(["sync"], after=after))
        now = pair.text
        assert outcome.code in (None, 0)
        assert now == before or f"- [x] [Item {number}]" in now
        check_made_good(pair, before, number)
    assert [one.name for one in tmp_path.iterdir() if "recall-new" in one.name] == []


def change(pair: Synced, number: int) -> str:
    """Do something on both sides; return the file as it is then."""
    pair.read(f"Item {number}")
    pair.add(f"Added {number}", ("Many",))
    pair.replace(f"- [ ] [Item {number + 10}]", f"- [x] [Item {number + 10}]")
    return pair.text


def check_made_good(pair: Synced, before: str, number: int) -> None:
    """Both say the same after the next sync, which changed what it was meant to."""
    pair.sync()
    assert not pair.sync().changes
    added = f"- [ ] [Added {number}](https://example.org/Added-{number})"
    ticked = before.replace(f"- [ ] [Item {number}]", f"- [x] [Item {number}]")
    assert pair.text.replace(f"{added}\n", "", 1) == ticked
    by_url = {one.url: one for one in pair.all()}
    for entry in read_list(pair.path).entries:
        assert entry.read == (by_url[entry.url].status == "read"), entry
    assert doctor(pair.context) == []
