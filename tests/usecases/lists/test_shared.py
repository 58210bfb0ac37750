"""Several lists that name one resource: after the first round none of them changes it again."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import Entry
from recall.domain.library.resource import Link, Place
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import living_now
from testing.libraries.factories import catalog, entry, everything

MARKS = st.sampled_from([{}, {"read": True}, {"begun": True}, {"dropped": True}])
TEXTS = st.none() | st.sampled_from(["One text", "Another text"])
LINKS = st.lists(
    st.builds(
        Link,
        st.sampled_from(["code", "paper"]),
        st.sampled_from(["", "code"]),
        st.sampled_from(["https://c.example/1", "https://c.example/2"]),
    ),
    max_size=2,
    unique_by=lambda link: link.url,
)


@st.composite
def versions(draw: st.DrawFn) -> Entry:
    """One resource as a list may have it."""
    title = draw(st.sampled_from(["pdf", "link", "Title one", "Title two"]))
    section = draw(st.sampled_from([("One",), ("Two",)]))
    series = draw(st.sampled_from([(None, None), ("S", 1), ("T", 2)]))
    return entry("Shared")._replace(
        title=title,
        places=(Place(section, title),),
        series=series[0],
        part=series[1],
        kind=draw(st.sampled_from(["article", "paper"])),
        minutes=draw(st.sampled_from([10, 20])),
        links=tuple(draw(LINKS)),
        labels=tuple(draw(st.lists(st.sampled_from(["a", "b", "A"]), max_size=2))),
        description=draw(TEXTS),
        note=draw(TEXTS),
        read_on=draw(st.none() | st.sampled_from(["2024", "2024-05-01"])),
        saved_on=draw(st.none() | st.just(date(2024, 1, 1))),
        **draw(MARKS),
    )


@pytest.mark.slow
@given(st.lists(versions(), min_size=2, max_size=3), st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lists_do_not_take_turns(empty: Context, listed: list[Entry], by_hand: bool) -> None:
    before = living_now(empty.store)
    actions = 0
    if by_hand:
        add(empty, "https://example.org/Shared", None, (), Edit())
        actions += 1
    for turn in range(3):
        for number, version in enumerate(listed):
            others = [entry(f"Of {number}, {n}") for n in range(2)]
            exact = catalog(version, *others)._replace(exact=True)
            report = import_catalog(empty, Source(exact, f"/{number}.md"))
            actions += report.changes
            assert not (turn and report.changes), report.names
    assert doctor(empty) == []
    for _ in range(actions):
        undo(empty)
    assert living_now(empty.store) == before


@pytest.mark.parametrize("titles", [("pdf", "A real title"), ("A real title", "pdf")])
def test_a_title_that_says_nothing_gives_way_wherever_the_other_comes_from(
    empty: Context, titles: tuple[str, str]
) -> None:
    for number, title in enumerate(titles):
        one = entry("Shared")._replace(title=title, places=(Place(("S",), title),))
        import_catalog(empty, Source(catalog(one), f"/{number}.md"))
    assert [one.title for one in everything(empty)] == ["A real title"]


def test_a_list_gives_what_was_added_first_its_title(empty: Context) -> None:
    add(empty, "https://example.org/Shared", None, (), Edit())
    import_catalog(empty, Source(catalog(entry("Shared")), "/list.md"))
    assert [one.title for one in everything(empty)] == ["Shared"]


def test_a_title_given_by_hand_stays(empty: Context) -> None:
    add(empty, "https://example.org/Shared", "pdf", (), Edit())
    import_catalog(empty, Source(catalog(entry("Shared")), "/list.md"))
    assert [one.title for one in everything(empty)] == ["pdf"]


def test_what_was_added_by_hand_belongs_to_its_list_at_the_first_import(empty: Context) -> None:
    """A section by hand may be the end of the list's."""
    one = entry("Lesson 1")._replace(places=(Place(("Top", "Many"), "Lesson 1"),))
    other = entry("Lesson 2")._replace(
        places=(Place(("Top", "Many"), "Lesson 2"),), series="Lesson", part=2, description="About"
    )
    assert other.url is not None
    add(empty, other.url, "Lesson 2", ("Many",), Edit())
    import_catalog(empty, Source(catalog(one, other), "/list.md"))
    (found,) = (each for each in everything(empty) if each.title == "Lesson 2")
    assert (found.series, found.part, found.description) == ("Lesson", 2, "About")
    assert import_catalog(empty, Source(catalog(one, other), "/list.md")).updated == 0
    assert doctor(empty) == []
