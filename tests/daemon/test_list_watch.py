"""The background program keeps lists in step, if that is set, and tells each problem once."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.daemon.list_watch import ListWatch
from recall.errors import RecallError
from recall.usecases.context import Context
from recall.usecases.syncing import watching
from testing.lists.synced import MACHINE, Synced, synced

LOG = logging.getLogger("recall.remind.test")


@pytest.fixture
def pair(sqlite_library: Context, tmp_path: Path) -> Synced:
    made = synced(sqlite_library, tmp_path / "list.md", "- [ ] [One](https://a.org/1)\n")
    made.read("One")
    made.sync()
    made.replace("[One]", "[The first]")
    return made


def watched(pair: Synced) -> Context:
    return pair.context._replace(settings=pair.context.settings._replace(sync_on=True))


def test_it_does_nothing_unless_it_is_set(pair: Synced) -> None:
    ListWatch(LOG).tick(pair.context, MACHINE)
    assert pair.one("One")


def test_it_syncs_and_says_what_it_did(pair: Synced, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    ListWatch(LOG).tick(watched(pair), MACHINE)
    assert pair.one("The first")
    assert caplog.messages == ["in step: list.md: 1 updated"]


def test_a_problem_is_told_once_while_it_lasts(
    pair: Synced, caplog: pytest.LogCaptureFixture
) -> None:
    watch, text = ListWatch(LOG), pair.text
    for _ in range(2):
        pair.path.unlink(missing_ok=True)
        watch.tick(watched(pair), MACHINE)
    assert len(caplog.messages) == 1
    assert "list.md: is gone" in caplog.messages[0]
    pair.write(text)
    watch.tick(watched(pair), MACHINE)
    pair.path.unlink()
    watch.tick(watched(pair), MACHINE)
    assert len(caplog.messages) == 2


def refused(*_: object) -> Iterator[object]:
    raise RecallError("the library is busy")


def broken(*_: object) -> Iterator[object]:
    raise ZeroDivisionError("a bug")


def test_it_never_raises(
    pair: Synced, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = ListWatch(LOG)
    for fault in (refused, broken, broken):
        monkeypatch.setattr(watching, "keep_in_step", fault)
        watch.tick(watched(pair), MACHINE)
    assert caplog.messages == [
        "not in step: the library is busy",
        "this should not have happened",
        "not in step: unexpected ZeroDivisionError: a bug",
    ]
