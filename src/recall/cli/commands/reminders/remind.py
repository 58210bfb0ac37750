"""`recall remind`: sends reminders to the desktop."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, CommandGroup, option
from recall.errors import NotDelivered, RecallError
from recall.settings import file

if TYPE_CHECKING:
    from recall.daemon.host import Host
    from recall.domain.reminders.message import Delivery, Message
    from recall.domain.reminders.slots import ReminderPlan
    from recall.usecases.context import Context

When = Annotated[
    list[str],
    Argument(metavar="WHEN", help="1h, 2h30m, 18:30, tomorrow, 2026-12-01; off ends the snooze."),
]
Print = Annotated[bool, option("--print", help="Only print the file that would be written.")]
TICK_SECONDS = 5.0
"""How long the reminders wait for a locked library; the next tick tries again."""

Replace = Annotated[
    bool, option("--replace", help="End the reminders that run already, and take their place.")
]


@contextmanager
def _library(environment: Environment) -> "Iterator[Context]":
    """Open the library as it is now. None is made: a reminder is no reason for one."""
    from recall.usecases.upkeep.opening import existing_library

    settings, wrong = environment.checked_settings
    if wrong:  # all at once: nobody watches a background program to fix one after another
        raise RecallError("\n".join(map(str, wrong)))
    changed = file.changed(environment.settings_path)
    url, now = environment.database_url, environment.now_in_zone
    with existing_library(url, settings, now, changed) as context:
        context.store.timeout = TICK_SECONDS
        yield context


def run(environment: Environment, replace: Replace = False, json: Json = False) -> None:
    """Send reminders until stopped; 'install' starts this for you."""
    from recall.daemon import service
    from recall.daemon.process import instance_lock, stopping
    from recall.daemon.reminder_loop import ReminderLoop
    from recall.notify.table import chain

    if replace:
        stopping.stop(environment.moment)
    taken = instance_lock.lock()
    if taken is not None:
        service.log_to(environment.err or sys.stderr)  # None if there is no stderr
        ways = chain(environment.environ, sys.platform)
        environ = environment.environ
        daemon = ReminderLoop(lambda: _library(environment.anew()), ways, environ, sys.platform)
        service.run(daemon)
        taken.release()
    if json:
        environment.print_json({"ran": taken is not None})
    elif taken is None:
        environment.say("recall: the reminders run already; 'recall remind status' says more")


def status(environment: Environment, json: Json = False) -> int:
    """Show whether reminders run, the next one, and any problem."""
    from recall.cli.commands.reminders.status import show
    from recall.daemon.status import status as look

    view = look(lambda: _library(environment), _plan(environment), _host(environment))
    if json:
        environment.print_view(view)
    else:
        show(environment.screen, view, _zone(environment))
    return 1 if view.problems else 0


def send_one(environment: Environment, json: Json = False) -> None:
    """Send a test and report which channel delivered it."""
    from recall.notify import table

    ways = table.chain(environment.environ, sys.platform)
    try:
        attempts = table.deliver(_trial(environment), ways)
    finally:
        table.close(ways)
    if json:
        environment.print_json({"delivered": attempts[-1].delivered, "attempts": _plain(attempts)})
    if not attempts[-1].delivered:
        raise NotDelivered(f"no reminder can be delivered: {table.explained(attempts)}")
    if not json:
        _say_delivered(environment, attempts)


def snooze(environment: Environment, when: When, json: Json = False) -> None:
    """Send nothing until a time; a reminder that waits comes then."""
    from recall.usecases import reminding
    from recall.views.reminders import instant_as_json

    _ = environment.settings  # raises for the first invalid one
    with _library(environment) as context:
        until = reminding.end_meant(context, " ".join(when))
        ended = reminding.end_snooze(context) if until is None else None
        if until is not None:
            reminding.snooze(context, until)
    if json:
        stamp = instant_as_json(until)
        environment.print_json({"snoozed_until": stamp, "ended": ended is not None})
    elif until is not None:
        paragraph(environment.screen, f"no reminders until {_when(until)}")
    elif ended is not None:
        paragraph(
            environment.screen, f"the snooze until {_when(ended)} is over; reminders come again"
        )
    else:
        paragraph(environment.screen, "no snooze is on")


def install(environment: Environment, only_print: Print = False, json: Json = False) -> None:
    """Start reminders now, and whenever the desktop starts."""
    from recall.autostart.autostart import daemon_command
    from recall.autostart.table import usable
    from recall.daemon import installing

    command = daemon_command(sys.executable)
    if only_print:
        way = usable(sys.platform)
        unit = way.unit(command, environment.environ)
        if json:
            environment.print_json({"path": way.path(environment.environ), "unit": unit})
        else:
            environment.stdout.write(unit)
        return
    _ = environment.settings  # better to report invalid settings here than in a log
    start = installing.install(command, _host(environment))
    if json:
        environment.print_json({"installed": True, **start._asdict()})
    sentence = start.sentence()
    if not json:
        paragraph(environment.screen, sentence)


def uninstall(environment: Environment, json: Json = False) -> None:
    """Stop reminders, and no longer start them with the desktop."""
    from recall.daemon import installing

    path, removed = installing.uninstall(_host(environment))
    if json:
        environment.print_json({"path": path, "removed": removed})
    else:
        sentence = "are stopped and removed" if removed else "were not installed"
        paragraph(environment.screen, f"reminders {sentence}: {path}")


def _host(environment: Environment) -> "Host":
    from recall.daemon.host import Host

    return Host(environment.environ, sys.platform, environment.moment)


def _plan(environment: Environment) -> "ReminderPlan | None":
    """Return when the person wants to be reminded; None if the settings cannot be read."""
    from recall.usecases import reminding

    with suppress(RecallError):
        return reminding.plan_of(environment.settings)
    return None


def _zone(environment: Environment) -> tzinfo | None:
    """Return the person's zone; None, the computer's, if the settings cannot be read."""
    with suppress(RecallError):
        return environment.now_in_zone.tzinfo
    return None


def _trial(environment: Environment) -> "Message":
    """Make the test message, without buttons: no process would wait for a click."""
    from recall.usecases import reminding

    language = reminding.language_of(environment.settings, environment.environ)
    try:
        with _library(environment) as context:
            message = reminding.trial(context, language)
    except RecallError:  # this tests the delivery; 'status' reports on the library
        message = reminding.trial(None, language)
    return message._replace(actions=())


def _say_delivered(environment: Environment, attempts: "Sequence[Delivery]") -> None:
    from recall.domain.reminders.message import Undelivered
    from recall.notify.dbus_buttons import DbusButtons

    *failed, delivered = attempts
    for attempt in failed:
        if isinstance(attempt, Undelivered):
            sentence = f"{attempt.backend}: {attempt.reason}; {attempt.hint}"
            paragraph(environment.screen, sentence, style="dim")
    paragraph(environment.screen, f"{delivered.backend} delivered it; do you see it?")
    if delivered.backend == DbusButtons.name:
        note = "a test has no buttons; a reminder has some, where the desktop shows them"
        paragraph(environment.screen, note, style="dim")


def _plain(attempts: "Sequence[Delivery]") -> list[Mapping[str, object]]:
    from recall.domain.reminders.message import Undelivered

    return [
        {
            "backend": reminder.backend,
            "delivered": reminder.delivered,
            "reason": reminder.reason if isinstance(reminder, Undelivered) else "",
            "hint": reminder.hint if isinstance(reminder, Undelivered) else "",
        }
        for reminder in attempts
    ]


def _when(moment: datetime) -> str:
    return f"{moment:%A %Y-%m-%d %H:%M}"


command = CommandGroup(
    "Send reminders of what is due to the desktop.",
    {
        "run": run,
        "status": status,
        "test": send_one,
        "snooze": snooze,
        "install": install,
        "uninstall": uninstall,
    },
)
