"""Why a resource is in today's plan, or is not: the first true reason, in a sentence.

It plans nothing itself. What it says of the kept plan is what the plan says, and its lines are in
the order of the planner.
"""

from __future__ import annotations

from datetime import timedelta

from recall.domain.library.resource import ASIDE
from recall.domain.library.when_read import in_words
from recall.domain.text.wording import about_date, clipped, counted, ordinal
from recall.named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Literal

    from recall.domain.calendar.pauses import Pause
    from recall.domain.day.plan import PlannedVisit
    from recall.domain.day.progress import DayProgress, VisitProgress
    from recall.domain.library.resource import Planned, Resource

    Reason = Literal[
        "planned", "suspended", "archived", "done", "put off", "postponed", "not due", "gone",
        "held back", "on hold", "paused", "once", "waiting",
    ]  # fmt: skip

NAMED = 22
"""Columns of a title in a sentence, which is to fit one line of a terminal."""

LEAST_DAY = 5
"""Minutes; the planner gives no shorter day to a single revisit."""

WEEK = 7
"""A revisit that is longer than the day gets a day to itself this often, in days."""


class Ahead(NamedTuple):
    """How much comes before something that waits; is_rough: counted only in part, or sampled."""

    revisits: int = 0
    readings: int = 0
    minutes: int = 0
    is_rough: bool = False


class Why(NamedTuple):
    """The reason as a keyword and as a sentence.

    A visit that is planned has its position among all that is left of the plan, from 1, and the
    minutes before it. What waits for resources has their IDs. expected is about when its turn
    comes, None if that is not known.
    """

    reason: Reason
    text: str
    visit: PlannedVisit | None = None
    position: int | None = None
    minutes_before: int | None = None
    ahead: Ahead = Ahead()
    held_by: Sequence[int] = ()
    expected: date | None = None


def settled(resource: Resource, day: DayProgress) -> Why | None:
    """Return what its state, the plan or the log says; None if it waits for its turn."""
    found = _aside(resource) or _in_plan(resource, day)
    if found is None and resource.once and resource.card.due is None:
        return read_once()
    return found or _not_now(resource, day.plan.study_date)


def held_back(holders: Mapping[int, str]) -> Why:
    """Explain a reading that waits for others, given by ID with their titles."""
    (number, title), *others = holders.items()
    more = f" and {len(others)} more are" if others else " is"
    text = f"Waits until {number} {clipped(title, NAMED)}{more} read."
    return Why("held back", text, held_by=tuple(holders))


def on_hold() -> Why:
    """Explain a reading whose sections are all on hold."""
    return Why("on hold", "Its section is on hold; 'recall section' gives it another turn.")


def paused(pause: Pause) -> Why:
    """Explain a resource that could be planned if today were not in a pause."""
    end = "'recall resume' ends it" if pause.until is None else pause.until.isoformat()
    return Why("paused", f"Nothing is planned in the pause until {end}.")


def read_once() -> Why:
    """Explain a resource that is read and wanted without revisits."""
    return Why("once", "Read, and wanted without revisits; a grade begins them.")


def due_in_line(resource: Planned, day: DayProgress, ahead: Ahead, due: int, usual: int) -> Why:
    """Explain a due revisit that is not in the plan.

    due is how many are due and not planned, and usual the minutes of a usual day.
    """
    today, minutes = day.plan.study_date, resource.revisit_minutes
    since = resource.card.due or today
    told = "Due today" if since == today else f"Due since {since.isoformat()}"
    longest = max(usual, day.plan.minutes)
    if minutes > longest and 0 < longest < LEAST_DAY:
        text = f"its {minutes} min fit no day of {longest} min; 'recall more' adds it"
        return Why("waiting", f"{told}; {text}.", ahead=ahead)
    if minutes > longest >= LEAST_DAY:
        alone = _day_to_itself(since, today)
        text = f"its {minutes} min fill a day, which it gets about {alone.isoformat()}"
        return Why("waiting", f"{told}; {text}.", ahead=ahead, expected=alone)
    about = "about " if ahead.is_rough else ""
    told += f", {about}{ordinal(ahead.revisits + 1)} of {due} in line"
    if not day.plan.minutes:
        ending = "today is a day off"
    elif not day.free_minutes:
        ending = f"today's {day.plan.minutes} min are full"
    elif day.free_minutes < minutes:
        ending = f"it takes {minutes} min, and {day.free_minutes} are free today"
    else:
        ending = "'recall more' adds the next"
    return Why("waiting", f"{told}; {ending}.", ahead=ahead)


def reading_in_line(
    first: Resource | None, ahead: Ahead, expected: date | None, today: date
) -> Why:
    """Explain a reading that is not in the plan; first is the next in line, None if it is."""
    if first is None:
        text = "Next in line to read; 'recall more' adds what is due, and then readings."
        return Why("waiting", text, ahead=ahead, expected=expected)
    after = f"After {first.id} {clipped(first.title, NAMED)}"
    if ahead.is_rough:
        after += f" and {ahead.readings - 1} or more others"
    elif ahead.readings > 1:
        after += f" and {ahead.readings - 1} more"
    when = "when is unknown, as nothing was read lately"
    if expected is not None:
        when = f"at this pace {'not before' if ahead.is_rough else 'about'} "
        when += about_date(expected, today)
    return Why("waiting", f"{after}; {when}.", ahead=ahead, expected=expected)


def book_in_line(ahead: Ahead, expected: date | None, today: date) -> Why:
    """Explain a book that does not come on a day so soon after another day with a book."""
    when = "" if expected is None else f" about {about_date(expected, today)} at this pace"
    text = f"A book; others are read first, and it comes{when or ' later'}."
    return Why("waiting", text, ahead=ahead, expected=expected)


def with_reading(why: Why, resource: Resource) -> Why:
    """Add when it was read, as long as its date comes from that: until its second grade."""
    if resource.read_on is None or resource.card.reviews > 1 or resource.card.due is None:
        return why
    memory = resource.card.memory
    on = None if memory is None else memory.last_review
    told = in_words(resource.read_on, is_said=resource.read_on_said, on=on)
    return why._replace(text=f"{why.text} Read {told}.")


def _aside(resource: Resource) -> Why | None:
    if resource.status in ASIDE:
        text = f"It is {resource.status}; 'recall resume {resource.id}' takes it up again."
        return Why("suspended" if resource.status == "suspended" else "archived", text)
    return None


def _in_plan(resource: Resource, day: DayProgress) -> Why | None:
    before = 0
    for position, visit in enumerate(day.left, 1):
        if visit.visit.resource_id == resource.id:
            return _planned(day, visit, position, before)
        before += visit.visit.minutes
    for visit in day.visits:
        if visit.visit.resource_id == resource.id and visit.state == "done":
            return _done(resource, visit.spent)
        if visit.visit.resource_id == resource.id and visit.state == "put off":
            return Why("put off", "Put off for today; it can be planned again tomorrow.")
    spent = [one.minutes for one in day.unplanned if one.resource_id == resource.id]
    return _done(resource, sum(spent)) if spent else None


def _planned(day: DayProgress, stands: VisitProgress, position: int, before: int) -> Why:
    visit = stands.visit
    text = f"Number {position} of {len(day.left)} in today's plan: {visit.task}, "
    text += f"{visit.minutes} min, {visit.reason}"
    if stands.beyond:
        text += f"; beyond today's {day.plan.minutes} min"
    return Why("planned", f"{text}.", visit=visit, position=position, minutes_before=before)


def _done(resource: Resource, spent: int) -> Why:
    due = resource.card.due
    then = "the rest comes on another day" if due is None else f"it comes back on {due.isoformat()}"
    if resource.once and due is None:
        then = "it has no revisits"
    return Why("done", f"Done today in {spent} min; {then}.")


def _not_now(resource: Resource, today: date) -> Why | None:
    due, postponed = resource.card.due, resource.card.postponed_from
    if due is not None and due > today:
        off = f"in {counted((due - today).days, 'day')}"
        if postponed is not None:
            text = f"Postponed from {postponed.isoformat()} to {due.isoformat()}, {off}."
            return Why("postponed", text, expected=due)
        return Why("not due", f"Not due before {due.isoformat()}, {off}.", expected=due)
    if due is None and resource.gone:
        return Why("gone", "It has gone from its list, so it is not offered for reading.")
    return None


def _day_to_itself(due: date, today: date) -> date:
    """Return the next day after today that the planner may give to such a revisit alone."""
    weeks = (today - due).days // WEEK + 1
    return due + timedelta(days=WEEK * weeks)
