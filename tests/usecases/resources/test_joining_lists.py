"""What is joined stays one in the next imports of its lists, also where it is gone from them."""

from collections.abc import Iterator
from datetime import date

import pytest

from recall.domain.library.catalog import Entry
from recall.domain.library.resource import Link, Resource
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.resources.joining import join
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import catalog, entry, titled
from testing.libraries.joined import LISTED, NEW, OLD, joinable

CODE = Link("code", "code", "https://c.example/")
SLIDES = Link("slides", "slides", "https://s.example/")


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    made = joinable(sqlite_url)
    with made.store:
        yield made


def test_both_stand_in_the_list_as_one(context: Context) -> None:
    done = join(context, OLD, NEW).resource
    assert [place.title for place in done.places] == ["Old", "New"]
    again = catalog(*map(entry, LISTED))
    assert not import_catalog(context, Source(again, None)).changes
    assert not import_catalog(context, Source(again, None)).changes


def gone(context: Context, *names: str) -> None:
    left = [entry(name) for name in LISTED if name not in names]
    import_catalog(context, Source(catalog(*left), None))


@pytest.mark.parametrize(
    ("names", "is_gone", "titles"),
    [
        (("Old",), False, ["New"]),
        (("New",), False, ["Old"]),
        (("Old", "New"), True, ["Old", "New"]),
    ],
)
def test_what_is_gone_from_its_list_is_joined_too(
    context: Context,
    names: tuple[str, ...],
    is_gone: bool,
    titles: list[str],
) -> None:
    gone(context, *names)
    before = living_now(context.store)
    done = join(context, OLD, NEW).resource
    assert (done.gone, [place.title for place in done.places]) == (is_gone, titles)
    assert doctor(context) == []
    undo(context)
    assert living_now(context.store) == before


def test_an_id_is_not_used_again(context: Context) -> None:
    join(context, OLD, NEW)
    import_catalog(context, Source(catalog(entry("Old"), entry("Fresh")), "/other.md"))
    assert find(context.store, "Fresh").id == 6
    assert find(context.store, OLD).id == 2


def test_what_a_join_brings_stays_in_the_next_import(empty: Context) -> None:
    told = entry("A")._replace(
        labels=("math",),
        links=(Link("code", "repo", "https://example.org/code"),),
        description="about graphs",
        read_on="2024-05",
        saved_on=date(2024, 4, 30),
    )
    import_catalog(empty, Source(catalog(told, entry("B")), "/list.md"))
    join(empty, "A", "B")
    again = import_catalog(empty, Source(catalog(entry("B")), "/list.md"))
    assert (again.new, again.gone) == (0, 0)
    after = titled(empty, "B")
    names = ("links", "labels", "description", "read_on", "saved_on")
    assert [getattr(after, name) for name in names] == [getattr(told, name) for name in names]
    assert doctor(empty) == []


def test_a_resource_without_a_link_is_found_by_its_line(empty: Context) -> None:
    old, new = entry("A book without a link", None), entry("The book")
    listed = catalog(old, new, entry("X"))
    import_catalog(empty, Source(listed, "/list.md"))
    join(empty, OLD, NEW)
    report = import_catalog(empty, Source(listed, "/list.md"))
    assert (report.changes, report.unchanged) == (False, 2)
    assert [place.title for place in find(empty.store, NEW).places] == [
        "A book without a link",
        "The book",
    ]


@pytest.mark.parametrize("names", [(OLD, "5"), ("5", OLD)])
def test_both_places_stay_in_the_order_of_the_list(
    context: Context, names: tuple[str, str]
) -> None:
    join(context, *names)
    for listed in (LISTED, ("More", *LISTED), ("More", *LISTED[::-1])):
        source = Source(catalog(*map(entry, listed)), None)
        import_catalog(context, source)
        assert not import_catalog(context, source).changes
    assert doctor(context) == []


def test_a_line_without_a_link_stays_one_with_what_was_joined(empty: Context) -> None:
    linked, text = entry("A linked book"), entry("A book", None)
    import_catalog(empty, Source(catalog(linked, text, entry("X")), "/list.md"))
    join(empty, OLD, NEW)
    for section in ("Section", "Other"):
        listed = catalog(linked, entry("A book", None, section=(section,)), entry("X"))
        import_catalog(empty, Source(listed, "/list.md"))
        assert not import_catalog(empty, Source(listed, "/list.md")).changes


def test_what_the_list_changes_afterwards_is_taken(empty: Context) -> None:
    """The list has only the line of the first one, under an address that leads to the second."""
    old = entry("Old")._replace(description="Old words", links=(CODE,))
    import_catalog(empty, Source(catalog(old, entry("New"), entry("X")), "/list.md"))
    join(empty, OLD, NEW)

    def taken(line: Entry) -> Resource:
        import_catalog(empty, Source(catalog(line, entry("X")), "/list.md"))
        return find(empty.store, "2")

    assert taken(old).title == "New"
    bare = taken(old._replace(description=None, links=()))
    assert (bare.description, bare.links) == ("Old words", (CODE,)), "it came from the join"
    anew = old._replace(description="Other words", links=(SLIDES,))
    anew = anew._replace(title="Old, 2nd", places=(old.places[0]._replace(title="Old, 2nd"),))
    told = taken(anew)
    assert (told.title, told.description) == ("Old, 2nd", "Other words")
    assert told.links == (CODE, SLIDES)
    assert doctor(empty) == []
