"""What an import changes: each resource is new, updated, unchanged or gone, and only that."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.catalog import Entry
from recall.domain.library.resource import Link, Place
from recall.domain.lists.merge import (
    LONGEST_IDENTITY_BYTES,
    Known,
    Merge,
    Update,
    bounded,
    identity,
    merge,
    same_list,
)
from recall.domain.lists.merge import marks as marks_of
from testing.factories import catalog, entry


def known(one: Entry, number: int = 1, **other: object) -> Known:
    """What the library knows of an entry that was imported as it is."""
    plain = Known(
        id=number,
        title=one.title,
        url=one.url,
        series=one.series,
        part=one.part,
        kind=one.kind,
        language=one.language,
        minutes=one.minutes,
        status="read" if one.read else "unread",
        gone=False,
        edited=frozenset(),
        here=one.places,
        elsewhere=(),
    )
    return plain._replace(**other)  # type: ignore[arg-type]  # keywords of the tests below


def library(*entries: Entry) -> dict[str, Known]:
    return {identity(one): known(one, number) for number, one in enumerate(entries, 1)}


def merged(*entries: Entry, before: dict[str, Known]) -> Merge:
    return merge(catalog(*entries), before)


def only_update(now: Entry, before: Known) -> Update:
    result = merge(catalog(now), {identity(now): before})
    assert (result.new, result.unchanged, result.gone, result.left) == ((), 0, (), ())
    (update,) = result.updated
    return update


A, B, C, D = (entry(f"Title {name}") for name in "ABCD")


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
    assert bounded("short") == "short"


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


CODE = Link("code", "repo", "https://example.org/code")
VIDEO = Link("video", "", "https://example.org/video")
TOLD = {
    "description": "about graphs",
    "links": (CODE,),
    "labels": ("math",),
    "read_on": "2024-05",
    "saved_on": date(2024, 4, 30),
}


@pytest.mark.parametrize("name", TOLD)
def test_details_follow_their_only_list(name: str) -> None:
    told = A._replace(**{name: TOLD[name]})  # type: ignore[arg-type]  # a field of the table
    assert only_update(told, known(A)).values == {name: TOLD[name]}
    usual = Entry._field_defaults[name]
    assert only_update(A, known(A, **{name: TOLD[name]})).values == {name: usual}
    assert merged(told, before={identity(A): known(A, **{name: TOLD[name]})}).unchanged == 1


@pytest.mark.parametrize("name", TOLD)
def test_in_several_lists_each_adds_what_is_missing_and_they_take_no_turns(name: str) -> None:
    other = {
        "description": "other",
        "links": (VIDEO,),
        "labels": ("gpu",),
        "read_on": "2020",
        "saved_on": date(2020, 1, 1),
    }
    told = A._replace(**{name: TOLD[name]})  # type: ignore[arg-type]  # a field of the table
    before = known(A, elsewhere=B.places, **{name: other[name]})
    result = merge(catalog(told), {identity(A): before})
    if name in ("links", "labels"):
        (update,) = result.updated
        assert update.values == {name: (*other[name], *TOLD[name])}  # type: ignore[misc]
        before = before._replace(**update.values)
    else:
        assert only_update(told, known(A, elsewhere=B.places)).values == {name: TOLD[name]}
    for one in (told, A, A._replace(**{name: other[name]})):  # type: ignore[arg-type]
        assert merge(catalog(one), {identity(A): before}).unchanged == 1


@pytest.mark.parametrize("elsewhere", [(), B.places])
def test_labels_taken_off_by_hand_stay_off_and_those_put_on_stay(
    elsewhere: tuple[Place, ...],
) -> None:
    told = A._replace(labels=("math", "gpu"))
    before = known(A, elsewhere=elsewhere, labels=("own",), labels_by_hand=("-math", "+own"))
    labels = only_update(told, before).values["labels"]
    assert set(labels) == {"gpu", "own"}  # type: ignore[call-overload]  # a tuple of labels
    after = before._replace(labels=labels)  # type: ignore[arg-type]
    assert merge(catalog(told), {identity(A): after}).unchanged == 1


def test_a_note_is_taken_where_there_is_none() -> None:
    told = A._replace(note="from the list")
    assert only_update(told, known(A)).values == {"note": "from the list"}
    for before in (known(A, note="my own"), known(A, edited=frozenset({"note"}))):
        assert merge(catalog(told), {identity(A): before}).unchanged == 1


@pytest.mark.parametrize(
    ("marks", "before", "values"),
    [
        ({"dropped": True}, {}, {"status": "archived", "status_before": "unread"}),
        ({"begun": True}, {}, {"status": "reading", "status_before": None}),
        ({"read": True}, {}, {"status": "read", "status_before": None}),
        (
            {"dropped": True},
            {"status": "reading"},
            {"status": "archived", "status_before": "reading"},
        ),
        (
            {},
            {"status": "archived", "status_before": "unread", "mark": "dropped"},
            {"status": "unread", "status_before": None},
        ),
        ({"read": True}, {"status": "read", "mark": ""}, {}),
    ],
)
def test_a_box_that_changed_is_an_update(
    marks: dict[str, bool], before: dict[str, object], values: dict[str, object]
) -> None:
    update = only_update(A._replace(**marks), known(A, **before))  # type: ignore[arg-type]
    assert update.values == values
    assert update.read is (values.get("status") == "read")


@pytest.mark.parametrize(
    ("marks", "before"),
    [
        ({"dropped": True}, {"status": "unread", "mark": "dropped"}),
        ({"begun": True}, {"status": "reading", "mark": "begun"}),
        ({"read": True}, {"status": "read", "mark": None}),
        ({"read": True}, {"status": "suspended", "mark": "read"}),
        ({}, {"status": "read", "mark": "read"}),
    ],
)
def test_a_box_that_stays_or_a_tick_that_goes_is_no_update(
    marks: dict[str, bool], before: dict[str, object]
) -> None:
    now = A._replace(**marks)  # type: ignore[arg-type]
    assert merge(catalog(now), {identity(A): known(A, **before)}).unchanged == 1


def test_the_marks_are_kept_for_the_next_import() -> None:
    listed = catalog(A._replace(dropped=True), B, C._replace(read=True))
    before = {identity(B): known(B, mark="read")}
    assert marks_of(listed, before) == {
        identity(A): "dropped",
        identity(B): "read",
        identity(C): "read",
    }
    assert [known(A, mark=one).checked for one in (None, "", "read")] == [None, False, True]


URL_TITLE = "example.org/Title-A"


@pytest.mark.parametrize(
    ("now", "listed", "shared", "edited", "becomes"),
    [
        ("pdf", "Title A", False, "", "Title A"),
        ("pdf", "Title A", True, "", "Title A"),
        (URL_TITLE, "Title A", True, "", "Title A"),
        ("Title A", "pdf", False, "", "Title A"),
        ("Title A", URL_TITLE, False, "", "Title A"),
        ("Title A", "Title B", True, "", "Title A"),
        ("Title A", "Title B", False, "", "Title B"),
        ("link", "pdf", False, "", "pdf"),
        ("link", "pdf", True, "", "link"),
        ("pdf", "Title A", True, "title", "pdf"),
    ],
)
def test_a_title_that_says_nothing_gives_way(
    now: str, listed: str, shared: bool, edited: str, becomes: str
) -> None:
    elsewhere = (Place(("Other",), now),) if shared else ()
    before = known(A, title=now, elsewhere=elsewhere, edited=frozenset(edited.split()))
    entry_now = A._replace(title=listed, places=(Place(("Section",), listed),))
    result = merge(catalog(entry_now), {identity(A): before})
    values = result.updated[0].values if result.updated else {}
    assert values.get("title", now) == becomes
