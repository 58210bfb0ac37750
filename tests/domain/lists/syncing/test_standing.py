"""Who has moved a resource since list and library last agreed."""

import pytest

from recall.domain.library.resource import Place, Section
from recall.domain.lists.merge import Known, Update
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.standing import (
    as_in_library,
    moved_to,
    sections_before,
    ticked_only,
)
from testing.libraries.factories import catalog, entry
from testing.lists.merging import known

A, B, C = ("A",), ("B",), ("C",)
KEY = "https://example.org/One"


def one(*sections: Section, by_hand: bool = False, gone: bool = False, url: bool = True) -> Known:
    return known(
        entry("One"),
        here=tuple(Place(section, "One") for section in sections),
        edited=frozenset(["section"] if by_hand else []),
        gone=gone,
        url=KEY if url else None,
    )


@pytest.mark.parametrize(
    ("resource", "now", "before", "section"),
    [
        (one(B), A, A, B),  # in the library alone
        (one(A), B, A, None),  # in the file alone
        (one(A), A, A, None),
        (one(B), B, A, None),  # on both sides, to the same
        (one(B), C, A, None),  # on both sides: the file counts
        (one(B, by_hand=True), C, A, B),  # unless the person moved it
        (one(B, by_hand=True), A, B, None),  # the file said so at the last agreement
        (one(B), A, None, None),  # it was never in step
        (one(B, by_hand=True), A, None, B),
        (one(A, B), A, A, None),
        (one(B, gone=True), A, A, None),
        (one(B, url=False), A, A, None),
        (one(()), A, A, None),
    ],
)
def test_where_the_library_has_moved_it(
    resource: Known, now: Section, before: Section | None, section: Section | None
) -> None:
    assert moved_to(resource, now, before) == section


def test_a_list_is_taken_as_the_library_has_moved_it() -> None:
    listed = catalog(entry("One", section=A), entry("Two", section=A))
    moved = as_in_library(listed, {KEY: A}, {KEY: one(B)})
    assert [tuple(place.section for place in each.places) for each in moved.entries] == [(B,), (A,)]
    assert as_in_library(listed, {KEY: A}, {KEY: one(A)}) is listed
    twice = entry("One", section=A)
    twice = twice._replace(places=(*twice.places, Place(C, "One")))
    listed = catalog(twice)
    assert as_in_library(listed, {KEY: A}, {KEY: one(B)}) is listed


def test_the_section_before_is_of_what_stood_in_one_line() -> None:
    lines = [BaseEntry("a", "", "One", A, 1), BaseEntry("b", "", "Two", A, 2)]
    assert sections_before([*lines, lines[1]]) == {"a": A}


def test_a_tick_is_taken_alone() -> None:
    read = Update(one(B), entry("One", section=A), {"status": "read", "title": "Old"}, read=True)
    assert ticked_only(read).values == {"status": "read"}
    assert ticked_only(read).places == one(B).here
    new = read._replace(known=one())
    assert ticked_only(new).places == new.entry.places
