"""Every kind of fault, done a few times. `python -m bench.faults` does many of each."""

from pathlib import Path

import pytest

from testing.faults.kind import Kind
from testing.faults.kinds import KINDS


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_recall_holds(kind: Kind, tmp_path: Path) -> None:
    if lacking := kind.lacks():
        pytest.skip(lacking)
    with kind.opened(tmp_path) as trial:
        done = [(seed, trial(seed)) for seed in range(kind.few)]
    assert [(seed, trial) for seed, trial in done if trial.wrong] == []
