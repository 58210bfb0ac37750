"""New resources, edits and notes are written from the domain's types, and undone whole."""

from datetime import date

import pytest

from recall.domain.library.catalog import NewResource
from recall.domain.library.resource import Link, Place
from recall.domain.lists.merge import identity
from recall.storage.actions import begin
from recall.storage.tables.changes.resources import add, change, searched, write_labels, write_note
from recall.storage.tables.resources import by_id
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.databases.tables import dump, living
from testing.libraries.factories import NOW, TODAY, entry, titled


def new(title: str) -> NewResource:
    one = entry(title, read=title.startswith("Read"))
    due = TODAY if one.read else None
    return NewResource(identity(one), one, 1, 9, due, by_hand=("minutes",))


def written(library: Context, *titles: str) -> dict[str, int]:
    with begin(library.store, "add", NOW, TODAY) as action:
        return add(action, [new(title) for title in titles], NOW)


def test_new_resources_get_ids_in_order(library: Context) -> None:
    ids = written(library, "One", "Read two")
    assert list(ids.values()) == [7, 8]
    one, two = by_id(library.store, 7), by_id(library.store, 8)
    assert one is not None
    assert two is not None
    assert (one.title, one.status, one.card.due, one.minutes_given) == ("One", "unread", None, True)
    assert (two.status, two.card.due, two.order) == ("read", TODAY, (1, 9))


def test_a_new_resource_has_what_its_list_says_of_it(library: Context) -> None:
    one = entry("Told")._replace(
        links=(Link("code", "repo", "https://example.org/code"),),
        description="about graphs",
        note="from a friend",
        labels=("math", "GPU", "gpu", "todo"),
        read_on="2024",
        saved_on=date(2024, 4, 30),
    )
    with begin(library.store, "add", NOW, TODAY) as action:
        add(action, [NewResource(identity(one), one, 1, 9, labels_by_hand=("-todo", "+own"))], NOW)
    found = titled(library, "Told")
    told = ("links", "description", "note", "read_on", "saved_on")
    assert [getattr(found, name) for name in told] == [getattr(one, name) for name in told]
    row = dump(library.store)["resource"][found.id]
    assert found.labels == ("math", "GPU", "own")
    assert row["labels_by_hand"] == "-todo\n+own"
    assert row["folded_details"] == ("about graphs\nmath\ngpu\nown\nrepo\nhttps://example.org/code")


@pytest.mark.parametrize(
    ("marks", "status", "before"),
    [
        ({}, "unread", None),
        ({"begun": True}, "reading", None),
        ({"dropped": True}, "archived", "unread"),
    ],
)
def test_the_box_of_a_list_gives_a_new_resource_its_state(
    library: Context, marks: dict[str, bool], status: str, before: str | None
) -> None:
    one = entry("Boxed")._replace(**marks)
    with begin(library.store, "add", NOW, TODAY) as action:
        ids = add(action, [NewResource(identity(one), one, 1, 9)], NOW)
    row = dump(library.store)["resource"][ids[identity(one)]]
    assert (row["status"], row["status_before"], row["due"]) == (status, before, None)
    assert (row["minutes_read"], row["reviews"]) == (0, 0)


def test_one_whose_adding_was_undone_gets_its_id_again(library: Context) -> None:
    first = written(library, "One", "Two")
    undo(library)
    assert written(library, "Zero", "Two") == {new("Zero").identity: 9, new("Two").identity: 8}
    assert by_id(library.store, first[new("One").identity]) is None


def test_nothing_new_is_no_error(library: Context) -> None:
    before = dump(library.store)["resource"]
    assert written(library) == {}
    assert dump(library.store)["resource"] == before


def test_only_the_fields_that_differ_are_written(library: Context) -> None:
    before = dump(library.store)
    one = titled(library, "Resource 3")
    with begin(library.store, "edit", NOW, TODAY) as action:
        change(action, one, one._replace(title="Ｎew", priority="high"), {"title"})
        change(action, one, one._replace(length=900), {"kind"})
    row = dump(library.store)["resource"][3]
    changed = {"title": "Ｎew", "folded": "new\nresource 3", "priority": "high", "length": 900}
    assert row == before["resource"][3] | changed | {"edited": "kind title"}
    undo(library)
    assert living(dump(library.store)) == living(before)


def test_a_note_is_written_and_cleared(library: Context) -> None:
    one = titled(library, "Resource 3")
    for text, stored in (("a note", "a note"), ("", None)):
        with begin(library.store, "note", NOW, TODAY) as action:
            write_note(action, one, text)
        assert titled(library, "Resource 3").note == stored


def test_a_search_goes_through_every_title_once() -> None:
    places = (Place((), "CUDA"), Place((), "ＣＵＤＡ again"), Place((), "CUDA"))
    assert searched("CUDA", places) == "cuda\ncuda again"


def test_labels_are_written_with_what_was_done_by_hand_and_taken_back(library: Context) -> None:
    before = living(dump(library.store))
    one = titled(library, "Resource 3")._replace(description="about it")
    with begin(library.store, "edit", NOW, TODAY) as action:
        write_labels(action, one, ("a", "b"), ("+b",))
    row = dump(library.store)["resource"][3]
    assert (row["labels"], row["labels_by_hand"]) == ("a\nb", "+b")
    assert row["folded_details"] == "about it\na\nb"
    undo(library)
    assert living(dump(library.store)) == before


def test_a_note_that_was_cleared_counts_as_set_by_hand(library: Context) -> None:
    one = titled(library, "Resource 3")
    for text, edited in (("a note", ""), ("", "note")):
        with begin(library.store, "note", NOW, TODAY) as action:
            write_note(action, one, text)
        assert dump(library.store)["resource"][3]["edited"] == edited
