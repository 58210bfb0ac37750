"""The reasons that keep a resource out of today's queue, and the text of each."""

from collections.abc import Callable
from typing import NamedTuple

from recall.domain.ahead.explain.facts import ResourceFacts
from recall.domain.ahead.explain.phrases import days_off
from recall.domain.ahead.explain.waiting import waiting
from recall.domain.library.resource import Status, short
from recall.domain.text.wording import percent

_GONE = (
    "It is not in today's queue: it has gone from its list, so it is not offered for reading; "
    "its history is kept."
)

_ON_HOLD = (
    "It is not in today's queue: its section is on hold, so it is not offered for reading until "
    "'recall section' gives it another turn."
)


def _suspended(facts: ResourceFacts) -> str:
    return _aside(facts, "suspended", "it is not offered until then")


def _archived(facts: ResourceFacts) -> str:
    return _aside(facts, "archived", "it is not offered again unless you do")


def _aside(facts: ResourceFacts, status: Status, until: str) -> str:
    number = facts.resource.id
    return (
        f"It is not in today's queue: it is {status}. 'recall resume {number}' takes it up, and "
        f"{until}."
    )


def _done(facts: ResourceFacts) -> str:
    done = [one for one in facts.queue.done if one.resource.id == facts.resource.id]
    minutes = sum(one.spent_minutes for one in done)
    due = facts.resource.card.due
    then = "the rest is offered on another day" if due is None else f"it comes back on {due}"
    return f"It is not in today's queue any more: it is done, in {minutes} min, and {then}."


def _not_due(facts: ResourceFacts) -> str:
    due = facts.resource.card.due or facts.queue.study_date
    text = f"It is not in today's queue: its next revisit is due on {due}, {days_off(facts)}"
    then = facts.recall(due)
    if then is None:
        return f"{text}; it was read before recall knew of it."
    return f"{text}, when recall will have fallen to {percent(then)}."


def _postponed(facts: ResourceFacts) -> str:
    card = facts.resource.card
    return (
        f"It is not in today's queue: it was due on {card.postponed_from} and is postponed to "
        f"{card.due}, {days_off(facts)}."
    )


def _held(facts: ResourceFacts) -> str:
    named = " and ".join(f"{one.id} ({short(one.title)})" for one in facts.holders)
    series, part = facts.resource.series, facts.resource.part or "?"
    what = "it" if series is None else f"part {part} of {series}"
    are = "is" if len(facts.holders) == 1 else "are"
    return f"It is not in today's queue: {what} is held back until {named} {are} read."


def _paused(facts: ResourceFacts) -> str:
    pause = facts.queue.pause
    until = None if pause is None else pause.until
    end = "until 'recall resume' ends it" if until is None else f"until {until}"
    return f"It is not in today's queue: nothing is planned in the pause, {end}."


def _is_done(facts: ResourceFacts) -> bool:
    return any(done.resource.id == facts.resource.id for done in facts.queue.done)


def _is_to_come(facts: ResourceFacts) -> bool:
    due = facts.resource.card.due
    return due is not None and due > facts.queue.study_date


def _is_postponed(facts: ResourceFacts) -> bool:
    return _is_to_come(facts) and facts.resource.card.postponed_from is not None


def _is_gone(facts: ResourceFacts) -> bool:
    return facts.resource.gone and facts.resource.card.due is None


class Reason(NamedTuple):
    """A reason that keeps a resource out of the queue: its condition and its text."""

    name: str
    holds: Callable[[ResourceFacts], bool]
    says: Callable[[ResourceFacts], str]


REASONS = (
    Reason("suspended", lambda facts: facts.resource.status == "suspended", _suspended),
    Reason("archived", lambda facts: facts.resource.status == "archived", _archived),
    Reason("done", _is_done, _done),
    Reason("postponed", _is_postponed, _postponed),
    Reason("not due", _is_to_come, _not_due),
    Reason("gone", _is_gone, lambda _: _GONE),
    Reason("held back", lambda facts: bool(facts.holders), _held),
    Reason("on hold", lambda facts: facts.on_hold, lambda _: _ON_HOLD),
    Reason("paused", lambda facts: facts.queue.pause is not None, _paused),
    Reason("waiting", lambda _: True, waiting),
)
"""The first reason that applies is given."""
