"""Why something is in today's plan or is not: the first true reason, in one line."""

from datetime import date, timedelta

import pytest

from recall.domain.ahead.why import (
    Ahead,
    Why,
    book_in_line,
    due_in_line,
    held_back,
    on_hold,
    paused,
    read_once,
    reading_in_line,
    settled,
    with_reading,
)
from recall.domain.calendar.pauses import Pause
from recall.domain.day.plan import Plan, PlannedVisit
from recall.domain.day.progress import DayProgress, Done, ResourceState, progress
from recall.domain.library.card import Card
from recall.domain.library.resource import Planned, Resource
from testing.libraries.shelf import TODAY, reading, revisit

VISITS = (
    PlannedVisit(1, "read", 15, "next of its series"),
    PlannedVisit(2, "revisit", 4, "2 days overdue"),
    PlannedVisit(3, "sitting", 20, "150 of 600 min read"),
    PlannedVisit(4, "revisit", 6, "due today", put_off=True),
)
STATES = {
    1: ResourceState("unread"), 2: ResourceState("read", TODAY),
    3: ResourceState("reading"), 4: ResourceState("read", TODAY),
}  # fmt: skip


def after(days: int) -> date:
    return TODAY + timedelta(days)


def day(*done: Done, minutes: int = 45, visits: tuple[PlannedVisit, ...] = VISITS) -> DayProgress:
    return progress(Plan(TODAY, minutes, visits), done, STATES)


def read(due: int, **other: object) -> Planned:
    return revisit(9)._replace(card=Card(after(due)), **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "done", "text", "place"),
    [
        (1, (), "Number 1 of 3 in today's plan: read, 15 min, next of its series.", (1, 0)),
        (3, (), "Number 3 of 3 in today's plan: sitting, 20 min, 150 of 600 min read.", (3, 19)),
        (
            3,
            (Done(1, 30, is_revisit=False),),
            "Number 2 of 2 in today's plan: sitting, 20 min, 150 of 600 min read; "
            "beyond today's 45 min.",
            (2, 4),
        ),
    ],
)
def test_what_is_planned_has_the_reason_of_the_plan(
    number: int, done: tuple[Done, ...], text: str, place: tuple[int, int]
) -> None:
    found = settled(reading(number), day(*done))
    assert found is not None
    assert (found.reason, found.text) == ("planned", text)
    assert (found.position, found.minutes_before) == place
    assert found.visit is not None
    assert found.visit.resource_id == number


SETTLED: list[tuple[Resource, tuple[Done, ...], str, str]] = [
    (reading(9, status="suspended"), (), "suspended",
     "It is suspended; 'recall resume 9' takes it up again."),
    (reading(9, status="archived"), (Done(9, 5, is_revisit=True),), "archived",
     "It is archived; 'recall resume 9' takes it up again."),
    (reading(4), (), "put off", "Put off for today; it can be planned again tomorrow."),
    (revisit(2)._replace(card=Card(after(6))), (Done(2, 7, is_revisit=True),), "done",
     "Done today in 7 min; it comes back on 2026-03-08."),
    (read(5), (Done(9, 3, is_revisit=True), Done(9, 4, is_revisit=True)), "done",
     "Done today in 7 min; it comes back on 2026-03-07."),
    (reading(3), (Done(3, 25, is_revisit=False, is_sitting=True),), "done",
     "Done today in 25 min; the rest comes on another day."),
    (read(1), (), "not due", "Not due before 2026-03-03, in 1 day."),
    (revisit(9)._replace(card=Card(after(4), postponed_from=after(-1))), (), "postponed",
     "Postponed from 2026-03-01 to 2026-03-06, in 4 days."),
    (reading(9, gone=True), (), "gone",
     "It has gone from its list, so it is not offered for reading."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "done", "reason", "text"), SETTLED)
def test_the_state_of_a_resource_or_the_log_tells(
    one: Resource, done: tuple[Done, ...], reason: str, text: str
) -> None:
    found = settled(one, day(*done))
    assert found is not None
    assert (found.reason, found.text) == (reason, text)


@pytest.mark.parametrize("one", [read(0), read(-9), read(0, gone=True), reading(9)])
def test_what_is_due_or_can_be_read_waits_for_its_turn(one: Planned) -> None:
    assert settled(one, day()) is None


FULL = VISITS[:3]
FIRST = reading(21, title="图解大模型训练之：张量模型并行（TP），Megatron-LM")

WAITING: list[tuple[Why, str]] = [
    (held_back({21: "Part 1"}), "Waits until 21 Part 1 is read."),
    (held_back({21: FIRST.title, 22: "", 23: ""}),
     "Waits until 21 图解大模型训练之：张量… and 2 more are read."),
    (on_hold(), "Its section is on hold; 'recall section' gives it another turn."),
    (paused(Pause(TODAY, after(3))), "Nothing is planned in the pause until 2026-03-05."),
    (paused(Pause(TODAY)), "Nothing is planned in the pause until 'recall resume' ends it."),
    (due_in_line(revisit(9, 7), day(), Ahead(2), 12, 45),
     "Due today, 3rd of 12 in line; it takes 7 min, and 6 are free today."),
    (due_in_line(revisit(9, 7), day(minutes=39), Ahead(2), 12, 45),
     "Due today, 3rd of 12 in line; today's 39 min are full."),
    (due_in_line(revisit(9, 6, overdue=9), day(), Ahead(), 1, 45),
     "Due since 2026-02-21, 1st of 1 in line; 'recall more' adds the next."),
    (due_in_line(revisit(9, 6, overdue=9), day(), Ahead(1110, is_rough=True), 5046, 45),
     "Due since 2026-02-21, about 1111th of 5046 in line; 'recall more' adds the next."),
    (due_in_line(revisit(9), day(minutes=0, visits=()), Ahead(1), 2, 45),
     "Due today, 2nd of 2 in line; today is a day off."),
    (due_in_line(revisit(9, 60), day(), Ahead(3), 5, 45),
     "Due today; its 60 min fill a day, which it gets about 2026-03-09."),
    (due_in_line(revisit(9, 4), day(minutes=1, visits=()), Ahead(3), 5, 1),
     "Due today; its 4 min fit no day of 1 min; 'recall more' adds it."),
    (due_in_line(revisit(9, 4), day(minutes=0, visits=()), Ahead(3), 5, 0),
     "Due today, 4th of 5 in line; today is a day off."),
    (due_in_line(revisit(9, 60, overdue=6), day(), Ahead(3), 5, 45),
     "Due since 2026-02-24; its 60 min fill a day, which it gets about 2026-03-03."),
    (due_in_line(revisit(9, 60, overdue=19), day(minutes=60), Ahead(3), 5, 45),
     "Due since 2026-02-11, 4th of 5 in line; it takes 60 min, and 21 are free today."),
    (reading_in_line(None, Ahead(), after(1), TODAY),
     "Next in line to read; 'recall more' adds what is due, and then readings."),
    (reading_in_line(FIRST, Ahead(readings=1), after(3), TODAY),
     "After 21 图解大模型训练之：张量…; at this pace about 5 March."),
    (reading_in_line(FIRST, Ahead(readings=35), date(2026, 12, 9), TODAY),
     "After 21 图解大模型训练之：张量… and 34 more; at this pace about December."),
    (reading_in_line(FIRST, Ahead(readings=100, is_rough=True), date(2027, 6, 9), TODAY),
     "After 21 图解大模型训练之：张量… and 99 or more others; at this pace not before June 2027."),
    (reading_in_line(FIRST, Ahead(readings=2), None, TODAY),
     "After 21 图解大模型训练之：张量… and 1 more; when is unknown, as nothing was read lately."),
    (book_in_line(Ahead(readings=1), after(2), TODAY),
     "A book; others are read first, and it comes about 4 March at this pace."),
    (book_in_line(Ahead(readings=1), None, TODAY),
     "A book; others are read first, and it comes later."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "text"), WAITING)
def test_what_waits_says_where_it_stands_and_about_when_its_turn_comes(
    found: Why, text: str
) -> None:
    assert found.text == text


def test_waiting_for_others_names_them_for_programs() -> None:
    assert held_back({21: "A", 30: "B"}).held_by == (21, 30)


def test_what_is_read_once_says_so_on_its_day_and_later() -> None:
    once = reading(5, status="read", once=True)
    assert settled(once, day()) == ("once", *read_once()[1:])
    done = settled(once, day(Done(5, 10, is_revisit=False, is_sitting=True)))
    assert done is not None
    assert done.text == "Done today in 10 min; it has no revisits."


@pytest.mark.parametrize(
    ("resource", "told"),
    [
        (read(3), ""),
        (read(3, read_on="2025-09"), " Read 2025-09, as the list says."),
        (read(3, read_on="2025-09", read_on_said=True), " Read 2025-09, as you said."),
    ],
)
def test_until_its_second_grade_a_date_says_when_it_was_read(resource: Planned, told: str) -> None:
    found = with_reading(Why("not due", "Due later."), resource)
    assert found.text == f"Due later.{told}"
