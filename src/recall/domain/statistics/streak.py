"""The streak: study days in a row on which something was done, or nothing was due.

Whether something was due on a past day follows from the log, which keeps each revisit's previous
due date, and from the history of actions, which keeps a resource's state before it was postponed,
put aside, taken up again or moved. What neither keeps:

- The order of events within a day. A revisit counts as due on the days before it was done or
  postponed, never on that day itself, so postponing everything saves a day.
- Undone actions. They count as if they had never happened.
- Grades entered after their study date (`--on`). They count as if given on time.
- Past days of the week that were off. Today's settings are used instead; single dates are kept.

First readings are never due: a day with nothing but unread resources does not break a streak.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from recall.domain.library.resource import ASIDE, Status

_PUTS_ASIDE = ("suspend", "archive")
_DAY = timedelta(days=1)


Wait = tuple[date, date]
"""The study date on which a revisit was due, and the one on which that ended."""


class Stood(NamedTuple):
    """A resource's state until an action on a study date.

    action is the ID of the action, in order, and kind its kind. status is None if the log does
    not say: a resource can be graded whether it is put aside or not.
    """

    resource_id: int
    on: date
    action: int
    due: date | None
    status: Status | None = None
    kind: str = "grade"

    @property
    def leaves_aside(self) -> bool | None:
        """Return whether the action leaves the resource put aside; None is: as before."""
        if self.status is None:
            return None
        return self.kind in _PUTS_ASIDE or (self.kind != "resume" and self.status in ASIDE)


class Streak(NamedTuple):
    """Days in a row up to today. days = done_days (something was done) + free_days (nothing
    was due); since is the first of them. longest is the longest streak ever."""

    days: int = 0
    since: date | None = None
    done_days: int = 0
    free_days: int = 0
    longest: int = 0


def gaps(done: Collection[date], today: date) -> Iterator[date]:
    """Give the study dates up to today, from the first with something done, without any."""
    day = min(done, default=today)
    while day <= today:
        if day not in done:
            yield day
        day += _DAY


def due_days(waits: Iterable[Wait], first: date, last: date) -> set[date]:
    """Return the study dates from first to last on which some revisit was waiting."""
    steps = [0] * (max(-1, (last - first).days) + 2)
    for due, done in waits:
        begin, end = max(due, first), min(done, last + _DAY)
        if begin < end:
            steps[(begin - first).days] += 1
            steps[(end - first).days] -= 1
    return {first + number * _DAY for number, waiting in enumerate(accumulate(steps)) if waiting}


def streak(
    done: Collection[date], due: Collection[date], is_away: Callable[[date], bool], today: date
) -> Streak:
    """Return the streak up to today, from the days with something done and those with some due.

    It begins with a day on which something was done. Days away (a pause, a day off) neither
    break it nor count, unless something was done; nor does today while something is still due.
    """
    since: date | None = None
    done_days = free_days = longest = 0
    day = min(done, default=today)
    while day <= today:  # plain numbers, for a clock that is far ahead makes this millions of days
        if day in done:
            done_days, since = done_days + 1, since or day
        elif since is None or is_away(day) or (day == today and day in due):
            pass
        elif day in due:
            since, done_days, free_days = None, 0, 0
        else:
            free_days += 1
        longest = max(longest, done_days + free_days)
        day += _DAY
    days = done_days + free_days
    return Streak(days, since, done_days, free_days=free_days, longest=longest)


def waits(states: Iterable[Stood]) -> Iterator[Wait]:
    """Yield the ranges [from, until) in which resources were due."""
    ordered = sorted(states, key=itemgetter(0, 1, 2))  # resource, study date, action
    for _, group in groupby(ordered, key=itemgetter(0)):
        yield from _waits_of_one(group)


def _waits_of_one(states: Iterable[Stood]) -> Iterator[Wait]:
    since, newest, aside = date.min, 0, False
    for state in states:
        # A state is out of date if a later action was dated back before it.
        is_stale = state.action < newest
        offered = not aside if state.status is None else state.status == "read"
        if state.due is not None and offered and not is_stale:
            yield max(since, state.due), state.on
        leaves_aside = state.leaves_aside
        since, newest = state.on, max(newest, state.action)
        aside = aside if leaves_aside is None else leaves_aside
