"""The outside of one run: environment variables, clock, settings and output."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime

from recall.cli.output.screen import Screen
from recall.cli.output.width import wrap
from recall.domain.calendar.study_day import study_date
from recall.domain.text.plain import plain
from recall.errors import NotReady, RecallError
from recall.settings.locations import library_url, settings_path
from recall.usecases.context import context_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from typing import BinaryIO, Protocol, TextIO

    from recall.errors import BadFile
    from recall.fetching.network import Network
    from recall.settings.table import Settings
    from recall.usecases.context import Context

    class View(Protocol):
        """A view that can be printed as JSON."""

        def as_json(self) -> dict[str, object]:
            """Return the fields of the object, without its schema."""
            ...


COMPLETING = "_RECALL_COMPLETE"
"""Set by a shell that asks for completions; Typer derives the name from `recall`."""


_YEARS = range(1970, 9000)
"""The years that the clock may show: no date that is computed from them leaves the calendar."""


def _system_clock() -> datetime:
    return datetime.now(UTC)


class Environment:
    """All that a command may touch outside itself. Tests pass their own.

    The clock and the settings file are read once, when they are first asked for: a run has one
    present moment, also if it takes place around the end of a study day.
    """

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        clock: Callable[[], datetime] = _system_clock,
        out: TextIO | None = None,
        err: TextIO | None = None,
        network: Network | None = None,
    ) -> None:
        """Read nothing yet. The clock gives an aware moment; None is the real network."""
        self.environ = environ
        self.clock = clock
        self.out = out
        self.err = err
        self._network = network
        self._moment: datetime | None = None
        self._settings: tuple[Settings, list[BadFile]] | None = None
        self._context: Context | None = None
        self.goes_around_damage = False

    def around_damage(self) -> Environment:
        """Return the same outside, in which damaged rows of the library are left out."""
        around = self.anew()
        around.goes_around_damage = True
        return around

    @property
    def has_acted(self) -> bool:
        """Whether an action was done in this run."""
        return self._context is not None and bool(self._context.store.acted)

    def opened(self, context: Context) -> Context:
        """Remember the library that a command opened, to name it in an error."""
        self._context = context
        if self.goes_around_damage:
            from recall.usecases.upkeep.around_damage import set_aside

            set_aside(context)
        return context

    def anew(self) -> Environment:
        """Return the same outside at its next moment, with the settings read again."""
        return Environment(self.environ, self.clock, self.out, self.err, network=self._network)

    @property
    def stdout(self) -> TextIO:
        """The stream for data; a null stream if the caller has closed it."""
        return self.out or sys.stdout or _nowhere()

    @property
    def stderr(self) -> TextIO:
        """The stream for messages; a null stream if the caller has closed it."""
        return self.err or sys.stderr or _nowhere()

    @property
    def stdin(self) -> BinaryIO:
        """The bytes that are piped in; none if the caller has closed it."""
        from io import BytesIO

        return sys.stdin.buffer if sys.stdin else BytesIO()

    @property
    def network(self) -> Network:
        """Return the door to the network. Nothing of it is loaded before."""
        if self._network is None:
            from recall.fetching.network import Network

            self._network = Network()
        return self._network

    @property
    def screen(self) -> Screen:
        """Return stdout's screen."""
        return Screen.of(self.stdout, self.environ)

    @property
    def settings_path(self) -> str:
        """Where the settings file is, or would be."""
        return settings_path(self.environ)

    @property
    def settings(self) -> Settings:
        """The settings in force; BadFile names the first one that is wrong."""
        settings, wrong = self.checked_settings
        if wrong:
            raise wrong[0]
        return settings

    @property
    def checked_settings(self) -> tuple[Settings, list[BadFile]]:
        """Return the settings, with defaults for the invalid ones, and the errors of those."""
        if self._settings is None:
            self._settings = self._read_settings()
        return self._settings

    @property
    def database_url(self) -> str:
        """Return the URL of the library."""
        return library_url(self.environ, self.settings)

    @property
    def moment(self) -> datetime:
        """The present moment of this run, in any zone; RecallError if the clock is far off."""
        if self._moment is None:
            self._moment = self._look_at_clock()
        return self._moment

    @property
    def now(self) -> datetime:
        """Return the present moment in the person's time zone."""
        return _in_zone(self.moment, self.settings)

    def now_again(self, settings: Settings) -> datetime:
        """Look at the clock once more, for a session that goes on past the end of its day."""
        return _in_zone(self._look_at_clock(), settings)

    @property
    def now_in_zone(self) -> datetime:
        """Return the present moment in a zone that knows its clock changes, for future times."""
        if self.settings.time_zone:
            return self.now
        from recall.cli.local_zone import local_zone

        return self.moment.astimezone(local_zone(self.environ))

    @property
    def today(self) -> date:
        """Return the study date. Dates are parsed before the library is opened or created."""
        return study_date(self.now, self.settings.day_start)

    def _look_at_clock(self) -> datetime:
        moment = self.clock()
        if moment.year not in _YEARS:
            raise RecallError(
                f"the clock of this computer shows the year {moment.year}; set it, and try again"
            )
        return moment

    def _read_settings(self) -> tuple[Settings, list[BadFile]]:
        if not os.path.exists(self.settings_path):  # the TOML reader is loaded only for a file
            from recall.settings.table import Settings

            return Settings(), []
        from recall.settings.file import problems

        return problems(self.settings_path)

    def say(self, message: str) -> None:
        """Print a message to the person, beside the data; on a terminal it is folded at spaces.

        If it cannot be written, as when nobody reads it any more, the command goes on.
        """
        screen = Screen.of(self.stderr, self.environ)
        text = plain(message)
        try:
            for line in wrap(text, screen.columns) if screen.terminal else [text]:
                screen.write(line)
        except OSError:  # not contextlib.suppress: daily commands would load that module for it
            return

    def tell_wait(self) -> None:
        """Tell the person that the library is locked by others."""
        self.say("recall: the library is in use by another process; waiting for it")

    def print_json(self, value: Mapping[str, object]) -> None:
        """Print one JSON object on stdout."""
        from recall.cli.output.json_out import dump

        self.stdout.write(dump(value, ascii_only=not self.screen.utf8))

    def print_view(self, view: View) -> None:
        """Print a view as one JSON object on stdout."""
        self.print_json(view.as_json())

    def library(self, *, empty: bool = False) -> AbstractContextManager[Context]:
        """Open the library; if there is none, make it from the shipped catalog or empty."""
        return _OpenLibrary(self, empty=empty)

    def rehearsal(self) -> AbstractContextManager[Context]:
        """Open the library for a dry run; if there is none, an empty one that goes away again."""
        from recall.usecases.upkeep.opening import is_missing, temporary_library

        if is_missing(self.database_url):
            return temporary_library(self.settings, self.now)
        return self.library()


class _OpenLibrary:
    """A library that is open in a with block. What makes and upgrades it is loaded if needed."""

    def __init__(self, environment: Environment, *, empty: bool) -> None:
        self._environment = environment
        self._empty = empty

    def __enter__(self) -> Context:
        outside = self._environment
        context = context_of(outside.database_url, outside.settings, outside.now)
        context.store.told = outside.tell_wait
        try:
            context.store.check()
        except NotReady:
            from recall.usecases.upkeep.opening import open_library

            url, settings, now = outside.database_url, outside.settings, outside.now
            context = open_library(url, settings, now, outside.say, empty=self._empty)
            context.store.told = outside.tell_wait
        self._context = outside.opened(context)
        return context

    def __exit__(self, *_: object) -> None:
        self._context.store.close()


def _in_zone(moment: datetime, settings: Settings) -> datetime:
    """Return the moment in the person's time zone, or else the computer's."""
    if not settings.time_zone:
        try:
            return moment.astimezone()
        except ValueError as error:
            raise RecallError(_NO_ZONE) from error
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(settings.time_zone))


_NO_ZONE = (
    "the computer's time zone is a day or more away from UTC; give TZ another, or set one with "
    "'recall config set time_zone Europe/Berlin'"
)


def _nowhere() -> TextIO:
    from io import StringIO

    return StringIO()
