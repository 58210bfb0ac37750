"""Starts the child process that reads a page, and ends it when its time is over."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from recall.fetching.answer import NoAnswer

SECONDS = 20.0

EXTRA = "recall-reading[fetch]"

_CRASHED = "the program that reads it has crashed over it"

_LIBRARIES = ("trafilatura", "pypdf")


class Extract(NamedTuple):
    """What a page or a PDF says, as it stands there; pages and seconds if it has them."""

    title: str = ""
    text: str = ""
    language: str | None = None
    published_on: str | None = None
    kind: str | None = None
    pages: int | None = None
    seconds: float | None = None
    has_password: bool = False


class Task(NamedTuple):
    """A page to read: bytes, or a file at a path. name is for messages."""

    name: str
    kind: str
    url: str
    charset: str = ""
    data: bytes = b""
    path: Path | None = None


def is_installed() -> bool:
    """Return whether the libraries of the extra are there. They are not imported."""
    return all(find_spec(name) is not None for name in _LIBRARIES)


def extract(task: Task, seconds: float = SECONDS) -> Extract:
    """Read a page in a child process; NoAnswer if it takes longer than the given seconds.

    The child has little memory and no way to the terminal. It may crash: what it has said by then
    counts if the title is among it.
    """
    head = {
        "kind": task.kind,
        "url": task.url,
        "charset": task.charset,
        "path": None if task.path is None else str(task.path),
        "seconds": max(1, round(seconds)),
    }
    command = [sys.executable, "-P", "-m", "recall.fetching.reading.child"]
    given = json.dumps(head).encode() + b"\n" + task.data
    problem, said = "", b""
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=seconds, check=True
        )
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        problem, said = "it takes too long", late.stdout or b""
    except subprocess.CalledProcessError as crash:
        problem, said = _CRASHED, crash.stdout
    found, told = _last(said)
    problem = told or problem or ("" if found is not None else _CRASHED)
    if problem and not (found and found.get("title")):
        raise _unreadable(task, problem)
    found = found or {}
    return Extract(**{name: found[name] for name in Extract._fields if found.get(name)})


def _last(said: bytes) -> tuple[dict[str, Any] | None, str]:
    """Return the last facts that a child has written, None for none, and its problem or ""."""
    found: dict[str, Any] | None = None
    for line in said.splitlines():
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError:  # it was ended in the middle of the line
            continue
        if "problem" in answer:
            return found, str(answer["problem"])
        found = answer
    return found, ""


def _unreadable(task: Task, problem: str) -> NoAnswer:
    return NoAnswer("unreadable", f"{task.name} cannot be read: {problem}")
