"""Clicks on what the daemon has sent, on a recording server: each does what its button says."""

import logging
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from recall.daemon import click_actions
from recall.daemon.reminder_loop import LOGGER
from recall.domain.reminders.message import CLICKED
from recall.notify.dbus_buttons import DbusButtons
from recall.storage.store import Store
from recall.storage.tables import reminders
from recall.web.serving.day_keeper import DayKeeper
from testing.commands.command_line import CommandLine
from testing.desktop.daemons import START, Stepped
from testing.desktop.dbus_server import NotificationServer, wait_for

Click = Callable[[str], str]


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """Where the person's terminal writes down what it is to run."""
    return tmp_path / "ran"


@pytest.fixture
def stepped(recall: CommandLine, tmp_path: Path, ran: Path) -> Iterator[Stepped]:
    terminal = tmp_path / "terminal"
    terminal.write_text(f'#!{shutil.which("sh")}\necho "$@" > "{ran}"\n', encoding="utf-8")
    terminal.chmod(0o755)
    environ = {**recall.environ, "TERMINAL": str(terminal), "PATH": str(tmp_path)}
    chain = [DbusButtons(environ, "linux")]
    stepped = Stepped(recall.environ["RECALL_DATABASE_URL"], chain, environ)
    yield stepped
    stepped.daemon.end()


@pytest.fixture
def click(server: NotificationServer, stepped: Stepped, caplog: pytest.LogCaptureFixture) -> Click:
    """Send the reminder and click on it; gives what the log says of the click."""
    caplog.set_level(logging.INFO, LOGGER)
    assert stepped.tick() is None

    def said() -> str:
        stepped.daemon.listen()
        return next((line for line in caplog.messages if line.startswith("clicked")), "")

    def on(key: str) -> str:
        server.click(server.shown[0].number, key)
        wait_for(said, "the click is answered")
        return said()

    return on


def snoozed(recall: CommandLine) -> datetime | None:
    with Store(recall.environ["RECALL_DATABASE_URL"]) as store:
        snooze = reminders.last_snooze(store, START + timedelta(days=1))
        return snooze and snooze.until


@pytest.mark.parametrize("key", ["review", CLICKED])
def test_a_click_to_review_opens_a_terminal_with_the_review(
    click: Click, recall: CommandLine, ran: Path, key: str
) -> None:
    assert click(key) == f"clicked {key}: opened a review in terminal"
    assert ran.read_text(encoding="utf-8").endswith("-P -m recall.cli.window review\n")
    assert snoozed(recall) is None


def test_a_click_to_review_opens_the_session_in_the_browser_where_the_page_is_served(
    server: NotificationServer,
    stepped: Stepped,
    click: Click,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(DayKeeper, "keep", lambda _: None)  # the library here is of one thread
    opener, opened = tmp_path / "xdg-open", tmp_path / "opened"
    opener.write_text(f'#!{shutil.which("sh")}\necho "$@" > "{opened}"\n', encoding="utf-8")
    opener.chmod(0o755)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    stepped.settings = stepped.settings._replace(web_on=True, web_port=port)
    stepped.tick()
    assert click("review") == "clicked review: opened the session in the browser"
    link = opened.read_text(encoding="utf-8").strip()
    assert link.startswith(f"http://127.0.0.1:{port}/enter/")
    assert link.endswith("?to=session")


def test_the_page_is_served_before_the_first_reminder_can_be_clicked(
    server: NotificationServer,
    stepped: Stepped,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    monkeypatch.setattr(DayKeeper, "keep", lambda _: None)  # the library here is of one thread
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    stepped.settings = stepped.settings._replace(web_on=True, web_port=port)
    stepped.tick()
    first, then, *_ = [
        message for message in caplog.messages if message.startswith(("the page", "sent"))
    ]
    assert (first[:11], then[:4]) == ("the page is", "sent")
    assert len(server.shown) == 1


def test_snooze_is_quiet_for_an_hour_and_then_tells_the_same_again(
    click: Click, recall: CommandLine, stepped: Stepped
) -> None:
    later = reminders.Claim("nudge", f"{START:%Y-%m-%d}@19:00")
    with Store(recall.environ["RECALL_DATABASE_URL"]) as store:
        reminders.mark_sent(store, later, "another", "dbus", START + timedelta(hours=1))
        click("snooze")
        assert store.rows("SELECT kind FROM snooze") == [("digest",)], "that of the message"
    assert snoozed(recall) == stepped.now + timedelta(hours=1)


def test_tomorrow_is_quiet_until_tomorrows_first_time(
    click: Click, recall: CommandLine, stepped: Stepped, ran: Path
) -> None:
    stepped.settings = stepped.settings._replace(remind_times="09:00, 18:00")
    click("tomorrow")
    assert snoozed(recall) == (START + timedelta(days=1)).replace(hour=9, minute=0)
    assert not ran.exists()


def test_a_button_that_is_not_ours_does_nothing(
    click: Click, recall: CommandLine, ran: Path
) -> None:
    assert click("inline-reply") == "clicked inline-reply: no button of ours"
    assert snoozed(recall) is None
    assert not ran.exists()


def test_a_click_while_the_library_is_away_is_told(
    click: Click, recall: CommandLine, stepped: Stepped
) -> None:
    elsewhere = recall.library.rename(recall.library.with_suffix(".elsewhere"))
    assert click("snooze").startswith("clicked snooze, but there is no library at")
    elsewhere.rename(recall.library)
    assert stepped.tick() is None


def test_a_click_that_goes_wrong_does_not_end_the_daemon(
    click: Click, stepped: Stepped, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_(*_: object) -> None:
        raise PermissionError("not here")

    monkeypatch.setattr(click_actions, "open_review", break_)
    assert click("review") == "clicked review, but unexpected PermissionError: not here"
    assert stepped.tick() is None


def test_words_on_the_bus_that_make_no_sense_do_not_end_the_daemon(
    stepped: Stepped,
    server: NotificationServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_(*_: object) -> None:
        raise ValueError("no such type")

    assert stepped.tick() is None
    with monkeypatch.context() as patch:
        patch.setattr(DbusButtons, "listen", break_)
        stepped.daemon.listen()
    assert "unexpected ValueError: no such type" in caplog.text
    assert stepped.tick(timedelta(days=1)) is None
    assert len(server.shown) == 2
