"""One trial: a command through the proxy, with a fault at a byte, and what is true afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from datetime import timedelta
from io import StringIO
from pathlib import Path
from random import Random
from time import monotonic
from unittest.mock import patch

from sqlalchemy import Engine, event

from recall.storage.database.connections import patience
from testing.commands.command_line import CommandLine
from testing.databases import postgres
from testing.faults.kind import Trial
from testing.faults.servers.actions import ACTIONS, Action
from testing.faults.servers.doing import Doer
from testing.faults.servers.judging import SECRET, Reference, Seen, judged
from testing.faults.servers.library import Libraries, State
from testing.faults.servers.lists import CHANGED, write_lists
from testing.faults.servers.proxy import Fault, Proxy, Way, What, proxy
from testing.libraries.factories import NOW

LIMIT_SECONDS = 0.3
"""The patience of the trials with a silent server."""

FATE_SECONDS = 0.5

_WHATS: tuple[What, ...] = (*("cut",) * 5, *("lost",) * 2, "silent")
"""What is done by eight seeds after one another."""

_NEAR_BYTES = 80

_KEPT_BESIDE = ("plan", "planned_visit", "day_mixture")
"""Tables of what is shown and made again if it could not be kept: no part of an action."""


class Trials:
    """Does trials; each action is done once without a fault, to know what it does and says."""

    def __init__(self, libraries: Libraries, way: Proxy, doer: Doer) -> None:
        self._libraries = libraries
        self._proxy = way
        self._doer = doer
        self._references: dict[Action, Reference] = {}

    def __call__(self, seed: int) -> Trial:
        """Do the trial of a seed."""
        random = Random(seed)
        action = random.choice(ACTIONS)
        reference = self._reference(action)
        fault = _fault(_WHATS[seed % len(_WHATS)], random, reference)
        seen = self._run(action, fault)
        back = "" if fault.comes_back else ", for good"
        did = f"{action.words}: {fault.what} at byte {fault.byte} {fault.way}{back}"
        return Trial(did, judged(seen, reference, fault))

    def _reference(self, action: Action) -> Reference:
        if action not in self._references:
            states = [told(action, self._libraries.pristine[action.start])]
            commits: list[dict[Way, int]] = []

            def before_commit(_: object) -> None:
                if action.start != "older":  # whose tables are locked until then
                    states.append(told(action, self._libraries.state(action.start)))
                commits.append(dict(self._proxy.passed))

            event.listen(Engine, "commit", before_commit)
            try:
                seen = self._run(action, None)
            finally:
                event.remove(Engine, "commit", before_commit)
            states.append(seen.state)
            assert seen.is_alone, action
            assert len(set(states)) <= action.steps + 1, f"{action} is not done at once"
            self._references[action] = Reference(
                list(dict.fromkeys(states)), CHANGED, seen, action.only_keeps, commits
            )
        return self._references[action]

    def _run(self, action: Action, fault: Fault | None) -> Seen:
        """Run a command with a fault, from the state in which every trial begins."""
        recall = self._doer.recall
        folder = recall.library.parent
        write_lists(folder)
        self._libraries.put_back(action.start)
        address = f"alice:{SECRET}@127.0.0.1:{self._proxy.port}"
        name = self._libraries.name(action.start)
        recall.environ["RECALL_DATABASE_URL"] = f"postgresql://{address}/{name}"
        recall.now = NOW + timedelta(days=action.day)
        self._proxy.arm(fault)
        began, aside = monotonic(), StringIO()
        limit = LIMIT_SECONDS if fault and fault.what == "silent" else 100 * LIMIT_SECONDS
        fate = FATE_SECONDS if fault and not fault.comes_back else 10 * FATE_SECONDS
        with (
            redirect_stderr(aside),
            patch.object(patience, "LIMIT_SECONDS", limit),
            patch.object(patience, "FATE_SECONDS", fate),
        ):
            outcome = self._doer.do(action)
        seconds = monotonic() - began
        passed = dict(self._proxy.passed)
        is_away = fault is not None and not fault.comes_back
        is_free = is_away or self._libraries.wait_free(action.start)
        self._proxy.arm(None)
        is_alone = self._libraries.wait_alone(action.start)
        state = told(action, self._libraries.state(action.start))
        file = (folder / "list.md").read_text(encoding="utf-8")
        return Seen(outcome, aside.getvalue(), state, file, seconds, passed, is_free, is_alone)


def told(action: Action, state: State) -> State:
    """Return a state without what a command keeps beside its action if it can, as on a new day."""
    if not (action.day or action.only_keeps):
        return state
    return frozenset(one for one in state if one[0] not in _KEPT_BESIDE)


def _fault(what: What, random: Random, reference: Reference) -> Fault:
    """Return a fault anywhere in the conversation, half of the time near a commit."""
    way: Way = "to client" if what == "lost" else random.choice(("to server", "to client"))
    last = reference.seen.passed[way]
    byte = random.randrange(last)
    if random.random() < 1 / 2 and reference.commits:
        near = random.choice(reference.commits)[way]
        byte = min(last - 1, max(0, near + random.randint(-_NEAR_BYTES, _NEAR_BYTES)))
    return Fault(what, way, byte, comes_back=random.random() < 2 / 3)


@contextmanager
def trials(folder: Path) -> Iterator[Trials]:
    """Start a server, a proxy before it, and the libraries."""
    with postgres.running() as server:
        postgres.run(server.url("postgres"), "CREATE ROLE alice SUPERUSER LOGIN")
        recall = CommandLine(folder)
        homes = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), str(folder))
        with patch.dict("os.environ", homes), proxy(server.socket) as way:
            yield Trials(Libraries(server, recall), way, Doer(recall))


def lacks() -> str:
    """Return what the trials need and is not there."""
    return "" if postgres.binaries() else "PostgreSQL is not installed"
