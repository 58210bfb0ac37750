"""What an import changes: each resource is new, updated, unchanged or gone, and only that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.catalog import Entry, Skipped
from recall.domain.library.resource import Place
from recall.domain.lists.merge import (
    LONGEST_IDENTITY_BYTES,
    Known,
    Merge,
    bounded,
    identity,
    merge,
    same_list,
)
from testing.libraries.factories import catalog, entry
from testing.lists.merging import known, merged, only_update

A, B, C, D = (entry(f"Title {name}") for name in "ABCD")


def library(*entries: Entry) -> dict[str, Known]:
    return {identity(one): known(one, number) for number, one in enumerate(entries, 1)}


def test_minutes_count_where_they_are_written_and_not_where_they_are_guessed() -> None:
    longer = A._replace(minutes=A.minutes + 10, kind="video")
    assert merge(catalog(longer), library(A)).unchanged == 1
    (update,) = merge(catalog(longer)._replace(exact=True), library(A)).updated
    assert update.values == {"minutes": A.minutes + 10, "kind": "video"}


def test_minutes_set_by_hand_stay_whatever_a_catalog_says() -> None:
    longer = catalog(A._replace(minutes=A.minutes + 10))._replace(exact=True)
    assert merge(longer, {identity(A): known(A, edited=frozenset({"minutes"}))}).unchanged == 1


def test_the_same_list_again_changes_nothing() -> None:
    assert merged(A, B, before=library(A, B)) == Merge((), (), unchanged=2, gone=())


def test_what_the_library_does_not_know_is_new() -> None:
    assert merged(A, B, before=library(A)).new == ((identity(B), B),)


def test_what_the_list_no_longer_has_is_gone() -> None:
    result = merged(A, before=library(A, B))
    assert [one.title for one in result.gone] == ["Title B"]
    assert result.unchanged == 1


def test_what_stands_in_a_section_that_was_not_chosen_is_not_gone() -> None:
    missing = known(B)
    assert missing.here
    before = library(A) | {identity(B): missing}
    chosen = catalog(A)._replace(left_out=frozenset(place.section for place in missing.here))
    assert merge(chosen, before).gone == ()


def test_a_title_on_a_line_that_was_not_taken_is_not_gone() -> None:
    bare = entry("Bare", None)
    before = library(A, B) | {identity(bare): known(bare, 3)}
    skipped = (Skipped(1, "Bare", "no link"), Skipped(2, "Title B", "an empty link"))
    result = merge(catalog(A)._replace(skipped=skipped), before)
    assert [one.title for one in result.gone] == ["Title B"]


def test_what_is_gone_already_is_not_gone_again() -> None:
    before = library(A) | {identity(B): known(B, 2, gone=True)}
    assert merged(A, before=before) == Merge((), (), unchanged=1, gone=())


def test_what_never_stood_in_this_list_is_not_missed_in_it() -> None:
    before = library(A) | {identity(B): known(B, 2, here=(), elsewhere=B.places)}
    assert merged(A, before=before) == Merge((), (), unchanged=1, gone=())


def test_what_another_list_still_has_only_leaves_this_one() -> None:
    shared = known(B, 2, elsewhere=(Place(("Other",), "Title B"),))
    result = merged(A, before=library(A) | {identity(B): shared})
    assert (result.gone, result.left) == ((), (shared,))


def test_what_comes_back_is_no_longer_gone() -> None:
    assert only_update(A, known(A, gone=True)).values == {"gone": False}


def test_what_comes_back_does_not_move_its_neighbors() -> None:
    before = {identity(one): known(one, gone=one is B) for one in (B, A, C)}
    result = merged(A, B, C, before=before)
    assert [update.entry.title for update in result.updated] == ["Title B"]


UPDATES: list[tuple[str, Entry, Entry, dict[str, object]]] = [
    ("a title", entry("Old", url="https://e.org/1"), entry("New", url="https://e.org/1"), {}),
    (
        "a scheme",
        entry(url="http://e.org/1"),
        entry(url="https://e.org/1"),
        {"url": "https://e.org/1"},
    ),
    ("a series", A, A._replace(series="S", part=2), {"series": "S", "part": 2}),
    ("a part", A._replace(series="S", part=1), A._replace(series="S", part=2), {"part": 2}),
    ("no series", A._replace(series="S", part=1), A, {"series": None, "part": None}),
]


@pytest.mark.parametrize(("before", "now", "values"), [row[1:] for row in UPDATES])
def test_what_the_list_tells_anew_is_taken_over(
    before: Entry, now: Entry, values: dict[str, object]
) -> None:
    update = only_update(now, known(before))
    assert update.values == (values or {"title": now.title})
    assert not update.read


@pytest.mark.parametrize("field", ["title", "url", "series", "part"])
def test_what_a_person_set_by_hand_stays(field: str) -> None:
    before = known(A, title="Mine", url="https://mine.org", series="Mine", part=9)
    values = only_update(A, before._replace(edited=frozenset([field]))).values
    assert set(values) == {"title", "url", "series", "part"} - {field}


def test_lists_that_share_a_resource_do_not_take_turns_in_changing_it() -> None:
    before = known(A, title="Other", url="http://other.org", elsewhere=A.places)
    assert merged(A, before={identity(A): before}).unchanged == 1


def test_an_exact_catalog_leaves_a_shared_resource_as_it_is() -> None:
    before = known(A, kind="video", language="zh", minutes=99, elsewhere=A.places)
    assert merge(catalog(A)._replace(exact=True), {identity(A): before}).unchanged == 1


def test_what_is_gone_everywhere_is_taken_over_as_the_list_has_it() -> None:
    before = known(A, title="Other", here=(), elsewhere=A.places, gone=True)
    assert only_update(A, before).values == {"gone": False, "title": "Title A"}


def test_a_resource_of_another_list_gains_a_place() -> None:
    before = known(A, here=(), elsewhere=A.places)
    assert only_update(A, before).values == {}


def test_another_section_is_a_change() -> None:
    update = only_update(entry("Title A", section=("New",)), known(A))
    assert (update.values, update.read) == ({}, False)


TICKS = [
    ("unread", True, True),
    ("reading", True, True),
    ("read", True, False),
    ("suspended", True, False),
    ("archived", True, False),
    ("unread", False, False),
    ("read", False, False),
]


@pytest.mark.parametrize(("status", "ticked", "read"), TICKS)
def test_only_a_tick_that_appears_counts(status: str, ticked: bool, read: bool) -> None:
    result = merged(A._replace(read=ticked), before={identity(A): known(A, status=status)})
    assert [update.read for update in result.updated] == [True] * read
    assert result.unchanged == 1 - read


MOVES = [
    ("ABCD", "ABCD", ""),
    ("ABCD", "BACD", "A"),
    ("ABCD", "DABC", "D"),
    ("ABCD", "BCDA", "A"),
    ("ABCD", "CDAB", "AB"),
    ("ABC", "ADBC", ""),  # D is new, the others stay
    ("ABCD", "ACD", ""),
]


@pytest.mark.parametrize(("before", "now", "moved"), MOVES)
def test_of_what_changes_its_order_as_few_as_can_be_are_counted(
    before: str, now: str, moved: str
) -> None:
    by_name = {"A": A, "B": B, "C": C, "D": D}
    result = merged(
        *(by_name[name] for name in now), before=library(*(by_name[name] for name in before))
    )
    assert len(result.updated) == len(moved)
    if len(moved) == 1:
        assert result.updated[0].entry.title == f"Title {moved}"


@given(
    st.permutations("ABCDEF"),
    st.sets(st.sampled_from("ABCDEF")),
    st.sets(st.sampled_from("ABCDEF")),
)
def test_every_resource_is_counted_once(order: list[str], now: set[str], before: set[str]) -> None:
    by_name = {name: entry(name) for name in order}
    result = merged(
        *(by_name[name] for name in order if name in now),
        before=library(*(by_name[name] for name in sorted(before))),
    )
    assert len(result.new) == len(now - before)
    assert len(result.updated) + result.unchanged == len(now & before)
    assert len(result.gone) == len(before - now)


def test_an_identity_is_the_canonical_url() -> None:
    assert identity(entry(url="http://www.example.org/a/?utm_source=x")) == "https://example.org/a"


def test_without_a_url_it_is_the_section_and_the_title() -> None:
    here, there = entry(url=None, section=("A", "B")), entry(url=None, section=("A",))
    assert identity(here) == "A › B › A title"
    assert identity(here) != identity(there)


def test_an_identity_is_never_longer_than_an_index_takes() -> None:
    long = "https://example.org/" + "长" * 5000
    assert len(bounded("😀" * 5000).encode()) <= LONGEST_IDENTITY_BYTES
    assert len(bounded(long).encode()) <= LONGEST_IDENTITY_BYTES
    assert bounded(long) != bounded(long + "a")
    assert bounded(bounded(long)) == bounded(long)
    for kept in ("short", "x" * LONGEST_IDENTITY_BYTES):
        assert bounded(kept) == kept


SAME = [
    ("abcd", "abcd", True),
    ("abcd", "abxy", True),
    ("abcd", "axyz", False),
    ("abcd", "ab", True),
    ("abcdefgh", "abc", False),
    ("ab", "abcdefgh", False),
    ("ab", "", False),
    ("", "", False),
    ("aaab", "ab", True),
]


@pytest.mark.parametrize(("incoming", "before", "same"), SAME)
def test_a_list_is_an_edit_of_another_when_half_of_each_is_in_the_other(
    incoming: str, before: str, same: bool
) -> None:
    assert same_list(list(incoming), list(before), 0.5) is same
