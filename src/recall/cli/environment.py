"""What a command may touch outside itself: environment, clock, output. One of it a run."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple, TextIO

from recall.cli.output.screen import Screen
from recall.cli.output.width import wrap
from recall.domain.calendar.study_day import study_date
from recall.domain.text.plain import plain
from recall.settings.locations import library_url, settings_path
from recall.settings.table import Settings

if TYPE_CHECKING:
    from recall.usecases.context import Context


COMPLETING = "_RECALL_COMPLETE"
"""Set by a shell that asks what could be typed next; typer derives the name from `recall`."""


def _system_clock() -> datetime:
    return datetime.now(UTC)


class World(NamedTuple):
    """The outside. Tests pass their own; the clock gives an aware moment."""

    environ: Mapping[str, str] = os.environ
    clock: Callable[[], datetime] = _system_clock
    out: TextIO | None = None
    err: TextIO | None = None

    @property
    def stdout(self) -> TextIO:
        """Where data goes; nowhere, when the caller has closed it."""
        return self.out or sys.stdout or StringIO()

    @property
    def stderr(self) -> TextIO:
        """Where messages go; nowhere, when the caller has closed it."""
        return self.err or sys.stderr or StringIO()

    @property
    def screen(self) -> Screen:
        """What stdout can show."""
        return Screen.of(self.stdout, self.environ)

    def settings(self) -> Settings:
        """The settings in force."""
        path = settings_path(self.environ)
        if not os.path.exists(path):  # what reads the file is not loaded for nothing
            return Settings()
        from recall.settings.file import load

        return load(path)

    def database_url(self) -> str:
        """Where the library is."""
        return library_url(self.environ, self.settings())

    def now(self, settings: Settings) -> datetime:
        """The present moment in the person's time zone."""
        if not settings.time_zone:
            return self.clock().astimezone()
        from zoneinfo import ZoneInfo

        return self.clock().astimezone(ZoneInfo(settings.time_zone))

    def now_in_zone(self, settings: Settings) -> datetime:
        """The same, in a zone that knows when its clocks change: for what is to come."""
        if settings.time_zone:
            return self.now(settings)
        from recall.cli.local_zone import local_zone

        return self.clock().astimezone(local_zone(self.environ))

    def today(self) -> date:
        """The study day it is. Dates are read before the library is opened, or made."""
        settings = self.settings()
        return study_date(self.now(settings), settings.day_start)

    def say(self, message: str) -> None:
        """A message to the person, beside the data: one line, folded at spaces on a terminal."""
        screen = Screen.of(self.stderr, self.environ)
        text = plain(message)
        for line in wrap(text, screen.columns) if screen.terminal else [text]:
            screen.write(line)

    def print_json(self, value: Mapping[str, object]) -> None:
        """One JSON object on stdout."""
        from recall.cli.output.json_out import dump

        self.stdout.write(dump(value, ascii_only=not self.screen.utf8))

    @contextmanager
    def library(self, empty: bool = False) -> "Iterator[Context]":
        """The open library; made where there is none, from the shipped catalog or empty."""
        from recall.usecases.upkeep.opening import open_library

        settings = self.settings()
        url = library_url(self.environ, settings)
        context = open_library(url, settings, self.now(settings), self.say, empty=empty)
        with context.store:
            yield context

    @contextmanager
    def rehearsal(self) -> "Iterator[Context]":
        """The library for a dry run; where there is none, an empty one that goes away again."""
        from tempfile import TemporaryDirectory

        from recall.usecases.upkeep.opening import is_missing

        if not is_missing(self.database_url()):
            with self.library() as context:
                yield context
            return
        with TemporaryDirectory(prefix="recall-") as folder:
            url = f"sqlite:///{folder}/library.db"
            elsewhere = {**self.environ, "RECALL_DATABASE_URL": url}
            with self._replace(environ=elsewhere, err=StringIO()).library(empty=True) as context:
                yield context
