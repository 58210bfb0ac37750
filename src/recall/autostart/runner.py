"""Runs a platform's program with a time limit, and returns how it ended."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from recall.domain.text.plain import lines

NOT_FOUND = 127
TOO_LONG = 124
"""Exit statuses for programs without one, as in a shell and timeout(1)."""

_SECONDS = 30
_LONGEST_WORDS = 200


class Ended(NamedTuple):
    """A program's exit status and, if it failed, the last line of its output, if any."""

    status: int
    words: str = ""


Run = Callable[[Sequence[str]], Ended]


def run_program(args: Sequence[str]) -> Ended:
    """Run a program and capture its output."""
    import subprocess

    try:
        done = subprocess.run(
            args,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_SECONDS,
            check=False,
        )
    except OSError:
        return Ended(NOT_FOUND)
    except subprocess.TimeoutExpired:
        return Ended(TOO_LONG)
    return Ended(done.returncode, _last_line(done.stderr) if done.returncode else "")


def _last_line(said: bytes) -> str:
    *_, last = ["", *filter(None, lines(said.decode(errors="replace")))]
    return last[:_LONGEST_WORDS]
