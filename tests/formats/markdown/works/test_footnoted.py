"""Works whose address is in a footnote, and claims that only have a source there."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

BELOW = "\n\n[^1]: PAPER\n[^b]: <OTHER>\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- A Fine Paper[^1]", ["A Fine Paper > PAPER"]),
        ("1. A Fine Paper [^b]", ["A Fine Paper > OTHER"]),
        ("- [x] A Fine Paper[^1]", ["A Fine Paper > PAPER"]),
        ("- **A Fine Paper**, 2019[^1] - on nets", ["A Fine Paper > PAPER"]),
        ("- A Fine Paper[^1] [^b]", ["A Fine Paper > PAPER | page ^b OTHER"]),
        (
            "- A Fine Paper about\n  nets[^1]\n- Another Paper[^b]",
            ["A Fine Paper about nets > PAPER", "Another Paper > OTHER"],
        ),
        ("- Lee, A. (2019). A fine paper.[^1]", ["A fine paper > PAPER"]),
        ("- A Fine Paper[^c]\n\n[^c]: [A site](VIDEO)", ["A Fine Paper > VIDEO"]),
        (
            "- A Fine Paper[^d] (a draft)\n- Words[^w]\n\n[^w]: A claim.\n[^d]: PAPER",
            ["A Fine Paper > PAPER"],
        ),
    ],
)
def test_the_url_in_a_footnote_is_the_address_of_the_work(text: str, expected: list[str]) -> None:
    assert told(parse(written(text + BELOW))) == expected


@pytest.mark.parametrize("claim", ["- It grew by a half.[^1]", "- 增长了一半。[^1]", "It grew[^1]"])
def test_a_claim_with_its_source_is_no_work(claim: str) -> None:
    found = parse(written(f"{claim}\n\n- [One](PAGE){BELOW}"))
    assert told(found) == ["One > PAGE"]
    assert ("in a footnote") in {line.reason for line in found.skipped}
