"""Rows become resources, and are found, the same on both databases."""

from datetime import date
from typing import Any

import pytest

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Link, Place
from recall.storage.actions import begin
from recall.storage.database.codec import from_section, to_section
from recall.storage.tables.resources import (
    LONGEST_PATTERN,
    MANY,
    Filter,
    by_id,
    by_identity,
    labels_by_hand,
    labels_in_use,
    listed,
    matching,
    places_of,
    with_places,
)
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from testing.libraries.factories import NOW, TODAY, catalog, entries, entry


def change(context: Context, number: int, **values: Any) -> None:
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", number, values)


def add(context: Context, *titles: str) -> None:
    listed_too = catalog(*(entry(title) for title in titles), name="more")
    import_catalog(context, Source(listed_too, "/more.md"))


def numbers(context: Context, text: str) -> list[int]:
    return [one.id for one in matching(context.store, text)]


def test_a_resource_is_read_with_everything_that_is_known_of_it(library: Context) -> None:
    change(
        library,
        3,
        language="zh",
        minutes_read=5,
        series="S",
        part=2,
        status="suspended",
        gone=True,
        note="a note",
        due=date(2026, 5, 1),
        stability=1 / 3,
        difficulty=5.5,
        last_review=date(2026, 4, 1),
        postponed_from=date(2026, 4, 20),
        reviews=3,
        lapses=1,
        description="what it says",
        links="code\trepo\thttps://example.org/code",
        labels="gpu\nmath",
        read_on="2024-05",
        saved_on=date(2024, 4, 30),
    )
    found = by_id(library.store, 3)
    assert found is not None
    assert found.title == "Resource 3"
    assert found.url == found.canonical_url == "https://example.org/Resource-3"
    assert (found.kind, found.language, found.minutes, found.minutes_read) == (
        "article",
        "zh",
        20,
        5,
    )
    assert (found.series, found.part, found.status) == ("S", 2, "suspended")
    assert found.gone is True
    assert found.note == "a note"
    memory = Memory(1 / 3, 5.5, date(2026, 4, 1))
    assert found.card == Card(date(2026, 5, 1), memory, 3, 1, date(2026, 4, 20))
    assert found.order == (1, 2)
    assert found.places == (Place(("Section",), "Resource 3"),)
    assert found.description == "what it says"
    assert found.links == (Link("code", "repo", "https://example.org/code"),)
    assert found.labels == ("gpu", "math")
    assert (found.read_on, found.saved_on) == ("2024-05", date(2024, 4, 30))


def test_a_resource_that_was_never_rated_has_no_memory(library: Context) -> None:
    unread, read = by_id(library.store, 4), by_id(library.store, 1)
    assert unread is not None
    assert unread.card == Card()
    assert read is not None
    assert read.card == Card(due=TODAY)


@pytest.mark.parametrize("number", [0, 7, -1, 2**31 - 1])
def test_no_resource_has_another_id(library: Context, number: int) -> None:
    assert by_id(library.store, number) is None


def test_a_resource_is_found_by_its_identity(library: Context) -> None:
    found = by_identity(library.store, "https://example.org/Resource-2")
    assert found is not None
    assert found.id == 2
    assert by_identity(library.store, "https://example.org/none") is None


def test_a_resource_is_found_by_a_url_given_by_hand(library: Context) -> None:
    change(library, 2, canonical_url="https://new.example/", edited="url")
    for identity in ("https://new.example/", "https://example.org/Resource-2"):
        found = by_identity(library.store, identity)
        assert found is not None
        assert found.id == 2


def test_what_was_taken_back_is_found_no_more(library: Context) -> None:
    change(library, 2, status="removed")
    assert by_id(library.store, 2) is None
    assert by_identity(library.store, "https://example.org/Resource-2") is None
    assert 2 not in [one.id for one in listed(library.store, Filter())]
    assert numbers(library, "Resource 2") == []


def test_resources_are_listed_in_the_order_of_their_lists(library: Context) -> None:
    add(library, "One more", "And another")
    titles = [one.title for one in listed(library.store, Filter())]
    assert titles == [*(f"Resource {number}" for number in range(1, 7)), "One more", "And another"]


def test_a_list_is_narrowed_by_status_and_kind(library: Context) -> None:
    change(library, 6, kind="video")
    store = library.store
    assert [one.id for one in listed(store, Filter(status="read"))] == [1, 2]
    assert [one.id for one in listed(store, Filter(kind="video"))] == [6]
    assert listed(store, Filter(status="read", kind="video")) == []
    assert [one.id for one in listed(store, Filter("resource 1", "read", "article"))] == [1]


@pytest.mark.parametrize("typed", ["C++", "c++", "Ｃ＋＋"])
def test_a_search_sees_neither_case_nor_width(library: Context, typed: str) -> None:
    add(library, "Modern C++ 入门")
    assert numbers(library, typed) == [7]


@pytest.mark.parametrize("typed", ["100%", "a_b", "wow!", "quo'te", "back\\slash"])
def test_a_search_takes_every_character_for_itself(library: Context, typed: str) -> None:
    add(library, "100% a_b wow! quo'te back\\slash", "1000 axb wow quote backslash")
    assert numbers(library, typed) == [7]


def test_a_search_longer_than_any_title_finds_nothing(library: Context) -> None:
    assert numbers(library, "x" * (LONGEST_PATTERN + 1)) == []
    assert numbers(library, "题" * LONGEST_PATTERN) == []


def test_a_search_looks_at_the_titles_in_the_lists_too(library: Context) -> None:
    places = [Place(("A",), "First name"), Place(("B",), "Second name")]
    twice = catalog(entry("First name", places=places), name="twice")
    import_catalog(library, Source(twice, "/twice.md"))
    assert numbers(library, "second") == [7]


def test_places_come_in_the_order_of_the_list(library: Context) -> None:
    places = tuple(Place((f"S{number}", "x"), f"T{number}") for number in (3, 1, 2))
    several = catalog(entry("T3", places=places), name="several")
    import_catalog(library, Source(several, "/several.md"))
    assert places_of(library.store, [7, 1]) == {
        1: (Place(("Section",), "Resource 1"),),
        7: places,
    }
    assert places_of(library.store, None)[7] == places
    assert places_of(library.store, []) == {}


def test_places_are_filled_in_where_they_are_missing(library: Context) -> None:
    bare = [one._replace(places=()) for one in listed(library.store, Filter(status="read"))]
    assert [place.places for place in with_places(library.store, bare)] == [
        (Place(("Section",), "Resource 1"),),
        (Place(("Section",), "Resource 2"),),
    ]
    assert with_places(library.store, []) == []


def test_a_long_list_has_its_places_too(library: Context) -> None:
    import_catalog(library, Source(catalog(*entries(600), name="long"), "/long.md"))
    assert all(one.places for one in listed(library.store, Filter()))


@pytest.mark.parametrize("section", [(), ("A",), ("A", "B / C", "空"), ("A", " ")])
def test_a_section_is_stored_and_read_back(section: tuple[str, ...]) -> None:
    assert to_section(from_section(section)) == section


def test_a_separator_inside_a_heading_is_no_separator() -> None:
    assert to_section(from_section(("A\x1fB", "C"))) == ("A B", "C")


def test_some_are_given_by_their_ids(library: Context) -> None:
    some = listed(library.store, Filter(ids={3, 4, 99}))
    assert [one.id for one in some] == [3, 4]
    many = {*range(3, 3 + MANY + 1)}
    assert [one.id for one in listed(library.store, Filter(ids=many))][:2] == [3, 4]
    assert listed(library.store, Filter(ids=())) == []
    assert listed(library.store, Filter(text="x" * LONGEST_PATTERN)) == []


def test_labels_in_use_are_given_by_resource(library: Context) -> None:
    change(library, 3, labels="gpu\nmath", labels_by_hand="+gpu\n-todo")
    change(library, 4, labels="gpu")
    change(library, 5, labels="gone", status="removed")
    assert list(labels_in_use(library.store)) == ["gpu", "math", "gpu"]
    assert labels_by_hand(library.store, 3) == ("+gpu", "-todo")
    assert labels_by_hand(library.store, 4) == ()
