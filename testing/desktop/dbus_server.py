"""A private session bus, and a notification server on it that records what it is sent."""

import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from testing.needs import need

SERVER = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

CAPABILITIES = ("actions", "body", "body-markup")

PATIENCE = 10
"""Seconds to wait for an expected event."""

# Without a <servicedir> the bus does not start an installed notification server.
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  {services}
  <policy context="default">
    <allow send_destination="*"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def wait_for(what: Callable[[], object], meaning: str) -> None:
    """Wait until it is true; otherwise fail the test with the meaning."""
    until = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > until:
            pytest.fail(f"waited {PATIENCE} s in vain until {meaning}")
        time.sleep(0.005)


class Bus:
    """A running dbus-daemon; a restart makes a new bus at the same address."""

    def __init__(self, folder: Path) -> None:
        """Use `session_bus` instead of calling this."""
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self.address = f"unix:path={folder / 'bus'}"

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a program on this bus."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address, "XDG_RUNTIME_DIR": str(self._folder)}

    def start(self, services: Path | None = None) -> None:
        """Start the bus and wait until it answers; services is a folder of service files."""
        config = self._folder / "bus.conf"
        known = f"<servicedir>{services}</servicedir>" if services else ""
        config.write_text(_CONFIG.format(socket=self._folder / "bus", services=known))
        command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._process = process
        assert process.stdout is not None
        if not process.stdout.readline():
            raise RuntimeError(f"dbus-daemon did not start: status {process.wait()}")

    def stop(self) -> None:
        """Kill the bus, and with it every connection."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        (self._folder / "bus").unlink(missing_ok=True)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Freeze the bus: it accepts connections but does not answer."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)


@contextmanager
def session_bus() -> Iterator[Bus]:
    """Start a private bus, and stop it afterwards."""
    need("dbus-daemon")
    # A short path, because a socket's name is limited to about 100 bytes.
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        bus = Bus(Path(folder))
        try:
            bus.start()
            yield bus
        finally:
            bus.stop()


class Notification(NamedTuple):
    """The arguments of a Notify call, in order, and the number returned."""

    app_name: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    timeout: int
    number: int


class NotificationServer:
    """Implements org.freedesktop.Notifications without a screen."""

    def __init__(
        self, bus: Bus, capabilities: tuple[str, ...] = CAPABILITIES, name: str = "recorder"
    ) -> None:
        """Own the service on the bus, and answer from a thread; name is the server's own."""
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.shown: list[Notification] = []
        self.asked: list[str] = []
        self.closed: list[int] = []
        self.hangs = False
        self.hangs_at = ""
        self.error: str | None = None
        self._capabilities = list(capabilities)
        self._name = name
        self._stopping = threading.Event()
        self._asleep = threading.Event()
        self._awake = threading.Event()
        self._awake.set()
        self._connection: Any = open_dbus_connection(bus.address)
        self._connection.send_and_get_reply(message_bus.RequestName(SERVER), timeout=PATIENCE)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def click(self, number: int, key: str) -> None:
        """Click like a desktop: signal the action, then close the notification."""
        self.emit("ActionInvoked", "us", number, key)
        self.close_notification(number)

    def close_notification(self, number: int) -> None:
        """Dismiss a notification as a person would."""
        self.emit("NotificationClosed", "uu", number, 2)

    def emit(self, name: str, signature: str, *values: object) -> None:
        """Emit any signal in the server's name, even a nonsensical one."""
        from jeepney import DBusAddress, new_signal

        emitter = DBusAddress(PATH, interface=SERVER)
        self._connection.send(new_signal(emitter, name, signature, values))

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Freeze the server; it answers pending calls afterwards, like real ones."""
        self._asleep.clear()
        self._awake.clear()
        assert self._asleep.wait(PATIENCE)
        try:
            yield
        finally:
            self._awake.set()

    def die(self) -> None:
        """Leave the bus at once; a pending call gets an error."""
        self._stopping.set()
        self._awake.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            if not self._awake.is_set():
                self._asleep.set()
            self._awake.wait()
            try:
                message = self._connection.receive(timeout=0.01)
            except TimeoutError:
                continue
            except OSError:  # the bus has died
                return
            self._answer(message)

    def _answer(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType, new_error, new_method_return

        if message.header.message_type is not MessageType.method_call:
            return
        member = message.header.fields[HeaderFields.member]
        hangs = self.hangs or member == self.hangs_at
        reply = self._reply(member, message.body) if not hangs else None
        self.asked.append(member)
        if reply is None:
            return
        if self.error is not None:
            self._connection.send(new_error(message, self.error, "s", ("not today",)))
        else:
            self._connection.send(new_method_return(message, *reply))

    def _reply(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
        if member == "Notify":
            return "u", (self._record(body),)
        if member == "GetCapabilities":
            return "as", (self._capabilities,)
        if member == "CloseNotification":
            self.closed += body
        if member == "GetServerInformation":
            return "ssss", (self._name, "recall", "1", "1.2")
        return "", ()

    def _record(self, body: tuple[Any, ...]) -> int:
        if self.error is not None:
            return 0
        number = body[1] or len(self.shown) + 1
        self.shown.append(Notification._make((*body, number)))
        return number


@contextmanager
def notification_server(
    bus: Bus, capabilities: tuple[str, ...] = CAPABILITIES, name: str = "recorder"
) -> Iterator[NotificationServer]:
    """Run a server on the bus, and stop it afterwards."""
    server = NotificationServer(bus, capabilities, name)
    try:
        yield server
    finally:
        server.die()
