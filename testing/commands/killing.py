"""Runs `recall` commands in processes of their own and kills them, at any moment wanted.

Starting Python takes far longer than a command's own work, so one process loads everything
and forks for each command: `python -m testing.commands.killing` reads a Trial and its environment
a line, as JSON, and answers with the exit code, or null for a process that was killed, and the
seconds it took.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, NamedTuple

ROOT = Path(__file__).parents[2]

_LONGEST_WORDS = 500_000


class Trial(NamedTuple):
    """A command, and when to kill it: after some seconds, just before a statement, at a stop.

    Statements count from 1 and include commits. A process stops before and after each system call;
    0 counts the stops and kills it at none. If all are None, it runs to its end. clock is the
    moment that the command takes for the present one, as ISO text; None is the computer's. largest
    is the size in bytes beyond which no file can grow.
    """

    argv: Sequence[str]
    after: float | None = None
    statement: int | None = None
    stop: int | None = None
    clock: str | None = None
    largest: int | None = None


class Outcome(NamedTuple):
    """The exit code (None if killed), the seconds it took, its stops, and the end of its words.

    work is the seconds of the processor; for processes at once those of all that ended meanwhile.
    """

    code: int | None
    seconds: float
    stops: int = 0
    said: str = ""
    work: float = 0.0


class Killer:
    """The process that forks, and the environment of its commands. Made by `killer`."""

    def __init__(self, process: "subprocess.Popen[str]", environ: Mapping[str, str]) -> None:
        """Use the process's two pipes."""
        self._process = process
        self._environ = environ

    def on(self, database_url: str) -> "Killer":
        """Return the same process, for commands on this library in the environment as it is."""
        return Killer(self._process, os.environ | {"RECALL_DATABASE_URL": database_url})

    def within(self, environ: Mapping[str, str]) -> "Killer":
        """Return the same process, for commands with these variables alone."""
        return Killer(self._process, environ)

    def run(self, trial: Trial) -> Outcome:
        """Carry out one trial."""
        (outcome,) = self.together([[trial.argv]], trial)
        return outcome

    def together(self, shares: Sequence[Sequence[Sequence[str]]], how: Trial) -> list[Outcome]:
        """Carry out commands in a process for each share, all at once; how says the rest.

        The code of a process is the first that is not 0.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps((shares, how, dict(self._environ)))}\n")
        self._process.stdin.flush()
        return [Outcome(*one) for one in json.loads(self._process.stdout.readline())]


@contextmanager
def killer() -> Iterator[Killer]:
    """Start the process."""
    command = [sys.executable, "-m", "testing.commands.killing"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            yield Killer(process, os.environ)
        finally:
            process.kill()


def serve(requests: IO[str], answers: IO[str]) -> None:
    """Answer trials until the input ends."""
    _load()
    for line in requests:
        shares, how, environ = json.loads(line)
        running = [_started(share, Trial(*how), environ) for share in shares]
        answers.write(f"{json.dumps([_ended(one) for one in running])}\n")
        answers.flush()


def _load() -> None:
    """Import everything that commands import lazily, by running some on a throwaway library."""
    from recall.cli.environment import Environment
    from recall.cli.main import main

    import_module("sqlalchemy.dialects.postgresql.psycopg")
    import_module("psycopg")
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.md")
        path.write_text("- [A](https://example.com/)\n")
        environ = {"RECALL_DATABASE_URL": f"sqlite:///{folder}/library.db", "HOME": folder}
        environment = Environment(environ, out=StringIO(), err=StringIO())
        for argv in (["import", str(path)], ["grade", "1", "good"], ["list"], ["doctor"]):
            main(argv, environment)


class _Running(NamedTuple):
    """A child that carries out commands, and the file that has its words."""

    child: int
    trial: Trial
    began: float
    words: IO[bytes]


def _started(
    commands: Sequence[Sequence[str]], trial: Trial, environ: Mapping[str, str]
) -> _Running:
    words, began = TemporaryFile(), time.perf_counter()  # noqa: SIM115 - `_ended` closes it
    child = os.fork()
    if child == 0:
        _be_the_commands(commands, trial, environ, words.fileno())
    return _Running(child, trial, began, words)


def _ended(running: _Running) -> Outcome:
    child, trial, began, words = running
    before = _work()
    if trial.after is not None:
        time.sleep(trial.after)
        os.kill(child, signal.SIGKILL)
    stops = 0
    if trial.stop is None:
        _, status = os.waitpid(child, 0)
    else:
        from testing.commands.tracing import traced

        status, stops = traced(child, trial.stop)
    code = None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    with words:
        words.seek(0)
        said = words.read()[-_LONGEST_WORDS:].decode(errors="replace")
    return Outcome(code, time.perf_counter() - began, stops, said, _work() - before)


def _work() -> float:
    """Return the seconds of the processor of all children that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _be_the_commands(
    commands: Sequence[Sequence[str]], trial: Trial, environ: Mapping[str, str], words: int
) -> None:
    """Run the commands in the forked process, their output into a file, and exit."""
    from recall.cli.environment import Environment
    from recall.cli.main import main

    code = 99
    try:
        os.dup2(words, 1)
        os.dup2(words, 2)
        os.environ.clear()
        os.environ.update(environ)
        clock = None if trial.clock is None else datetime.fromisoformat(trial.clock)
        outside = Environment() if clock is None else Environment(clock=lambda: clock)
        if trial.statement is not None:
            _die_before(trial.statement)
        if trial.largest is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (trial.largest, trial.largest))
        if trial.stop is not None:
            from testing.commands.tracing import let_be_traced

            let_be_traced()
        codes = [main(argv, outside.anew()) for argv in commands]
        code = next((one for one in codes if one), 0)
    finally:
        os._exit(code)


def _die_before(statement: int) -> None:
    from sqlalchemy import Engine, event

    from recall.storage.database.connections import postgres, sqlite

    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    for kind in (sqlite.SqliteConnection, postgres.PostgresConnection):
        for name in ("rows", "execute", "execute_many"):
            setattr(kind, name, _both(count, getattr(kind, name)))
    event.listen(Engine, "commit", count)  # PostgreSQL's; on SQLite it is a statement


def _both(first: Callable[[], None], then: Callable[..., object]) -> Callable[..., object]:
    def run(*given: object) -> object:
        first()
        return then(*given)

    return run


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
