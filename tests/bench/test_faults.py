"""The bench of faults counts trials, names each that went wrong, and does it again by its seed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.faults import main
from testing.faults.kind import Kind, Trial


@contextmanager
def _opened(folder: Path) -> Iterator[Callable[[int], Trial]]:
    def trial(seed: int) -> Trial:
        return Trial(f"threw a {seed % 6}", "a six is missing" if seed % 6 == 0 else "")

    assert folder.is_dir()
    yield trial


DICE = Kind("dice", "A die is thrown.", 12, 2, _opened)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_each_that_went_wrong_is_named(capsys: pytest.CaptureFixture[str], workers: str) -> None:
    assert main(["dice", "--workers", workers], [DICE]) == 1
    header, counts, *wrong = capsys.readouterr().out.splitlines()
    assert header.split() == ["kind", "trials", "wrong", "seconds"]
    assert counts.split()[:3] == ["dice", "12", "2"]
    assert wrong == [f"  seed {seed}: threw a 0: a six is missing" for seed in (0, 6)]


def test_a_trial_is_repeated_by_its_seed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seed", "6", "--count", "1", "--workers", "1"], [DICE]) == 1
    assert "seed 6" in capsys.readouterr().out
    assert main(["--seed", "7", "--count", "1", "--workers", "1"], [DICE]) == 0
