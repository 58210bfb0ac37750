"""Labels put on and taken off by hand: kept by imports, and taken back by undo."""

import pytest

from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.lists.importing import Report, Source, import_catalog
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.labeling import all_labels
from recall.usecases.resources.looking.listing import Wanted, listed
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump, living
from testing.libraries.factories import catalog, entry, titled
from testing.lists.reports import counts

A = entry("A")._replace(labels=("math", "todo"))
FILE = "/lists/list.md"


@pytest.fixture
def labeled(empty: Context) -> Context:
    """A library with a list of one, which has labels."""
    import_catalog(empty, Source(catalog(A), FILE))
    return empty


def test_labels_are_put_on_and_taken_off_as_one_action(labeled: Context) -> None:
    before = living(dump(labeled.store))
    done = edit(labeled, "A", Edit(labels=(" own\tword ", "MATH"), no_labels=("Todo",)))
    assert done.labels == ("math", "own word")
    assert doctor(labeled) == []
    undo(labeled)
    assert living(dump(labeled.store)) == before


def test_an_import_keeps_what_was_done_by_hand(labeled: Context) -> None:
    edit(labeled, "A", Edit(labels=("own",), no_labels=("todo",)))
    assert counts(import_catalog(labeled, Source(catalog(A), FILE))) == Report(unchanged=1)
    more = A._replace(labels=("todo", "new"))
    assert counts(import_catalog(labeled, Source(catalog(more), FILE))) == Report(updated=1)
    assert titled(labeled, "A").labels == ("new", "own")
    assert doctor(labeled) == []


def test_a_label_that_both_have_stays_when_the_list_drops_it(labeled: Context) -> None:
    edit(labeled, "A", Edit(labels=("math",)))
    import_catalog(labeled, Source(catalog(A._replace(labels=())), FILE))
    assert titled(labeled, "A").labels == ("math",)


def test_labels_of_what_was_added_are_the_persons_own(empty: Context) -> None:
    added = add(empty, "https://example.org/A", "A", (), Edit(labels=("own", "Own")))
    assert added.labels == ("own",)
    edit(empty, "A", Edit(no_labels=("own",)))
    import_catalog(empty, Source(catalog(A._replace(labels=("own", "math"))), FILE))
    assert titled(empty, "A").labels == ("math",)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Edit(labels=("ok", " \n")), "an empty label says nothing"),
        (Edit(labels=("x" * 101,)), "is too long for a label; at most 100 characters"),
        (Edit(no_labels=("gpu",)), "1 has no label 'gpu'; it has math, todo"),
    ],
)
def test_what_is_no_label_is_refused_and_nothing_changes(
    labeled: Context, wanted: Edit, says: str
) -> None:
    before = dump(labeled.store)
    with pytest.raises(BadInput, match=says):
        edit(labeled, "A", wanted)
    assert dump(labeled.store) == before


def test_there_is_nothing_to_take_off_where_there_is_none(empty: Context) -> None:
    add(empty, "https://example.org/A", "A", (), Edit())
    with pytest.raises(BadInput, match="1 has no label 'gpu'; it has none"):
        edit(empty, "A", Edit(no_labels=("gpu",)))
    with pytest.raises(BadInput, match="an empty label"):
        add(empty, "https://example.org/B", "B", (), Edit(labels=("",)))
    assert all_labels(empty) == []


def test_labels_are_listed_once_in_order(labeled: Context) -> None:
    add(labeled, "https://example.org/B", "B", (), Edit(labels=("Attention", "MATH", "zoo")))
    assert all_labels(labeled) == ["Attention", "math", "todo", "zoo"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(label="MATH"), ["A", "B"]),
        (Wanted(label=" todo "), ["A"]),
        (Wanted(label="mat"), []),
        (Wanted("zoo"), ["B"]),
        (Wanted("todo", label="zoo"), []),
    ],
)
def test_resources_are_listed_by_a_whole_label_or_found_by_a_part(
    labeled: Context, wanted: Wanted, found: list[str]
) -> None:
    add(labeled, "https://example.org/B", "B", (), Edit(labels=("math", "zoo")))
    assert [one.title for one in listed(labeled, wanted)] == found
