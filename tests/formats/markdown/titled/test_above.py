"""A line is the title of the bullets below it, which only have its links."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "**Fine Oaks**. Ann Lee, Bob Ray. OSDI 2015.\n- [paper](PAPER)\n- [code](REPO)\n",
            ["Fine Oaks > PAPER | code code REPO"],
        ),
        (
            "* Fine oaks\n* PAGE\n* Fine elms\n* OTHER\n* Fine nets\n* THIRD\n* PAPER\n",
            ["Fine oaks > PAGE", "Fine elms > OTHER", "Fine nets > PAPER | page  THIRD"],
        ),
        # Two pairs may be chance.
        (
            "* Fine oaks\n* PAGE\n* Fine elms\n* OTHER\n",
            ["ex.com/page > PAGE", "ex.com/other > OTHER"],
        ),
        (
            "**Fine Oaks** in the wood. More words.\n- [Fine Elms](PAPER)\n- [Fine Nets](PAGE)\n",
            ["Fine Elms > PAPER", "Fine Nets > PAGE"],
        ),
    ],
    ids=range(4),
)
def test_a_line_names_what_stands_below(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected
