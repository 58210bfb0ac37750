"""Turns: those who read a file and write it again do so one after the other."""

import os
import sys
import threading
from pathlib import Path

import pytest

from recall.files import turns
from recall.files.turns import turn


def test_nobody_loses_what_another_wrote(tmp_path: Path) -> None:
    path = tmp_path / "number"
    path.write_text("0")

    def count() -> None:
        for _ in range(20):
            with turn(path):
                path.write_text(str(int(path.read_text()) + 1))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text() == "80"
    assert [one.name for one in tmp_path.iterdir()] == ["number"]


def test_whoever_waits_too_long_is_told(tmp_path: Path) -> None:
    with (
        turn(tmp_path / "a"),
        pytest.raises(TimeoutError, match="another recall has been writing it for too long"),
        turn(tmp_path / "b", seconds=0.02),
    ):
        raise AssertionError
    with turn(tmp_path / "a"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there")
def test_the_turn_of_a_killed_process_is_over(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with turn(tmp_path / "a"):
            os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    with turn(tmp_path / "a", seconds=1):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there is no flock there")
def test_a_file_system_without_locks_gives_everybody_a_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(turns, "flock", refuse, raising=False)
    monkeypatch.setattr(fcntl, "flock", refuse)
    with turn(tmp_path / "a"), turn(tmp_path / "b", seconds=0.02):
        pass
