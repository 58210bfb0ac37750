"""The daemon as a real process, on a private session bus."""

import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from subprocess import Popen

import pytest

from recall.daemon.process import heartbeat
from recall.daemon.service import log_path
from recall.storage.store import Store
from recall.storage.tables import reminders
from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import NotificationServer, wait_for

Start = Callable[..., "Popen[str]"]

KILLED_BEFORE_SENDING = """
import os, signal, sys
from recall.cli.main import main
from recall.notify import table
table.deliver = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
sys.exit(main(["remind", "run"]))
"""

SLOW = """
import sys, time
from recall.cli.main import main
from recall.notify import table
deliver = table.deliver
def slowly(*message):
    print("sending", flush=True)
    time.sleep(1)
    return deliver(*message)
table.deliver = slowly
sys.exit(main(["remind", "run"]))
"""


def sent(recall: CommandLine) -> reminders.Sent | None:
    with Store(f"sqlite:///{recall.library}") as store:
        return reminders.last_sent(store, datetime.now(UTC))


def ticked(process: "Popen[str]") -> bool:
    last = heartbeat.read()
    return last is not None and last.pid == process.pid and last.beat > last.started


def stop(process: "Popen[str]") -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=10)
    return process.returncode, err


def test_it_sends_what_is_owed_at_once_and_only_once(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    for _ in range(2):
        daemon = start("remind", "run")
        wait_for(lambda: sent(recall), "it is sent")
        wait_for(partial(ticked, daemon), "it beats")
        code, err = stop(daemon)
        assert code == 0, err
    assert [shown.title for shown in server.shown] == ["Today's revisit"]
    assert "VLLM论文" in server.shown[0].body
    assert (last := sent(recall))
    assert last.backend == "dbus"
    log = log_path().read_text(encoding="utf-8")
    assert "sent digest" in log
    assert log.count("stopped") == 2


def test_a_second_one_ends_and_says_why(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    start("remind", "run")
    wait_for(heartbeat.read, "it runs")
    _, err = (second := start("remind", "run")).communicate(timeout=10)
    assert second.returncode == 0
    assert "the reminders run already" in err
    assert recall("remind", "status", "--json").json["running"]


def test_it_sends_what_it_is_sending_before_it_stops(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    daemon = start(code=SLOW)
    assert daemon.stdout is not None
    assert daemon.stdout.readline() == "sending\n"
    assert stop(daemon)[0] == 0
    assert len(server.shown) == 1
    assert sent(recall)
    *_, before, last = log_path().read_text(encoding="utf-8").splitlines()
    assert "sent digest" in before, "it says that it has stopped when it has"
    assert last.endswith("stopped")


def test_killed_between_claim_and_sending_it_is_sent_once_after_the_lease(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    killed = start(code=KILLED_BEFORE_SENDING)
    assert killed.wait(10) == -signal.SIGKILL
    assert not server.shown
    assert not sent(recall)
    with Store(f"sqlite:///{recall.library}") as store:
        ((slot,),) = store.rows("SELECT slot FROM reminder")
        claim = reminders.Claim("digest", slot)
        assert not reminders.claim(store, claim, "too early", datetime.now(UTC))
        with store.transaction() as connection:  # two minutes pass
            before = (datetime.now(UTC) - reminders.LEASE - timedelta(seconds=5)).isoformat()
            connection.execute("UPDATE reminder SET claimed_at = :before", {"before": before})
    start("remind", "run")
    wait_for(lambda: sent(recall), "it is sent")
    assert len(server.shown) == 1


def test_a_click_on_snooze_is_remembered(
    recall: CommandLine, server: NotificationServer, start: Start
) -> None:
    start("remind", "run")
    wait_for(lambda: sent(recall), "it is sent")
    server.click(server.shown[0].number, "snooze")

    def snoozed() -> datetime | None:
        with Store(f"sqlite:///{recall.library}") as store:
            snooze = reminders.last_snooze(store, datetime.now(UTC))
            return snooze and snooze.until

    wait_for(snoozed, "it is snoozed")
    assert (until := snoozed())
    assert timedelta(minutes=59) < until - datetime.now(UTC) <= timedelta(hours=1)


def damage(recall: CommandLine) -> None:
    recall.library.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)


def remove(recall: CommandLine) -> None:
    recall.library.unlink()


def misspell(recall: CommandLine) -> None:
    recall.configure("[remind]", 'times = "25:00"')


def lose_zone(recall: CommandLine) -> None:
    recall.config.write_text('time_zone = "Mars/Olympus"\n', encoding="utf-8")


FAULTS = [
    (remove, "there is no library at"),
    (damage, "is not a recall library"),
    (misspell, "remind.times is '25:00'; it must be times of day"),
    (lose_zone, "time_zone is 'Mars/Olympus'; it must be"),
]


@pytest.mark.parametrize(("fault", "sentence"), FAULTS)
def test_a_fault_is_said_in_one_line_and_waited_for(
    recall: CommandLine, server: NotificationServer, start: Start, fault: object, sentence: str
) -> None:
    assert callable(fault)
    fault(recall)
    daemon = start("remind", "run")
    wait_for(lambda: (p := heartbeat.read()) and p.problem, "it has a problem")
    shown = recall("remind", "status", "--json")
    assert shown.code == 1
    assert any(sentence in problem for problem in shown.json["problems"])
    code, err = stop(daemon)
    assert code == 0
    assert err.count(sentence) == 1, err
    assert not server.shown
