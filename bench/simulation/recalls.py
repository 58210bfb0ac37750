"""The policy under test: recall's own planning, called as `recall today` calls it."""

from collections import Counter
from collections.abc import Container, Iterator
from datetime import date, timedelta
from itertools import islice
from math import ceil

from bench.simulation.fsrs_peers import FORMULAS, FsrsDue, State, after, interval
from bench.simulation.person import Person
from bench.simulation.year import Day, Reading, Step, Task
from recall.domain.calendar.budget import Budget
from recall.domain.day import morning
from recall.domain.day.lately import LATELY_DAYS, Spent, owed, together
from recall.domain.day.morning import Done
from recall.domain.day.queue import plan
from recall.domain.day.visit import Visit
from recall.domain.day.worth import Rule
from recall.domain.due_dates.load_balancer import Spread, due_dates
from recall.domain.library.card import Card, Memory, Rating
from recall.domain.library.resource import Planned
from recall.domain.memory.calibration import Bucket, bucket_of, curve
from recall.settings.table import Settings
from testing.shelf import reading

SETTINGS = Settings()
_SHORTEST = 1.0
"""Minutes; recall plans nothing shorter."""

_FIRST_DAY = date(2026, 1, 1)


class Recall(FsrsDue):
    """FSRS-6 with its published weights, spread due dates, and the days that recall plans."""

    LONGEST = SETTINGS.maximum_interval

    def __init__(self, person: Person, task: Task) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._task = task
        self._shelf = [_resource(one, minutes) for one, minutes in enumerate(person.minutes)]
        self._unread = dict.fromkeys(range(len(self._shelf)))
        self._spread = Spread(self.LONGEST, Budget(task.minutes))
        self._spent: dict[int, Spent] = {}
        self._load: Counter[date] = Counter()
        self._buckets: dict[int, Bucket] = {}

    def read(self, resource: int, day: int) -> None:
        """Take it off the list."""
        del self._unread[resource]
        super().read(resource, day)

    def revisited(self, resource: int, day: int, *, recalled: bool) -> None:
        """Schedule it, and count the result for calibration."""
        stability, _, last = self._states[resource]
        predicted = FORMULAS.retrievability(stability, day - last)
        number = bucket_of(predicted)
        _, seen, passed, total = self._buckets.get(number, Bucket(number, 0, 0, 0.0))
        self._buckets[number] = Bucket(number, seen + 1, passed + recalled, total + predicted)
        super().revisited(resource, day, recalled=recalled)

    def plan(self, day: Day) -> Iterator[Step]:
        """Yield what `recall today` lists, in order, planned again if something took longer.

        What then no longer fits is left for another day. If all is done and minutes are left,
        they are planned too, as by `today --minutes`.
        """
        done: list[Done] = []
        put_off: set[int] = set()
        facts = self._facts(day, put_off)
        listed = _listed(facts)
        while listed and day.left >= _SHORTEST:
            visit = listed.pop(0)
            before, spent = visit.resource, day.spent
            yield Reading(before.id, visit.minutes) if before.card.due is None else before.id
            minutes = round(day.spent - spent)
            if day.spent > spent:
                done.append(self._done(visit, minutes, day))
            else:
                put_off.add(before.id)
            if minutes > visit.minutes or not listed:
                used = sum(max(one.planned_minutes, one.spent_minutes) for one in done)
                budget = facts.budget if listed else max(facts.budget, ceil(used + day.left))
                again = self._facts(day, put_off)
                listed = _listed(again._replace(budget=budget, rule=facts.rule, done=done))

    def next_due(self, resource: int, before: State | None, state: State) -> int:
        """Return the due date that recall gives, balanced against the planned load."""
        one = self._shelf[resource]
        if one.card.due is not None:
            self._load[one.card.due] -= one.revisit_minutes
        states = {rating: _after(before, state.last, rating) for rating in Rating}
        intervals = {rating: interval(to.stability, self.LONGEST) for rating, to in states.items()}
        seed = (resource, one.card.reviews)
        dues = due_dates(intervals, _date(state.last), self._load, seed, self._spread)
        due = next(dues[rating] for rating, to in states.items() if to == state)
        self._load[due] += one.revisit_minutes
        memory = Memory(state.stability, state.difficulty, _date(state.last))
        card = Card(due, memory, one.card.reviews + 1)
        self._shelf[resource] = one._replace(status="read", card=card)
        return (due - _FIRST_DAY).days

    def _facts(self, day: Day, put_off: Container[int]) -> morning.Day:
        """Return the facts of a day, with a rule if one may be needed."""
        budget, most = self._task.minutes, morning.candidates(self._task.minutes)
        unread = islice(self._unread, most if self._task.pays_for_reading else 0)
        facts = morning.Day(
            _date(day.number),
            budget,
            budget,
            SETTINGS.sitting_minutes,
            [self._shelf[one] for one in self._due_on(day) if one not in put_off],
            [self._shelf[one] for one in unread if one not in put_off],
            (),
            new_share=SETTINGS.new_share,
            owed=owed(self._lately(day.number), SETTINGS.new_share, budget, _date(day.number)),
        )
        if morning.may_overflow(facts):
            return facts._replace(rule=Rule(FORMULAS, curve(self._buckets.values())))
        return facts

    def _due_on(self, day: Day) -> Iterator[int]:
        return (one for one, on in self._due.items() if on <= day.number)

    def _lately(self, today: int) -> Spent:
        days = range(today - LATELY_DAYS, today)
        return together(self._spent[day] for day in days if day in self._spent)

    def _done(self, visit: Visit, minutes: int, day: Day) -> Done:
        """Return a finished visit and the state before it; it may be only a sitting."""
        was, one = visit.resource, self._shelf[visit.resource.id]
        is_reading = was.card.due is None
        took = Spent(0, minutes, _date(day.number)) if is_reading else Spent(minutes)
        self._spent[day.number] = together([self._spent.get(day.number, Spent()), took])
        if was.card.due is not None:
            return Done(one, minutes, visit.minutes, was.card.due, was.card.memory)
        sat = one.card.due is None
        if sat:
            one = one._replace(status="reading", minutes_read=one.minutes_read + minutes)
            self._shelf[one.id] = one
        return Done(one, minutes, visit.minutes, sitting=sat)


def _listed(facts: morning.Day) -> list[Visit]:
    return list(plan(facts).in_turn)


def _resource(number: int, minutes: float) -> Planned:
    """Return an unread resource of the list; recall uses whole minutes."""
    return reading(number, round(minutes), again_minutes=max(1, round(minutes / 4)))


def _date(day: int) -> date:
    return _FIRST_DAY + timedelta(days=day)


def _after(before: State | None, day: int, rating: Rating) -> State:
    return State(*FORMULAS.first(rating), day) if before is None else after(before, day, rating)
