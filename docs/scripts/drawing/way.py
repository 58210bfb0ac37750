"""Runs commands and tells how they passed through the rooms, as JSON on stdout.

It is a program of its own (`python docs/scripts/drawing/way.py`), because a process that ran
something before would remember parts of the way. The library is new, and the date is fixed.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import NamedTuple
from unittest.mock import patch

import time_machine

from recall.__main__ import main as recall

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
COMMANDS = (("today",), ("grade", "2", "good"))

FUNCTION = 1
"""The mark of code that is a function's: the body of a class has it not (CO_OPTIMIZED)."""


class Step(NamedTuple):
    """A call from one room into another; into is the module and the function that is called."""

    from_room: str
    to_room: str
    into: str


class Way:
    """Notes, while a command runs, the first call from another room into each module."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.steps: list[Step] = []
        self._seen: set[str] = set()

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Be told of a call, as `sys.setprofile` tells it."""
        called = _module(frame)
        if event != "call" or called in self._seen or not _is_public(frame):
            return
        caller = _caller(frame)
        if caller is not None and called.startswith("recall.") and _room(caller) != _room(called):
            self._seen.add(called)
            module = called.rpartition(".")[2]
            step = Step(_room(caller), _room(called), f"{module}.{frame.f_code.co_name}")
            self.steps.append(step)


def _caller(frame: FrameType) -> str | None:
    """Return the nearest module of recall on the way to a call."""
    before = frame.f_back
    while before is not None and not _module(before).startswith("recall."):
        before = before.f_back
    return None if before is None else _module(before)


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _room(module: str) -> str:
    return module.split(".")[1]


def _is_public(frame: FrameType) -> bool:
    code = frame.f_code
    return bool(code.co_flags & FUNCTION) and code.co_name[0] not in "_<"


def way(command: tuple[str, ...]) -> list[Step]:
    """Run one command and return its steps; RuntimeError where it failed."""
    noted, output = Way(), io.StringIO()
    sys.argv = ["recall", *command]
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        sys.setprofile(noted.note)
        try:
            with patch("os._exit"):  # recall would end this process with the command
                code = recall()
        finally:
            sys.setprofile(None)
    if code:
        raise RuntimeError(f"recall {' '.join(command)} ended with {code}: {output.getvalue()}")
    return noted.steps


def main() -> int:
    """Make a library, then tell the way of each command."""
    with tempfile.TemporaryDirectory() as folder, time_machine.travel(DAY, tick=False):
        os.environ["RECALL_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'library.db'}"
        os.environ["COLUMNS"] = "80"  # how wide the terminal is decides what has to be cut
        os.environ["RECALL_CONFIG"] = str(Path(folder) / "config.toml")
        way(("init",))
        print(json.dumps({f"recall {' '.join(one)}": way(one) for one in COMMANDS}))  # noqa: T201 - its output
    return 0


if __name__ == "__main__":
    sys.exit(main())
