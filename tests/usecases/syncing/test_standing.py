"""What is told of lists and their files, which of them a word names, and forgetting one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.errors import BadInput, RecallError
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.which_list import Source
from recall.usecases.syncing.pairs import chosen, pairs
from recall.usecases.syncing.standing import forget, standings
from testing.lists.synced import MACHINE, Synced, synced

LIST = "# A\n\n- [ ] [One](https://a.org/1)\n- [ ] [Two](https://a.org/2)\n"


@pytest.fixture
def pair(sqlite_library: Context, tmp_path: Path) -> Synced:
    return synced(sqlite_library, tmp_path / "list.md", LIST)


def unreadable(pair: Synced) -> None:
    pair.path.unlink()
    pair.path.mkdir()


STATES: list[tuple[Callable[[Synced], object], str]] = [
    (lambda pair: None, "in step"),
    (lambda pair: pair.write(LIST + "\n"), "file changed"),
    (lambda pair: pair.write(""), "not a list"),
    (lambda pair: pair.path.write_bytes(b"\xff\xfe garbage"), "not a list"),
    (lambda pair: pair.read("One"), "library changed"),
    (lambda pair: pair.path.unlink(), "gone"),
    (unreadable, "unreadable"),
    (lambda pair: pair.path.chmod(0o400), "not writable"),
    (lambda pair: (pair.read("One"), pair.sync(), pair.undo()), "waits"),
]


@pytest.mark.parametrize(("happens", "state"), STATES)
def test_how_a_list_stands(pair: Synced, happens: Callable[[Synced], object], state: str) -> None:
    happens(pair)
    shipped, mine = standings(pair.context.store, MACHINE)
    assert (shipped.path, shipped.state) == (None, "no file")
    assert (mine.name, mine.path, mine.state) == ("list.md", str(pair.path), state)
    assert mine.at is not None


def test_before_its_first_sync_a_list_is_never_synced(pair: Synced) -> None:
    (_, there) = standings(pair.context.store, "another machine")
    assert (there.state, there.at) == ("never synced", None)


def test_a_forgotten_file_is_let_go_and_everything_else_stays(pair: Synced) -> None:
    forget(pair.context, pair.pair)
    assert pairs(pair.context.store, MACHINE) == []
    assert pair.one("One").status == "unread"
    assert pair.text == LIST
    pair.undo()
    assert [one.path for one in pairs(pair.context.store, MACHINE)] == [str(pair.path)]
    assert standings(pair.context.store, MACHINE)[1].state == "never synced"


def test_lists_are_named_by_id_path_and_a_part_of_the_name(pair: Synced, tmp_path: Path) -> None:
    synced(pair.context, tmp_path / "papers.md", "- [ ] [Three](https://a.org/3)\n")
    found = pairs(pair.context.store, MACHINE)
    first, second = found
    assert chosen(found, []) == found
    for word in (str(first.list.id), str(pair.path), "LIST.m"):
        assert chosen(found, [word]) == [first]
    assert chosen(found, ["papers", "2", "papers"]) == [second, first]
    other = tmp_path / "other.md"
    other.write_text(LIST)
    refused = [(str(other), "'recall import"), ("nothing", "no list is called"), (".md", "several")]
    for word, problem in refused:
        with pytest.raises((BadInput, RecallError), match=problem):
            chosen(found, [word])
    with pytest.raises(RecallError, match="no list has a file"):
        chosen([], ["list"])


def test_a_moved_file_is_found_where_it_was_last_imported_from(pair: Synced) -> None:
    new = pair.path.with_name("moved.md")
    pair.path.rename(new)
    import_catalog(pair.context, Source(read_list(new), str(new)))
    moved = pair._replace(path=new)
    moved.read("One")
    moved.sync()
    assert "- [x] [One]" in moved.text
