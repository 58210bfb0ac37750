"""Explains in one paragraph why a resource is in today's queue, or is not.

It does not plan a second time: it asks the queue that `today` shows.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from recall.domain.day.queue import Queue
from recall.domain.day.standing import Standing
from recall.domain.day.visit import LONG, MOST_BEGUN, Visit
from recall.domain.library.resource import Planned, Status, short
from recall.domain.memory.forgetting_curve import retrievability
from recall.domain.memory.weights import Weights
from recall.domain.text.wording import counted, percent

_GONE = (
    "It is not in today's queue: it has gone from its list, so it is not offered for reading; "
    "its history is kept."
)


_ON_HOLD = (
    "It is not in today's queue: its section is on hold, so it is not offered for reading until "
    "'recall section' gives it another turn."
)


class Facts(NamedTuple):
    """The facts about a resource today.

    wanted is its desired retention; standing is today's order; holders must be read before it;
    it is on hold if all its sections are. enough is the number of minutes for which today's
    queue would have it, None if unknown.
    """

    resource: Planned
    queue: Queue
    wanted: float
    weights: Weights
    standing: Standing = Standing()
    holders: Sequence[Planned] = ()
    on_hold: bool = False
    enough: int | None = None

    @property
    def ahead(self) -> list[Planned]:
        """What is still to do before it today."""
        queue = self.queue
        listed = [visit.resource for visit in queue.in_turn]
        return self.standing.ahead(self.resource, listed)

    @property
    def ahead_minutes(self) -> int:
        """Minutes of `ahead`; for listed visits the planned ones, perhaps of one sitting."""
        planned = {one.resource.id: one.minutes for one in self.queue.in_turn}
        return sum(planned.get(one.id, one.next_minutes) for one in self.ahead)

    def recall(self, day: date) -> float | None:
        """Return the predicted probability of recall on a day; None if there is no memory."""
        memory = self.resource.card.memory
        if memory is None:
            return None
        return retrievability(memory, (day - memory.last_review).days, self.weights)


class Why(NamedTuple):
    """The answer: a keyword for programs, and a paragraph.

    position counts from 1 in today's queue; minutes_before are planned before it.
    """

    reason: str
    paragraph: str
    facts: Facts
    visit: Visit | None = None
    position: int | None = None
    minutes_before: int | None = None

    @property
    def overdue_days(self) -> int:
        """Days since the revisit was due, 0 if it is not overdue."""
        due = self.facts.resource.card.due
        return 0 if due is None else max(0, (self.facts.queue.study_date - due).days)


def why(facts: Facts) -> Why:
    """Explain one resource."""
    listed = facts.queue.in_turn
    for index, visit in enumerate(listed):
        if visit.resource.id == facts.resource.id:
            before = sum(one.minutes for one in listed[:index])
            text = _planned(facts, visit, index, before)
            return Why("planned", text, facts, visit, index + 1, before)
    reason = next(one for one in _REASONS if one.holds(facts))
    return Why(reason.name, _text(reason.says(facts), _memory(facts)), facts)


def _planned(facts: Facts, visit: Visit, index: int, before: int) -> str:
    queue = facts.queue
    number = len(queue.revisit) + len(queue.read)
    end = queue.spent_minutes + before + visit.minutes
    what = "one sitting of it takes" if visit.left else "it takes"
    spent = f"the {queue.spent_minutes} spent and " if queue.spent_minutes else ""
    there = (
        f"It is in today's queue, number {index + 1} of {number}: {_turn(facts, visit)}. "
        f"Planned, {what} {visit.minutes} min; with {spent}what stands before it that makes "
        f"{end} of today's {queue.budget_minutes} min"
    )
    line = ", which is more than the day has: one thing is always offered"
    over = line if end > queue.budget_minutes else ""
    return _text(f"{there}{over}.", _order(facts), _memory(facts))


def _text(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _turn(facts: Facts, visit: Visit) -> str:
    """Return why it is listed."""
    due = facts.resource.card.due
    if due is None:
        return f"a first reading, {visit.reason}"
    if facts.resource.card.memory is None:
        return f"it was read before recall knew of it, and its first revisit is {_due(facts)}"
    return f"a revisit, {_due(facts)}"


def _due(facts: Facts) -> str:
    due = facts.resource.card.due or facts.queue.study_date
    over = (facts.queue.study_date - due).days
    return f"due since {due}, {counted(over, 'day')} overdue" if over > 0 else "due today"


def _memory(facts: Facts) -> str:
    """Return what is predicted of its memory; empty if it has none."""
    memory, recall = facts.resource.card.memory, facts.recall(facts.queue.study_date)
    if memory is None or recall is None:
        return ""
    return (
        f"Recall is predicted at {percent(recall)} today, and {percent(facts.wanted)} is "
        f"wanted; its stability is {memory.stability:.1f} days, and it was last graded on "
        f"{memory.last_review}."
    )


def _suspended(facts: Facts) -> str:
    return _aside(facts, "suspended", "it is not offered until then")


def _archived(facts: Facts) -> str:
    return _aside(facts, "archived", "it is not offered again unless you do")


def _aside(facts: Facts, status: Status, until: str) -> str:
    number = facts.resource.id
    return (
        f"It is not in today's queue: it is {status}. 'recall resume {number}' takes it up, and "
        f"{until}."
    )


def _done(facts: Facts) -> str:
    done = [one for one in facts.queue.done if one.resource.id == facts.resource.id]
    minutes = sum(one.spent_minutes for one in done)
    due = facts.resource.card.due
    then = "the rest is offered on another day" if due is None else f"it comes back on {due}"
    return f"It is not in today's queue any more: it is done, in {minutes} min, and {then}."


def _not_due(facts: Facts) -> str:
    due = facts.resource.card.due or facts.queue.study_date
    text = f"It is not in today's queue: its next revisit is due on {due}, {_in(facts)}"
    then = facts.recall(due)
    if then is None:
        return f"{text}; it was read before recall knew of it."
    return f"{text}, when recall will have fallen to {percent(then)}."


def _postponed(facts: Facts) -> str:
    card = facts.resource.card
    return (
        f"It is not in today's queue: it was due on {card.postponed_from} and is postponed to "
        f"{card.due}, {_in(facts)}."
    )


def _in(facts: Facts) -> str:
    due = facts.resource.card.due or facts.queue.study_date
    return f"in {counted((due - facts.queue.study_date).days, 'day')}"


def _held(facts: Facts) -> str:
    named = " and ".join(f"{one.id} ({short(one.title)})" for one in facts.holders)
    series, part = facts.resource.series, facts.resource.part or "?"
    what = "it" if series is None else f"part {part} of {series}"
    are = "is" if len(facts.holders) == 1 else "are"
    return f"It is not in today's queue: {what} is held back until {named} {are} read."


def _paused(facts: Facts) -> str:
    pause = facts.queue.pause
    until = None if pause is None else pause.until
    end = "until 'recall resume' ends it" if until is None else f"until {until}"
    return f"It is not in today's queue: nothing is planned in the pause, {end}."


def _waiting(facts: Facts) -> str:
    there = f"It is not in today's queue, although {_ready(facts)}: {_line(facts)}."
    return _text(there, _order(facts), _first(facts))


def _ready(facts: Facts) -> str:
    if facts.resource.card.due is None:
        return "it could be read"
    return f"it is {_due(facts)}"


def _is_long_and_new(facts: Facts) -> bool:
    one = facts.resource
    most = LONG * facts.queue.budget_minutes
    return one.card.due is None and not one.minutes_read and one.next_minutes > most


def _line(facts: Facts) -> str:
    """Return why it does not fit today's minutes."""
    queue, minutes = facts.queue, facts.resource.next_minutes
    if not queue.budget_minutes:
        return "today is a day off, without minutes"
    if facts.resource.card.due is not None and minutes > queue.budget_minutes:
        return (
            f"it takes {minutes} min, more than today's {queue.budget_minutes}; what is longer "
            "than a day, and a week overdue, has the first of a month, or once a week a day that "
            "would be half empty; or the day it is postponed to"
        )
    begun = facts.standing.begun
    if _is_long_and_new(facts) and begun >= MOST_BEGUN:
        return (
            f"it takes {minutes} min, and {begun} readings are begun; no other long one is begun "
            "before one of them is read, suspended or archived"
        )
    sitting = next((one.resource for one in queue.read if one.left), None)
    if minutes > queue.budget_minutes and sitting is not None:
        return (
            f"it takes {minutes} min, and of what is longer than a day one thing is planned, "
            f"{sitting.id} ({short(sitting.title)})"
        )
    return (
        f"of today's {queue.budget_minutes} min {queue.planned_minutes + queue.spent_minutes} "
        f"are planned or spent, and it takes {minutes}"
    )


def _order(facts: Facts) -> str:
    """Return what decides on a crowded day; empty on any other."""
    stand, due = facts.standing, len(facts.standing.revisits)
    if not stand.is_crowded or len(facts.queue.revisit) == due or not facts.queue.budget_minutes:
        return ""
    text = "Today cannot hold all that is due"
    if facts.resource.card.due is not None:
        text += (
            ", so that goes by priority and by what a minute of it buys: "
            f"it is number {stand.place(facts.resource)} of {due}"
        )
    if readings := sum(visit.minutes for visit in facts.queue.read):
        text += f"; {readings} of the {facts.queue.budget_minutes} min are for first readings"
    return f"{text}."


def _first(facts: Facts) -> str:
    """Return what comes before it, and the minutes that would be enough."""
    ahead, text = facts.ahead, ""
    if ahead:
        wait = "waits" if len(ahead) == 1 else "wait"
        text = f"In front of it {_things(ahead)} {wait}, {facts.ahead_minutes} min in all."
    if facts.enough is None:
        return text
    return _text(text, f"'recall today --minutes {facts.enough}' would have it.")


def _things(ahead: Sequence[Planned]) -> str:
    revisits = sum(one.card.due is not None for one in ahead)
    readings = len(ahead) - revisits
    counts = ((revisits, "revisit"), (readings, "first reading"))
    return " and ".join(counted(count, name) for count, name in counts if count)


def _is_done(facts: Facts) -> bool:
    return any(done.resource.id == facts.resource.id for done in facts.queue.done)


def _is_to_come(facts: Facts) -> bool:
    due = facts.resource.card.due
    return due is not None and due > facts.queue.study_date


def _is_postponed(facts: Facts) -> bool:
    return _is_to_come(facts) and facts.resource.card.postponed_from is not None


def _is_gone(facts: Facts) -> bool:
    return facts.resource.gone and facts.resource.card.due is None


class _Reason(NamedTuple):
    """A reason that keeps a resource out of the queue: its condition and its text."""

    name: str
    holds: Callable[[Facts], bool]
    says: Callable[[Facts], str]


_REASONS = (
    _Reason("suspended", lambda facts: facts.resource.status == "suspended", _suspended),
    _Reason("archived", lambda facts: facts.resource.status == "archived", _archived),
    _Reason("done", _is_done, _done),
    _Reason("postponed", _is_postponed, _postponed),
    _Reason("not due", _is_to_come, _not_due),
    _Reason("gone", _is_gone, lambda _: _GONE),
    _Reason("held back", lambda facts: bool(facts.holders), _held),
    _Reason("on hold", lambda facts: facts.on_hold, lambda _: _ON_HOLD),
    _Reason("paused", lambda facts: facts.queue.pause is not None, _paused),
    _Reason("waiting", lambda _: True, _waiting),
)
"""The first reason that applies is given."""
