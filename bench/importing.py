"""Measures an import against that of another checkout of recall, in turn with it.

python -m bench.importing --against ../before/.venv/bin/recall
"""

import argparse
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.daily import make
from bench.processes import RECALL, Command, Sample, home, run

LINKS = 10_000


def pairs(folder: Path, links: int, rounds: int, other: Command) -> Iterator[tuple[Sample, Sample]]:
    """Give runs of the other checkout and of this one, each into a new library.

    The first pair warms up disk and bytecode, and does not count.
    """
    source, library = folder / f"{links}.md", folder / "library.db"
    make(source, links, "--list")
    around = home(folder, library)
    for number in range(rounds + 1):
        samples = []
        for program in (other, RECALL):
            library.unlink(missing_ok=True)
            samples.append(run((*program, "import", str(source)), around))
        if number:
            yield samples[0], samples[1]


def main() -> None:
    """Print the median times of both, and their ratio."""
    parser = argparse.ArgumentParser(prog="python -m bench.importing", description=__doc__)
    parser.add_argument("--against", required=True, help="the other checkout's recall")
    parser.add_argument("--links", type=int, default=LINKS)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        runs = list(pairs(Path(name), given.links, given.rounds, (given.against,)))
    print(f"| import of {given.links:,} links | before, s | now, s | now / before |")
    print("|---|---:|---:|---:|")
    for what, of in (("wall", "seconds"), ("processor", "cpu_seconds")):
        before, now = (statistics.median(getattr(pair[one], of) for pair in runs) for one in (0, 1))
        ratio = statistics.median(getattr(b, of) / getattr(a, of) for a, b in runs)
        print(f"| {what} | {before:.2f} | {now:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
