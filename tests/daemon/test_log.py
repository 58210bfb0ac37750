"""The log: it starts anew when it is full, and is only a convenience."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from io import StringIO
from logging.handlers import RotatingFileHandler

import pytest

from recall.cli.environment import Environment
from recall.cli.main import main
from recall.daemon import service
from recall.daemon.reminder_loop import LOGGER, ReminderLoop
from recall.daemon.service import log_path, log_to
from recall.errors import RecallError
from recall.usecases.context import Context

LINE = "论文" * 500
FILES = ["remind.log", "remind.log.1", "remind.log.2", "remind.log.3"]
LIMIT = 200_000


@pytest.fixture(autouse=True)
def log() -> Iterator[logging.Logger]:
    """The log as it is before the daemon starts, and again afterwards."""
    logger = logging.getLogger(LOGGER)
    before = logger.level, logger.propagate
    yield logger
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()
    logger.level, logger.propagate = before
    logging.raiseExceptions = True


def test_it_starts_anew_when_it_is_full_and_keeps_three_old_ones(log: logging.Logger) -> None:
    log_to(None)
    for number in range(500):  # 1.5 MB
        log.info("%d %s", number, LINE)
    kept = sorted(path for path in log_path().parent.iterdir())
    assert [path.name for path in kept] == FILES
    assert all(path.stat().st_size <= LIMIT for path in kept)
    assert all(path.stat().st_size > LIMIT - 2 * len(LINE.encode()) for path in kept[1:])
    assert f" 499 {LINE}" in kept[0].read_text(encoding="utf-8").splitlines()[-1]


def test_it_is_also_said_where_one_can_see_it(log: logging.Logger) -> None:
    log_to(seen := StringIO())
    log.info("all is well")
    assert seen.getvalue() == log_path().read_text(encoding="utf-8")
    assert seen.getvalue().endswith(" all is well\n")


def test_where_nobody_can_see_it_nothing_piles_up(
    log: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "run", lambda _daemon: None)
    monkeypatch.setattr(sys, "stderr", None)  # as under pythonw
    assert main(["remind", "run"], Environment(dict(os.environ), out=StringIO())) == 0
    (handler,) = log.handlers
    assert isinstance(handler, RotatingFileHandler)


def test_where_no_file_can_be_the_rest_goes_on(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    log_path().parent.parent.mkdir(parents=True, exist_ok=True)
    log_path().parent.touch()
    log_to(seen := StringIO())
    log.info("all is well")
    assert "all is well" in seen.getvalue()
    assert capsys.readouterr().err.startswith("recall: no log is kept: ")


def test_what_a_full_disk_refuses_is_not_written_on_the_terminal(
    log: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    log_to(Full())
    log.info("all is well")
    assert capsys.readouterr().err == ""


class Full(StringIO):
    """A stream to a full disk."""

    def write(self, _: str) -> int:
        raise OSError("no space left")


@pytest.mark.parametrize("library", ["apscheduler", "sqlalchemy", "psycopg", "alembic"])
def test_what_libraries_say_to_nobody_is_not_written_on_the_terminal(
    library: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_module("recall.daemon.scheduler")
    import_module("recall.storage.database.connections.engine")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # those of pytest
    logging.getLogger(f"{library}.pool").warning("a remark")
    assert capsys.readouterr().err == ""


def test_each_setting_that_is_wrong_has_a_line_of_its_own(log: logging.Logger) -> None:
    def library() -> AbstractContextManager[Context]:
        raise RecallError("remind.times is 9\nremind.days is 'x'")

    daemon = ReminderLoop(library, [], {}, "linux")
    log_to(seen := StringIO())
    for _ in range(2):
        daemon.tick()
    first, second = seen.getvalue().splitlines()
    assert first.endswith(" remind.times is 9")
    assert second.endswith(" remind.days is 'x'")
