"""Lines that only say whose a work is, or where it came out."""

import pytest

from recall.formats.markdown.reader import parse
from recall.formats.markdown.works.citing.bylines import is_byline
from testing.lists.marked_links import told, written


@pytest.mark.parametrize(
    "line",
    [
        "by Ann Lee",
        "by Ann C. Lee, Bob Ray",
        "By Ann Lee, Ph.D.",
        "written by Ann Lee",
        "**Lee et al., 2021**",
        "Lee et al., Alpha Labs, 2023",
        "Lee et al., OSDI 2020",
        "Ann Lee, Bob Ray (2020)",
        "OSDI 2004",
        "OSDI '04",
        "AAAI 2021 (oral)",
    ],
)
def test_authors_with_venue_and_year_are_a_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "by the way",
        "by Ann. It is a fine book",
        "Fine Nets 2021",
        "A fine paper, 2021",
        "Read it in 2021",
        "Ann Lee",
        "x" * 400,
    ],
)
def test_a_title_or_a_sentence_is_none(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("_Book 1_\n**Alpha**\nby Ann C. Lee, Bob Ray\nPAGE", ["Alpha > PAGE"]),
        ("**A fine book**\nby Ann Lee\nPAGE", ["A fine book > PAGE"]),
        (
            "## Nets\n\n### 1. A fine paper\n**Lee et al., 2021**\n- **PDF:** PAPER\n"
            "- **Code:** REPO\n- **Why:** it is fine.",
            ["A fine paper > PAPER | code  REPO"],
        ),
        ("## Nets\n\n### A fine paper\n**OSDI 2004** *(mine)*\n- **PDF:** PAPER", None),
        ("## Nets\n\n**OSDI 2004**\n- [A fine paper](PAPER)", ["A fine paper > PAPER"]),
    ],
)
def test_the_title_stands_above_the_byline(text: str, expected: list[str] | None) -> None:
    assert told(parse(written(text))) == (expected or ["A fine paper > PAPER"])
