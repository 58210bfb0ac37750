"""Simulates people who live with recall for half a year: `python -m bench.lived [--quick]`.

It compares recall with the nine rules for a day, written down as a bare planner, and with simpler
planners. docs/order.md explains the people and the measures.
"""

import argparse
import json
import os
import sys
import time
from typing import get_args

from bench.lived.compare import DRIVERS, MORE, REFERENCE, VARIATIONS, scores
from bench.lived.minds import MINDS, REAL
from bench.lived.people import GOES_ON, PACES, Takes, Trial
from bench.lived.report import as_json, print_tables

FULL, QUICK = 60, 6
"""People."""


def main() -> None:
    """Live the days and print the scores."""
    options = _options()
    began = time.perf_counter()
    found = scores(_trial(options), _names(options), options.workers)
    if options.json:
        print(json.dumps(as_json(found), indent=1))
    else:
        print_tables(found)
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)


def _trial(options: argparse.Namespace) -> Trial:
    return Trial(
        people=options.people or (QUICK if options.quick else FULL),
        days=options.days,
        minutes=options.minutes,
        seed=options.seed,
        goes_on=options.goes_on,
        takes=options.takes,
        paces=tuple(options.paces),
        truths=tuple(options.truths),
        deviations=options.deviations,
        retention=options.retention,
    )


def _names(options: argparse.Namespace) -> list[str]:
    chosen: list[str] = options.drivers or [name for name in DRIVERS if name not in VARIATIONS]
    varied = VARIATIONS if options.variations else ()
    return list(dict.fromkeys([options.reference, *chosen, *varied]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.lived", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} people instead of {FULL}")
    parser.add_argument("--people", type=int, help="how many people, each the same in every run")
    parser.add_argument("--days", type=int, default=180, help="how many days, 180 if not given")
    parser.add_argument("--minutes", type=int, default=45, help="of a day, 45 if not given")
    parser.add_argument("--seed", type=int, default=1, help="draws other people")
    parser.add_argument(
        "--goes-on", type=float, default=GOES_ON, help="share of days on which a plan is finished"
    )
    parser.add_argument(
        "--takes", choices=get_args(Takes), default="list", help="actual minutes are a multiple of"
    )
    parser.add_argument(
        "--paces", nargs=2, type=float, default=PACES, help="the least and the greatest multiple"
    )
    parser.add_argument("--variations", action="store_true", help="the rules, changed one by one")
    parser.add_argument("--drivers", nargs="+", choices=[*DRIVERS, *MORE], help="only these")
    parser.add_argument(
        "--truths",
        nargs="+",
        choices=[*MINDS, REAL],
        default=["fsrs", "perturbed", "exponential"],
        help="kinds of memory",
    )
    parser.add_argument("--deviations", default="", help="people.csv, for real memories")
    parser.add_argument("--retention", type=float, default=0.9, help="desired, of the bare planner")
    parser.add_argument("--reference", default=REFERENCE, help="what others are compared with")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
