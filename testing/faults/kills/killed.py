"""A command is killed at a system call or a moment: it is done as a whole, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from testing.commands.killing import Outcome
from testing.faults.kills.actions import GROUPS, Action
from testing.faults.kills.homes import Files, Home, lacks, the_home
from testing.faults.kind import Kind, Trial

_BY_MOMENT = 0.2
"""The share of the trials that kill at a moment; the rest kill at a system call."""


class Whole(NamedTuple):
    """What an action does if it is not killed: the states of the home, and how it ends.

    The states are those before and after it, and one between if it is made of two actions.
    """

    states: tuple[Files, ...]
    outcome: Outcome


@contextmanager
def opened(_folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Give a function that kills one command."""
    known: dict[Action, Whole] = {}
    home = the_home()

    def trial(seed: int) -> Trial:
        random = Random(seed)
        action = random.choice(random.choice(GROUPS))
        if action not in known:
            known[action] = done_whole(home, action)
        return killed(home, action, known[action], random)

    yield trial


def done_whole(home: Home, action: Action) -> Whole:
    """Do an action to its end, and note what it does."""
    home.take(action.home)
    states = [home.files()]
    if action.first:
        home.run(action.first)
        states.append(home.files())
        home.take(action.home)
    outcome = home.run(action.argv, stop=0)
    return Whole((*states, home.files()), outcome)


def killed(home: Home, action: Action, whole: Whole, random: Random) -> Trial:
    """Kill an action, and say what is wrong with what it leaves."""
    how = _moment(whole, random) if random.random() < _BY_MOMENT else _call(whole, random)
    ((name, at),) = how.items()
    did = f"{action.home}: {' '.join(action.argv)}, killed at {name} {at:.4g}"
    if whole.outcome.code not in action.again and whole.outcome.code != 0:
        return Trial(did, f"it fails by itself: {whole.outcome}")
    home.take(action.home)
    home.run(action.argv, **how)
    left = home.files()
    return Trial(did, half(whole, left) or afterwards(home, action, whole, left))


def half(whole: Whole, left: Files) -> str:
    """Return which file or which library is in none of the states of an action."""
    for name in {*left}.union(*whole.states):
        now = left.get(name)
        if all(now != state.get(name) for state in whole.states):
            return f"{name} is half done"
    return ""


def afterwards(home: Home, action: Action, whole: Whole, left: Files) -> str:
    """Return what is wrong with the next commands: the same one, another, and `doctor`."""
    again = home.run(action.argv)
    is_done = left == whole.states[-1]
    if again.code not in ((0, *action.again) if is_done else (whole.outcome.code, *action.again)):
        return f"the next time it ends with {again.code}: {again.said}"
    if left in whole.states[:-1] and home.files() != whole.states[-1]:
        return "the next time it does something else"
    if action.home == "lived":
        home.ok(["export", "{here}/next.md"])
    if found := home.drafts():
        return f"it leaves {', '.join(found)}"
    return unsound(home)


def unsound(home: Home) -> str:
    """Return what `doctor` says of the library, if there is one and it is not sound."""
    if not (home.here / "data/library.db").exists():
        return ""
    outcome = home.run(["doctor"])
    return "" if outcome.code == 0 else f"doctor: {outcome.said}"


def _call(whole: Whole, random: Random) -> dict[str, float]:
    return {"stop": random.randint(1, whole.outcome.stops)}


def _moment(whole: Whole, random: Random) -> dict[str, float]:
    return {"after": random.uniform(0, 1.1 * whole.outcome.seconds)}


KILLED = Kind(
    "killed", "a command that writes is killed", full=10_000, few=6, opened=opened, lacks=lacks
)
