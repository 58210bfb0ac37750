"""Links in sentences that speak of the work above them."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The heading is the title of what a sentence points to.
        (
            "### A fine talk\n{:.no_toc}\n\nAn overview by Ann, the [video](VIDEO) did age well.\n"
            "More can be found in [this Github repo](REPO)",
            ["A fine talk > VIDEO | code this Github repo REPO"],
        ),
        ("### Papers\n\nA fine paper about nets [pdf](PAPER)", ["A fine paper about nets > PAPER"]),
        ("### A fine talk\n\nIt is good: [video](VIDEO)", ["It is good > VIDEO"]),
        # So is a pointer in a note under it.
        (
            "- [A fine talk](VIDEO)\n  - I came upon it and the [accompanying repo](REPO) soon.",
            ["A fine talk > VIDEO | code accompanying repo REPO"],
        ),
        (
            "- [A fine talk](VIDEO)\n  - See also [A fine book](PAGE) by her.",
            ["A fine talk > VIDEO", "A fine book > PAGE"],
        ),
        # A link in a sentence is a further link of the heading above it.
        (
            "## [A fine book](PAGE)\n\nWho better than [Ann](OTHER) can tell it?\n\n"
            "And few know [Bob](REPO) as she does.",
            ["A fine book > PAGE | page Ann OTHER | code Bob REPO"],
        ),
        (
            "## [A fine book](PAGE)\n\n[A fine post](OTHER)",
            ["A fine book > PAGE", "A fine post > OTHER"],
        ),
    ],
)
def test_links_in_prose_belong_to_the_work_above(text: str, expected: list[str]) -> None:
    assert told(parse(written(text))) == expected
