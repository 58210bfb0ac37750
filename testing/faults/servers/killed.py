"""A command that writes to a PostgreSQL library is killed: it is done as a whole, or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from sqlalchemy import Engine, event

from recall.files.drafts import ENDING
from testing.commands import killing
from testing.commands.command_line import CommandLine
from testing.databases import postgres
from testing.faults.kills.homes import lacks as no_tracing
from testing.faults.kind import Kind, Trial
from testing.faults.servers.actions import ACTIONS, Action
from testing.faults.servers.library import Libraries, State
from testing.faults.servers.lists import write_lists
from testing.faults.servers.trials import lacks as no_server
from testing.faults.servers.trials import told
from testing.libraries.factories import NOW

_BY_MOMENT = 0.2
"""The share of the trials that kill at a moment; the rest kill at a system call."""

_COMMANDS = tuple(one for one in ACTIONS if not one.words.startswith("POST "))

_REFUSED = (0, 1, 2, 4)
"""Exit codes of a command that is done a second time."""


class Whole(NamedTuple):
    """A command that is not killed: the states before, between and after its commits, and its end.

    texts are those of the list that is kept in step, before and after it.
    """

    states: tuple[State, ...]
    texts: tuple[str, str]
    outcome: killing.Outcome


def half(whole: Whole, state: State, text: str, steps: int = 1) -> str:
    """Return what is in none of the states of an action: of the library, or of the list."""
    if len(whole.states) > steps + 1:
        return "it is not done at once"
    if state not in whole.states:
        nearest = min((state - one for one in whole.states), key=len)
        return f"half done in {', '.join(sorted(str(name) for name, _ in nearest))}"
    if text not in whole.texts:
        return "list.md is half done"
    if text != whole.texts[0] and state == whole.states[0]:
        return "list.md says what the library does not know"
    return ""


class Killed:
    """Kills commands; each is done once to its end, to know what it does."""

    def __init__(self, libraries: Libraries, recall: CommandLine, killer: killing.Killer) -> None:
        self._libraries = libraries
        self._recall = recall
        self._killer = killer
        self._known: dict[Action, Whole] = {}

    def __call__(self, seed: int) -> Trial:
        """Do the trial of a seed."""
        random = Random(seed)
        action = random.choice(_COMMANDS)
        whole = self._whole(action)
        how: dict[str, float] = {"stop": random.randint(1, whole.outcome.stops)}
        if random.random() < _BY_MOMENT:
            how = {"after": random.uniform(0, 1.1 * whole.outcome.seconds)}
        ((name, at),) = how.items()
        self._begin(action)
        self._run(action, **how)
        did = f"{action.words}, killed at {name} {at:.4g}"
        return Trial(
            did,
            half(whole, self._state(action), self._list(), action.steps)
            or self._afterwards(action, whole),
        )

    def _whole(self, action: Action) -> Whole:
        if action not in self._known:
            states = self._states(action)
            self._begin(action)
            texts = self._list()
            outcome = self._run(action, stop=0)
            states.append(self._state(action))
            self._known[action] = Whole(
                tuple(dict.fromkeys(states)), (texts, self._list()), outcome
            )
        return self._known[action]

    def _states(self, action: Action) -> list[State]:
        """Do an action in this process, and return the states before each commit."""
        self._begin(action)
        found = [self._state(action)]

        def before_commit(_: object) -> None:
            if action.start != "older":  # whose tables are locked until then
                found.append(self._state(action))

        event.listen(Engine, "commit", before_commit)
        try:
            self._recall(*self._argv(action))
        finally:
            event.remove(Engine, "commit", before_commit)
        return found

    def _begin(self, action: Action) -> None:
        """Let everything be as an action finds it."""
        write_lists(self._recall.library.parent)
        self._libraries.wait_alone(action.start)
        self._libraries.put_back(action.start)
        self._recall.environ["RECALL_DATABASE_URL"] = self._libraries.url(action.start)
        self._recall.now = NOW + timedelta(days=action.day)

    def _run(self, action: Action, **how: float) -> killing.Outcome:
        """Run a command in a process of its own, and wait until the server has noticed its end."""
        clock = self._recall.now.isoformat()
        killer = self._killer.within(dict(os.environ) | self._recall.environ)
        outcome = killer.run(killing.Trial(self._argv(action), clock=clock, **how))  # type: ignore[arg-type] # of the one kind or the other
        assert self._libraries.wait_alone(action.start), "a connection stays on the server"
        return outcome

    def _afterwards(self, action: Action, whole: Whole) -> str:
        """Return what is wrong with the next commands: the same one, another, and `doctor`."""
        left = self._state(action)
        if action.start == "lived in":
            self._libraries.count_again(action.start)
        again = self._run(action)
        is_done = left == whole.states[-1]
        if again.code not in (_REFUSED if is_done else (whole.outcome.code,)):
            return f"the next time it ends with {again.code}: {again.said}"
        if not is_done and self._state(action) != whole.states[-1]:
            return "the next time it does something else"
        folder = self._recall.library.parent
        if action.start == "lived in":
            self._recall.ok("export", str(folder / "next.md"), "--force")
        if found := [path.name for path in folder.rglob(f"*{ENDING}")]:
            return f"it leaves {', '.join(found)}"
        examined = self._recall("doctor")
        return "" if examined.code == 0 else f"doctor: {examined.out}{examined.err}"

    def _state(self, action: Action) -> State:
        return told(action, self._libraries.state(action.start))

    def _argv(self, action: Action) -> list[str]:
        return action.argv(str(self._recall.library.parent))

    def _list(self) -> str:
        return (self._recall.library.parent / "list.md").read_text(encoding="utf-8")


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    """Start a server, make the libraries, and give a function that kills one command."""
    homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), str(folder))
    with postgres.running() as server, patch.dict(os.environ, homes), killing.killer() as killer:
        recall = CommandLine(folder)
        yield Killed(Libraries(server, recall), recall, killer)


def lacks() -> str:
    """Return what the trials need and is not there."""
    return no_server() or no_tracing()


KILLED_ON_SERVER = Kind(
    "killed-on-postgres",
    "a command that writes to a PostgreSQL library is killed",
    full=4_000,
    few=4,
    opened=opened,
    lacks=lacks,
)
