"""The plan of each day is made without anybody looking."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from recall.errors import StorageError
from recall.usecases.context import Context
from recall.web.serving.day_keeper import DayKeeper
from testing.commands.command_line import CommandLine
from testing.web.browser import outside


def plans(recall: CommandLine) -> int:
    with outside(recall).library() as context:
        return int(context.store.rows("SELECT count(*) FROM plan")[0][0])


def test_the_plan_of_today_is_made_once(planned: CommandLine) -> None:
    keeper = DayKeeper(lambda: outside(planned).library())
    for _ in range(2):
        keeper.keep()
    assert plans(planned) == 1


@pytest.mark.parametrize(("error", "told"), [(StorageError("busy"), 0), (KeyError("Thing 1"), 1)])
def test_what_goes_wrong_does_not_end_it(
    error: Exception, told: int, caplog: pytest.LogCaptureFixture
) -> None:
    @contextmanager
    def broken() -> Iterator[Context]:
        raise error
        yield

    with caplog.at_level(logging.ERROR):
        DayKeeper(broken).keep()
    assert len(caplog.messages) == told
    assert "Thing" not in caplog.text


def test_it_ends_when_it_is_told_to(planned: CommandLine) -> None:
    def library() -> AbstractContextManager[Context]:
        return outside(planned).library()

    keeper = DayKeeper(library)
    keeper.start()
    keeper.stop()
    assert plans(planned) == 1
