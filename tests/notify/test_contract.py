"""Every backend in the table, held to the one contract: where it can deliver and where not."""

import os
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from recall.domain.reminders.message import Delivery, Message
from recall.notify import table
from recall.notify.dbus_buttons import DbusButtons
from recall.notify.notifier import Notifier
from recall.notify.osascript import Osascript
from recall.notify.plyer_process import PlyerProcess
from recall.notify.terminal import Terminal
from testing.desktop.notifications import MESSAGE, check_delivers, check_failure, check_reports

Make = Callable[[dict[str, str]], Notifier]

ON_LINUX: dict[str, Make] = {
    "dbus": lambda environ: DbusButtons(environ, "linux"),
    "plyer": lambda environ: PlyerProcess(environ, "linux"),
}


def attempt(name: str, environ: dict[str, str]) -> Delivery:
    with closing(ON_LINUX[name](environ)) as notifier:
        return notifier.send(MESSAGE)


def test_every_backend_of_the_table_is_held_to_the_contract():
    names = {row.backend({}, "linux").name for row in table.BACKENDS}
    assert names == {*ON_LINUX, "osascript", "terminal"}


@pytest.mark.usefixtures("server", "notify_send")
@pytest.mark.parametrize("name", ON_LINUX)
def test_on_a_desktop_it_delivers_whatever_the_text(name, desktop):
    check_delivers(ON_LINUX[name](desktop))


@pytest.mark.usefixtures("notify_send")
@pytest.mark.parametrize("name", ON_LINUX)
def test_with_no_bus_it_says_so(name, environ):
    check_reports(ON_LINUX[name](environ))
    assert "no session bus" in attempt(name, environ).reason


@pytest.mark.usefixtures("notify_send")
@pytest.mark.parametrize("name", ON_LINUX)
@pytest.mark.parametrize(
    "address",
    ["unix:path=/nonexistent/bus", "tcp:host=localhost,port=1", "autolaunch:", "disabled", "=;;,"],
)
def test_with_an_address_nobody_answers_at_it_says_so(name, address, environ):
    notifier = ON_LINUX[name](environ | {"DBUS_SESSION_BUS_ADDRESS": address})
    problem = notifier.problem()
    check_failure(problem, name)
    assert "no session bus" in problem.reason


@pytest.mark.usefixtures("notify_send")
@pytest.mark.parametrize("name", ON_LINUX)
def test_with_no_server_it_says_so(name, desktop):
    check_reports(ON_LINUX[name](desktop))
    assert "no notification server" in attempt(name, desktop).reason


@pytest.mark.usefixtures("notify_send")
@pytest.mark.parametrize("name", ON_LINUX)
def test_a_server_that_refuses_is_quoted(name, server, desktop):
    server.error = "org.example.Denied"
    delivery = attempt(name, desktop)
    check_failure(delivery, name)
    assert "not today" in delivery.reason


@pytest.fixture
def macos(tmp_path: Path, environ) -> dict[str, str]:
    """A stand-in for osascript, which Apple alone has; it writes down its arguments."""
    program = tmp_path / "osascript"
    program.write_text(
        '#!/bin/sh\nprintf \'%s\\0\' "$@" > "$SEEN"\necho "$WORDS" >&2\nexit ${STATUS:-0}\n'
    )
    program.chmod(0o755)
    return environ | {"PATH": f"{tmp_path}{os.pathsep}/bin", "SEEN": str(tmp_path / "seen")}


def test_osascript_delivers_whatever_the_text(macos):
    check_delivers(Osascript(macos, "darwin"))


def test_osascript_gets_the_text_as_arguments_never_as_code(macos):
    Osascript(macos, "darwin").send(Message("-e", 'beep" & quit', "slot"))
    *script, title, body, _ = Path(macos["SEEN"]).read_text().split("\0")
    assert (title, body) == (" -e", 'beep" & quit')
    assert script[::2] == ["-e"] * 3
    assert not any("beep" in line for line in script)


def test_osascript_that_fails_is_quoted(macos):
    words = {"STATUS": "1", "WORDS": "execution error: not allowed (-1743)"}
    notifier = Osascript(macos | words, "darwin")
    delivery = notifier.send(MESSAGE)
    check_failure(delivery, "osascript")
    assert "not allowed (-1743)" in delivery.reason


def test_osascript_that_hangs_is_given_up(macos, tmp_path):
    (tmp_path / "osascript").write_text("#!/bin/sh\nexec sleep 30\n")
    delivery = Osascript(macos, "darwin", seconds=0.2).send(MESSAGE)
    check_failure(delivery, "osascript")


def test_osascript_is_not_there_on_other_systems(environ, tmp_path):
    check_reports(Osascript(environ | {"PATH": str(tmp_path)}, "darwin"))


def test_the_terminal_never_counts_as_delivered():
    check_reports(Terminal({}, "linux", StringIO()))
