"""Runs commands inside the test, each in an environment of its own, and says what came out."""

import json
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.fetching.network import Network
from testing.libraries.factories import NOW, ZONE


class Outcome(NamedTuple):
    """The result of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Stdout parsed as its single JSON object."""
        (line,) = self.out.splitlines()
        parsed: dict[str, Any] = json.loads(line)
        return parsed


class Terminal(StringIO):
    """Text in memory that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


class CommandLine:
    """`recall` for one test: its library, its settings file, its environment and its clock."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "library.db"
        self.config = folder / "config.toml"
        self.now: datetime = NOW
        self.network: Network | None = None
        self.environ = {
            "RECALL_DATABASE_URL": f"sqlite:///{self.library}",
            "RECALL_CONFIG": str(self.config),
        }
        self.configure()

    def configure(self, *rows: str, fetch: bool = False) -> None:
        """Write the settings file; the time zone is always that of the clock.

        Pages are asked only by tests that have web sites of their own.
        """
        always = (f'time_zone = "{ZONE.key}"', *(() if fetch else ("fetch.on = false",)))
        self.config.write_text("\n".join((*always, *rows, "")), encoding="utf-8")

    def __call__(
        self, *argv: str, stream: Callable[[], StringIO] = StringIO, **environ: str
    ) -> Outcome:
        """Run one command, with extra environment variables if given."""
        out, err = stream(), stream()
        outside = {**self.environ, **environ}
        code = main(argv, Environment(outside, lambda: self.now, out, err, network=self.network))
        return Outcome(code, out.getvalue(), err.getvalue())

    def ok(self, *argv: str) -> Outcome:
        """Run a command that must succeed."""
        outcome = self(*argv)
        assert outcome.code == 0, outcome.err
        return outcome

    def state(self) -> tuple[bytes | None, ...]:
        """Return the bytes of the library and of the settings."""
        files = (self.library, self.config)
        return tuple(path.read_bytes() if path.is_file() else None for path in files)
