"""The streak: study days in a row on which something was done, or nothing was due.

Whether something was due on a past day follows from the log, which keeps how each revisit was
due before it, and from what the history of actions remembers: how a resource stood before it
was postponed, put aside, taken up or moved. What neither tells:

- The person's order of things within a day. A revisit counts as due on the days before it was
  done or put off, never on that day itself, so putting everything off saves a day.
- What was undone. It counts as if it had never happened.
- What was graded later than its study date (`--on`). It counts as if graded in time.
- Which days of the week were days off at the time. Today's settings stand for it.

First readings are never due: a day with nothing but unread resources does not break a streak.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from recall.domain.library.resource import ASIDE

_PUTS_ASIDE = ("suspend", "archive")
_DAY = timedelta(days=1)


Wait = tuple[date, date]
"""The study date on which a revisit was due, and the one on which that ended."""


class Stood(NamedTuple):
    """How a resource stood until something happened to it on a study date.

    action is the ID of what happened, in order, and kind its kind. status is None where the
    log does not say: a resource is graded whether it is put aside or not.
    """

    resource_id: int
    on: date
    action: int
    due: date | None
    status: str | None = None
    kind: str = "grade"

    @property
    def leaves_aside(self) -> bool | None:
        """Is the resource put aside after it? None is: as before."""
        if self.status is None:
            return None
        return self.kind in _PUTS_ASIDE or (self.kind != "resume" and self.status in ASIDE)


class Streak(NamedTuple):
    """Days in a row up to today. days = done_days, with something done, + free_days, with
    nothing due; since is the first of them. longest is the longest there ever was."""

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
    break it nor count, unless something was done; nor does today while something is due still.
    """
    run = Streak()
    longest = 0
    day = min(done, default=today)
    while day <= today:
        if day in done:
            run = run._replace(done_days=run.done_days + 1, since=run.since or day)
        elif run.since is None or is_away(day) or (day == today and day in due):
            pass
        elif day in due:
            run = Streak()
        else:
            run = run._replace(free_days=run.free_days + 1)
        run = run._replace(days=run.done_days + run.free_days)
        longest = max(longest, run.days)
        day += _DAY
    return run._replace(longest=longest)


def waits(stood: Iterable[Stood]) -> Iterator[Wait]:
    """Give from when until before when each resource was due, if it ever was."""
    ordered = sorted(stood, key=itemgetter(0, 1, 2))  # resource, study date, action
    for _, group in groupby(ordered, key=itemgetter(0)):
        yield from _waits_of_one(group)


def _waits_of_one(stood: Iterable[Stood]) -> Iterator[Wait]:
    since, newest, aside = date.min, 0, False
    for one in stood:
        # What was remembered before a later action was dated back behind it is out of date.
        is_stale = one.action < newest
        offered = not aside if one.status is None else one.status == "read"
        if one.due is not None and offered and not is_stale:
            yield max(since, one.due), one.on
        leaves_aside = one.leaves_aside
        since, newest = one.on, max(newest, one.action)
        aside = aside if leaves_aside is None else leaves_aside
