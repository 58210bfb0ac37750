"""What `recall remind status` finds out, and how it shows it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from recall.cli.environment import World
from recall.cli.output.prose import paragraph
from recall.errors import RecallError

if TYPE_CHECKING:
    from recall.autostart.autostart import Autostart
    from recall.daemon.heartbeat import Pulse
    from recall.domain.reminders.slots import Plan
    from recall.storage.tables.reminders import Sent
    from recall.usecases.context import Context

LABEL = 15
"""Columns of the words at the left."""


class Status(NamedTuple):
    """How the reminders are. Instants are RFC 3339 text; problems and notes say what to do.

    A note tells of what was chosen, such as that reminders are off: nothing is wrong.
    """

    running: bool
    pid: int | None
    started: str | None
    heartbeat: str | None
    next_slot: str | None
    last_sent: dict[str, str] | None
    snoozed_until: str | None
    installed: bool
    problems: list[str]
    log: str
    notes: list[str]


class _Known(NamedTuple):
    """What the settings and the library say; problem, lines of it, where one cannot be read."""

    plan: "Plan | None" = None
    next_slot: datetime | None = None
    sent: "Sent | None" = None
    snoozed_until: datetime | None = None
    problem: str | None = None


def look(
    world: World,
    library: "Callable[[], AbstractContextManager[Context]]",
    autostart: "Callable[[], Autostart]",
) -> Status:
    """Find everything out; nothing that is wrong keeps the rest from being told."""
    from recall.daemon import heartbeat, instance_lock, service
    from recall.domain.reminders.advice import notes

    unusable = _unusable(heartbeat.folder())
    is_running = instance_lock.is_running()
    last = heartbeat.read()
    alive = last if is_running else None
    known = _known(world, library)
    problems = _problems(world, alive, known, is_running=is_running)
    return Status(
        running=is_running,
        pid=alive.pid if alive else None,
        started=_stamp(alive and alive.started),
        heartbeat=_stamp(last and last.beat),
        next_slot=_stamp(known.next_slot),
        last_sent=_sent_as_json(known.sent),
        snoozed_until=_stamp(known.snoozed_until),
        installed=_is_installed(world, autostart),
        problems=list(dict.fromkeys((*filter(None, [unusable]), *problems))),
        log=str(service.log_path()),
        notes=notes(known.plan) if known.plan else [],
    )


def show(world: World, status: Status) -> None:
    """For a person: a line each, in the person's time."""
    zone = _zone(world)
    since = f"yes, since {_local(status.started, zone)}, process {status.pid}"
    lines = [
        ("running", since if status.pid else "yes" if status.running else "no"),
        ("heartbeat", _local(status.heartbeat, zone)),
        ("next", _local(status.next_slot, zone)),
        ("last sent", _sent(status.last_sent, zone)),
        ("snoozed until", _local(status.snoozed_until, zone)),
        ("installed", "yes" if status.installed else "no"),
        ("log", status.log),
        *(("note", note) for note in status.notes),
        *(("problem", problem) for problem in status.problems),
    ]
    for name, value in lines:
        if value:
            paragraph(world.screen, value, label=name.ljust(LABEL))


def _known(world: World, library: "Callable[[], AbstractContextManager[Context]]") -> _Known:
    from recall.domain.reminders.slots import next_slot
    from recall.storage.tables import reminders
    from recall.usecases import reminding

    try:
        with library() as context:
            plan, until = reminding.plan_of(context.settings), reminding.snoozed_until(context)
            sent = reminders.last_sent(context.store)
            return _Known(plan, next_slot(plan, context.now, until), sent, until)
    except RecallError as error:
        return _Known(_plan(world), problem=str(error))


def _plan(world: World) -> "Plan | None":
    from recall.usecases import reminding

    with suppress(RecallError):
        return reminding.plan_of(world.settings())
    return None


def _problems(
    world: World, alive: "Pulse | None", known: _Known, *, is_running: bool
) -> Iterator[str]:
    from recall.daemon import heartbeat
    from recall.domain.reminders.advice import faults

    if known.problem:
        yield from known.problem.splitlines()
    if known.plan:
        yield from faults(known.plan)
    if not is_running and (known.plan is None or known.plan.on):
        yield "reminders do not run; start them with 'recall remind install'"
        yield from _obstacles(world)
    elif alive and heartbeat.is_silent(alive, world.clock()):
        yield "the reminders run, but do nothing; start them anew with 'recall remind install'"
    if alive and alive.problem:
        yield from alive.problem.splitlines()


def _unusable(folder: Path) -> str | None:
    """What keeps the lock and the pulse from being kept, if anything; a look makes no folder."""
    there = next(one for one in (folder, *folder.parents) if os.path.exists(one))
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return None
    return f"{there} cannot be written, and the lock of the reminders is to be in it; mend that"


def _obstacles(world: World) -> Iterator[str]:
    """Why nothing would arrive. A daemon that runs knows better: it may have another desktop."""
    from recall.notify import table

    ways = table.chain(world.environ, sys.platform)
    found = table.obstacles(ways)
    table.close(ways)
    if found:
        yield f"no reminder can be delivered from here: {table.explained(found)}"


def _is_installed(world: World, autostart: "Callable[[], Autostart]") -> bool:
    try:
        return autostart().installed(world.environ)
    except RecallError:
        return False


def _zone(world: World) -> tzinfo | None:
    """The person's zone; None, which means the computer's, where the settings cannot be read."""
    try:
        return world.now_in_zone(world.settings()).tzinfo
    except RecallError:
        return None


def _stamp(moment: datetime | str | None) -> str | None:
    from recall.storage.database.codec import instant

    if not moment:
        return None
    return instant(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)


def _sent_as_json(sent: "Sent | None") -> dict[str, str] | None:
    from recall.storage.database.codec import instant

    return sent and {**sent._asdict(), "at": instant(sent.at)}


def _sent(sent: dict[str, str] | None, zone: tzinfo | None) -> str:
    if sent is None:
        return "nothing yet"
    return f"{_local(sent['at'], zone)} by {sent['backend']} ({sent['kind']} {sent['slot']})"


def _local(stamp: str | None, zone: tzinfo | None) -> str:
    return f"{datetime.fromisoformat(stamp).astimezone(zone):%A %Y-%m-%d %H:%M}" if stamp else ""
