"""Counts who is told how long they remember: `python -m bench.year.told`.

People live half a year in the lab of `bench.lived`, with personal dates, resources that are not
equally hard, and answers to when they had read what they had read before. No commands are run.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from random import Random

from bench.lived.life import Life
from bench.lived.minds import Mind, eases_of
from bench.lived.people import Person, Trial
from bench.lived.planners.bare import BareLibrary
from bench.lived.planners.nine_rules import plan
from bench.year.slow_mind import SlowMind
from recall.domain.memory.length import MemoryLength, memory_length
from recall.domain.memory.rated_log import Rated, checked
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

AFTER_REVISITS = (20, 30, 50, 75, 100, 150, 200, 300)
_TOLD = ("probable", "sure")


class SlowPerson(Person):
    """A person whose memory is the average one, several times slower or faster."""

    def __init__(self, number: int, trial: Trial, factor: float) -> None:
        """Draw the person of this number."""
        super().__init__(number, trial)
        self._factor, self._seed = factor, f"{trial.seed} {number}"

    def mind(self) -> Mind:
        """Return the true memory, of what was read before."""
        mind = SlowMind(self._factor, eases_of(Random(f"average {self._seed}")))
        for resource in self.resources:
            if resource.read:
                mind.read(resource.number, -resource.read_ago)
        return mind


def told(seed: int, number: int, factor: float) -> list[str]:
    """Return what a person is told after each of AFTER_REVISITS, as far as they come."""
    trial = Trial(people=0, seed=seed)
    library = BareLibrary(plan, trial.minutes, dates="personal", says=True)
    Life(SlowPerson(number, trial, factor), library, trial).live()
    return [_said(log) for log in _beginnings(checked(library.log))]


def _beginnings(log: Sequence[Rated]) -> list[Sequence[Rated]]:
    """Return the log up to each of AFTER_REVISITS."""
    places = [
        place for place, review in enumerate(log, 1) if review.elapsed is not None and review.learnt
    ]
    return [log[: places[after - 1]] for after in AFTER_REVISITS if after <= len(places)]


def _said(log: Sequence[Rated]) -> str:
    length = memory_length(log, DEFAULT_WEIGHTS)
    if length is None or length.certainty == "none":
        return "alike" if length is not None and length.is_alike else "open"
    return _side(length) if length.certainty in _TOLD else f"perhaps {_side(length)}"


def _side(length: MemoryLength) -> str:
    return "longer" if length.longer > length.shorter else "sooner"


def main() -> None:
    """Print for each factor how many people are told that they differ, by number of revisits."""
    options = _options()
    for factor in options.factors:
        cases = [(seed, one, factor) for seed in options.seeds for one in range(options.people)]
        with Pool(options.workers) as pool:
            _print(factor, pool.starmap(told, cases))


def _print(factor: float, people: Sequence[Sequence[str]]) -> None:
    columns = ("longer", "sooner", "perhaps longer", "perhaps sooner", "alike", "open")
    print(f"\nmemory {factor:.2f} times the average one's, {len(people)} people, in %")
    print("revisits" + "".join(f"{name:>16}" for name in columns) + f"{'told by then':>16}")
    for place, after in enumerate(AFTER_REVISITS):
        there = [one for one in people if place < len(one)]
        found = Counter(one[place] for one in there)
        by_then = sum(not {"longer", "sooner"}.isdisjoint(one[: place + 1]) for one in there)
        counts = (*(found[name] for name in columns), by_then)
        print(f"{after:8}" + "".join(f"{100 * count / len(there):16.1f}" for count in counts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.year.told", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--factors", nargs="+", type=float, default=(1.0, 3.0, 1 / 3))
    parser.add_argument("--people", type=int, default=200, help="of each factor and seed")
    parser.add_argument("--seeds", nargs="+", type=int, default=(1, 2))
    parser.add_argument("--workers", type=int, default=2, help="processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
