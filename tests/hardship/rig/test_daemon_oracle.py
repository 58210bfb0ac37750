"""The kind with the background program sees faults that are planted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.daemon.reminder_loop import ReminderLoop
from recall.web.pages import endpoint
from testing.faults.daemon import trials
from testing.faults.daemon.troubles import Trouble, away


def _tells_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(loop: ReminderLoop, problem: str | None) -> None:
        loop._log.warning(problem)

    monkeypatch.setattr(ReminderLoop, "_tell", tell)


def _breaks_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def problem_of(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(endpoint, "problem_of", problem_of)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("plant", "says"),
    [(_tells_each_time, "times: there is no library"), (_breaks_down, "answers 500")],
)
def test_a_planted_fault_is_seen(
    plant: Callable[[pytest.MonkeyPatch], None],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    monkeypatch.setattr(trials, "TROUBLES", [Trouble("the library is away", away)] * 3)
    with trials.opened(tmp_path) as trial:
        assert says in trial(1).wrong
