"""Bullets below a work that is a paragraph or a heading are remarks about it."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

WORKS = "**[Fine oaks](PAPER)**\n* What it is.\n\n**[Fine elms](OTHER)**\n* Words.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{WORKS}**[Fine nets](PAGE)**\n* It was first said here: THIRD\n",
            [
                "Fine oaks > PAPER",
                "Fine elms > OTHER",
                "Fine nets > PAGE | page  THIRD",
            ],
        ),
        (
            "## [Fine oaks](PAPER)\n* **Notes:** Part of [a thesis](PAGE) on trees\n",
            ["Fine oaks > PAPER | paper a thesis PAGE"],
        ),
        # One paragraph that is a link may also be the page of the list.
        (
            "[Fine oaks](PAPER)\n* A work of its own has its name here: PAGE\n",
            ["Fine oaks > PAPER", "A work of its own has its name here > PAGE"],
        ),
        (
            "## [Fine oaks](PAPER)\n* [ ] See the [fine elms](PAGE) of old\n",
            ["Fine oaks > PAPER", "fine elms > PAGE"],
        ),
    ],
    ids=range(4),
)
def test_a_remark_is_no_work(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected
