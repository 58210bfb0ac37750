"""The order in which backends are tried, and what becomes of a message on the way."""

import sys
from collections.abc import Iterator

import pytest

from recall.domain.reminders.message import Delivered, Undelivered
from recall.notify import table
from recall.notify.notifier import Notifier
from testing.desktop.dbus_server import wait_for
from testing.desktop.notifications import MESSAGE, check_failure


class Stub(Notifier):
    def __init__(self, name: str, works: bool) -> None:
        self.name = name
        self.works = works
        self.sent = 0

    def problem(self):
        return None if self.works else Undelivered(self.name, "broken", "mend it")

    def send(self, message):
        self.sent += 1
        return self.problem() or Delivered(self.name)


class Defect(Notifier):
    name = "defect"

    def problem(self):
        raise KeyError("a\nbug")

    def send(self, message):
        raise KeyError("a\nbug")


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ["dbus", "plyer", "terminal"]),
        ("freebsd14", ["dbus", "plyer", "terminal"]),
        ("darwin", ["plyer", "osascript", "terminal"]),
        ("win32", ["plyer", "terminal"]),
    ],
)
def test_each_platform_has_its_order(platform, names):
    assert [notifier.name for notifier in table.chain({}, platform)] == names


def test_the_first_that_delivers_is_the_last_that_is_tried():
    broken, works, spare = Stub("a", False), Stub("b", True), Stub("c", True)
    attempts = table.deliver(MESSAGE, [broken, works, spare])
    assert [(attempt.backend, attempt.delivered) for attempt in attempts] == [
        ("a", False),
        ("b", True),
    ]
    assert (works.sent, spare.sent) == (1, 0)


def test_ways_that_failed_alike_are_told_together_with_the_first_ones_remedy():
    failed = [Undelivered(name, why, f"mend {name}") for name, why in ("ax", "by", "cx")]
    assert table.explained(failed) == "a, c: x; b: y (mend a)"


def test_when_none_delivers_every_reason_is_told():
    attempts = table.deliver(MESSAGE, [Stub("a", False), Stub("b", False)])
    assert [attempt.reason for attempt in attempts] == ["broken", "broken"]


def test_there_is_no_obstacle_where_one_can_deliver_and_asking_sends_nothing():
    broken, works = Stub("a", False), Stub("b", True)
    assert table.obstacles([broken, works]) == []
    assert broken.sent + works.sent == 0


def test_a_defect_in_one_backend_is_told_and_the_next_one_delivers():
    works = Stub("works", True)
    first, second = table.deliver(MESSAGE, [Defect(), works])
    check_failure(first, "defect")
    assert second.delivered
    assert table.obstacles([Defect(), works]) == []
    assert [one.backend for one in table.obstacles([Defect()])] == ["defect"]


def test_a_machine_without_a_desktop_has_only_obstacles(environ, tmp_path, capsys):
    bare = environ | {"PATH": str(tmp_path)}
    obstacles = table.obstacles(table.chain(bare, "linux"))
    assert [one.backend for one in obstacles] == ["dbus", "plyer", "terminal"]
    assert capsys.readouterr().err == ""
    attempts = table.deliver(MESSAGE, table.chain(bare, "linux"))
    assert attempts == obstacles
    assert "3 due" in capsys.readouterr().err


@pytest.fixture
def real(desktop) -> Iterator[list[Notifier]]:
    chain = table.chain(desktop, "linux")
    yield chain
    table.close(chain)


@pytest.mark.usefixtures("notify_send")
def test_without_jeepney_plyer_delivers(monkeypatch, real, server):
    monkeypatch.setitem(sys.modules, "jeepney.io.blocking", None)
    monkeypatch.setattr("recall.notify.session_bus.find_spec", lambda name: None)
    attempts = table.deliver(MESSAGE, real)
    assert [(attempt.backend, attempt.delivered) for attempt in attempts] == [
        ("dbus", False),
        ("plyer", True),
    ]
    assert attempts[0].hint == "pip install jeepney"
    assert [one.title for one in server.shown] == ["recall"]


def test_nothing_is_delivered_twice_by_the_chain(real, server):
    attempts = table.deliver(MESSAGE, real)
    assert [attempt.backend for attempt in attempts] == ["dbus"]
    assert len(server.shown) == 1


def test_a_click_comes_back_through_the_chain(real, server):
    table.deliver(MESSAGE, real)
    server.click(1, "review")
    clicks = []
    wait_for(
        lambda: table.listen(real, lambda *click: clicks.append(click)) or clicks, "a click arrives"
    )
    assert clicks == [(MESSAGE, "review")]
