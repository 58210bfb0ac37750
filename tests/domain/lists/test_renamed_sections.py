"""Where a section is after an edit of its list."""

import pytest

from recall.domain.library.resource import Section
from recall.domain.lists.renamed_sections import SectionChange, SectionVotes, replaced, with_above


def path(text: str) -> Section:
    return tuple(text.split("/"))


@pytest.mark.parametrize(
    ("section", "readings", "now"),
    [
        ("A", "A>B", "B"),
        ("A", "A>B A>C A>C", "C"),
        ("A", "A>B A>C", "B"),  # of equals the first
        ("A", "A>A X>Y", "A"),
        ("A", "X>Y AB>C", None),
        ("P", "P/A>Q/A P/B>Q/C", "Q"),  # from what is below it
        ("P/A", "P/A>A", "A"),  # one level up
        ("A", "A>P/A", "P/A"),
        ("P", "P/A>A", None),  # its heading was taken away
    ],
)
def test_a_section_is_where_most_of_what_stood_in_it_is(
    section: str, readings: str, now: str | None
) -> None:
    pairs = [SectionChange(*map(path, one.split(">"))) for one in readings.split()]
    assert SectionVotes(pairs).most_of(path(section)) == (now and path(now))


@pytest.mark.parametrize(
    ("section", "before", "after", "now"),
    [
        ("A", "A C", "B C", "B"),
        ("A", "X A", "X B", "B"),
        ("A", "A C D", "B E D", "B"),  # two together
        ("C", "A C D", "B E D", "E"),
        ("A", "A C D", "B D", None),  # two became one
        ("A", "A C", "C", None),
        ("A", "A C", "A C", None),
        ("A", "C A X", "A C X", None),  # C was there before
        ("Z", "A C", "B C", None),
    ],
)
def test_a_new_heading_stands_at_the_place_of_one_that_is_no_more(
    section: str, before: str, after: str, now: str | None
) -> None:
    old, new = ([path(one) for one in text.split()] for text in (before, after))
    assert replaced(old, new).get(path(section)) == (now and path(now))


def test_a_section_is_below_all_that_its_path_begins_with() -> None:
    assert with_above([("P", "A", "x"), ("B",)]) == {("P",), ("P", "A"), ("P", "A", "x"), ("B",)}


def test_a_heading_that_stood_elsewhere_before_replaces_none() -> None:
    before, now = [[path(one) for one in order.split()] for order in ("A L M B", "B L M X")]
    assert replaced(before, now) == {path("B"): path("X")}
