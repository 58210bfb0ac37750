"""What a list is narrowed by, read without the rest of the resources."""

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables import outlines
from recall.storage.tables.outlines import ListedOutline
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, read
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entry, everything, make_library


@pytest.fixture
def library(database_url: str) -> Context:
    made = make_library(
        database_url,
        catalog(
            entry("A", section=("S", "T")),
            entry("B", section=("S",), kind="video"),
            entry("C", section=("R",)),
        ),
    )
    read(made, "2", Grade(Rating.GOOD, TODAY), is_rated=True)
    edit(made, "3", Edit(labels=("x", "y")))
    return made


def test_outlines_say_what_the_resources_say_in_list_order(library: Context) -> None:
    assert outlines.in_order(library.store, None) == [
        ListedOutline(one.id, one.status, one.kind, one.card.due, one.labels)
        for one in everything(library)
    ]
    assert outlines.ids_in_order(library.store, None) == [1, 2, 3]


@pytest.mark.parametrize("most", [0, 1, 5_000])
@pytest.mark.parametrize("ids", [(), (3, 1), (2, 77)])
def test_only_these_are_given_however_many_are_asked_for(
    library: Context, ids: tuple[int, ...], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "MANY", most)
    expected = sorted(set(ids) & {1, 2, 3})
    assert outlines.ids_in_order(library.store, ids) == expected
    assert [one.id for one in outlines.in_order(library.store, ids)] == expected


def test_what_was_removed_is_not_there(database_url: str) -> None:
    from recall.usecases.resources.adding import add

    library = make_library(database_url, catalog(entry("A")))
    add(library, "https://example.org/new", None, (), Edit())
    undo(library)
    assert outlines.ids_in_order(library.store, None) == [1]


def test_sections_are_in_the_order_of_the_list(library: Context) -> None:
    assert outlines.sections(library.store) == [("S", "T"), ("S",), ("R",)]
    assert outlines.standing_in(library.store, [("S",), ("R",)]) == {2, 3}
    assert outlines.standing_in(library.store, []) == set()
