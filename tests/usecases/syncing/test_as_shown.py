"""A sync that is shown first, and done as it was shown."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from recall.usecases.syncing.as_shown import SyncChanged, show_sync, sync_as_shown
from testing.lists.synced import Synced, synced

LIST = """\
# Papers

- [ ] [One](https://example.org/1)
- [ ] [Two](https://example.org/2)
"""


@pytest.fixture
def pair(library: Context, tmp_path: Path) -> Synced:
    return synced(library, tmp_path / "list.md", LIST)


def test_showing_a_sync_changes_nothing_and_doing_it_does_that(pair: Synced) -> None:
    before = pair.text
    pair.read("One")
    shown = show_sync(pair.context, pair.pair)
    assert shown.report.writes
    assert pair.text == before
    done = sync_as_shown(pair.context, pair.pair, shown.mark)
    assert done.after == shown.report.after == pair.path.read_bytes()


@pytest.mark.parametrize("where", ["file", "library"])
def test_what_has_changed_meanwhile_is_not_done(pair: Synced, where: str) -> None:
    pair.read("One")
    shown = show_sync(pair.context, pair.pair)
    if where == "file":
        pair.write(pair.text + "\n- [ ] [New](https://new.example/)\n")
    else:
        pair.read("Two")
    before = pair.text
    with pytest.raises(SyncChanged):
        sync_as_shown(pair.context, pair.pair, shown.mark)
    assert pair.text == before


def test_the_same_sync_has_the_same_mark(pair: Synced) -> None:
    pair.read("One")
    marks = {show_sync(pair.context, pair.pair).mark for _ in range(3)}
    assert len(marks) == 1
    assert show_sync(pair.context, pair.pair, take_unticks=True).report.writes
