"""No desktop, and a notification server that hangs, dies and comes back: late, but never twice."""

import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from recall.daemon.delivery_health import SITS_OUT
from recall.daemon.process import instance_lock
from recall.daemon.reminder_loop import LOGGER
from recall.notify import table
from recall.notify.dbus_buttons import DbusButtons
from recall.notify.notifier import Notifier
from recall.notify.plyer_process import PlyerProcess
from recall.notify.terminal import Terminal
from recall.storage.store import Store
from testing.checkout import SOURCE
from testing.commands.command_line import CommandLine
from testing.desktop.daemons import Stepped
from testing.desktop.dbus_server import Bus, NotificationServer, notification_server, wait_for
from testing.needs import need

Environ = dict[str, str]

Log = pytest.LogCaptureFixture


@pytest.fixture
def environ(bus: Bus, home: Path) -> Environ:
    """What systemd gives a service: where the bus is by its folder alone."""
    place = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE)}
    return place | {"XDG_RUNTIME_DIR": bus.environ["XDG_RUNTIME_DIR"]}


@pytest.fixture
def chain(environ: Environ) -> Iterator[list[Notifier]]:
    """The table's chain for Linux, with less patience."""
    made = [
        DbusButtons(environ, "linux", seconds=1),
        PlyerProcess(environ, "linux", seconds=1),
        Terminal(environ, "linux", StringIO()),
    ]
    assert [one.name for one in made] == [one.name for one in table.chain(environ, "linux")]
    yield made
    table.close(made)


@pytest.fixture
def stepped(recall: CommandLine, chain: list[Notifier], caplog: Log) -> Stepped:
    need("notify-send")
    caplog.set_level(logging.INFO, LOGGER)
    return Stepped(recall.environ["RECALL_DATABASE_URL"], chain)


def claims(recall: CommandLine) -> int:
    with Store(recall.environ["RECALL_DATABASE_URL"]) as store:
        return len(store.rows("SELECT slot FROM reminder"))


def test_without_a_desktop_nothing_is_claimed_and_it_arrives_when_there_is_one(
    bus: Bus, stepped: Stepped, recall: CommandLine, caplog: Log
) -> None:
    bus.stop()
    problems = {stepped.tick() for _ in range(3)}
    assert len(problems) == 1
    assert "cannot deliver: dbus, plyer: no session bus" in str(problems)
    assert "run recall inside your desktop session" in str(problems)
    assert caplog.text.count("cannot deliver") == 1

    running = instance_lock.lock()
    assert running is not None
    assert problems.issubset(recall("remind", "status", "--json").json["problems"])
    running.release()

    bus.start()
    assert "no notification server on the session bus" in str(stepped.tick())
    assert not claims(recall)

    with notification_server(bus) as server:
        assert [stepped.tick(), stepped.tick()] == [None, None]
        assert len(server.shown) == 1
    assert claims(recall) == 1


def test_a_server_that_hangs_is_asked_for_nothing_and_gets_it_when_it_is_back(
    server: NotificationServer, stepped: Stepped, recall: CommandLine, caplog: Log
) -> None:
    with server.frozen():
        problem = stepped.tick()
        assert problem is not None
        assert "cannot deliver: dbus, plyer: the notification server did not answer" in problem
        assert stepped.tick() == problem
        assert not claims(recall), "another machine can have it"
    assert [stepped.tick() for _ in range(3)] == [None] * 3
    assert len(server.shown) == 1
    assert caplog.text.count("did not answer") == 1
    assert caplog.messages.count("all is well again") == 1


def test_what_a_server_does_not_take_is_left_to_others_and_tried_again_later(
    server: NotificationServer, stepped: Stepped, caplog: Log
) -> None:
    server.hangs_at = "Notify"
    problem = str(stepped.tick())
    assert "not delivered: dbus, plyer: the notification server did not answer" in problem
    server.hangs_at = ""
    asked = len(server.asked)
    assert stepped.tick() == problem, "it sits out"
    assert len(server.asked) == asked
    assert [stepped.tick(SITS_OUT) for _ in range(2)] == [None] * 2
    assert len(server.shown) == 1
    assert caplog.text.count("did not answer") == 1
    assert caplog.messages.count("all is well again") == 1


def test_a_server_that_dies_while_it_is_asked_is_replaced_by_the_next(
    bus: Bus, server: NotificationServer, stepped: Stepped
) -> None:
    server.hangs_at = "Notify"
    with ThreadPoolExecutor(1) as thread:
        ticking = thread.submit(stepped.tick)
        wait_for(lambda: "Notify" in server.asked, "it is asked")
        server.die()
        assert str(ticking.result()).startswith("not delivered: dbus")
    with notification_server(bus) as successor:
        assert "not delivered" in str(stepped.tick()), "it sits out"
        assert [stepped.tick(SITS_OUT) for _ in range(2)] == [None] * 2
        assert len(successor.shown) == 1


@pytest.mark.parametrize("dies", [NotificationServer.die, lambda _: None])
def test_a_bus_that_is_started_anew_is_found(
    bus: Bus, server: NotificationServer, stepped: Stepped, dies: Callable[..., None]
) -> None:
    """With its server gone before it, or at once with it."""
    assert stepped.tick() is None
    dies(server)
    bus.stop()
    stepped.daemon.listen()
    assert stepped.tick() is None, "nothing is owed"
    assert "no session bus" in str(stepped.tick(timedelta(days=1)))
    bus.start()
    with notification_server(bus) as successor:
        assert stepped.tick() is None
        assert len(successor.shown) == 1
