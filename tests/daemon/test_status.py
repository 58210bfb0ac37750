"""How the reminders are, found out without the command line."""

from contextlib import AbstractContextManager
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

import pytest

from recall.daemon.host import Host
from recall.daemon.process import heartbeat
from recall.daemon.process.heartbeat import Heartbeat
from recall.daemon.status import status
from recall.domain.reminders.owed import Reminder
from recall.errors import BadFile
from recall.settings.table import Settings
from recall.usecases import reminding
from recall.usecases.context import Context
from recall.usecases.reminding import Machine
from recall.usecases.upkeep.opening import existing_library
from recall.views.reminders import StatusView
from testing.libraries.factories import NOW

PLAN = reminding.plan_of(Settings())
DUE = NOW + timedelta(days=60)
OWED = Reminder("digest", f"{DUE:%Y-%m-%d}@09:00")
DO_NOT_RUN = "reminders do not run; start them with 'recall remind install'"


@pytest.fixture
def machine(tmp_path: Path) -> Host:
    """One without a desktop, on which nothing is installed."""
    environ = {
        "PATH": "",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "",
    }
    return Host(environ, "linux", NOW.astimezone(UTC))


@pytest.fixture
def url(due_library: Path) -> str:
    return f"sqlite:///{due_library}"


def look(url: str, machine: Host) -> StatusView:
    def library() -> AbstractContextManager[Context]:
        return existing_library(url, Settings(), NOW)

    return status(library, PLAN, machine)


def beat(ago: timedelta, problem: str | None = None) -> None:
    at = (NOW - ago).isoformat()
    heartbeat.write(Heartbeat(7, at, at, problem))


def test_where_nothing_runs_it_says_so_and_why_nothing_would_arrive(
    url: str, machine: Host
) -> None:
    view = look(url, machine)
    assert (view.running, view.pid, view.started, view.installed) == (False, None, None, False)
    assert view.problems[0] == DO_NOT_RUN
    assert view.problems[1].startswith("no reminder can be delivered from here: ")
    assert view.next_slot is not None


def test_a_process_that_is_gone_leaves_its_last_beat_alone(url: str, machine: Host) -> None:
    beat(timedelta(minutes=1), problem="a problem of long ago")
    view = look(url, machine)
    assert (view.running, view.pid) == (False, None)
    assert view.heartbeat == NOW - timedelta(minutes=1)
    assert "a problem of long ago" not in view.problems


@pytest.mark.usefixtures("lock")
def test_one_that_runs_tells_its_own_problems(url: str, machine: Host) -> None:
    beat(timedelta(minutes=1), problem="the first\nthe second")
    view = look(url, machine)
    assert (view.running, view.pid) == (True, 7)
    assert view.problems == ["the first", "the second"]


@pytest.mark.usefixtures("lock")
def test_one_that_runs_and_is_silent_does_nothing(url: str, machine: Host) -> None:
    beat(timedelta(minutes=9))
    (problem,) = look(url, machine).problems
    assert problem.startswith("the reminders run, but do nothing")


def test_who_chose_to_have_none_is_told_of_no_problem(url: str, machine: Host) -> None:
    off = Settings(remind_on=False)
    view = status(lambda: existing_library(url, off, NOW), reminding.plan_of(off), machine)
    assert view.problems == []
    assert view.notes


def test_settings_that_cannot_be_read_keep_nothing_else_from_being_told(machine: Host) -> None:
    def library() -> AbstractContextManager[Context]:
        raise BadFile("config.toml", "the first\nthe second")

    view = status(library, None, machine)
    assert view.problems[:3] == ["config.toml: the first", "the second", DO_NOT_RUN]
    assert (view.next_slot, view.last_sent, view.notes) == (None, None, [])


@pytest.mark.parametrize("has_folder", [False, True])
def test_a_machine_that_has_no_name_yet_has_sent_nothing_for_itself(
    url: str, machine: Host, has_folder: bool
) -> None:
    if has_folder:
        (heartbeat.folder() / "machine").mkdir(parents=True)  # it cannot be read
    each = Settings(remind_machines="each")
    with existing_library(url, each, DUE) as context:
        reminding.note(context, OWED, "dbus", Machine("another"))
    for settings, owed in ((each, OWED), (Settings(), None)):
        view = status(partial(existing_library, url, settings, DUE), PLAN, machine)
        assert view.owed == owed
        assert not (heartbeat.folder() / "machine").is_file()


def test_as_json_instants_are_text_in_utc(url: str, machine: Host) -> None:
    with existing_library(url, Settings(), NOW) as context:
        reminding.snooze(context, NOW + timedelta(hours=1))
    beat(timedelta(minutes=1))
    printed = look(url, machine).as_json()
    assert printed["snoozed_until"] == "2026-03-02T02:30:00Z"
    assert printed["heartbeat"] == "2026-03-02T01:29:00Z"
    assert printed["last_sent"] is None
