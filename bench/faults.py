"""Does faults to recall, many of each kind, and says what went wrong, with the seed of each.

python -m bench.faults                              every kind, as often as its full count
python -m bench.faults killed --count 500           one kind, 500 times
python -m bench.faults killed --seed 17 --count 1    a trial again
"""

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from testing.faults.kind import Kind, Trial
from testing.faults.kinds import KINDS
from testing.network import offline


class Done(NamedTuple):
    """One trial and its seed."""

    seed: int
    trial: Trial


def main(argv: Sequence[str] | None = None, kinds: Sequence[Kind] = KINDS) -> int:
    """Do the faults and print a line for each kind; 1 if anything went wrong."""
    options = _parser(kinds).parse_args(argv)
    chosen = [kind for kind in kinds if not options.kinds or kind.name in options.kinds]
    print(f"{'kind':<20}{'trials':>8}{'wrong':>7}{'seconds':>9}")
    broken = [_report(kind, options) for kind in chosen]
    return 1 if any(broken) else 0


def _parser(kinds: Sequence[Kind]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.faults")
    names = [kind.name for kind in kinds]
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(names)}")
    parser.add_argument("--count", type=int, help="trials of each kind; else its full count")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first trial")
    parser.add_argument("--workers", type=int, default=2)
    return parser


def _report(kind: Kind, options: argparse.Namespace) -> bool:
    """Print how a kind went; True if anything went wrong."""
    began = time.monotonic()
    seeds = range(options.seed, options.seed + (options.count or kind.full))
    wrong = [done for done in _all(kind, seeds, options.workers) if done.trial.wrong]
    seconds = time.monotonic() - began
    print(f"{kind.name:<20}{len(seeds):>8,}{len(wrong):>7,}{seconds:>9,.0f}", flush=True)
    for done in wrong:
        print(f"  seed {done.seed}: {done.trial.did}: {done.trial.wrong}", flush=True)
    return bool(wrong)


def _all(kind: Kind, seeds: range, workers: int) -> list[Done]:
    """Return the trials in the order of their seeds, done by several processes at once."""
    shares = [seeds[first::workers] for first in range(min(workers, len(seeds)))]
    if workers == 1:
        return _share(kind, seeds)
    with ProcessPoolExecutor(workers) as pool:
        done = pool.map(_share, repeat(kind), shares)
        return sorted(trial for share in done for trial in share)


def _share(kind: Kind, seeds: range) -> list[Done]:
    """Return the trials of one process, in which nothing reaches beyond this machine."""
    offline.guard()
    offline.guard_children()
    with TemporaryDirectory() as folder, kind.opened(Path(folder)) as trial:
        return [Done(seed, trial(seed)) for seed in seeds]


if __name__ == "__main__":
    sys.exit(main())
