"""The heartbeat: what is written is read, and what is damaged is nothing."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from recall.daemon.process import heartbeat, instance_lock
from recall.daemon.process.heartbeat import Heartbeat
from recall.errors import BadFile

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HEARTBEAT = Heartbeat(7, NOW.isoformat(), NOW.isoformat(), "the library 论文 is locked")


def test_what_is_written_is_read() -> None:
    assert heartbeat.read() is None
    heartbeat.write(HEARTBEAT)
    assert heartbeat.read() == HEARTBEAT
    assert [path.name for path in heartbeat.folder().iterdir()] == ["remind.json"]


DAMAGED = [
    b"",
    b"[]",
    b"{}",
    b'{"pid": 1}',
    b"\xff",
    b"3",
    b'{"pid": 1, "started": "", "beat": ""}',
    b'{"pid": 1, "started": "2026-03-02T09:30:00Z", "beat": null}',
    b'{"pid": 1, "started": "2026-03-02T09:30:00Z", "beat": "2026-03-02T09:30:00"}',
    b'{"pid": 1, "started": "2026-03-02T09:30:00Z", "beat": "9999-12-31T23:59:59Z"}',
    b'{"pid": 1, "started": "0001-01-01T00:00:00Z", "beat": "2026-03-02T09:30:00Z"}',
]


@pytest.mark.parametrize("content", DAMAGED)
def test_what_is_no_heartbeat_is_none(content: bytes) -> None:
    heartbeat.write(HEARTBEAT)
    (heartbeat.folder() / "remind.json").write_bytes(content)
    assert heartbeat.read() is None


def test_a_folder_that_cannot_be_made_stops_nothing() -> None:
    heartbeat.folder().parent.mkdir(parents=True, exist_ok=True)
    heartbeat.folder().touch()
    heartbeat.write(HEARTBEAT)
    assert heartbeat.read() is None


def test_three_minutes_without_a_beat_are_silence() -> None:
    assert not heartbeat.is_silent(HEARTBEAT, NOW + timedelta(minutes=2))
    assert heartbeat.is_silent(HEARTBEAT, NOW + timedelta(minutes=4))


def test_a_beat_from_the_future_is_not_trusted_for_ever() -> None:
    assert not heartbeat.is_silent(HEARTBEAT, NOW - timedelta(minutes=2))
    assert heartbeat.is_silent(HEARTBEAT, NOW - timedelta(hours=5)), "the clock went back"


def test_a_draft_that_a_crash_left_is_no_hindrance() -> None:
    heartbeat.write(HEARTBEAT)
    (heartbeat.folder() / "remind.new").write_text("{", encoding="utf-8")
    assert heartbeat.read() == HEARTBEAT
    heartbeat.write(HEARTBEAT._replace(pid=8))
    assert (found := heartbeat.read())
    assert found.pid == 8


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_nobody_else_can_look_into_its_folder() -> None:
    heartbeat.write(HEARTBEAT)
    assert heartbeat.folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_it_is_not_written_through_a_link(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    heartbeat.write(HEARTBEAT)
    (heartbeat.folder() / "remind.new").symlink_to(victim)
    heartbeat.write(HEARTBEAT._replace(pid=8))
    assert victim.read_text(encoding="utf-8") == "mine"
    assert heartbeat.read() == HEARTBEAT._replace(pid=8)


def test_to_ask_whether_one_runs_makes_nothing() -> None:
    assert not instance_lock.is_running()
    assert not heartbeat.folder().exists()


def test_where_no_lock_can_be_none_runs() -> None:
    (heartbeat.folder() / instance_lock.LOCK).mkdir(parents=True)
    assert not instance_lock.is_running()


def test_the_lock_is_for_one() -> None:
    assert not instance_lock.is_running()
    taken = instance_lock.lock()
    assert taken is not None
    assert instance_lock.is_running()
    assert instance_lock.lock() is None
    taken.release()
    assert not instance_lock.is_running()


def test_somebody_who_only_looks_does_not_keep_a_daemon_from_starting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(instance_lock, "_LOOK_SECONDS", 10)
    holds = Event()

    def look() -> None:
        taken = instance_lock._taken(0)
        assert taken is not None
        holds.set()
        sleep(0.05)
        taken.release()

    (looking := Thread(target=look)).start()
    assert holds.wait(10)
    taken = instance_lock.lock()
    looking.join()
    assert taken is not None
    taken.release()


def test_a_lock_in_a_folder_that_cannot_be_made_is_told() -> None:
    heartbeat.folder().parent.mkdir(parents=True, exist_ok=True)
    heartbeat.folder().touch()
    with pytest.raises(BadFile, match=r"remind\.lock: cannot be locked: "):
        instance_lock.lock()


def test_two_people_on_a_machine_do_not_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = instance_lock.lock()
    assert mine is not None
    for name in ("HOME", "LOCALAPPDATA", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    theirs = instance_lock.lock()
    assert theirs is not None
    for taken in (mine, theirs):
        taken.release()
