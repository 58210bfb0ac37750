"""plyer's own path to a real pop-up: Xvfb for a screen, dunst to show it, a picture to prove it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.domain.reminders.message import Message
from recall.notify import table
from recall.notify.notifier import Notifier
from recall.notify.plyer_process import PlyerProcess
from testing.desktop.dbus_server import wait_for
from testing.desktop.notifications import MESSAGE, check_delivers, check_failure
from testing.desktop.real_desktop import FONT, NEEDED, Desktop, real_desktop
from testing.needs import need


@pytest.fixture
def desktop(request, tmp_path: Path) -> Iterator[Desktop]:
    need(*NEEDED)
    bus, environ = (request.getfixturevalue(name) for name in ("bus", "environ"))
    with real_desktop(environ | bus.environ, tmp_path) as running:
        yield running


def test_a_reminder_in_chinese_is_seen_on_a_real_desktop(desktop: Desktop, tmp_path: Path):
    message = Message("recall：3 篇待复习", "约 25 分钟 · 下一篇：VLLM论文 <a & b>", "slot")
    picture = str(tmp_path / "screen.png")
    assert FONT in desktop.run("fc-list", ":lang=zh", "family")

    delivery = PlyerProcess(desktop.environ, "linux").send(message)

    assert delivery.delivered, delivery
    wait_for(lambda: desktop.displays(1), "it is displayed")
    desktop.run("import", "-window", "root", picture)
    colors = desktop.run("identify", "-format", "%k", picture)
    assert int(colors) > 10, "an empty screen has one color"
    assert (tmp_path / "screen.png").stat().st_size > 0

    desktop.dunstctl("close-all")
    (shown,) = desktop.history()
    assert shown["appname"] == "recall"
    assert shown["summary"] == message.title
    assert shown["body"] == "约 25 分钟 · 下一篇：VLLM论文 &lt;a &amp; b&gt;"


def test_plyer_on_a_real_desktop_whose_server_has_gone_is_reported(desktop: Desktop):
    notifier = PlyerProcess(desktop.environ, "linux")
    assert notifier.send(MESSAGE).delivered
    desktop.kill_server()
    delivery = notifier.send(MESSAGE)
    check_failure(delivery, "plyer")
    assert "no notification server" in delivery.reason


@pytest.fixture
def chain(desktop: Desktop) -> Iterator[list[Notifier]]:
    made = table.chain(desktop.environ, "linux")
    yield made
    table.close(made)


def test_on_a_real_desktop_only_what_is_to_stay_stays(bus, environ, tmp_path: Path):
    with real_desktop(environ | bus.environ, tmp_path, seconds=1) as desktop:
        chain = table.chain(desktop.environ, "linux")
        table.deliver(MESSAGE._replace(title="goes", slot="1"), chain)
        table.deliver(MESSAGE._replace(title="stays", slot="2", stays=True), chain)
        wait_for(lambda: desktop.displays(2), "both are displayed")
        wait_for(lambda: desktop.displays(1), "one has gone by itself")
        (gone,) = desktop.history()
        table.close(chain)
    assert gone["summary"] == "goes"


def test_a_real_desktop_takes_whatever_the_text(chain):
    check_delivers(chain[0])


def test_buttons_and_replacing_work_on_a_real_desktop(desktop: Desktop, chain):
    actions = (("review", "开始复习"), ("snooze", "Snooze 1 h"))
    message = Message("recall", "first", "2027-01-01@09:00", actions)
    clicks = []

    for body in ("first", "second"):
        (delivery,) = table.deliver(message._replace(body=body), chain)
        assert delivery.delivered
    wait_for(lambda: desktop.displays(1), "one is displayed")

    desktop.dunstctl("action", "0")
    wait_for(
        lambda: table.listen(chain, lambda *click: clicks.append(click)) or clicks, "a click comes"
    )
    assert [(clicked.body, key) for clicked, key in clicks] == [("second", "default")]
