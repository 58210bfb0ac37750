"""The clock of the computer shows any year, and goes forth and back between the commands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from testing.faults.kills.actions import GROUPS, Action
from testing.faults.kills.homes import CLOCK, Home, lacks, the_home
from testing.faults.kills.killed import unsound
from testing.faults.kind import Kind, Trial
from testing.libraries.factories import NOW

COMMANDS = 4
"""In each trial."""

LONGEST_SECONDS = 20.0
"""No command works longer; a clock that is 7,000 years ahead makes millions of days."""

LONGEST_WAIT_SECONDS = 300.0
"""No command takes longer, on a busy machine too."""

EDGES = (
    *("0001-01-01T00:00", "0001-01-01T04:00", "0999-12-31T23:59", "1000-01-01T00:00"),
    *("1969-12-31T23:59", "1970-01-01T00:00", "1970-01-02T00:00", "2038-01-19T03:14"),
    *("2261-03-02T09:30", "8999-12-31T23:59", "9998-12-31T23:59", "9999-12-31T23:59"),
)
"""Moments at which calendars and counters end."""

_DATES = ("0001-01-01", "0999-12-31", "1900-02-28", "2026-03-05", "9000-01-01", "9999-12-31")

_DATED = (
    *("read 6 good --on {}", "grade 1 good --on {}", "read 6 good --on {} --minutes 9"),
    *("postpone 1 {}", "pause --until {}", "pause --from {}", "day {} 5", "today --on {}"),
    *("remind snooze {}", "section Papers first --by {}", "edit 5 --read-on {}"),
)

_LOOKS = (
    *("today", "next", "stats", "forecast", "forecast --days 3650", "week", "workload", "history"),
    *("why 1", "show 2", "list --overdue", "remind status", "lists", "check --last", "doctor"),
)

_YEARS_SECONDS = 40 * 365 * 24 * 3600
_DAYS_SECONDS = 3 * 24 * 3600

_TO_COME = "it is of a day to come"
"""Said by `doctor` of plans from a time when the clock was ahead."""

_UNEXPECTED = (None, 3, 5, 99)


@contextmanager
def opened(_folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give a function that does some commands, each at another time."""
    home = the_home()
    yield lambda seed: moved(home, Random(seed))


def moved(home: Home, random: Random) -> Trial:
    """Do some commands at any time, and say what is wrong with them or with what they leave."""
    home.take("lived")
    did: list[str] = []
    for _ in range(COMMANDS):
        clock, argv = moment(random), command(random)
        did.append(f"{clock} {' '.join(argv)}")
        outcome = home.run(argv, clock=clock)
        if outcome.code in _UNEXPECTED:
            return Trial("; ".join(did), f"it ends with {outcome.code}: {outcome.said}")
        if outcome.work > LONGEST_SECONDS or outcome.seconds > LONGEST_WAIT_SECONDS:
            return Trial("; ".join(did), f"it takes {outcome.work:.0f} seconds")
    later = home.run(["grade", "3", "good"], clock=CLOCK)
    if later.code in _UNEXPECTED:
        return Trial("; ".join(did), f"at the right time it ends with {later.code}: {later.said}")
    return Trial("; ".join(did), _unsound(home))


def _unsound(home: Home) -> str:
    """Return what is wrong with the library, but for plans of days that have not come yet."""
    wrong = unsound(home)
    if _TO_COME not in wrong:
        return wrong
    home.run(["doctor", "--repair", "--yes"])
    return unsound(home)


def moment(random: Random) -> str:
    """Return a moment: at an edge, of any year, or some days or seconds from the others."""
    which = random.choice(("edge", "year", "years", "days"))
    if which == "edge":
        return datetime.fromisoformat(random.choice(EDGES)).replace(tzinfo=UTC).isoformat()
    if which == "year":
        day = datetime(random.randint(1, 9999), 3, random.randint(1, 28), 9, tzinfo=UTC)
        return day.isoformat()
    seconds = _YEARS_SECONDS if which == "years" else _DAYS_SECONDS
    return (NOW + timedelta(seconds=random.randint(-seconds, seconds))).isoformat()


def command(random: Random) -> tuple[str, ...]:
    """Return a command that writes, one with a date, or one that only looks."""
    kind = random.randrange(3)
    if kind == 0:
        lived = [action for group in GROUPS for action in group if _is_quick(action)]
        return random.choice(lived).argv
    if kind == 1:
        return tuple(random.choice(_DATED).format(random.choice(_DATES)).split())
    return tuple(random.choice(_LOOKS).split())


def _is_quick(action: Action) -> bool:
    return action.home == "lived" and "samples" not in action.argv[-1]


MOVED = Kind("clocks", "the clock shows any year", full=2_000, few=2, opened=opened, lacks=lacks)
