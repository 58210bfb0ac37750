"""Revisits, memories and sections as `recall stats` counts them, on each kind of database."""

from collections import Counter
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.mixture import Mixture
from recall.domain.statistics.list_progress import SectionProgress
from recall.storage.tables.results import recalled
from recall.usecases.context import Context
from recall.usecases.rating import preview
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.rating.once import read_once
from recall.usecases.resources.changing import Edit, edit
from recall.usecases.resources.shelving import suspend
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled

EVER = (TODAY - timedelta(9), TODAY + timedelta(99))
AGAIN, GOOD = Rating.AGAIN, Rating.GOOD


def rate(context: Context, number: int, days: int, rating: Rating = GOOD) -> None:
    later = at(context, NOW + timedelta(days))
    grade(later, titled(later, f"Resource {number}"), Grade(rating, later.today))


def test_a_first_reading_is_no_revisit(library: Context) -> None:
    rate(library, 4, 0)
    assert recalled.revisits(library.store, *EVER) == []
    assert not recalled.has_revisits(library.store)


def test_the_first_grade_of_something_read_before_is_a_revisit(library: Context) -> None:
    rate(library, 1, 0)  # it was imported as read
    (found,) = recalled.revisits(library.store, *EVER)
    assert (found.revisits, found.passed, found.judged, found.is_first) == (1, 1, 0, True)
    assert recalled.has_revisits(library.store)


def test_revisits_are_summed_up_by_day_due_date_and_priority(library: Context) -> None:
    edit(library, titled(library, "Resource 5"), Edit(priority="high"))
    for number in (4, 5):
        rate(library, number, 0)
    due = [titled(library, f"Resource {number}").card.due for number in (4, 5)]
    for number in (4, 5):
        rate(library, number, 9, AGAIN if number == 4 else GOOD)
    found = sorted(recalled.revisits(library.store, *EVER), key=lambda one: one.priority)
    assert [(one.due, one.priority, one.revisits, one.passed) for one in found] == [
        (due[1], "high", 1, 1),
        (due[0], "normal", 1, 0),
    ]
    assert {one.on for one in found} == {TODAY + timedelta(9)}
    assert [one.judged for one in found] == [1, 1]
    assert all(0.5 < one.expected < 0.9 for one in found)
    assert recalled.has_revisits(library.store)
    assert recalled.revisits(library.store, TODAY, TODAY + timedelta(8)) == []
    undo(library)
    undo(library)
    assert not recalled.has_revisits(library.store)


def test_the_first_after_a_reading_before_recall_is_told_apart(library: Context) -> None:
    seen = Grade(GOOD, TODAY, read_on="this year")
    grade(library, titled(library, "Resource 1"), seen)
    rate(library, 1, 30)
    rate(library, 4, 0)
    rate(library, 4, 30)
    found = recalled.revisits(library.store, *EVER)
    counted = Counter({(one.on, one.is_first): 0 for one in found})
    for one in found:
        counted[one.on, one.is_first] += one.revisits
    assert counted == {(TODAY, True): 1, (TODAY + timedelta(30), False): 2}


def test_what_was_expected_is_the_personal_recall_of_the_day(
    library: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate(library, 4, 0)
    rate(library, 4, 9)
    (plain,) = recalled.revisits(library.store, *EVER)
    known = Mixture(slow=0.5, quick=0.9)
    monkeypatch.setattr(preview, "mixture_of", lambda *_: known)
    rate(library, 4, 9)
    (own,) = recalled.revisits(library.store, *EVER)
    assert own.expected == pytest.approx(known.recall(plain.expected))
    assert own._replace(expected=plain.expected) == plain


def test_after_a_reading_nobody_knows_when_nothing_was_expected(library: Context) -> None:
    rate(library, 1, 0)  # it was imported as read
    rate(library, 1, 5)
    first, second = sorted(recalled.revisits(library.store, *EVER))
    assert [one.is_first for one in (first, second)] == [True, False]
    assert [(one.revisits, one.judged, one.expected) for one in (first, second)] == [
        (1, 0, 0.0)
    ] * 2


def test_what_is_graded_and_not_put_aside_is_remembered(library: Context) -> None:
    assert recalled.graded(library.store, TODAY) == []
    for number in (4, 5):
        rate(library, number, 0)
    suspend(library, titled(library, "Resource 5"))
    memory = titled(library, "Resource 4").card.memory
    assert memory is not None
    (known,) = recalled.graded(library.store, TODAY + timedelta(6))
    assert known == (pytest.approx(memory.stability), 6)
    assert recalled.graded(library.store, TODAY - timedelta(6))[0][1] == 0  # the clock went back


def test_what_was_read_before_waits_for_its_first_grade(library: Context) -> None:
    before = recalled.beginning(library.store)
    assert before.read_before == 2
    assert before.first_due is not None
    for number in (1, 2):
        suspend(library, titled(library, f"Resource {number}"))
    assert recalled.beginning(library.store) == (0, None)


def test_sections_say_what_is_read_and_what_is_left(library: Context) -> None:
    ((section, count, read, left),) = recalled.sections(library.store)
    assert (count, read) == (6, 2)
    suspend(library, titled(library, "Resource 3"))
    sit(library, titled(library, "Resource 4"), Grade(GOOD, TODAY, minutes=5))
    found = recalled.sections(library.store)
    assert found == [SectionProgress(section, 5, 2, left - 20 - 5)]
    assert recalled.whole(library.store) == found[0]._replace(section=())


def test_minutes_read_are_estimated_ones_of_first_readings(library: Context) -> None:
    days = (TODAY, TODAY + timedelta(3))
    assert recalled.minutes_read(library.store, *days) == 0
    rate(library, 1, 0)  # no reading: it was read before
    sit(library, titled(library, "Resource 3"), Grade(GOOD, TODAY, minutes=5))
    assert recalled.minutes_read(library.store, *days) == 5
    rate(library, 4, 1)
    rate(library, 4, 2, AGAIN)
    read_once(library, titled(library, "Resource 5"), Grade(GOOD, TODAY, minutes=3), is_rated=False)
    assert recalled.minutes_read(library.store, *days) == 5 + 20 + 20
    assert recalled.minutes_read(library.store, TODAY - timedelta(3), TODAY) == 0


@pytest.mark.parametrize("is_finished", [True, False])
def test_what_earlier_sittings_covered_was_not_read_in_these_days(
    library: Context, *, is_finished: bool
) -> None:
    resource = titled(library, "Resource 3")
    for days, minutes in ((0, 5), (4, 3)):
        later = at(library, NOW + timedelta(days))
        sit(later, resource, Grade(GOOD, later.today, minutes=minutes))
    if is_finished:
        rate(library, 3, 5)
    found = recalled.minutes_read(library.store, TODAY + timedelta(3), TODAY + timedelta(9))
    assert found == (20 - 5 if is_finished else 3)
