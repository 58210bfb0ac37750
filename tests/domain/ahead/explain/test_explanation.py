"""Why something is in today's queue or is not: the reason, and the numbers in the paragraph."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from recall.domain.ahead.explain.explanation import why
from recall.domain.ahead.explain.facts import ResourceFacts, Why
from recall.domain.calendar.pauses import Pause
from recall.domain.day.morning import Day, Done
from recall.domain.day.queue import Queue, plan
from recall.domain.day.standing import Standing
from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Planned
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

TODAY = date(2026, 3, 2)
NOTHING = Standing()


def after(days: int) -> date:
    return TODAY + timedelta(days)


def unread(number: int, minutes: int = 20) -> Planned:
    return Planned(
        number, f"Resource {number}", None, None, "article", "en", minutes, 0, None, None,
        "unread", gone=False, note=None, card=Card(), order=(1, number),
    )  # fmt: skip


def read(number: int, due: int, memory: Memory | None = None, minutes: int = 20) -> Planned:
    return unread(number, minutes)._replace(status="read", card=Card(after(due), memory))


MEMORY = Memory(12.34, 5.0, after(-20))


def queue(
    due: Sequence[Planned] = (),
    new: Sequence[Planned] = (),
    budget: int = 45,
    done: Sequence[Done] = (),
) -> Queue:
    return plan(Day(TODAY, budget, budget, 20, due, new, done))


def asked(
    resource: Planned,
    today: Queue,
    standing: Standing = NOTHING,
    holders: Sequence[Planned] = (),
    *,
    on_hold: bool = False,
    enough: int | None = None,
) -> Why:
    facts = ResourceFacts(resource, today, 0.9, DEFAULT_WEIGHTS, standing)
    return why(facts._replace(holders=holders, on_hold=on_hold, enough=enough))


def test_a_revisit_in_the_queue_has_its_place_and_its_numbers() -> None:
    first, second = read(1, -3), read(2, -2, MEMORY)
    found = asked(second, queue([first, second]))
    assert (found.reason, found.position, found.minutes_before) == ("planned", 2, 5)
    assert found.overdue_days == 2
    assert found.paragraph == (
        "It is in today's queue, number 2 of 2: a revisit, due since 2026-02-28, 2 days overdue. "
        "Planned, it takes 5 min; with what stands before it that makes 10 of today's 45 min. "
        "Recall is predicted at 86 % today, and 90 % is wanted; its stability is 12.3 days, and "
        "it was last graded on 2026-02-10."
    )


def test_a_first_revisit_says_that_nothing_is_known() -> None:
    one = read(1, 0)
    assert asked(one, queue([one])).paragraph == (
        "It is in today's queue, number 1 of 1: it was read before recall knew of it, and its "
        "first revisit is due today. Planned, it takes 5 min; with what stands before it that "
        "makes 5 of today's 45 min."
    )


def test_a_sitting_counts_what_was_spent_before() -> None:
    one, other = unread(1, 300), unread(2, 10)
    done = Done(other._replace(status="read", card=Card(after(2), MEMORY)), 10, 10)
    found = asked(one, queue((), [one], done=[done]))
    assert found.visit is not None
    assert found.visit.left == 280
    assert (
        "a first reading, next on the list; one sitting. Planned, one sitting of it takes 20 min"
    ) in found.paragraph
    assert "with the 10 spent and what stands before it that makes 30 of" in found.paragraph


def test_the_one_thing_that_is_longer_than_the_day() -> None:
    one = read(1, -1, minutes=100)
    found = asked(one, queue([one], budget=10))
    assert "makes 25 of today's 10 min, which is more than the day has" in found.paragraph


def done_today() -> tuple[Planned, Queue]:
    one = read(1, 9, Memory(5.0, 5.0, TODAY))
    return one, queue(done=[Done(one, 7, 5, TODAY, MEMORY)])


def sat_today() -> tuple[Planned, Queue]:
    one = unread(1, 300)._replace(minutes_read=20, status="reading")
    return one, queue(done=[Done(one, 20, 20, sitting=True)])


PAUSED = queue()._replace(pause=Pause(after(-1), after(5)))
POSTPONED = read(1, 4)._replace(card=Card(after(4), MEMORY, postponed_from=after(-1)))


@pytest.mark.parametrize(
    ("resource", "today", "reason", "says"),
    [
        (unread(1)._replace(status="suspended"), queue(), "suspended", "'recall resume 1'"),
        (unread(1)._replace(status="archived"), queue(), "archived", "'recall resume 1'"),
        (*done_today(), "done", "it is done, in 7 min, and it comes back on 2026-03-11"),
        (*sat_today(), "done", "in 20 min, and the rest is offered on another day"),
        (POSTPONED, queue(), "postponed", "due on 2026-03-01 and is postponed to 2026-03-06"),
        (read(1, 1), queue(), "not due", "due on 2026-03-03, in 1 day; it was read before"),
        (read(1, 9, MEMORY), queue(), "not due", "in 9 days, when recall will have fallen to"),
        (read(1, 9, MEMORY), PAUSED, "not due", "in 9 days"),
        (unread(1)._replace(gone=True), queue(), "gone", "gone from its list"),
        (read(1, 0), PAUSED, "paused", "nothing is planned in the pause, until 2026-03-07"),
        (unread(1), PAUSED, "paused", "nothing is planned in the pause, until 2026-03-07"),
        (
            unread(1),
            queue()._replace(pause=Pause(TODAY)),
            "paused",
            "until 'recall resume' ends it",
        ),
    ],
)
def test_what_keeps_it_out_is_named(
    resource: Planned, today: Queue, reason: str, says: str
) -> None:
    found = asked(resource, today)
    assert (found.reason, found.visit, found.position) == (reason, None, None)
    assert found.paragraph.startswith("It is not in today's queue")
    assert says in found.paragraph


def test_a_part_that_is_held_back_names_what_holds_it() -> None:
    part = unread(3)._replace(series="CS336", part=3)
    found = asked(part, queue(), holders=[unread(1), unread(2)])
    assert found.reason == "held back"
    assert found.paragraph == (
        "It is not in today's queue: part 3 of CS336 is held back until 1 (Resource 1) and "
        "2 (Resource 2) are read."
    )
    assert "it is held back until" in asked(unread(2), queue(), holders=[unread(1)]).paragraph


def test_what_is_on_hold_says_how_it_comes_back() -> None:
    found = asked(unread(1), queue(), on_hold=True)
    assert found.reason == "on hold"
    assert "'recall section' gives it another turn" in found.paragraph


def test_the_backlog_says_where_the_budget_line_falls() -> None:
    cards = [read(number, -number, MEMORY) for number in range(9, 0, -1)]
    found = asked(cards[-1], queue(cards, budget=11), Standing(cards), enough=45)
    assert (found.reason, found.overdue_days) == ("waiting", 1)
    assert found.paragraph.startswith(
        "It is not in today's queue, although it is due since 2026-03-01, 1 day overdue: of "
        "today's 11 min 10 are planned or spent, and it takes 5. In front of it 8 revisits wait, "
        "40 min in all. 'recall today --minutes 45' would have it. Recall is predicted at"
    )


def test_a_revisit_of_a_crowded_day_has_its_place_and_names_the_minutes_of_readings() -> None:
    cards = [read(number, -number, MEMORY) for number in (1, 3, 2)]
    crowded = Standing(cards, [unread(4, 9)], is_crowded=True)
    order = (
        "Today cannot hold all that is due, so that goes by priority and by what a "
        "minute of it buys: it is number {} of 3; 9 of the 20 min are for first readings."
    )
    today = queue(cards[:2], [unread(4, 9)], budget=20)
    assert order.format(1) in asked(cards[0], today, crowded).paragraph
    waiting = asked(cards[2], today, crowded).paragraph
    assert f"takes 5. {order.format(3)} In front of it 2 revisits wait, 10 min in all." in waiting
    alone = asked(cards[2], queue(cards[:2], budget=11), crowded).paragraph
    assert "it is number 3 of 3. In front" in alone


def test_a_day_whose_list_has_all_that_is_due_is_not_said_to_overflow() -> None:
    cards = [read(1, -1, MEMORY), read(2, 0, MEMORY)]
    found = asked(cards[1], queue(cards), Standing(cards, is_crowded=True))
    assert "all that is due" not in found.paragraph


def test_of_what_is_in_front_of_it_a_sitting_counts_as_one() -> None:
    new = [unread(1, 300), unread(2, 40)]
    found = asked(new[1], queue((), new), Standing((), new))
    assert "In front of it 1 first reading waits, 20 min in all." in found.paragraph


def test_one_thing_in_front_of_it_waits() -> None:
    cards = [read(1, -1), read(2, 0)]
    found = asked(cards[1], queue(cards[:1], budget=5), Standing(cards))
    assert "In front of it 1 revisit waits, 5 min in all." in found.paragraph


def test_a_reading_waits_behind_readings_and_the_revisits_that_are_listed() -> None:
    cards, new = [read(1, 0), read(9, 0)], [unread(2, 30), unread(3, 30)]
    found = asked(new[1], queue(cards[:1], new), Standing(cards, new, is_crowded=True))
    assert found.paragraph.startswith("It is not in today's queue, although it could be read")
    assert found.paragraph.endswith(
        "Today cannot hold all that is due; 30 of the 45 min are for first readings. "
        "In front of it 1 revisit and 1 first reading wait, 35 min in all."
    )


def test_a_day_off_is_said_to_be_one() -> None:
    cards = [read(1, -1), read(2, 0)]
    found = asked(cards[1], queue((), budget=0), Standing(cards, is_crowded=True))
    assert "overdue: today is a day off" in asked(cards[0], queue((), budget=0)).paragraph
    assert "all that is due" not in found.paragraph


def test_a_revisit_that_is_longer_than_the_day_is_told_when_its_turn_is() -> None:
    long = read(1, -1, minutes=120)
    found = asked(long, queue((), budget=20), Standing([long]))
    assert "it takes 30 min, more than today's 20; what is longer" in found.paragraph


def test_no_fourth_long_reading_is_begun_and_that_is_said() -> None:
    begun = [unread(number, 300)._replace(minutes_read=20) for number in (1, 2, 3)]
    new = unread(4, 60)
    says = "it takes 60 min, and 3 readings are begun; no other long one is begun before one of"
    short = unread(5, 20)
    line = Standing((), [*begun, new, short], begun=3)
    assert says in asked(new, queue(), line).paragraph
    assert "are begun" not in asked(new, queue(), line._replace(begun=2)).paragraph
    assert "are begun" not in asked(short, queue(), line).paragraph
    assert "are begun" not in asked(begun[2], queue(), line).paragraph


def test_of_two_long_things_one_is_planned() -> None:
    new = [unread(1, 300), unread(2, 200)]
    found = asked(new[1], queue((), new), Standing((), new))
    assert (
        "it takes 200 min, and of what is longer than a day one thing is planned, 1 (Resource 1)"
    ) in found.paragraph


def test_of_what_is_first_in_the_line_nothing_is_said_that_was_not_tried() -> None:
    first, short = unread(1, 30), unread(2, 10)
    today = queue((), [first, short], budget=15)._replace(read=())
    assert asked(first, today).paragraph.endswith("it takes 30.")
    tried = asked(first, today, enough=30).paragraph
    assert tried.endswith("it takes 30. 'recall today --minutes 30' would have it.")
