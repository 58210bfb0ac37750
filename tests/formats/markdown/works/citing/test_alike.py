"""A dash before an author is told by the other texts of the section."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse

AUTHORED = ("- Fine Oaks - Ann Lee", "- Fine Elms - John Seddon", "- Fine Nets - Tom Gilb")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Goal - Eliyahu M Goldratt", "The Goal"),
        ("New Trees - Deming", "New Trees"),
        ("Fine Roots - a long story", "Fine Roots - a long story"),
        ("Fine Roots", "Fine Roots"),
    ],
)
def test_a_text_is_parted_at_its_dash_where_the_others_are(text: str, title: str) -> None:
    found = parse("\n".join((*AUTHORED, f"- {text}")), options=ReadOptions(plain=True))
    assert found.items[-1].title == title


def test_few_authors_say_nothing_of_the_others() -> None:
    text = "\n".join((*AUTHORED[:2], "- The Goal - Goldratt"))
    assert parse(text, options=ReadOptions(plain=True)).items[-1].title == "The Goal - Goldratt"
