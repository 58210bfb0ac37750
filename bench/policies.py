"""Compares ways to revisit on simulated people: `python bench/policies.py [--quick] [--json]`.

docs/order.md explains the tasks, the truths and the policies.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

FULL, QUICK = 60, 2
"""People."""


def main() -> None:
    """Run the contest and print its scores."""
    options = _options()
    began = time.perf_counter()
    # If it runs as a file, Python looks for modules next to it, not in the checkout.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from bench.simulation.contest import contest
    from bench.simulation.report import as_json, print_tables

    scores = contest(options.people or (QUICK if options.quick else FULL), options.workers)
    if options.json:
        print(json.dumps(as_json(scores), indent=1))
    else:
        print_tables(scores)
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} people instead of {FULL}")
    parser.add_argument("--people", type=int, help="how many people to simulate, 2 at least")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
