"""Headings that name people, or only point to something, and what stands below them."""

import pytest

from recall.formats.markdown.reader import parse
from testing.lists.marked_links import told, written

PERSON = "a person, not a reading"
HOMES = [
    "[Ann Lee](https://annlee.org)",
    "[Ann Lee](https://annlee.org/index.html)",
    "[Ann Lee](https://cs.example.edu/~lee/)",
    "[Ann Lee](https://example.edu/people/ann)",
    "[Ann Lee](https://example.edu/ann-lee)",
    "[Ann Lee](https://annlee.org), [Zora Poe](https://poe.org)",
]
WORKS = [
    "[Deep Learning](https://deeplearning.org)",
    "[Ann Lee](https://example.org/a-life-of-ann)",
]


@pytest.mark.parametrize("heading", HOMES)
def test_a_heading_of_people_names_a_section_and_is_no_reading(heading: str) -> None:
    found = parse(written(f"# A\n## {heading}\nA word.\n- [One](PAGE)\n- [Two](OTHER)"))
    assert told(found) == ["One > PAGE", "Two > OTHER"]
    assert {item.section[1][:7] for item in found.items} == {"Ann Lee"}
    assert {skipped.reason for skipped in found.skipped} == {PERSON}


@pytest.mark.parametrize("heading", WORKS)
def test_other_links_in_headings_are_readings(heading: str) -> None:
    found = parse(written(f"# A\n## {heading}\n- [One](PAGE)\n- [Two](OTHER)"))
    assert len(found.items) == 3
    assert not any(skipped.reason == PERSON for skipped in found.skipped)


@pytest.mark.parametrize("head", ["Economist", "Name"])
def test_a_column_of_people_holds_no_readings(head: str) -> None:
    rows = "".join(
        f"| **[{name}](https://en.wikipedia.org/wiki/{name.replace(' ', '_')})** | {work} |\n"
        for name, work in (("Ann Lee", "Fine Trees"), ("Esther Ray", "Oaks"))
    )
    table = f"| {head} | Key Works |\n| --- | --- |\n{rows}\n- [One](https://one.org)\n"
    found = parse(table)
    assert [item.title for item in found.items] == ["One"]
    assert {skipped.reason for skipped in found.skipped} == {PERSON}


@pytest.mark.parametrize(
    "pointers",
    [
        "#### [[Page]](PAGE) [[Paper]](PAPER)",
        "#### [[Page]](PAGE) [[SupDoc]](OTHER) [[Paper]](PAPER)",
        "## [Code](REPO) | [arXiv](PAPER)",
        "### [Paper](PAPER)\n### [Ann Lee](https://annlee.org)",
    ],
)
def test_a_heading_that_only_points_belongs_to_the_title_above_it(pointers: str) -> None:
    found = parse(written(f"# A Fine Paper on Trees\n{pointers}\n\n## Install\n- [One](THIRD)\n"))
    assert [item.title for item in found.items] == ["A Fine Paper on Trees", "One"]
    assert told(found)[0].startswith("A Fine Paper on Trees > PAPER")
