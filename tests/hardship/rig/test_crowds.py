"""The kinds of crowds see faults that are planted: each oracle can find something."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.usecases.syncing import list_file
from recall.web.routes.daily import late, visits
from testing.faults.crowds import page, queue, syncs
from testing.faults.kind import Kind


def _takes_old_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "AsSeen", lambda *_: None)


def _forgets_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "was_done", lambda *_: False)


def _writes_over_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(path: str, _: bytes, new: bytes) -> None:
        Path(path).write_bytes(new)

    monkeypatch.setattr(list_file, "_replace", replace)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "seed", "plant", "says"),
    [
        (page.KIND, 4, _takes_old_forms, "a form was taken though"),
        (queue.KIND, 0, _forgets_what_it_did, "done"),
        (syncs.KIND, 0, _writes_over_everything, "the list says"),
    ],
)
def test_a_planted_fault_is_seen(
    kind: Kind,
    seed: int,
    plant: Callable[[pytest.MonkeyPatch], None],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    with kind.opened(tmp_path) as trial:
        assert says in trial(seed).wrong
