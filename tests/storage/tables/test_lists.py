"""Reading what a library knows of its lists."""

from recall.domain.library.catalog import ReadOptions
from recall.domain.library.resource import Place
from recall.storage.actions import begin
from recall.storage.tables.lists import (
    ReadingList,
    all_lists,
    choose,
    corrected,
    identities,
    known,
    numbers,
    ordinals,
    place_ids,
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
    found = {number: sorted(keys) for number, keys in identities(library.store).items()}
    assert found == {
        1: [f"{URL}{number}" for number in (1, 2, 3, 4)],
        2: ["https://example.org/New", f"{URL}2"],
    }


def test_what_is_known_has_the_list_in_question_first_in_its_order(library: Context) -> None:
    second_list(library)
    found = known(library.store, 2)
    assert [one.id for one in found.values()] == [7, 2, 1, 3, 4, 5, 6]
    shared = found[f"{URL}2"]
    assert shared.here == (Place(("B",), "Two"),)
    assert shared.elsewhere
    assert not found["https://example.org/New"].elsewhere
    assert found[f"{URL}3"].here == ()


def test_what_is_known_tells_what_was_set_by_hand(library: Context) -> None:
    change(library, 3, {"edited": "minutes title", "gone": True})
    one = known(library.store, 1)[f"{URL}3"]
    assert one.edited == {"minutes", "title"}
    assert one.gone is True
    assert (one.id, one.title, one.url, one.status) == (3, "Resource 3", f"{URL}3", "unread")


def test_ids_are_told_by_identity(library: Context) -> None:
    assert numbers(library.store) == {f"{URL}{number}": number for number in range(1, 7)}


def test_what_was_taken_back_is_not_known_but_keeps_its_id(library: Context) -> None:
    change(library, 3, {"status": "removed"})
    assert f"{URL}3" not in known(library.store, 1)
    assert f"{URL}3" not in numbers(library.store)
    assert 3 not in ordinals(library.store, 1)


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
