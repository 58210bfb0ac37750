"""Lists are kept in step by themselves, without steps of undo."""

from pathlib import Path

import pytest

from recall.errors import RecallError
from recall.storage.tables.syncing import files
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.syncing import watching
from recall.usecases.syncing.watching import keep_in_step
from testing.lists.synced import MACHINE, Synced, synced

LIST = "# A\n\n- [ ] [One](https://a.org/1)\n- [ ] [Two](https://a.org/2)\n"


@pytest.fixture
def pair(sqlite_library: Context, tmp_path: Path) -> Synced:
    made = synced(sqlite_library, tmp_path / "list.md", LIST)
    made.read("One")
    made.sync()
    return made


def kept(pair: Synced) -> list[str]:
    """Return what a minute did."""
    done = keep_in_step(pair.context, MACHINE)
    return [str(one) if isinstance(one, RecallError) else one.summary for one in done]


def test_what_changed_on_either_side_goes_to_the_other(pair: Synced) -> None:
    assert kept(pair) == []
    pair.read("Two")
    assert kept(pair) == ["1 ticked"]
    pair.replace("[Two]", "[The second]")
    assert kept(pair) == ["1 updated"]
    assert kept(pair) == []
    kinds = [one.kind for one in history(pair.context, 9)]
    assert kinds[:4] == ["in step", "in step", "read", "sync"]


def test_a_list_that_was_never_synced_is_left_alone(
    sqlite_library: Context, tmp_path: Path
) -> None:
    made = synced(sqlite_library, tmp_path / "list.md", LIST, in_step=False)
    made.read("One")
    assert kept(made) == []
    assert made.text == LIST


def test_nothing_is_read_while_nothing_has_changed(
    pair: Synced, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "sync", None)
    assert kept(pair) == []


def test_after_undo_of_an_ordered_sync_a_list_waits_for_its_next_change(pair: Synced) -> None:
    pair.undo()
    assert kept(pair) == []
    pair.read("Two")
    assert kept(pair) == []
    pair.write(pair.text + "\nA remark.\n")
    assert kept(pair) == ["2 ticked"]


def test_what_an_undone_import_brought_is_not_taken_in_again_by_itself(
    sqlite_library: Context, tmp_path: Path
) -> None:
    made = synced(sqlite_library, tmp_path / "list.md", LIST)
    made.undo()
    assert "One" not in [one.title for one in made.all()]
    assert kept(made) == []
    made.sync()
    assert {"One", "Two"} <= {one.title for one in made.all()}


def test_a_problem_is_told_and_the_other_lists_are_kept(pair: Synced, tmp_path: Path) -> None:
    other = synced(pair.context, tmp_path / "other.md", "- [ ] [Three](https://a.org/3)\n")
    pair.path.unlink()
    other.replace("[Three]", "[Third]")
    said = kept(pair)
    assert ["is gone" in one for one in said] == [True, False]
    assert other.one("Third")


def test_undo_follows_what_was_undone_before_it_into_the_file_first(pair: Synced) -> None:
    context = pair.context
    context = context._replace(settings=context.settings._replace(sync_on=True))
    watched = pair._replace(context=context)
    watched.read("Two")
    kept(watched)
    for _ in range(3):  # the reading of Two, the sync, the reading of One
        watched.undo()
    assert watched.text == LIST
    assert {one.status for one in watched.all() if one.title in ("One", "Two")} == {"unread"}


def test_each_machine_has_a_base_of_its_own(pair: Synced, tmp_path: Path) -> None:
    """A file that lags behind on another machine is ticked, and takes no reading back."""
    far = tmp_path / "far.md"
    far.write_text(LIST)
    there = Synced(pair.context, far, "there-00000001")
    with pair.context.store.transaction() as connection:
        files.keep(connection, files.ListFile(pair.pair.list.id, there.machine, str(far)))
    there.sync()
    assert there.text == pair.text
    assert there.one("One").status == "read"
    there.replace("- [ ] [Two]", "- [x] [Two]")
    there.sync()
    assert kept(pair) == ["1 ticked"]
    assert pair.text == there.text
