"""A list of every format comes in, changes nothing the second time, and goes out by one undo."""

from pathlib import Path

import pytest

from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.lists.importing import Report, Source, import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import everything
from testing.lists.reports import counts
from testing.samples import SAMPLES
from testing.samples.sample import Sample


def take(context: Context, path: Path, *, dry_run: bool = False) -> Report:
    return import_catalog(context, Source(read_list(path), str(path), dry_run=dry_run))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_list_of_every_format_comes_in_as_its_program_meant_it(
    empty: Context, tmp_path: Path, sample: Sample
) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.data)
    nothing, before = shown(empty), dump(empty.store)
    rehearsed = take(empty, path, dry_run=True)
    assert dump(empty.store) == before
    done = take(empty, path)
    assert counts(done) == counts(rehearsed)
    assert [one.title for one in done.names.new] == [one.title for one in rehearsed.names.new]

    found = {one.url or one.title: one for one in everything(empty)}
    for item in sample.items:
        one = found[item.url or item.title]
        assert (one.title, one.labels, one.read_on) == (item.title, item.labels, item.read_on)
        assert (one.saved_on, one.description) == (item.saved_on, item.description)
        states = {"read": item.checked, "reading": item.begun, "archived": item.dropped}
        assert one.status == next((state for state, is_it in states.items() if is_it), "unread")
        assert one.card.memory is None
    assert log.all_reviews(empty.store) == {}
    assert len(found) == len({item.url or item.title for item in sample.items})

    after = dump(empty.store)
    assert not take(empty, path).changes
    assert dump(empty.store) == after
    undo(empty)
    assert shown(empty) == nothing
    assert doctor(empty) == []
