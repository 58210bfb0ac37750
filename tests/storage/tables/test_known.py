"""Reading what a library knows of a list's resources, and nothing of the others."""

from recall.domain.library.resource import Place
from recall.storage.actions import begin
from recall.storage.tables.known import known, places_in
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


def test_the_list_comes_first_in_its_order_then_what_was_asked_for(library: Context) -> None:
    second_list(library)
    found = known(library.store, 2, [f"{URL}4", f"{URL}3", f"{URL}2", "https://example.org/no"])
    assert [one.id for one in found.values()] == [7, 2, 3, 4]
    shared = found[f"{URL}2"]
    assert shared.here == (Place(("B",), "Two"),)
    assert shared.elsewhere
    assert not found["https://example.org/New"].elsewhere
    assert found[f"{URL}3"].here == ()
    assert found[f"{URL}3"].elsewhere
    assert places_in(library.store, 2)[2] == shared.here


def test_what_is_gone_comes_too_if_a_title_is_unknown(library: Context) -> None:
    second_list(library)
    change(library, 3, {"gone": True})
    known_title, unknown = "https://example.org/New", "A\x1fAnother"
    assert [one.id for one in known(library.store, 2, [], [known_title]).values()] == [7, 2]
    assert [one.id for one in known(library.store, 2, [], [unknown]).values()] == [7, 2, 3]


def test_what_was_set_by_hand_is_told(library: Context) -> None:
    change(library, 3, {"edited": "minutes title", "gone": True})
    one = known(library.store, 1, [])[f"{URL}3"]
    assert one.edited == {"minutes", "title"}
    assert one.gone is True
    assert (one.id, one.title, one.url, one.status) == (3, "Resource 3", f"{URL}3", "unread")


def test_what_was_taken_back_is_not_known(library: Context) -> None:
    change(library, 3, {"status": "removed"})
    assert f"{URL}3" not in known(library.store, 1, [f"{URL}3"])
