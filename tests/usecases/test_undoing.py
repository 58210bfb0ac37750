"""Undo takes back one action at a time, and is part of the history itself."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import RecallError
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, note
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump, only_gained
from testing.libraries.factories import NOW, TODAY, at, catalog, entries, make_library, titled

URL = "https://example.org/a"


def test_with_nothing_done_there_is_nothing_to_undo(anywhere: Context) -> None:
    before = dump(anywhere.store)
    with pytest.raises(RecallError, match="nothing to undo"):
        undo(anywhere)
    assert dump(anywhere.store) == before


def test_what_the_library_began_with_cannot_be_undone(sqlite_url: str) -> None:
    context = make_library(sqlite_url, catalog(*entries(2)))
    with context.store, pytest.raises(RecallError, match="nothing to undo"):
        undo(context)


def test_it_gives_the_action_and_its_resource(empty: Context) -> None:
    added = add(empty, URL, "A", (), Edit())
    note(empty, added, "Something")
    action, resource, *_ = undo(empty)
    assert (action.kind, action.resource_id) == ("note", added.id)
    assert resource == added


def test_of_an_addition_no_resource_is_left(empty: Context) -> None:
    add(empty, URL, "A", (), Edit())
    action, resource, *_ = undo(empty)
    assert (action.kind, resource) == ("add", None)


def test_of_an_import_there_is_no_one_resource(empty: Context) -> None:
    import_catalog(empty, Source(catalog(*entries(2)), None))
    action, resource, *_ = undo(empty)
    assert (action.kind, action.summary, resource) == (
        "import",
        "list: 2 new, 0 updated, 0 gone",
        None,
    )


def test_it_goes_one_step_further_each_time_and_says_so_in_the_history(anywhere: Context) -> None:
    add(anywhere, URL, "A", (), Edit())
    note(anywhere, titled(anywhere, "A"), "Something")
    undo(anywhere)
    undo(anywhere)
    history = [(one.kind, one.summary, one.undone) for one in log.history(anywhere.store, 9)]
    assert history == [
        ("undo", "add: A", False),
        ("undo", "note: written", False),
        ("note", "written", True),
        ("add", "A", True),
    ]


def test_something_new_can_be_undone_after_an_undo(empty: Context) -> None:
    added = add(empty, URL, "A", (), Edit())
    note(empty, added, "First")
    undo(empty)
    before = shown(empty)
    note(empty, added, "Second")
    undo(empty)
    assert shown(empty) == before


def test_one_that_was_not_the_last_is_refused(empty: Context) -> None:
    added = add(empty, URL, "A", (), Edit())
    note(empty, added, "First")
    number = log.history(empty.store, 1)[0].id
    note(empty, added, "Second")
    before = dump(empty.store)
    with pytest.raises(RecallError, match="something else was done since"):
        undo(empty, only=number)
    assert dump(empty.store) == before
    undo(empty)
    undo(empty, only=number)
    assert titled(empty, "A").note is None


def test_the_log_only_ever_gains(anywhere: Context) -> None:
    added = add(anywhere, URL, "A", (), Edit())
    for day in (0, 2, 2, 9):
        before = dump(anywhere.store)
        then = at(anywhere, NOW + timedelta(days=day))
        grade(then, added, Grade(Rating.GOOD, TODAY + timedelta(days=day)))
        assert only_gained(before, dump(anywhere.store))
    for _ in range(4):
        before = dump(anywhere.store)
        undo(anywhere)
        assert only_gained(before, dump(anywhere.store))
        assert doctor(anywhere) == []
