"""Predicts logs revisit by revisit: `python -m bench.memory LOG.csv …`.

A log is CSV with card_id, review_rating (1 to 4) and review_time (RFC 3339). Each is predicted as a
whole, and as random libraries of 80 cards out of it. `--people 60` adds simulated people, whose
memories are of each kind; real ones need `--deviations people.csv`. With `--lives` these people
live in the lab of `bench.lived` instead: 180 days with a list, misses, a holiday, late revisits.

Two lines are no candidates: "best offset" has seen the whole log, and "truth" is the simulation's.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path

from bench.lived.minds import MINDS, REAL
from bench.lived.people import Trial, deviations_of
from bench.memory.history import History
from bench.memory.lives import lived
from bench.memory.logs import libraries, read
from bench.memory.people import log_of, mind_of
from bench.memory.predicting import BANDS, Outcome, outcomes
from recall.errors import RecallError

LIBRARIES = 60


def main() -> None:
    """Print a table for each log and for each kind of simulated people."""
    options = _options()
    for path in options.files:
        try:
            log = read(path)
        except (OSError, UnicodeDecodeError, ValueError, RecallError) as error:
            sys.exit(f"bench.memory: {path}: {error}")
        _print(f"{path.name}, whole", [History(log)])
        drawn = map(History, libraries(log, LIBRARIES, options.seed))
        _print(f"{path.name}, {LIBRARIES} libraries", list(drawn))
    if options.people:
        for truth in [*MINDS, *([REAL] if options.deviations else [])]:
            _print(f"{options.people} people, {truth}", list(_people(truth, options)))


def _people(truth: str, options: argparse.Namespace) -> Iterator[History]:
    if options.lives:
        trial = Trial(
            options.people, seed=options.seed, truths=(truth,), deviations=options.deviations
        )
        yield from (lived(trial, number) for number in range(options.people))
        return
    deviations = deviations_of(options.deviations) if truth == REAL else []
    for number in range(options.people):
        name = f"{options.seed} {number}"
        yield log_of(mind_of(truth, name, deviations), f"{truth} {name}")


def _print(title: str, histories: Sequence[History]) -> None:
    found = outcomes(histories)
    bands = [band for band in BANDS if any(band in each for each in found.values())]
    print(f"\n{title}")
    print(f"{'revisits':14}" + "".join(f"{_named(band):>24}" for band in bands))
    for name, by_band in found.items():
        print(f"{name:14}" + "".join(f"{_told(by_band[band]):>24}" for band in bands))
        expected = (
            f"{outcome.expected:.3f} for {outcome.recalled:.3f}" for outcome in by_band.values()
        )
        print(f"{'  expected':14}" + "".join(f"{each:>24}" for each in expected))


def _told(outcome: Outcome) -> str:
    if not outcome.change and not outcome.error:
        return f"{outcome.loss:.4f}"
    return f"{outcome.loss:.3f} {outcome.change:+.3f} ±{outcome.error:.3f} {outcome.worse:4.0%}"


def _named(band: tuple[float, float]) -> str:
    first, last = band
    return f"{first}+" if last == inf else f"{first}-{last:.0f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.memory", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("files", nargs="*", type=Path, help="review logs, as CSV")
    parser.add_argument("--people", type=int, default=0, help="simulated people of each kind")
    parser.add_argument("--deviations", default="", help="people.csv, for real memories")
    parser.add_argument("--lives", action="store_true", help="these people live in bench.lived")
    parser.add_argument("--seed", type=int, default=1, help="draws other people and libraries")
    return parser.parse_args()


if __name__ == "__main__":
    main()
