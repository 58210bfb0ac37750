"""The daemon: every minute it sends what is owed, every second it handles clicks."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

from recall.daemon import click_actions
from recall.daemon.delivery_health import DeliveryHealth
from recall.daemon.link_checks import LinkChecks
from recall.daemon.list_watch import ListWatch
from recall.daemon.page_beside import PageBeside
from recall.daemon.process import heartbeat
from recall.domain.reminders.message import CLICKED, Message
from recall.domain.reminders.owed import Reminder
from recall.domain.reminders.slots import REMINDER_KINDS
from recall.domain.reminders.snooze import end_after
from recall.domain.text.choice import chosen
from recall.errors import RecallError
from recall.notify import table
from recall.notify.notifier import Notifier
from recall.notify.text import one_line
from recall.settings import machine_id
from recall.usecases import reminding
from recall.usecases.context import Context
from recall.usecases.personal import prepare
from recall.usecases.reminding import Machine, Reminding

LOGGER = "recall.remind"

SNOOZE = timedelta(hours=1)
"""The length of a snooze by a reminder's button."""

_LONGEST_PROBLEM = 300

Library = Callable[[], AbstractContextManager[Context]]
"""Opens the library with the present settings and moment; RecallError if it cannot."""


def _now() -> datetime:
    return datetime.now(UTC)


class ReminderLoop:
    """Called by two loops: tick from the scheduler's thread, listen from the main thread."""

    def __init__(
        self,
        library: Library,
        chain: Sequence[Notifier],
        environ: Mapping[str, str],
        platform: str,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Do nothing yet. The clock returns an aware moment."""
        self._library = library
        self._health = DeliveryHealth(chain)
        self._environ = environ
        self._platform = platform
        self._clock = clock
        self._machine = ""
        self._log = logging.getLogger(LOGGER)
        self._links = LinkChecks(environ, self._log)
        self._lists = ListWatch(self._log)
        self._page = PageBeside(library, environ, self._log)
        self._problem: str | None = None
        self._unnoted: tuple[Reminder, str] | None = None
        self._heartbeat = heartbeat.Heartbeat(0, "", "")

    def begin(self, pid: int) -> None:
        """Log the start and write the first heartbeat."""
        self._machine = machine_id.name()
        self._log.info("started, process %d", pid)
        now = self._stamp()
        self._beat(heartbeat.Heartbeat(pid, started=now, beat=now))

    def tick(self) -> None:
        """Serve the page, send what is owed, keep lists in step, and let links be checked.

        A problem is logged once, and the next tick tries again.
        """
        if hasattr(time, "tzset"):
            time.tzset()  # the person may have traveled
        try:
            with self._library() as context:
                self._page.tick(context.settings)  # first: a click on a reminder leads there
                problem = self._remind(context)
                prepare(context)
                self._lists.tick(context, self._machine)
                self._links.tick(context, self._machine)
        except RecallError as error:
            problem = str(error)
        except Exception as error:
            problem = self._unexpected(error)
        self._tell(problem)
        self._beat(self._heartbeat._replace(beat=self._stamp(), problem=problem))

    def listen(self) -> None:
        """Handle the clicks since the last call. It never raises, which would end the daemon."""
        try:
            table.listen(self._health.chain, self._answer)
        except Exception as error:
            self._log.warning(self._unexpected(error))
            table.close(self._health.chain)  # the next message reconnects

    def end(self) -> None:
        """Close the channels, and end what runs beside."""
        self._links.end()
        self._page.end()
        table.close(self._health.chain)
        self._log.info("stopped")

    def _remind(self, context: Context) -> str | None:
        language = reminding.language_of(context.settings, self._environ)
        here = Machine(self._machine, language)
        if self._unnoted is not None:
            if reminding.note(context, *self._unnoted, here) != "sent":
                return "the library could not be told what was sent; it is tried again"
            self._unnoted = None
        if not context.settings.remind_on:
            return None
        if not self._health.sits_out(context.now):
            done = reminding.remind(context, self._health.chain, here, self._clock)
            self._note(done, context.now)
        return self._health.problem

    def _note(self, done: Reminding, now: datetime) -> None:
        """Record and log the result of an attempt."""
        self._health.learn(done, now)
        if done.state in ("sent", "not noted") and done.reminder:
            backend = done.attempts[-1].backend
            self._log.info("sent %s %s by %s", *done.reminder[:2], backend)
            if done.state == "not noted":
                self._unnoted = done.reminder, backend

    def _answer(self, message: Message, key: str) -> None:
        try:
            self._log.info("clicked %s: %s", key, self._do(message, key))
        except RecallError as error:
            self._log.warning("clicked %s, but %s", key, error)
        except Exception as error:
            self._log.warning("clicked %s, but %s", key, self._unexpected(error))

    def _do(self, message: Message, key: str) -> str:
        if key in ("review", CLICKED):
            page = self._page.session_link(self._clock())
            if page is not None and click_actions.open_page(self._environ, self._platform, page):
                return "opened the session in the browser"
            return click_actions.open_review(self._environ, self._platform, message.url)
        if key not in ("snooze", "tomorrow"):
            return "no button of ours"
        with self._library() as context:
            until = end_after(SNOOZE, context.now)
            if key == "tomorrow":
                until = reminding.end_of_snooze(context, context.today + timedelta(days=1))
            kind = chosen(message.slot.partition(" ")[0], REMINDER_KINDS)
            reminding.snooze(context, until, kind)
        return f"quiet until {until:%Y-%m-%d %H:%M}"

    def _unexpected(self, error: Exception) -> str:
        """Return one line for a bug; the traceback is logged, but not again every minute."""
        problem = one_line(f"unexpected {type(error).__name__}: {error}", _LONGEST_PROBLEM)
        if problem != self._problem:
            self._log.error("this should not have happened", exc_info=error)
        return problem

    def _tell(self, problem: str | None) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        for line in (problem or "").splitlines():
            self._log.warning(line)
        if not problem:
            self._log.info("all is well again")

    def _beat(self, now: heartbeat.Heartbeat) -> None:
        self._heartbeat = now
        heartbeat.write(now)

    def _stamp(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
