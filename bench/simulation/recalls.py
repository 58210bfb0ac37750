"""The policy under test: recall's own rules, called as its planning calls them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from bench.simulation.fsrs_peers import FORMULAS, FsrsDue, State, after, interval
from bench.simulation.peers import reading
from bench.simulation.person import Person
from bench.simulation.year import Day, Task
from recall.domain.budget import Budget
from recall.domain.calibration import Bucket, bucket_of, curve
from recall.domain.card import Rating
from recall.domain.spread import Spread, due_dates
from recall.domain.worth import Candidate, Rule

LONGEST = 365
NEW_SHARE = 0.4
_FIRST_DAY = date(2026, 1, 1)


class Recall(FsrsDue):
    """FSRS-6 with its published weights, spread due dates, and the order that a minute buys."""

    def __init__(self, person: Person, task: Task) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._person, self._reads = person, task.pays_for_reading
        self._spread = Spread(LONGEST, Budget(task.minutes))
        self._load: Counter[date] = Counter()
        self._reviews: Counter[int] = Counter()
        self._buckets: dict[int, Bucket] = {}

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Count the result, too."""
        stability, _, last = self._states[resource]
        predicted = FORMULAS.retrievability(stability, day - last)
        number = bucket_of(predicted)
        _, seen, passed, total = self._buckets.get(number, Bucket(number, 0, 0, 0.0))
        self._buckets[number] = Bucket(number, seen + 1, passed + recalled, total + predicted)
        super().revisited(resource, day, recalled=recalled)

    def plan(self, day: Day) -> Iterator[int | None]:
        """The day as recall shares it out."""
        due = [
            self._candidate(one, day.number) for one, on in self._due.items() if on <= day.number
        ]
        room = day.budget * (1 - NEW_SHARE) if self._next_reading() is not None else day.budget
        ranked, begun = self._rule().order(due, room), set()
        for one in ranked:
            if day.spent == 0 or day.spent + self._person.revisit_minutes(one) <= room:
                begun.add(one)
                yield one
        yield from reading(day)
        yield from (one for one in ranked if one not in begun)

    def next_due(self, resource: int, before: State | None, state: State) -> int:
        """The due date that recall gives beside what else is planned."""
        minutes = round(self._person.revisit_minutes(resource))
        if before is not None:
            self._load[_date(self._due[resource])] -= minutes
        states = {rating: _after(before, state.last, rating) for rating in Rating}
        intervals = {rating: interval(to.stability, LONGEST) for rating, to in states.items()}
        seed = (resource, self._reviews[resource])
        dues = due_dates(intervals, _date(state.last), self._load, seed, self._spread)
        due = next(dues[rating] for rating, to in states.items() if to == state)
        self._reviews[resource] += 1
        self._load[due] += minutes
        return (due - _FIRST_DAY).days

    def _candidate(self, one: int, day: int) -> Candidate:
        stability, difficulty, last = self._states[one]
        minutes = self._person.revisit_minutes(one)
        return Candidate(one, stability, difficulty, day - last, day - self._due[one], minutes)

    def _next_reading(self) -> float | None:
        unread = self._reads and len(self._states) < len(self._person.minutes)
        return self._person.minutes[len(self._states)] if unread else None

    def _rule(self) -> Rule:
        return Rule(FORMULAS, curve(self._buckets.values()))


def _date(day: int) -> date:
    return _FIRST_DAY + timedelta(days=day)


def _after(before: State | None, day: int, rating: Rating) -> State:
    return State(*FORMULAS.first(rating), day) if before is None else after(before, day, rating)
