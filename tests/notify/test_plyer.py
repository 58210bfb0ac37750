"""plyer's silent failures, row by row: recall reports each of them, or delivers after all.

The dbus module is a stand-in (tests/notify/fake_dbus): dbus-python has no wheel to install.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from recall.domain.reminders.message import Message
from recall.notify.plyer_process import PlyerProcess
from testing.desktop.dbus_server import Bus, notification_server
from testing.desktop.notifications import MESSAGE, check_failure

pytestmark = pytest.mark.slow

WARNINGS = {"PYTHONWARNINGS": "error"}
APP = {"a directory": "/app"}

BOTH = pytest.mark.parametrize("way", ["notify-send", "dbus module"])


@pytest.fixture
def unchecked(monkeypatch) -> None:
    """As without jeepney, or when the server goes right after it was looked for."""
    monkeypatch.setattr("recall.notify.session_bus.check", lambda environ, seconds: None)


@pytest.fixture
def by(request, dbus_module):
    """The environment in which plyer takes one of its two ways."""

    def environment(way, environ):
        if way == "dbus module":
            return dbus_module(environ)
        request.getfixturevalue("notify_send")
        return environ

    return environment


def plyer(environ, seconds=5.0) -> PlyerProcess:
    return PlyerProcess(environ, "linux", seconds)


def in_container(environ, folder: Path) -> dict[str, str]:
    """Let plyer find a folder /app. None is made: the child is told that there is one."""
    (folder / "sitecustomize.py").write_text(
        "import os.path\n"
        "real = os.path.isdir\n"
        "os.path.isdir = lambda path: path == '/app' or real(path)\n"
    )
    return environ | {"PYTHONPATH": os.pathsep.join((str(folder), environ["PYTHONPATH"]))}


class Row(NamedTuple):
    """A situation of plyer's table: plyer's way there, the desktop, and what recall has to say."""

    situation: str
    way: str
    desktop: str
    said: str
    environ: dict[str, str] = {}  # noqa: RUF012 - read only


ROWS = (
    Row("no dbus module, no notify-send", "none", "no bus", "neither notify-send nor the dbus"),
    Row("notify-send, no bus", "notify-send", "no bus", "no session bus"),
    Row("notify-send, bus died", "notify-send", "bus died", "no session bus"),
    Row("notify-send, no server", "notify-send", "no server", "no notification server"),
    Row("notify-send, server hangs", "notify-send", "server hangs", "did not answer"),
    Row("dbus module, no bus", "dbus module", "no bus", "no session bus"),
    Row("dbus module, bus died", "dbus module", "bus died", "no session bus"),
    Row("dbus module, no server", "dbus module", "no server", "no notification server"),
    Row("dbus module, server hangs", "dbus module", "server hangs", "did not answer"),
    *(
        Row(f"warnings as errors, {way}", way, "no server", "no notification server", WARNINGS)
        for way in ("notify-send", "dbus module")
    ),
    Row("a directory /app exists", "notify-send", "no server", "no notification server", APP),
)
"""Of the failures, all that plyer hides, mangles or waits for too long."""


@pytest.fixture
def situation(request, by, tmp_path, monkeypatch):
    """Bring a row about, and give the environment of a program in it."""

    def arrange(row: Row) -> dict[str, str]:
        environ = request.getfixturevalue("environ")
        if row.desktop != "no bus":
            bus: Bus = request.getfixturevalue("bus")
            environ = environ | bus.environ
            if row.desktop == "bus died":
                bus.stop()
        if row.desktop == "server hangs":
            monkeypatch.setattr("recall.notify.plyer_process._STARTUP_SECONDS", 1)
            request.getfixturevalue("server").hangs = True
        if row.environ is APP:
            return in_container(environ, tmp_path)
        if row.way == "none":
            return environ | {"PATH": str(tmp_path)}
        return by(row.way, environ) | row.environ

    return arrange


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.situation)
def test_a_failure_that_plyer_hides_is_reported(row, situation, unchecked):
    seconds = 0.3 if row.desktop == "server hangs" else 5
    delivery = plyer(situation(row), seconds).send(MESSAGE)
    check_failure(delivery, "plyer")
    assert row.said in delivery.reason


@BOTH
def test_a_bus_that_died_and_a_new_one(way, by, desktop, bus: Bus):
    notifier = plyer(by(way, desktop))
    with notification_server(bus):
        assert notifier.send(MESSAGE).delivered
    bus.stop()
    assert not notifier.send(MESSAGE).delivered
    bus.start()
    with notification_server(bus) as server:
        assert notifier.send(MESSAGE).delivered
        assert len(server.shown) == 1


@BOTH
def test_warnings_as_errors(way, by, desktop, server):
    assert plyer(by(way, desktop) | WARNINGS).send(MESSAGE).delivered
    assert len(server.shown) == 1


@pytest.mark.usefixtures("notify_send")
def test_a_folder_named_app(desktop, server, tmp_path):
    container = in_container(desktop, tmp_path)
    plyers_choice = "from plyer.platforms.linux.notification import instance; print(instance())"
    chosen = subprocess.check_output([sys.executable, "-c", plyers_choice], env=container)
    assert b"NotifyDesktopPortals" in chosen
    assert plyer(container).send(Message("'>, 'x': <'", "y", "slot")).delivered
    assert server.shown[0].title == "'>, 'x': <'"


@BOTH
def test_the_text_arrives_as_it_was(way, by, desktop, server):
    texts = ("--help", r"-n C:\new \t \\ $HOME `id` %s", "长" * 99)
    for text in texts:
        assert plyer(by(way, desktop)).send(Message(text, text, "slot")).delivered
    assert [(one.title, one.body) for one in server.shown] == [(text, text) for text in texts]
    assert {one.app_name for one in server.shown} == {"recall"}


@BOTH
def test_markup_in_a_body_is_text(way, by, desktop, server):
    plyer(by(way, desktop)).send(Message("<b>", "<img src='x'/> & y", "slot"))
    assert server.shown[0][3:5] == ("<b>", "&lt;img src='x'/&gt; &amp; y")


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_chinese_arrives_in_any_locale(locale, desktop, server, notify_send):
    environ = desktop | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    plyer(environ).send(Message("该复习了", "下一篇：VLLM论文", "slot"))
    assert server.shown[0][3:5] == ("该复习了", "下一篇：VLLM论文")


def test_nothing_in_the_current_folder_is_imported(
    desktop, server, notify_send, tmp_path, monkeypatch
):
    for name in ("plyer", "json", "recall", "dbus"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken from the current folder')")
    monkeypatch.chdir(tmp_path)
    assert plyer(desktop).send(MESSAGE).delivered


IN_A_THREAD = """
from threading import Thread
import time

def balloon_tip(title, message, app_name, timeout):
    assert timeout == 10
    time.sleep(0.05)
    {fate}

class Backend:
    def notify(self, *args, timeout):
        Thread(target=balloon_tip, args=(*args, timeout)).start()

instance = Backend
"""


def test_an_error_in_a_thread_of_plyer_s_is_reported(other_platform):
    code = IN_A_THREAD.format(fate="raise Exception('Shell_NotifyIconW failed.')")
    delivery = PlyerProcess(other_platform("win", code), "win32").send(MESSAGE)
    check_failure(delivery, "plyer")
    assert "Shell_NotifyIconW failed." in delivery.reason


def test_a_thread_of_plyer_s_is_waited_for(other_platform, tmp_path):
    code = IN_A_THREAD.format(fate=f"open({str(tmp_path / 'shown')!r}, 'w').close()")
    assert PlyerProcess(other_platform("win", code), "win32").send(MESSAGE).delivered
    assert (tmp_path / "shown").exists()


def test_on_macos_without_pyobjus_no_process_is_started(environ):
    problem = PlyerProcess(environ, "darwin").problem()
    check_failure(problem, "plyer")
    assert "pyobjus" in problem.reason


def test_a_warning_of_plyer_s_is_no_failure(other_platform):
    warns = "import warnings; warnings.warn('not installed')\n"
    code = warns + IN_A_THREAD.format(fate="pass")
    environ = other_platform("win", code) | {"PYTHONWARNINGS": "error"}
    assert PlyerProcess(environ, "win32").send(MESSAGE).delivered


def test_a_process_that_crashes_is_reported(other_platform):
    words = "'out of luck \\x1b[2J' + '!' * 9999"
    code = f"import os, sys; print({words}, file=sys.stderr, flush=True); os._exit(3)"
    delivery = PlyerProcess(other_platform("win", code), "win32").send(MESSAGE)
    check_failure(delivery, "plyer")
    assert "status 3: out of luck" in delivery.reason


def test_a_python_that_is_gone_is_reported(environ, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    check_failure(PlyerProcess(environ, "win32").send(MESSAGE), "plyer")


def test_plyer_is_never_imported_into_the_daemon_s_process(desktop, server, notify_send):
    code = (
        "import os, sys\n"
        "from recall.domain.reminders.message import Message\n"
        "from recall.notify import table\n"
        "chain = table.chain(os.environ, 'linux')\n"
        "assert 'jeepney' not in sys.modules, 'imported before it is needed'\n"
        "assert chain[1].send(Message('title', 'body', 'slot')).delivered\n"
        "assert 'plyer' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], env=desktop, check=True)
    assert len(server.shown) == 1
