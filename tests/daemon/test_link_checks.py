"""The daemon lets links be checked: if wanted, a few a day, beside the reminders."""

import logging
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from recall.daemon.link_checks import LONGEST_CHECK, PAUSE, LinkChecks
from recall.domain.link_checks.finding import Look, found
from recall.settings.table import Settings
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.link_checks.daily import DAILY_CHECKS, left_today
from testing.desktop.daemons import Recorder, Stepped
from testing.libraries.factories import NOW, at, catalog, entries, make_library

LOG = logging.getLogger("test")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def library(sqlite_url: str) -> Iterator[Context]:
    wanted = Settings(check_on=True, time_zone="Asia/Shanghai")
    context = make_library(sqlite_url, catalog(*entries(30)), settings=wanted)
    yield context
    context.store.close()


class Started:
    """A program in Python's place, which notes each start and then does as it is told."""

    def __init__(self, folder: Path, then: str = "exit 0") -> None:
        self.path = folder / "python"
        self._notes = folder / "starts"
        self._notes.touch()
        self.path.write_text(f'#!/bin/sh\necho "$@" >> {self._notes}\n{then}\n')
        self.path.chmod(0o700)

    def checks(self) -> LinkChecks:
        return LinkChecks({"PATH": "/usr/bin:/bin"}, LOG, str(self.path))

    def lines(self, count: int) -> list[str]:
        """Wait until there are `count` starts, 10 s at most, and return them."""
        until = monotonic() + 10
        while len(found := self._notes.read_text().splitlines()) < count and monotonic() < until:
            sleep(0.01)
        return found


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell's")


def note(context: Context, number: int) -> None:
    url = f"https://example.org/Resource-{number}"
    findings.note(context.store, number, lambda before: found(url, Look("ok"), context.now))


def test_nothing_is_checked_unless_it_is_wanted(library: Context, tmp_path: Path) -> None:
    unasked = library._replace(settings=Settings())
    assert left_today(unasked) == 0
    started = Started(tmp_path)
    checks = started.checks()
    checks.tick(unasked, "here")
    assert started.lines(0) == []


def test_a_few_are_checked_a_day_those_by_hand_counted(library: Context) -> None:
    assert left_today(library) == DAILY_CHECKS
    for number in range(1, 8):
        note(library, number)
    assert left_today(library) == DAILY_CHECKS - 7
    for number in range(1, 31):
        note(library, number)
    assert left_today(library) == 0
    assert left_today(at(library, NOW + timedelta(days=1))) == DAILY_CHECKS


def test_a_check_is_started_and_not_waited_for(library: Context, tmp_path: Path) -> None:
    started = Started(tmp_path, then="sleep 60")
    checks = started.checks()
    begun = monotonic()
    checks.tick(library, "here")
    assert monotonic() - begun < 10
    assert started.lines(1) == [f"-P -X utf8 -m recall check --oldest {DAILY_CHECKS}"]
    for minutes in range(1, 20):
        checks.tick(at(library, NOW + minutes * MINUTE), "here")
    assert len(started.lines(1)) == 1
    checks.end()
    checks.end()


def test_a_check_that_takes_too_long_is_ended(library: Context, tmp_path: Path) -> None:
    started = Started(tmp_path, then="exec sleep 60")
    checks = started.checks()
    checks.tick(library, "here")
    started.lines(1)
    checks.tick(at(library, NOW + LONGEST_CHECK + MINUTE), "here")
    checks.tick(at(library, NOW + PAUSE), "here")
    found = started.lines(2)
    checks.end()
    assert len(found) == 2


def test_a_check_that_found_nothing_is_tried_again_after_an_hour(
    library: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    started = Started(tmp_path, then="exit 1")
    checks = started.checks()
    checks.tick(library, "here")
    started.lines(1)
    until = monotonic() + 10
    while not caplog.messages and monotonic() < until:
        checks.tick(at(library, NOW + PAUSE - MINUTE), "here")
    assert caplog.messages == ["links were not checked; 'recall check' says why"]
    assert len(started.lines(1)) == 1
    checks.tick(at(library, NOW + PAUSE), "here")
    assert len(started.lines(2)) == 2
    checks.end()


def test_a_clock_that_was_ahead_does_not_stop_the_checks(library: Context, tmp_path: Path) -> None:
    started = Started(tmp_path)
    checks = started.checks()
    checks.tick(at(library, NOW + timedelta(days=400)), "here")
    until = monotonic() + 10
    while len(found := started.lines(1)) < 2 and monotonic() < until:
        checks.tick(library, "here")  # the first check may not have ended yet
    checks.end()
    assert len(found) == 2


def test_a_program_that_cannot_be_started_is_logged(
    library: Context, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    checks = LinkChecks({}, LOG, str(tmp_path / "no-such"))
    checks.tick(library, "here")
    assert caplog.messages[0].startswith("links were not checked: ")


@pytest.mark.slow
def test_the_daemon_reminds_first_and_ends_the_check_with_itself(
    library: Context, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = Started(tmp_path, then="exec sleep 60")
    monkeypatch.setattr("sys.executable", str(started.path))
    monkeypatch.setattr(LinkChecks.__init__, "__defaults__", (str(started.path),))
    recorder = Recorder()
    stepped = Stepped(sqlite_url, [recorder], {"PATH": "/usr/bin:/bin"})
    stepped.settings = stepped.settings._replace(check_on=True)
    assert stepped.tick() is None
    assert started.lines(1) == [f"-P -X utf8 -m recall check --oldest {DAILY_CHECKS}"]
    stepped.daemon.end()


def test_machines_that_share_a_library_take_turns(library: Context, tmp_path: Path) -> None:
    started = Started(tmp_path)
    one, other = started.checks(), started.checks()
    one.tick(library, "one")
    other.tick(library, "other")
    later = at(library, NOW + LONGEST_CHECK)
    other.tick(later, "other")
    assert len(started.lines(1)) == 1
    after = at(library, NOW + LONGEST_CHECK + MINUTE)
    other.tick(after, "other")
    assert len(started.lines(2)) == 2
    one.end()
    other.end()
