"""Runs whole commands in turn with a bare interpreter, for their time and peak memory.

Unix only: both come from `wait4`. Nothing of recall is imported here: the peak that Linux
reports of a child is at least what its parent held when the child began.
"""

import os
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
"""What one unit of ru_maxrss is."""

Command = Sequence[str]
Environment = Mapping[str, str]


class Sample(NamedTuple):
    """One run of one process: wall time, processor time, and the most memory it held."""

    seconds: float
    cpu_seconds: float
    mebibytes: float


class Measured(NamedTuple):
    """Many runs of one command: median times, wall time over the bare interpreter's, peak."""

    seconds: float
    cpu_seconds: float
    ratio: float
    mebibytes: float


def run(command: Command, environment: Environment) -> Sample:
    """Run one command to its end, its output thrown away; SystemExit when it fails."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    began = time.perf_counter()
    child = os.posix_spawn(command[0], list(command), environment, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"this failed: {' '.join(command)}")
    cpu_seconds = usage.ru_utime + usage.ru_stime
    return Sample(seconds, cpu_seconds, usage.ru_maxrss * MAXRSS_BYTES / MEBIBYTE)


def home(folder: Path, library: Path) -> Environment:
    """The environment of a person with this home, no settings file, and bytecode kept."""
    others = ("RECALL_", "PYTHON", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return {**kept, "HOME": str(folder), "RECALL_DATABASE_URL": f"sqlite:///{library}"}


def in_turn(rounds: Iterator[Sequence[str]], environment: Environment) -> Measured:
    """Run recall with each round's words, and before each a bare interpreter.

    The first round warms up disk and bytecode, and does not count.
    """
    bare: list[Sample] = []
    whole: list[Sample] = []
    for words in rounds:
        bare.append(run(BARE, environment))
        whole.append(run((*RECALL, *words), environment))
    return _measured(bare[1:], whole[1:])


def _measured(bare: Sequence[Sample], whole: Sequence[Sample]) -> Measured:
    seconds = statistics.median(sample.seconds for sample in whole)
    cpu_seconds = statistics.median(sample.cpu_seconds for sample in whole)
    ratio = seconds / statistics.median(sample.seconds for sample in bare)
    return Measured(seconds, cpu_seconds, ratio, max(sample.mebibytes for sample in whole))
