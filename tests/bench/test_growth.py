"""What the bench of growth calls too fast, and what it measures."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.growth import __main__ as growth
from bench.growth import measuring
from bench.growth.measuring import Axis, Growth, Work, measured, slope

SIZES = (100, 200, 400, 800)


@pytest.mark.parametrize(
    ("seconds", "exponent"),
    [
        ((0.1, 0.2, 0.4, 0.8), 1),
        ((9.0, 0.1, 0.4, 1.6), 2),  # only the upper sizes count
        ((0.1, 0.1, 0.1, 0.1), 0),
        ((0.0, 0.0, 0.0, 0.003), 0),  # too little to tell from noise
    ],
)
def test_an_exponent_is_the_slope_over_the_upper_sizes(
    seconds: Sequence[float], exponent: float
) -> None:
    assert Growth("lines", "read", SIZES, seconds).exponent == pytest.approx(exponent)
    assert slope((1, 2), (1.0, 3.0)) == pytest.approx(1.585, abs=0.001)


def test_what_grows_too_fast_is_marked_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    grown = {"slow": (0.1, 0.4, 1.6, 6.4), "fine": (0.1, 0.2, 0.4, 0.8)}

    def as_given(axis: Axis, *_: object) -> list[Growth]:
        return [Growth(axis.name, name, SIZES, grown[name]) for name in axis.works]

    monkeypatch.setattr(growth, "measured", as_given)
    for names, code in ((("fine",), 0), (("fine", "slow"), 1)):
        axis = Axis("lines", SIZES, lambda *_: None, dict.fromkeys(names, lambda _: None))
        monkeypatch.setattr(growth, "every_axis", lambda axis=axis: [axis])
        assert growth.main([]) == code
    assert [line for line in capsys.readouterr().out.splitlines() if "TOO FAST" in line] == [
        "| lines, 100 to 800 | slow | 0.100 · 0.400 · 1.600 · 6.400 | 2.00 TOO FAST |"
    ]


def test_each_run_finds_the_folder_as_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(work: Work, folder: Path) -> float:
        work(folder)
        return 0.1

    monkeypatch.setattr(measuring, "_forked", here)  # nobody forks beside the threads of a test

    def make(folder: Path, size: int) -> None:
        (folder / "lines").write_text("x" * size)

    def work(folder: Path) -> None:
        text = (folder / "lines").read_text()
        assert "y" not in text
        (folder / "lines").write_text(f"{text}y")

    (found,) = measured(Axis("signs", (10, 20), make, {"work": work}), tmp_path, 2, lambda _: True)
    assert found.seconds == [0.0, 0.0]


def test_the_names_of_all_works_differ() -> None:
    names = [f"{axis.name}: {work}" for axis in growth.every_axis() for work in axis.works]
    assert len(names) == len(set(names)) > 200
