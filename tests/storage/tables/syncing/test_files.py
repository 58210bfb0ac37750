"""Where the file of a list is on each machine, and when it was looked at."""

from recall.storage.actions import begin
from recall.storage.tables.syncing import files
from recall.storage.tables.syncing.files import ListFile
from recall.storage.unasked import UNASKED
from recall.usecases.context import Context

HERE = ListFile(1, "here", "/a.md", may_write=True, seen="1 2 3", known_action=4, copies=("x", "y"))


def test_a_file_is_kept_for_each_machine_and_forgotten(library: Context) -> None:
    there = ListFile(1, "there", "/b.md", waits=True)
    for one in (HERE._replace(path="/old.md"), there, HERE):
        with library.store.transaction() as connection:
            files.keep(connection, one)
    assert files.here(library.store, "here") == {1: HERE}
    assert files.here(library.store, "there") == {1: there}
    assert files.elsewhere(library.store, 1, "here")
    with library.store.transaction() as connection:
        files.forget(connection, 1, "there")
    assert not files.elsewhere(library.store, 1, "here")
    assert files.here(library.store, "there") == {}


def test_an_unasked_action_is_no_news(library: Context) -> None:
    newest = files.newest_action(library.store)
    with begin(library.store, UNASKED, library.now, library.today):
        pass
    assert files.newest_action(library.store) == newest
    with begin(library.store, "edit", library.now, library.today) as action:
        pass
    assert files.newest_action(library.store) == action.id
