"""Reading what a library knows of its lists."""

from recall.domain.library.catalog import ReadOptions
from recall.storage.actions import begin
from recall.storage.tables.lists import (
    ReadingList,
    all_lists,
    choose,
    corrected,
    identities,
    is_empty,
    numbers,
    ordinals,
    place_ids,
    ticked_elsewhere,
    used,
    without_file,
)
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from testing.libraries.factories import NOW, TODAY, catalog, entry

URL = "https://example.org/Resource-"


def second_list(context: Context) -> None:
    """A list that holds a resource of the first one and a new one."""
    more = catalog(entry("New"), entry("Two", f"{URL}2", section=("B",)), name="more")
    import_catalog(context, Source(more, "/more.md"))


def change(context: Context, number: int, values: dict[str, object]) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


def test_lists_are_told_oldest_first(library: Context) -> None:
    second_list(library)
    assert all_lists(library.store) == [
        ReadingList(1, "list", None),
        ReadingList(2, "more", "/more.md"),
    ]


def test_each_list_has_the_identities_of_what_stands_in_it(library: Context) -> None:
    second_list(library)
    change(library, 5, {"gone": True})
    change(library, 6, {"status": "removed"})
    first = [f"{URL}{number}" for number in (1, 2, 3, 4)]
    assert sorted(identities(library.store, 1)) == first
    assert sorted(identities(library.store, 2)) == ["https://example.org/New", f"{URL}2"]
    assert used(library.store) == {1, 2}


def test_ids_are_told_by_identity_but_not_of_what_was_taken_back(library: Context) -> None:
    change(library, 3, {"status": "removed"})
    asked = [f"{URL}{number}" for number in (2, 3, 7)]
    assert numbers(library.store, asked) == {f"{URL}2": 2}
    assert 3 not in ordinals(library.store, 1)


def test_a_library_of_which_everything_was_taken_back_is_empty(library: Context) -> None:
    assert not is_empty(library.store)
    for number in range(1, 7):
        change(library, number, {"status": "removed"})
    assert is_empty(library.store)


def test_a_list_without_a_file_is_found_by_its_name(library: Context) -> None:
    second_list(library)
    assert [without_file(library.store, name) for name in ("list", "more", "other")] == [
        1,
        None,
        None,
    ]


def test_what_other_lists_tick_is_told_of_the_resources_asked_for(library: Context) -> None:
    second_list(library)
    with begin(library.store, "import", NOW, TODAY) as action:
        action.update_many("place", {7: {"mark": "read"}, 8: {"mark": "read"}, 3: {"mark": "read"}})
    assert ticked_elsewhere(library.store, 1, [2, 3, 4]) == {2}


def test_a_link_corrected_by_hand_leads_to_the_identity_in_the_list(library: Context) -> None:
    change(library, 3, {"canonical_url": "https://new.example/", "edited": "title url"})
    change(library, 4, {"edited": "curl"})
    assert corrected(library.store) == {"https://new.example/": f"{URL}3"}


def test_places_and_their_order_are_told_by_list(library: Context) -> None:
    second_list(library)
    assert place_ids(library.store, 1) == {number: [number] for number in range(1, 7)}
    assert place_ids(library.store, 2) == {7: [7], 2: [8]}
    assert ordinals(library.store, 1) == {number: number - 1 for number in range(1, 7)}
    assert ordinals(library.store, 2) == {7: 0}


def test_a_list_keeps_what_the_person_chose_of_it(library: Context) -> None:
    choice = ReadOptions(sections=("B",), plain=True)
    with begin(library.store, "import", NOW, TODAY) as action:
        choose(action, 1, choice)
    assert [one.choice for one in all_lists(library.store)] == [choice]
