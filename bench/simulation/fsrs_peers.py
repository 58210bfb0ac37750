"""FSRS with its published weights, in orders that ignore minutes."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from bench.simulation.peers import ByDueDate
from bench.simulation.year import Day, Step
from recall.domain.due_dates.load_balancer import bounds
from recall.domain.library.card import Rating
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS

RETENTION = 0.9
FORMULAS = Formulas(DEFAULT_WEIGHTS)


class State(NamedTuple):
    """FSRS's state of one resource."""

    stability: float
    difficulty: float
    last: int


class FsrsDue(ByDueDate):
    """FSRS-6, desired retention .90, by due date."""

    LONGEST = 36500

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._states: dict[int, State] = {}

    def read(self, resource: int, day: int) -> None:
        """Rate a first reading good."""
        self._set(resource, State(*FORMULAS.first(Rating.GOOD), day))

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Rate a revisit good or again."""
        self._set(resource, after(self._states[resource], day, graded(recalled=recalled)))

    def next_due(self, resource: int, before: State | None, state: State) -> int:
        """Return the due date of a state, and of the state before it."""
        del resource, before
        return state.last + interval(state.stability, self.LONGEST)

    def _set(self, resource: int, state: State) -> None:
        self._due[resource] = self.next_due(resource, self._states.get(resource), state)
        self._states[resource] = state


class Anki(FsrsDue):
    """Anki's daily limits, fuzz and default orders: due date, then random; new ones mixed in."""

    NEW, REVIEWS = 20, 200

    def __init__(self, seed: int) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._draw = Random(f"anki {seed}")

    def next_due(self, resource: int, before: State | None, state: State) -> int:
        """Return a random day within the fuzz range."""
        del resource, before
        first, last = bounds(interval(state.stability, self.LONGEST), self.LONGEST)
        return state.last + self._draw.randint(first, max(first, last))

    def plan(self, day: Day) -> Iterator[Step]:
        """Yield reviews with new resources spread evenly among them, within Anki's limits."""
        due = [one for one, on in self._due.items() if on <= day.number]
        due.sort(key=lambda one: (self._due[one], self._draw.random()))
        yield from _mixed(due[: self.REVIEWS], self.NEW)


def interval(stability: float, longest: int) -> int:
    """Return the days until recall falls to the desired retention."""
    return FORMULAS.whole_days(stability, RETENTION, longest)


def after(state: State, day: int, rating: Rating) -> State:
    """Return the state after a revisit."""
    stability, difficulty, last = state
    chance = FORMULAS.retrievability(stability, day - last)
    return State(*FORMULAS.revisited(stability, difficulty, chance, rating), day)


def graded(*, recalled: bool) -> Rating:
    """Return the rating: like the person of the real log, everyone uses two."""
    return Rating.GOOD if recalled else Rating.AGAIN


def _mixed(due: list[int], new: int) -> Iterator[int | None]:
    marks: list[tuple[float, int, int | None]] = [
        *(((index + 0.5) / len(due), 0, one) for index, one in enumerate(due)),
        *(((index + 0.5) / new, 1, None) for index in range(new)),
    ]
    return iter([one for _, _, one in sorted(marks, key=lambda mark: mark[:2])])
