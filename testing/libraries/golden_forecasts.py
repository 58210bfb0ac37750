"""Forecasts of the shipped list at a fixed date under several settings: `tests/golden/`."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from testing.commands.command_line import CommandLine

FILE = Path(__file__).parents[2] / "tests" / "golden" / "forecast.json"

DAYS = "30"

CASES = {
    "usual": (),
    "20 min a day": ("daily_minutes = 20",),
    "more at weekends": ('weekday_minutes = "mon-fri 15, sat, sun 90"', "desired_retention = 0.8"),
}

COLUMNS = (
    "study_date", "budget_minutes", "revisit_minutes", "reading_minutes", "revisits", "readings",
    "backlog", "unread",
)  # fmt: skip


def forecasts(recall: CommandLine) -> dict[str, object]:
    """Return each case's days, and by when the list is read, on a new library."""
    found: dict[str, object] = {}
    for name, settings in CASES.items():
        recall.configure(*settings)
        printed = recall.ok("forecast", "--days", DAYS, "--json").json
        days = [[day[column] for column in COLUMNS] for day in printed["days"]]
        found[name] = [*days, [printed["read_by"], printed["readings_left"]]]
    return found


def main() -> int:
    """Write the file, one line per day."""
    with TemporaryDirectory() as folder:
        recall = CommandLine(Path(folder))
        recall.ok("init")
        found = forecasts(recall)
    text = json.dumps(found).replace("]], ", "]],\n").replace("[[", "[\n[").replace("], [", "],\n[")
    FILE.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
