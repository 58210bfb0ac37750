"""Doubles what recall is given, on many axes, and prints the exponents of its processor time.

python -m bench.growth                      everything; an hour and more
python -m bench.growth --only sync export   the axes and works whose names hold one of these
python -m bench.growth --list               their names

An exponent of 1 is linear growth. Above 1.2 it is a defect, and the exit status is 1.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.growth import files, libraries
from bench.growth.measuring import LIMIT, Axis, Growth, measured


def every_axis() -> list[Axis]:
    """Return all axes."""
    return [*files.every_format(), *files.odd_shapes(), *libraries.axes()]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 if anything grows too fast."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="parts of names of axes or works")
    parser.add_argument("--rounds", type=int, default=3, help="runs, of which the best counts")
    parser.add_argument("--list", action="store_true", help="print the names of all works")
    given = parser.parse_args(argv)
    axes = every_axis()
    if given.list:
        print("\n".join(f"{axis.name}: {work}" for axis in axes for work in axis.works))
        return 0

    def wanted(name: str) -> bool:
        return not given.only or any(part in name for part in given.only)

    print("| what grows | what is done | seconds at each size | exponent |")
    print("|---|---|---|---:|")
    grown = []
    for axis in axes:
        with TemporaryDirectory() as folder:
            grown += shown(measured(axis, Path(folder), given.rounds, wanted))
    fast = [growth for growth in grown if growth.exponent > LIMIT]
    print(f"\n{len(fast)} of {len(grown)} grow faster than n^{LIMIT:g}")
    return 1 if fast else 0


def shown(grown: list[Growth]) -> list[Growth]:
    """Print a line for each, and return them."""
    for growth in grown:
        times = " · ".join(f"{seconds:.3f}" for seconds in growth.seconds)
        sizes = f"{growth.axis}, {growth.sizes[0]:,} to {growth.sizes[-1]:,}"
        mark = " TOO FAST" if growth.exponent > LIMIT else ""
        print(f"| {sizes} | {growth.work} | {times} | {growth.exponent:.2f}{mark} |", flush=True)
    return grown


if __name__ == "__main__":
    sys.exit(main())
