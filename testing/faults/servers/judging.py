"""Whether a command that met a fault did all or nothing, and said which."""

from collections.abc import Sequence
from typing import NamedTuple

from testing.commands.command_line import Outcome
from testing.faults.servers.library import State
from testing.faults.servers.proxy import Fault, Way

SECRET = "s3cr3t-of-alice"
"""The password in the URL, whose bytes are searched for."""

STORAGE = 5

_SLACK_SECONDS = 25.0
"""What a busy machine may add; a command that waits for a silent server waits for ever."""


class Seen(NamedTuple):
    """A command that ended: what it said, what is stored, and what it left on the server.

    aside is what was written to the terminal beside its streams. state is a digest of the library,
    file the text of the list that is kept in step. is_free: others could act; is_alone: no
    connection stayed.
    """

    outcome: Outcome
    aside: str
    state: State
    file: str
    seconds: float
    passed: dict[Way, int]
    is_free: bool
    is_alone: bool


class Reference(NamedTuple):
    """The same command without a fault: the states before, between and after its commits.

    commits has how many bytes had passed before each.
    """

    states: Sequence[State]
    file: str
    seen: Seen
    only_keeps: bool
    commits: Sequence[dict[Way, int]]


def judged(seen: Seen, reference: Reference, fault: Fault) -> str:
    """Return what went wrong, or ''."""
    if left := _left(seen):
        return left
    if seen.state not in reference.states:
        nearest = min((seen.state - state for state in reference.states), key=len)
        tables = ", ".join(sorted(str(name) for name, _ in nearest))
        return f"left half an action in {tables} ({seen.outcome})"
    return _denied(seen, reference, fault)


def _left(seen: Seen) -> str:
    """Return what was written or held that must not be, or ''."""
    written = seen.outcome.out + seen.outcome.err + seen.aside
    if SECRET in written:
        return f"told the password: {written}"
    if seen.aside:
        return f"wrote to the terminal: {seen.aside}"
    if not seen.is_free:
        return "left a lock on the server"
    if not seen.is_alone:
        return "left a connection on the server"
    return f"took {seen.seconds:.0f} seconds" if seen.seconds > _SLACK_SECONDS else ""


def _denied(seen: Seen, reference: Reference, fault: Fault) -> str:
    """Return what was said that is not true, or ''."""
    outcome, usual = seen.outcome, reference.seen
    has_begun = seen.state != reference.states[0]
    if outcome.code == usual.outcome.code:
        is_done = reference.only_keeps or (seen.state, seen.file) == (usual.state, usual.file)
        is_same = is_done and outcome == usual.outcome
        return "" if is_same else f"says that it is done: {outcome}, not {usual.outcome}"
    *before, last = outcome.err.splitlines() or [""]
    is_one_line = (
        last.startswith("recall: ") and before == usual.outcome.err.splitlines()[: len(before)]
    )
    is_said = usual.outcome.out.startswith(outcome.out) and (has_begun or not outcome.out)
    if outcome.code != STORAGE or not is_one_line or not is_said:
        return f"ended in another way: {outcome}"
    if "may have been done" in outcome.err:
        return f"could have looked: {outcome.err}" if fault.comes_back else ""
    if seen.file != (usual.file if has_begun else reference.file):
        return f"left the list and the library apart: {outcome.err}"
    if "what was done before is kept" in outcome.err:
        return "" if has_begun else f"says that something was done: {outcome.err}"
    return f"says nothing of what was done: {outcome.err}" if has_begun else ""
