"""How the reminders are: whether they run, what comes next, what was sent, and what is wrong."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recall.autostart import table as autostarts
from recall.daemon import service
from recall.daemon.host import Host
from recall.daemon.process import heartbeat, instance_lock
from recall.daemon.process.heartbeat import Heartbeat
from recall.daemon.reminder_loop import Library
from recall.domain.reminders.advice import faults, notes
from recall.domain.reminders.slots import ReminderPlan
from recall.errors import RecallError
from recall.notify import table
from recall.settings import machine_id
from recall.usecases import reminding
from recall.usecases.reminding import Machine, Overview
from recall.views.reminders import StatusView

_NAMELESS = "a machine without a name"


class _Known(NamedTuple):
    """What the settings and the library say; problem, in lines, if one cannot be read."""

    plan: ReminderPlan | None
    overview: Overview | None = None
    problem: str = ""


def status(library: Library, plan: ReminderPlan | None, machine: Host) -> StatusView:
    """Collect the status; a problem in one part does not hide the others.

    plan is what the settings say, None if they cannot be read.
    """
    running, last = instance_lock.is_running(), heartbeat.read()
    alive, known = last if running else None, _known(library, plan)
    overview = known.overview
    problems = _problems(machine, alive, known, running=running)
    return StatusView(
        running=running,
        pid=alive.pid if alive else None,
        started=_moment(alive and alive.started),
        heartbeat=_moment(last and last.beat),
        owed=overview and overview.owed,
        next_slot=overview and overview.next_slot,
        last_sent=overview and overview.last_sent,
        snoozed_until=overview and overview.snoozed_until,
        installed=_is_installed(machine),
        problems=list(dict.fromkeys((*_unusable(heartbeat.folder()), *problems))),
        log=str(service.log_path()),
        notes=notes(known.plan) if known.plan else [],
    )


def _known(library: Library, plan: ReminderPlan | None) -> _Known:
    try:
        with library() as context:
            overview = reminding.overview(context, Machine(_name()))
    except RecallError as error:
        return _Known(plan, problem=str(error))
    return _Known(overview.plan, overview)


def _name() -> str:
    """Return this machine's name; one without a name has sent nothing for itself alone."""
    with suppress(OSError):
        return machine_id.known() or _NAMELESS
    return _NAMELESS


def _problems(
    machine: Host, alive: Heartbeat | None, known: _Known, *, running: bool
) -> Iterator[str]:
    yield from known.problem.splitlines()
    if known.plan:
        yield from faults(known.plan)
    if not running and (known.plan is None or known.plan.on):
        yield "reminders do not run; start them with 'recall remind install'"
        yield from _obstacles(machine)
    elif alive and heartbeat.is_silent(alive, machine.now):
        yield "the reminders run, but do nothing; restart them with 'recall remind install'"
    if alive and alive.problem:
        yield from alive.problem.splitlines()


def _unusable(folder: Path) -> Iterator[str]:
    """Say what keeps the lock and the heartbeat from being kept; a look makes no folder."""
    nearest = next(path for path in (folder, *folder.parents) if os.path.exists(path))
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        yield (
            f"{nearest} cannot be written, and the lock of the reminders is to be in it; mend that"
        )


def _obstacles(machine: Host) -> Iterator[str]:
    """Say why nothing would arrive. A daemon that runs knows better: its desktop may be another."""
    chain = table.chain(machine.environ, machine.platform)
    obstacles = table.obstacles(chain)
    table.close(chain)
    if obstacles:
        yield f"no reminder can be delivered from here: {table.explained(obstacles)}"


def _is_installed(machine: Host) -> bool:
    try:
        return bool(autostarts.installed(machine.platform, machine.environ))
    except RecallError:
        return False


def _moment(stamp: str | None) -> datetime | None:
    return datetime.fromisoformat(stamp) if stamp else None
