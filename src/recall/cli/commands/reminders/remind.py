"""`recall remind`: sends reminders to the desktop."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from recall.cli.environment import World
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.errors import NotDelivered, RecallError
from recall.settings.file import changed, problems
from recall.settings.locations import library_url, settings_path

if TYPE_CHECKING:
    from datetime import datetime

    from recall.autostart.autostart import Autostart
    from recall.domain.reminders.message import Delivery, Message
    from recall.usecases.context import Context

command = typer.Typer(help="Send reminders of what is due to the desktop.", no_args_is_help=True)

When = Annotated[
    list[str],
    typer.Argument(
        metavar="WHEN", help="1h, 2h30m, 18:30, tomorrow, 2026-12-01; off ends the snooze."
    ),
]
Print = Annotated[bool, typer.Option("--print", help="Only print the file that would be written.")]


@contextmanager
def _library(world: World) -> "Iterator[Context]":
    """Open the library as it is now. None is made: a reminder is no reason to make one."""
    from recall.storage.store import Store
    from recall.usecases.context import Context

    path = settings_path(world.environ)
    settings, wrong = problems(path)
    if wrong:  # a line each: in the background nobody mends one and then meets the next
        raise RecallError("\n".join(map(str, wrong)))
    with Store(library_url(world.environ, settings)) as store:
        yield Context(store, settings, world.now_in_zone(settings), changed(path))


@command.command("run")
def run(ctx: typer.Context, json: Json = False) -> None:
    """Send reminders until stopped; 'install' starts this for you."""
    from recall.daemon import instance_lock, service
    from recall.daemon.reminder_loop import Daemon
    from recall.notify.table import chain

    world: World = ctx.obj
    taken = instance_lock.lock()
    if taken is not None:
        service.log_to(world.err or sys.stderr)  # None where nobody could read it
        ways = chain(world.environ, sys.platform)
        service.run(Daemon(lambda: _library(world), ways, world.environ, sys.platform))
        taken.release()
    if json:
        world.print_json({"ran": taken is not None})
    elif taken is None:
        world.say("recall: the reminders run already; 'recall remind status' says more")


@command.command("status")
def status(ctx: typer.Context, json: Json = False) -> None:
    """Show whether reminders run, the next one, and any problem."""
    from recall.cli.commands.reminders.status import look, show

    world: World = ctx.obj
    found = look(world, lambda: _library(world), _autostart)
    if json:
        world.print_json(found._asdict())
    else:
        show(world, found)
    if found.problems:
        raise typer.Exit(1)


@command.command("test")
def send_one(ctx: typer.Context, json: Json = False) -> None:
    """Send a test and report which channel delivered it."""
    from recall.notify import table

    world: World = ctx.obj
    ways = table.chain(world.environ, sys.platform)
    try:
        attempts = table.deliver(_trial(world), ways)
    finally:
        table.close(ways)
    if json:
        world.print_json({"delivered": attempts[-1].delivered, "attempts": _plain(attempts)})
    if not attempts[-1].delivered:
        raise NotDelivered(f"no reminder can be delivered: {table.explained(attempts)}")
    if not json:
        _say_delivered(world, attempts)


@command.command("snooze")
def snooze(ctx: typer.Context, when: When, json: Json = False) -> None:
    """Send nothing until a time; a reminder that waits comes then."""
    from recall.usecases import reminding

    world: World = ctx.obj
    world.settings()  # one that is wrong is enough to tell of here
    with _library(world) as context:
        until = reminding.end_meant(context, " ".join(when))
        ended = reminding.end_snooze(context) if until is None else None
        if until is not None:
            reminding.snooze(context, until)
    if json:
        stamp = None if until is None else _instant(until)
        world.print_json({"snoozed_until": stamp, "ended": ended is not None})
    elif until is not None:
        paragraph(world.screen, f"no reminders until {_when(until)}")
    elif ended is not None:
        paragraph(world.screen, f"the snooze until {_when(ended)} is over; reminders come again")
    else:
        paragraph(world.screen, "no snooze is on")


@command.command("install")
def install(ctx: typer.Context, only_print: Print = False, json: Json = False) -> None:
    """Start reminders now, and whenever the desktop starts."""
    from recall.autostart.autostart import daemon_command
    from recall.cli.commands.reminders.install import watch
    from recall.daemon import heartbeat

    world: World = ctx.obj
    way, words = _autostart(), daemon_command(sys.executable)
    if only_print:
        unit = way.unit(words, world.environ)
        if json:
            world.print_json({"path": way.path(world.environ), "unit": unit})
        else:
            world.stdout.write(unit)
        return
    world.settings()  # what is wrong in them is better said here than in a log
    before = heartbeat.read()
    start = watch(way.install(words, world.environ), before)
    if json:
        world.print_json({"installed": True, **start._asdict()})
    sentence = start.sentence()
    if not json:
        paragraph(world.screen, sentence)


@command.command("uninstall")
def uninstall(ctx: typer.Context, json: Json = False) -> None:
    """Stop reminders, and no longer start them with the desktop."""
    world: World = ctx.obj
    way = _autostart()
    removed = way.uninstall(world.environ)
    if json:
        world.print_json({"path": way.path(world.environ), "removed": removed})
    else:
        sentence = "are stopped and removed" if removed else "were not installed"
        paragraph(world.screen, f"reminders {sentence}: {way.path(world.environ)}")


def _autostart() -> "Autostart":
    from recall.autostart.table import for_platform

    return for_platform(sys.platform)


def _trial(world: World) -> "Message":
    """Make the test message, without buttons: no process would wait for a click."""
    from recall.usecases import reminding

    language = reminding.language_of(world.settings(), world.environ)
    try:
        with _library(world) as context:
            message = reminding.trial(context, language)
    except RecallError:  # it is delivery that is tried; 'status' tells of the library
        message = reminding.trial(None, language)
    return message._replace(actions=())


def _say_delivered(world: World, attempts: "Sequence[Delivery]") -> None:
    from recall.notify.dbus_buttons import DbusButtons

    *failed, delivered = attempts
    for one in failed:
        paragraph(world.screen, f"{one.backend}: {one.reason}; {one.hint}", style="dim")
    paragraph(world.screen, f"{delivered.backend} delivered it; do you see it?")
    if delivered.backend == DbusButtons.name:
        note = "a test has no buttons; a reminder has some, where the desktop shows them"
        paragraph(world.screen, note, style="dim")


def _plain(attempts: "Sequence[Delivery]") -> list[Mapping[str, object]]:
    return [one._asdict() for one in attempts]


def _when(moment: "datetime") -> str:
    return f"{moment:%A %Y-%m-%d %H:%M}"


def _instant(moment: "datetime") -> str:
    from recall.storage.database.codec import instant

    return instant(moment)
