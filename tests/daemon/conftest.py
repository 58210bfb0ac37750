"""A library in which something is owed today, and `recall` in a process of its own."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

import pytest

from testing.command_line import CommandLine
from testing.dbus_server import Bus

Start = Callable[..., "Popen[str]"]

SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture(scope="session")
def due_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one revisit that was due long ago; it is copied, not used."""
    recall = CommandLine(tmp_path_factory.mktemp("due"))
    recall.ok("add", "https://example.org/a", "--title", "VLLM论文")
    recall.ok("read", "1", "again")
    return recall.library


@pytest.fixture
def recall(tmp_path: Path, due_file: Path, bus: Bus) -> CommandLine:
    """A command line on the bus; at any time of day a digest is owed."""
    command_line = CommandLine(tmp_path)
    command_line.library.write_bytes(due_file.read_bytes())
    command_line.configure("[remind]", 'times = "00:00"', 'quiet = "none"', 'kinds = "digest"')
    command_line.environ |= bus.environ
    return command_line


@pytest.fixture
def start(recall: CommandLine) -> Iterator[Start]:
    """Start `recall` with these arguments, for real; it is killed afterwards."""
    running = []

    def run(*arguments: str, code: str = "") -> "Popen[str]":
        python = [sys.executable, "-c", code] if code else [sys.executable, "-m", "recall"]
        environ = {**os.environ, **recall.environ, "PYTHONPATH": str(SOURCE)}
        process = Popen(
            [*python, *arguments], env=environ, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, text=True
        )
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.communicate()
