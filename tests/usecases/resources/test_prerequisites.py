"""Prerequisites and priorities: set by an edit, in the plan, undone, and refused in a circle."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput, RecallError
from recall.storage.actions import begin
from recall.storage.tables import log
from recall.storage.tables.prerequisites import edges
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.preview import preview_dates
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.prerequisites import prerequisites
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, at, catalog, entry, make_library, titled
from testing.libraries.planned_days import planned_anew, titles_anew

LISTED = [
    entry("A", minutes=10),
    entry("B", minutes=10),
    entry("C", minutes=10),
    entry("Part 1", minutes=10, series="S", part=1),
    entry("Part 2", minutes=10, series="S", part=2),
]


@pytest.fixture
def context(database_url: str) -> Context:
    """Three readings, and a series of two; IDs 1 to 5."""
    return make_library(database_url, catalog(*LISTED))


def titles(context: Context) -> list[str]:
    return titles_anew(context)


def after(context: Context, title: str, *others: str) -> None:
    ids = tuple(titled(context, other).id for other in others)
    edit(context, titled(context, title), Edit(after=ids))


def read(context: Context, title: str) -> None:
    grade(context, titled(context, title), Grade(Rating.GOOD, context.today, minutes=10))


def test_what_waits_is_offered_once_all_it_waits_for_is_read(context: Context) -> None:
    with context.store:
        after(context, "A", "B", "Part 1")
        after(context, "B", "C")
        assert titles(context) == ["C", "Part 1"]
        read(context, "C")
        assert titles(context) == ["B", "Part 1"]
        read(context, "B")
        assert titles(context) == ["Part 1"]
        read(context, "Part 1")
        assert titles(context) == ["A", "Part 2"]


def test_a_sitting_sets_nothing_free(context: Context) -> None:
    with context.store:
        after(context, "A", "B")
        sit(context, titled(context, "B"), Grade(Rating.GOOD, TODAY, minutes=3))
        assert "A" not in titles(context)


def test_undoing_a_reading_holds_back_again(context: Context) -> None:
    with context.store:
        after(context, "A", "B")
        seen = [titles(context)]
        for title in ("B", "A", "C"):
            read(context, title)
            seen.append(titles(context))
        for before in reversed(seen[:-1]):
            undo(context)
            assert titles(context) == before


def test_a_prerequisite_is_set_taken_away_and_undone(context: Context) -> None:
    with context.store:
        states = [dump(context.store)["prerequisite"]]
        for wanted in (Edit(after=(2, 3)), Edit(not_after=(2,), priority="low"), Edit(after=(2,))):
            edit(context, titled(context, "A"), wanted)
            states.append(dump(context.store)["prerequisite"])
        assert [one.title for one in prerequisites(context.store, titled(context, "A"))] == [
            "B",
            "C",
        ]
        assert [one.summary for one in log.history(context.store, 3)] == [
            "after 2",
            "priority, not after 2",
            "after 2, after 3",
        ]
        for state in reversed(states[:-1]):
            undo(context)
            assert dump(context.store)["prerequisite"] == state
        assert titled(context, "A").priority == "normal"
        assert doctor(context) == []


def test_the_same_one_named_twice_is_one(context: Context) -> None:
    with context.store:
        edit(context, titled(context, "A"), Edit(after=(2, 2)))
        assert edges(context.store) == [(1, 2)]
        edit(context, titled(context, "A"), Edit(not_after=(2, 2)))
        assert edges(context.store) == []


CIRCLES = [
    ([("A", "B")], ("B", Edit(after=(1,))), "2 B → 1 A → 2 B"),
    ([("A", "B"), ("B", "C")], ("C", Edit(after=(1,))), "3 C → 1 A → 2 B → 3 C"),
    ([], ("Part 1", Edit(after=(5,))), "4 Part 1 → 5 Part 2 → 4 Part 1"),
    ([("Part 1", "A")], ("A", Edit(after=(5,))), "1 A → 5 Part 2 → 4 Part 1 → 1 A"),
    ([("A", "B")], ("A", Edit(series="S", part=1)), None),
    ([("B", "A"), ("A", "Part 2")], ("B", Edit(series="S", part=0)), "2 B → 1 A → 5 Part 2 → 2 B"),
    (
        [("Part 2", "A"), ("A", "Part 1")],
        ("Part 1", Edit(part=3)),
        "4 Part 1 → 5 Part 2 → 1 A → 4 Part 1",
    ),
]


@pytest.mark.parametrize(("there", "more", "way"), CIRCLES)
def test_a_circle_is_refused_and_shown(
    context: Context, there: list[tuple[str, str]], more: tuple[str, Edit], way: str | None
) -> None:
    with context.store:
        for one, other in there:
            after(context, one, other)
        before = dump(context.store)
        if way is None:
            edit(context, titled(context, more[0]), more[1])
            return
        with pytest.raises(BadInput) as caught:
            edit(context, titled(context, more[0]), more[1])
        assert str(caught.value).endswith(f"each waiting for the next: {way}")
        assert dump(context.store) == before


REFUSED = [
    (Edit(after=(1,)), BadInput, "1 A cannot wait for itself"),
    (Edit(after=(2,)), RecallError, "1 waits for 2 B already"),
    (Edit(not_after=(3,)), RecallError, "1 does not wait for 3; it waits for 2"),
    (Edit(priority="hihg"), BadInput, "'hihg' is not a priority; give high, normal, low"),
]


@pytest.mark.parametrize(("wanted", "error", "says"), REFUSED)
def test_what_cannot_be_set_is_refused_and_changes_nothing(
    context: Context, wanted: Edit, error: type[RecallError], says: str
) -> None:
    with context.store:
        after(context, "A", "B")
        before = dump(context.store)
        with pytest.raises(error, match=says):
            edit(context, titled(context, "A"), wanted)
        assert dump(context.store) == before


def test_who_waits_for_nothing_is_told_so(context: Context) -> None:
    with context.store, pytest.raises(RecallError, match="it waits for nothing"):
        edit(context, titled(context, "A"), Edit(not_after=(2,)))


def test_priorities_order_readings_begun_ones_first_within_each(context: Context) -> None:
    with context.store:
        edit(context, titled(context, "A"), Edit(priority="low"))
        edit(context, titled(context, "C"), Edit(priority="high"))
        assert titles(context) == ["C", "B", "Part 1", "A"]
        assert planned_anew(context)[0].reason == "high priority"
        for begun in ("A", "Part 1"):
            sit(context, titled(context, begun), Grade(Rating.GOOD, TODAY, minutes=3))
        assert titles(at(context, NOW + timedelta(days=1))) == ["C", "Part 1", "B", "A"]


def test_a_priority_sets_the_retention_of_the_next_rating_and_leaves_the_due_date(
    context: Context,
) -> None:
    with context.store:
        for title in ("A", "B", "C"):
            read(context, title)
        dues = {title: titled(context, title).card.due for title in "ABC"}
        edit(context, titled(context, "A"), Edit(priority="high"))
        edit(context, titled(context, "C"), Edit(priority="low"))
        assert {title: titled(context, title).card.due for title in "ABC"} == dues
        later = at(context, NOW + timedelta(days=30))
        on = later.today
        previews = [preview_dates(later, titled(later, title), on) for title in "ABC"]
        high, normal, low = (preview[Rating.GOOD] for preview in previews)
        assert high < normal < low
        for title, preview in zip("ABC", previews, strict=True):
            graded = grade(later, titled(later, title), Grade(Rating.GOOD, on)).resource
            assert graded.card.due == preview[Rating.GOOD]
        rows = [log.reviews(later.store, number)[-1] for number in (1, 2, 3)]
        assert [row.desired_retention for row in rows] == [0.93, 0.90, 0.80]
        assert rows[0].stability == rows[1].stability == rows[2].stability
        assert doctor(later) == []


def test_an_import_leaves_priorities_and_prerequisites_alone(context: Context) -> None:
    with context.store:
        edit(context, titled(context, "A"), Edit(priority="high", after=(2,)))
        other = [one._replace(title=f"New {one.title}") for one in LISTED]
        assert import_catalog(context, Source(catalog(*reversed(other)), None)).updated == 5
        assert titled(context, "New A").priority == "high"
        assert edges(context.store) == [(1, 2)]
        assert import_catalog(context, Source(catalog(*other[1:]), None)).gone == 1
        import_catalog(context, Source(catalog(*other), None))
        assert titled(context, "New A").priority == "high"


def a_circle(context: Context) -> None:
    """A and B wait for each other: by a prerequisite, and by a series that was found later."""
    after(context, "A", "B")
    with begin(context.store, "import", NOW, TODAY) as action:
        for number in (1, 2):
            action.update("resource", number, {"series": "New", "part": number})


ROUND_IT = [
    pytest.param("C", Edit(title="Other", minutes=7), id="fields of another resource"),
    pytest.param("C", Edit(after=(5,)), id="two others"),
    pytest.param("C", Edit(after=(1,)), id="one that only leads into it"),
    pytest.param("C", Edit(series="S", part=3), id="the series of another resource"),
    pytest.param("A", Edit(minutes=7, priority="high"), id="other fields of one within"),
    pytest.param("B", Edit(no_series=True), id="one within leaves its series"),
    pytest.param("B", Edit(part=0), id="one within gets another part"),
    pytest.param("A", Edit(not_after=(2,), after=(3,)), id="one within waits for another"),
]


@pytest.mark.parametrize(("title", "wanted"), ROUND_IT)
def test_a_circle_that_is_there_refuses_only_what_would_go_round_it(
    context: Context, title: str, wanted: Edit
) -> None:
    with context.store:
        a_circle(context)
        number = titled(context, title).id
        assert edit(context, titled(context, title), wanted).id == number
        assert [(number, other) for other in wanted.after] == [
            edge for edge in edges(context.store) if edge != (1, 2)
        ]


def test_another_circle_is_refused_and_shown_instead_of_the_one_that_is_there(
    context: Context,
) -> None:
    with context.store:
        a_circle(context)
        after(context, "Part 2", "C")
        before = dump(context.store)
        with pytest.raises(BadInput, match=r"next: 3 C → 5 Part 2 → 3 C$"):
            after(context, "C", "Part 2")
        assert dump(context.store) == before


def test_doctor_tells_of_a_circle_that_an_import_made(context: Context) -> None:
    with context.store:
        a_circle(context)
        assert doctor(context) == [
            "each waits for the next to be read first: 1 A → 2 B → 1 A; "
            "'recall edit R --not-after R2' parts two"
        ]
        edit(context, titled(context, "A"), Edit(not_after=(2,)))
        assert doctor(context) == []
