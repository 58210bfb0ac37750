"""The coming days if each day's plan is done: revisits, new readings and the backlog.

Each day is planned by the planner that `today` uses, over the library as the previous days have
left it. Nothing is random: the probability of failing is added up from revisit to revisit, and
whenever the sum passes a whole number, that revisit fails (again); all others are good, and so
are first readings. So failures are as frequent as the model expects, and the same library gives
the same forecast.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from recall.domain.day.crowd import Crowd, Row
from recall.domain.day.morning import candidates
from recall.domain.day.queue import Queue
from recall.domain.day.visit import Visit
from recall.domain.day.worth import Rule
from recall.domain.due_dates.load_balancer import Spread, due_dates
from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas


class Library(NamedTuple):
    """All revisits and readings to come.

    read has all revisits. unread has all first readings that may be offered some day, in order;
    after maps an ID to the IDs that must be read before it.
    """

    read: Sequence[Planned]
    unread: Sequence[Planned]
    after: Mapping[int, Set[int]] = {}


class ForecastRules(NamedTuple):
    """How a day is planned and a revisit scheduled.

    plan makes a day's queue from the revisits due and the readings available; retention gives
    a resource's desired retention. If more is due than a day considers, rule selects what plan
    is given, as in `today`: the queue is the same.
    """

    plan: Callable[[date, Sequence[Planned], Sequence[Planned]], Queue]
    formulas: Formulas
    retention: Callable[[Planned], float]
    spread: Spread
    rule: Rule | None = None


class DayAhead(NamedTuple):
    """One day: the minutes planned and how many visits they are.

    backlog is the number of due revisits that are not done by the evening.
    """

    study_date: date
    budget_minutes: int
    revisit_minutes: int
    reading_minutes: int
    revisits: int
    readings: int
    backlog: int


def forecast(library: Library, first: Queue, days: int, rules: ForecastRules) -> list[DayAhead]:
    """Return `days` days; `first` is the queue of the first one."""
    course = _Course(library, first.study_date, rules)
    found = [course.live(first)]
    while len(found) < days:
        found.append(course.live(course.plan(first.study_date + timedelta(len(found)))))
    return found


class _Course:
    """The library as it changes from day to day."""

    def __init__(self, library: Library, today: date, rules: ForecastRules) -> None:
        self._rules = rules
        self._revisits = _Revisits(library.read, today)
        self._readings = _Readings(library)
        self._expected_failures = 0.5  # the first failure comes once it is likelier than not

    def plan(self, day: date) -> Queue:
        """Return the queue of a day."""
        most = candidates(self._rules.spread.budget.on(day))
        due = self._revisits.foremost(day, most, self._rules.rule)
        return self._rules.plan(day, due, self._readings.free(most))

    def live(self, queue: Queue) -> DayAhead:
        """Do everything in a queue."""
        day = queue.study_date
        self._revisits.due(day)
        self._revisits.leave(queue.revisit)
        self._readings.leave(queue.read)
        for visit in queue.in_turn:
            if visit.left:
                self._readings.sit(visit)
            else:
                self._readings.release(visit.resource.id)
                self._grade(visit.resource, day)
        return DayAhead(
            study_date=day,
            budget_minutes=queue.budget_minutes,
            revisit_minutes=sum(visit.minutes for visit in queue.revisit),
            reading_minutes=sum(visit.minutes for visit in queue.read),
            revisits=len(queue.revisit),
            readings=len(queue.read),
            backlog=len(self._revisits.due(day)),
        )

    def _grade(self, resource: Planned, day: date) -> None:
        """Rate it as expected, and schedule its next revisit as a rating would."""
        card, formulas, spread = resource.card, self._rules.formulas, self._rules.spread
        wanted = self._rules.retention(resource)
        outcomes = {rating: self._outcome(card.memory, rating, day) for rating in Rating}
        intervals = {
            rating: formulas.whole_days(memory.stability, wanted, spread.maximum)
            for rating, memory in outcomes.items()
        }
        seed = resource.id, card.reviews
        dues = due_dates(intervals, day, self._revisits.load, seed=seed, spread=spread)
        rating = Rating.GOOD if card.memory is None else self._expected(card.memory, day)
        after = card._replace(due=dues[rating], memory=outcomes[rating], reviews=card.reviews + 1)
        self._revisits.schedule(resource._replace(status="read", card=after), dues[rating])

    def _outcome(self, memory: Memory | None, rating: Rating, day: date) -> Memory:
        formulas = self._rules.formulas
        if memory is None:
            return Memory(*formulas.first(rating), day)
        recall = self._recall(memory, day)
        after = formulas.revisited(memory.stability, memory.difficulty, recall, rating)
        return Memory(*after, day)

    def _recall(self, memory: Memory, day: date) -> float:
        days = max(0, (day - memory.last_review).days)
        return self._rules.formulas.retrievability(memory.stability, days)

    def _expected(self, memory: Memory, day: date) -> Rating:
        self._expected_failures += 1 - self._recall(memory, day)
        if self._expected_failures < 1:
            return Rating.GOOD
        self._expected_failures -= 1
        return Rating.AGAIN


class _Revisits:
    """The revisits that are due, and those to come by day; load is their minutes by day."""

    def __init__(self, read: Iterable[Planned], today: date) -> None:
        self.load: dict[date, int] = {}
        self._due: dict[int, Planned] = {}
        self._looks: dict[int, Row] = {}
        self._coming: dict[date, list[Planned]] = {}
        self._next = today
        for one in read:
            self.schedule(one, max(one.card.due or today, today))

    def schedule(self, resource: Planned, day: date) -> None:
        """Make it due on a coming day."""
        self._coming.setdefault(day, []).append(resource)
        self.load[day] = self.load.get(day, 0) + resource.revisit_minutes

    def due(self, day: date) -> list[Planned]:
        """Return all revisits due by a day; call it with ascending days."""
        while self._next <= day:
            for one in self._coming.pop(self._next, ()):
                self._due[one.id] = one
                self._looks[one.id] = _row(one)
            self._next += timedelta(days=1)
        return list(self._due.values())

    def foremost(self, day: date, limit: int, rule: Rule | None) -> list[Planned]:
        """Return what is due; if that is more than `limit`, the first by the rule."""
        due = self.due(day)
        if rule is None or len(due) <= limit:
            return due
        crowd = Crowd(list(self._looks.values()), day, float)
        return [self._due[number] for _, _, number in crowd.foremost(rule, limit)]

    def leave(self, visits: Iterable[Visit]) -> None:
        """Remove the visits that are done."""
        for visit in visits:
            self._due.pop(visit.resource.id, None)
            self._looks.pop(visit.resource.id, None)


def _row(resource: Planned) -> Row:
    """Return a due resource as a row of a Crowd, with its revisit minutes."""
    memory = resource.card.memory
    known = (
        (memory.stability, memory.difficulty, memory.last_review) if memory else (None, 0.0, None)
    )
    return resource.id, *known, resource.revisit_minutes, resource.priority


class _Readings:
    """The readings to come: those available, in order, and those held back."""

    def __init__(self, library: Library) -> None:
        self._turn = {one.id: turn for turn, one in enumerate(library.unread)}
        self._held: dict[int, set[int]] = {}
        self._followers: dict[int, list[Planned]] = {}
        self._free: list[tuple[bool, int, Planned]] = []
        for one in library.unread:
            self._add(one, library.after.get(one.id, frozenset()))

    def free(self, limit: int) -> list[Planned]:
        """Return the first `limit` readings available, those in progress first."""
        return [one for _, _, one in self._free[:limit]]

    def leave(self, visits: Iterable[Visit]) -> None:
        """Remove the readings that got a visit."""
        taken = {visit.resource.id for visit in visits}
        at = 0
        while taken and at < len(self._free):  # they are among the first
            number = self._free[at][2].id
            if number in taken:
                taken.remove(number)
                del self._free[at]
            else:
                at += 1

    def sit(self, visit: Visit) -> None:
        """Put back a reading after a sitting, with the minutes that are left."""
        read = visit.resource.minutes_read + visit.minutes
        self._offer(visit.resource._replace(status="reading", minutes_read=read))

    def release(self, resource_id: int) -> None:
        """Make available what waited only for this reading."""
        for follower in self._followers.pop(resource_id, ()):
            self._held[follower.id].discard(resource_id)
            if not self._held[follower.id]:
                self._offer(follower)

    def _add(self, resource: Planned, before: Set[int]) -> None:
        self._held[resource.id] = set(before)
        for number in before:
            self._followers.setdefault(number, []).append(resource)
        if not before:
            self._offer(resource)

    def _offer(self, resource: Planned) -> None:
        turn = self._turn.setdefault(resource.id, len(self._turn))
        insort(self._free, (resource.minutes_read == 0, turn, resource))
