"""A link that only says whose work it is leads to the work before it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("- Servant - [Bragilevsky](PAGE) Chapter 13", "Servant"),
        ("- Effects — [Ann Lee](PAGE)", "Effects"),
        ("- Effects: [Ann Lee and Bob Ray](PAGE)", "Effects"),
        ("- Lenses - [Chen](PAGE)", "Lenses"),
        ("- Explore: [Archive of Our Own](PAGE)", "Archive of Our Own"),
        ("- Ann d Lee, *Fine Trees.* [Free in our library](PAGE)", "Fine Trees"),
        ("- Lee, Ann B. *Fine Trees.* [Via UCF](PAGE)", "Fine Trees"),
        ("- Lee, A. Berta. *Fine Trees: On Oaks.* [Via UCF](PAGE)", "Fine Trees: On Oaks"),
        ("| Date | Topic |\n|-|-|\n| May 2 | Servant - [Bragilevsky](PAGE) ch. 13 |", "Servant"),
        ("- Testing - [Hspec](PAGE)", "Hspec"),
        ("- Testing - [A guide of fine tests](PAGE)", "A guide of fine tests"),
        ("- Docker - [Getting Started](PAGE) Chapter 2", "Getting Started"),
    ],
)
def test_the_title_is_outside_of_a_link_to_an_author(text: str, title: str) -> None:
    (item,) = parse(written(text)).items
    assert (item.title, item.url) == (title, "https://ex.com/page")
    assert told(parse(written(text))) == [f"{title} > PAGE"]
