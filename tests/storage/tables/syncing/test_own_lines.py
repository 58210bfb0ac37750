"""What recall has written in a file is kept for each list and machine."""

from recall.domain.lists.syncing.own_lines import Own, OwnLine, OwnStep
from recall.storage.actions import alone
from recall.storage.tables.syncing import files, own_lines
from recall.usecases.context import Context

OWN = Own((OwnLine(1, "https://a.org/1", "- [x] 标题", (OwnStep(4, "- [ ] 标题"),)),))


def keep(context: Context, machine: str, data: bytes, own: Own) -> None:
    with alone(context.store) as connection:
        own_lines.keep(connection, 1, machine, data, own)


def test_the_last_is_kept_of_each_machine_until_the_file_is_forgotten(library: Context) -> None:
    store = library.store
    assert own_lines.of(store, 1, "here") == (b"", Own())
    keep(library, "here", b"old", Own())
    keep(library, "here", "标题".encode("utf-16"), OWN)
    keep(library, "there", b"other", Own())
    assert own_lines.of(store, 1, "here") == ("标题".encode("utf-16"), OWN)
    assert own_lines.of(store, 1, "there") == (b"other", Own())
    with alone(store) as connection:
        files.forget(connection, 1, "here")
    assert own_lines.of(store, 1, "here") == (b"", Own())
    assert own_lines.of(store, 1, "there") == (b"other", Own())
