"""Links and labels as they are stored: lines that come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.catalog import WHOLE, ReadOptions
from recall.domain.library.resource import LINK_ROLES, Link
from recall.storage.tables.details import (
    details,
    from_choice,
    from_lines,
    from_links,
    to_choice,
    to_lines,
    to_links,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\t\n"), min_size=1)
LINKS = st.builds(Link, st.sampled_from(LINK_ROLES), st.just("") | WORDS, WORDS)


@given(st.lists(LINKS))
def test_links_come_back(links: list[Link]) -> None:
    assert to_links(from_links(links)) == tuple(links)


@given(st.lists(WORDS))
def test_labels_come_back(labels: list[str]) -> None:
    assert to_lines(from_lines(labels)) == tuple(labels)


def test_nothing_is_stored_as_null() -> None:
    assert from_links(()) is None
    assert from_lines(()) is None
    assert set(details({"description": None, "links": (), "labels": ()}).values()) == {None}


def test_a_break_in_a_text_spoils_no_line() -> None:
    (link,) = to_links(from_links([Link("code", "a\tb\nc", "https://example.org/\n")]))
    assert link == Link("code", "a b c", "https://example.org/ ")
    assert to_lines(from_lines(["a\nb"])) == ("a b",)


@pytest.mark.parametrize(
    ("stored", "links"),
    [
        ("nonsense", ()),
        ("\n\t\n", ()),
        ("repo\ttext\thttps://a", (Link("page", "text", "https://a"),)),
        ("code\ttext\thttps://a\nx", (Link("code", "text", "https://a"),)),
    ],
)
def test_a_damaged_line_stops_no_command(stored: str, links: tuple[Link, ...]) -> None:
    assert to_links(stored) == links


def test_search_finds_description_labels_and_both_parts_of_a_link() -> None:
    values = {
        "description": "Über ＧＰＵ",
        "links": (Link("code", "Repo", "https://Example.org/X"),),
        "labels": ("Mathe",),
    }
    found = str(details(values)["folded_details"])
    assert found.split("\n") == ["über gpu", "mathe", "repo", "https://example.org/x"]


@pytest.mark.parametrize(
    "choice",
    [
        WHOLE,
        ReadOptions(base="https://example.org/"),
        ReadOptions(sections=("论文", "B"), not_sections=("C",)),
        ReadOptions(plain=True),
    ],
)
def test_what_a_person_chose_of_a_list_comes_back(choice: ReadOptions) -> None:
    stored = from_choice(choice)
    assert to_choice(stored) == choice
    assert (stored is None) == (choice == WHOLE)
