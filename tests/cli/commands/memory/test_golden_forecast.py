"""Forecasts of the person's own list, as they were when somebody last looked at them.

A change of the planner, of the spread or of the shipped catalog moves them. Where that is meant,
look at what moved, and write them again: `python -m testing.libraries.golden_forecasts`.
"""

import json
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine
from testing.libraries.golden_forecasts import CASES, FILE, forecasts

GOLDEN = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, shipped_file: Path) -> dict[str, object]:
    recall = CommandLine(tmp_path_factory.mktemp("golden"))
    recall.library.write_bytes(shipped_file.read_bytes())
    return forecasts(recall)


@pytest.mark.parametrize("case", CASES)
def test_the_forecast_of_the_list_is_as_it_was(found: dict[str, object], case: str) -> None:
    assert found[case] == GOLDEN[case]
