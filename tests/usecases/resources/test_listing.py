"""Narrowing the resources: by section, status and kind."""

import pytest

from recall.domain.library.card import Rating
from recall.domain.library.resource import Place
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.listing import Wanted, listed
from testing.factories import TODAY, catalog, entry, make_library


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


@pytest.mark.parametrize("wanted", [Wanted(status="finished"), Wanted(kind="poem")])
def test_a_status_or_kind_there_is_not_is_refused_with_those_there_are(wanted: Wanted) -> None:
    with pytest.raises(BadInput, match=r"is not a (status|kind); allowed: .*, "):
        wanted.checked()


def test_those_there_are_pass(library: Context) -> None:
    wanted = Wanted(status="unread", kind="paper")
    assert wanted.checked() == wanted
