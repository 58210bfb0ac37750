"""Sessions beside the plan: what they go through."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recall.domain.day.plan import PlannedVisit
from recall.domain.library.card import Rating
from recall.errors import BadInput, NotFound, RecallError, UnknownSection
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources import shelving
from recall.usecases.session.beside import named_visits, section_visits
from testing.libraries.factories import TODAY, catalog, entry, make_library

GPU, NLP = ("Resources", "GPU"), ("Resources", "NLP")


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    listed = [
        entry("Seen", read=True, section=GPU),
        entry("Book", minutes=600, section=GPU),
        entry("Next", section=GPU),
        entry("Known", read=True, section=NLP),
    ]
    made = make_library(sqlite_url, catalog(*listed))
    with made.store:
        shelving.postpone(made, "Known", TODAY + timedelta(days=9))
        yield made


def test_what_is_named_comes_in_that_order_once_planned_or_not(context: Context) -> None:
    assert named_visits(context, ["Next", "4", "Seen", "3", "Book"]) == [
        PlannedVisit(3, "read", 20, "to be read"),
        PlannedVisit(4, "revisit", 5, "not due yet"),
        PlannedVisit(1, "revisit", 5, "first revisit"),
        PlannedVisit(2, "sitting", 20, "to be read"),
    ]


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [("3", BadInput, "3 is suspended; 'recall resume 3'"), ("999", NotFound, "999")],
)
def test_what_cannot_be_visited_is_told(
    context: Context, text: str, error: type[RecallError], said: str
) -> None:
    shelving.suspend(context, "3")
    with pytest.raises(error, match=said):
        named_visits(context, ["1", text])


def test_a_section_gives_what_is_due_and_then_what_is_to_be_read(context: Context) -> None:
    sit(context, "Next", Grade(Rating.GOOD, TODAY, minutes=5))
    assert [visit.resource_id for visit in section_visits(context, "resources")] == [1, 2, 3]
    assert [visit.reason for visit in section_visits(context, "gpu")] == [
        "first revisit",
        "to be read",
        "begun",
    ]


def test_a_section_in_which_nothing_waits_is_told_from_one_there_is_not(context: Context) -> None:
    with pytest.raises(RecallError, match=r"nothing in 'nlp' is due .* 'recall review 4'"):
        section_visits(context, "nlp")
    with pytest.raises(UnknownSection, match="no section matches 'cpu'"):
        section_visits(context, "cpu")


def test_what_is_graded_today_can_be_gone_through_once_more(context: Context) -> None:
    grade(context, "Seen", Grade(Rating.AGAIN, TODAY))
    assert [visit.reason for visit in named_visits(context, ["Seen"])] == ["not due yet"]
