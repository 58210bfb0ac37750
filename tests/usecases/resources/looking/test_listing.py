"""Narrowing the resources: by section, status and kind."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.errors import BadInput, UnknownSection
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.looking.listing import (
    Wanted,
    all_sections,
    checked_sort,
    listed,
    looked_up,
    section_at,
)
from recall.usecases.resources.shelving import archive
from testing.libraries.factories import TODAY, catalog, entry, make_library


@pytest.fixture
def library(database_url: str) -> Context:
    both = (Place(("Maths", "Logic"), "Both"), Place(("Ｄｅｅｐ learning",), "Both"))
    return make_library(
        database_url,
        catalog(
            entry("Nets", section=("Deep learning",)),
            entry("Proofs", section=("Maths", "Logic"), kind="paper"),
            entry("Both", places=both),
            entry("Loose", section=()),
        ),
    )


def titles(context: Context, wanted: Wanted) -> list[str]:
    return [resource.title for resource in listed(context, wanted)]


def test_nothing_wanted_is_everything_in_list_order(library: Context) -> None:
    assert titles(library, Wanted()) == ["Nets", "Proofs", "Both", "Loose"]


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("deep", ["Nets", "Both"]),
        ("ＤＥＥＰ", ["Nets", "Both"]),
        ("logic", ["Proofs", "Both"]),
        ("MATHS", ["Proofs", "Both"]),
        ("", ["Nets", "Proofs", "Both"]),
        ("chemistry", []),
    ],
)
def test_a_section_is_wanted_by_any_heading_above_a_place(
    library: Context, section: str, found: list[str]
) -> None:
    assert titles(library, Wanted(section=section)) == found


def test_every_condition_has_to_hold(library: Context) -> None:
    (nets, *_) = listed(library, Wanted())
    grade(library, nets, Grade(Rating.GOOD, TODAY))
    assert titles(library, Wanted(section="deep", status="read")) == ["Nets"]
    assert titles(library, Wanted(section="logic", kind="paper")) == ["Proofs"]
    assert titles(library, Wanted("both", section="deep", kind="paper")) == []


def test_what_is_due_is_found_by_the_day_and_not_if_it_was_put_aside(library: Context) -> None:
    nets, proofs, both, _ = listed(library, Wanted())
    for one in (nets, proofs, both):
        grade(library, one, Grade(Rating.GOOD, TODAY))
    archive(library, both)
    graded, *_ = listed(library, Wanted())
    assert graded.card.due is not None
    assert titles(library, Wanted(due=True)) == []
    on = library._replace(now=library.now + (graded.card.due - TODAY))
    for wanted in (Wanted(due=True), Wanted(due=True, text="nets")):
        assert "Nets" in titles(on, wanted)
    assert "Nets" not in titles(on, Wanted(overdue=True))
    after = on._replace(now=on.now + timedelta(days=30))
    assert titles(after, Wanted(overdue=True)) == ["Nets", "Proofs"]
    assert titles(after, Wanted(due=True, overdue=True)) == ["Nets", "Proofs"]


@pytest.mark.parametrize("text", ["", "dues", "size"])
def test_an_order_that_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"cannot be sorted by .*; allowed: list, due, title"):
        checked_sort(text)


def test_an_order_may_be_written_with_a_capital() -> None:
    assert [checked_sort(text) for text in ("due", "Due", "TITLE")] == ["due", "due", "title"]


@pytest.mark.parametrize("wanted", [Wanted(status="finished"), Wanted(kind="poem")])
def test_a_status_or_kind_there_is_not_is_refused_with_those_there_are(wanted: Wanted) -> None:
    with pytest.raises(BadInput, match=r"is not a (status|kind); allowed: .*, "):
        wanted.checked()


def test_those_there_are_pass(library: Context) -> None:
    wanted = Wanted(status="unread", kind="paper")
    assert wanted.checked() == wanted


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ((), ["Nets", "Proofs", "Both", "Loose"]),
        (("Maths",), ["Proofs", "Both"]),
        (("Maths", "Logic"), ["Proofs", "Both"]),
        (("Math",), []),
        (("Logic",), []),
    ],
)
def test_a_section_can_be_wanted_by_its_path(
    library: Context, below: tuple[str, ...], found: list[str]
) -> None:
    assert titles(library, Wanted(below=below)) == found


def test_a_path_and_a_heading_have_to_hold_both(library: Context) -> None:
    assert titles(library, Wanted(section="deep", below=("Maths",))) == []
    assert titles(library, Wanted(section="logic", below=("Maths",))) == ["Proofs", "Both"]


ASKED = [
    Wanted(),
    Wanted(text="e"),
    Wanted(text=""),
    Wanted(text="nowhere"),
    Wanted(section="maths"),
    Wanted(below=("Maths",), text="o"),
    Wanted(status="unread", kind="article"),
]


@pytest.mark.parametrize("wanted", ASKED, ids=str)
def test_parts_of_a_list_are_the_whole_list_in_its_order(library: Context, wanted: Wanted) -> None:
    every = listed(library, wanted)
    parts = [looked_up(library, wanted, first, 2) for first in range(0, len(every) + 2, 2)]
    assert [resource for part in parts for resource in part.resources] == every
    assert {part.total for part in parts} == {len(every)}


def test_the_sections_are_in_the_order_of_the_list_with_those_above_them(library: Context) -> None:
    wide = ("Ｄｅｅｐ learning",)
    assert all_sections(library) == [("Deep learning",), ("Maths",), ("Maths", "Logic"), wide]
    assert section_at(library, "Maths › Logic") == ("Maths", "Logic")
    with pytest.raises(UnknownSection):
        section_at(library, "Logic")
