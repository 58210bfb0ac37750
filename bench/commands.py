"""Measures recall's commands at several sizes of library, and says which targets are reached.

python -m bench.commands --sizes 100 10000 100000
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from bench.daily import Result, daily, make
from bench.processes import Measured, home, in_turn

SIZES = (100, 10_000, 100_000)

RATIO, SECONDS, MEMORY = "× python -c pass", "s", "MiB at most"


class Target(NamedTuple):
    """A limit for a command at some sizes, in one of the three units."""

    command: str
    sizes: tuple[int, ...]
    most: float
    unit: str


TARGETS = (
    Target("today", SIZES, 2.5, RATIO),
    Target("next", SIZES, 2.5, RATIO),
    Target("today, settings file", SIZES, 4, RATIO),
    Target("today, first of a day", SIZES, 8, RATIO),
    Target("grade", SIZES, 6, RATIO),
    Target("grade, with options", SIZES, 9, RATIO),
    Target("read", SIZES, 6, RATIO),
    Target("read, with options", SIZES, 9, RATIO),
    Target("edit", SIZES, 9, RATIO),
    Target("undo", SIZES, 9, RATIO),
    Target("review, first screen", SIZES, 6, RATIO),
    Target("list TEXT", SIZES, 12, RATIO),
    Target("list TEXT, hundreds", SIZES, 12, RATIO),
    Target("stats", (100, 10_000), 10, RATIO),
    Target("stats", (100_000,), 35, RATIO),
    Target("why", SIZES, 6, RATIO),
    Target("forecast", (10_000,), 40, RATIO),
    Target("import", (10_000,), 5, SECONDS),
    Target("today", SIZES, 40, MEMORY),
)


def imports(folder: Path, size: int, rounds: int) -> Iterator[Result]:
    """Measure imports: a new list, the same again, with a line on top, with a heading on top."""
    library, source = folder / "imported.db", folder / f"{size}.md"
    make(source, size, "--list")
    text = source.read_text(encoding="utf-8")
    around = home(folder, library)
    words = ("import", str(source))

    def fresh() -> Iterator[Sequence[str]]:
        for _ in range(rounds + 1):
            library.unlink(missing_ok=True)
            yield words

    def beginning(lines: Iterable[str]) -> Iterator[Sequence[str]]:
        for line in lines:
            source.write_text(f"{line}\n{text}", encoding="utf-8")
            yield words

    numbers = range(rounds + 1)
    cases = {
        "import": fresh(),
        "import, unchanged": repeat(words, rounds + 1),
        "import, line on top": beginning(
            f"- [Put in {number}](https://example.org/put-in/{number})" for number in numbers
        ),
        "import, all sections renamed": beginning(f"# List {number}" for number in numbers),
    }
    for command, runs in cases.items():
        yield Result(command, size, in_turn(iter(runs), around))


def verdicts(results: Sequence[Result]) -> Iterator[str]:
    """Yield for each target at each measured size whether it is reached."""
    for target in TARGETS:
        for result in results:
            if result.command == target.command and result.size in target.sizes:
                value = _value(result.measured, target.unit)
                verdict = "reached" if value <= target.most else "NOT REACHED"
                aim = f"{target.most:g} {target.unit}"
                yield f"{result.command} at {result.size:,}: {value:.1f}, target {aim}: {verdict}"


def _value(measured: Measured, unit: str) -> float:
    return {RATIO: measured.ratio, SECONDS: measured.seconds, MEMORY: measured.mebibytes}[unit]


def table(results: Sequence[Result]) -> Iterator[str]:
    """Yield the results as a markdown table."""
    yield "| command | resources | × `python -c pass` | wall, ms | CPU, ms | peak, MiB | links/s |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for result in results:
        seconds, cpu_seconds, ratio, mebibytes = result.measured
        pace = f"{result.size / seconds:,.0f}" if result.command.startswith("import") else ""
        yield (
            f"| {result.command} | {result.size:,} | {ratio:.1f} | {1000 * seconds:,.0f} "
            f"| {1000 * cpu_seconds:,.0f} | {mebibytes:.0f} | {pace} |"
        )


def to_json(results: Sequence[Result]) -> str:
    """Return the results as JSON; memory in MiB, times in seconds."""
    rows = [
        {"command": result.command, "resources": result.size, **result.measured._asdict()}
        for result in results
    ]
    return json.dumps({"schema": 1, "results": rows}, indent=1)


def main() -> None:
    """Measure as the command line asks, and print the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.commands", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="resources")
    parser.add_argument("--imports", type=int, nargs="*", default=(10_000,), help="links")
    parser.add_argument("--rounds", type=int, default=15, help="runs of a daily command")
    parser.add_argument("--import-rounds", type=int, default=3, help="runs of an import")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = [daily(folder, size, given.rounds) for size in given.sizes]
        runs += [imports(folder, size, given.import_rounds) for size in given.imports]
        results = list(chain.from_iterable(runs))
    lines = [to_json(results)] if given.json else [*table(results), "", *verdicts(results)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
