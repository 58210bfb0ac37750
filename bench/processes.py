"""Measures time and peak memory of whole commands, alternating with a bare interpreter.

Unix only: both come from `wait4`. It imports nothing of recall, because the peak that Linux reports
for a child is at least its parent's memory at the start.
"""

import os
import pty
import signal
import statistics
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

BARE = (sys.executable, "-c", "pass")
RECALL = (sys.executable, str(Path(sysconfig.get_path("scripts")) / "recall"))

MEBIBYTE = 2**20
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
"""The bytes of one unit of ru_maxrss."""

Command = Sequence[str]
Environment = Mapping[str, str]


class Sample(NamedTuple):
    """One run of one process: wall time, processor time, and peak memory."""

    seconds: float
    cpu_seconds: float
    mebibytes: float


class Measured(NamedTuple):
    """Many runs of one command: median times, the ratio to a bare interpreter, and the peak."""

    seconds: float
    cpu_seconds: float
    ratio: float
    mebibytes: float


def run(command: Command, environment: Environment) -> Sample:
    """Run one command and discard its output; SystemExit if it fails."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    child = os.posix_spawn(command[0], list(command), environment, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"this failed: {' '.join(command)}")
    cpu_seconds = usage.ru_utime + usage.ru_stime
    return Sample(seconds, cpu_seconds, usage.ru_maxrss * MAXRSS_BYTES / MEBIBYTE)


def run_until(command: Command, environment: Environment, text: str) -> Sample:
    """Run one command in a terminal until it has written a text; SystemExit if it ends before."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        os.execve(command[0], list(command), dict(environment))
    seen = b""
    while text.encode() not in seen:
        try:
            seen += os.read(terminal, 65_536)
        except OSError as error:  # Linux's way to say that it has ended
            raise SystemExit(f"this ended early: {' '.join(command)}") from error
    seconds = time.perf_counter() - began
    os.kill(child, signal.SIGKILL)
    _, _, usage = os.wait4(child, 0)
    os.close(terminal)
    cpu_seconds = usage.ru_utime + usage.ru_stime
    return Sample(seconds, cpu_seconds, usage.ru_maxrss * MAXRSS_BYTES / MEBIBYTE)


def home(folder: Path, library: Path) -> Environment:
    """Return an environment with this home, no settings file, and bytecode caching."""
    others = ("RECALL_", "PYTHON", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return {**kept, "HOME": str(folder), "RECALL_DATABASE_URL": f"sqlite:///{library}"}


def in_turn(rounds: Iterator[Sequence[str]], environment: Environment, until: str = "") -> Measured:
    """Run recall with each round's arguments, and before each a bare interpreter.

    With until it runs in a terminal, and only until it has written that text.
    The first round warms up the disk and bytecode caches, and does not count.
    """
    bare: list[Sample] = []
    whole: list[Sample] = []
    for words in rounds:
        bare.append(run(BARE, environment))
        command = (*RECALL, *words)
        sample = run_until(command, environment, until) if until else run(command, environment)
        whole.append(sample)
    return _measured(bare[1:], whole[1:])


def _measured(bare: Sequence[Sample], whole: Sequence[Sample]) -> Measured:
    seconds = statistics.median(sample.seconds for sample in whole)
    cpu_seconds = statistics.median(sample.cpu_seconds for sample in whole)
    ratio = seconds / statistics.median(sample.seconds for sample in bare)
    return Measured(seconds, cpu_seconds, ratio, max(sample.mebibytes for sample in whole))
