"""The coming days: what each holds, and what is left over.

Each day is planned by the planner that `today` uses, over the library as the previous days have
left it. Nothing is random. Days are missed and broken off as often as they were in the last weeks:
the days that are worked are spread evenly, and of a plan the first part is done. The probability
of failing is added up from revisit to revisit, and whenever the sum passes a whole number, that
revisit fails (again); all others are good, and so are first readings. So the same library gives
the same forecast.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple, Protocol

from recall.domain.ahead.coming import ComingReadings, ComingRevisits, Library
from recall.domain.ahead.habits import AS_PLANNED, Habits
from recall.domain.day.plan import PlannedVisit
from recall.domain.day.reading_order import EVERY_THIRD, Reading
from recall.domain.due_dates.load_balancer import Spread, due_dates
from recall.domain.library.card import Memory, Rating
from recall.domain.library.resource import Planned
from recall.domain.memory.formulas import Formulas
from recall.domain.memory.mixture import AVERAGE, Mixture
from recall.domain.memory.retention import KEPT_FROM


class PlanOfDay(Protocol):
    """Plans a study day from what is due and what can be read."""

    def __call__(
        self, day: date, due: Sequence[Planned], readings: Sequence[Reading], *, book_may_come: bool
    ) -> Sequence[PlannedVisit]:
        """Return the visits of a study day."""
        ...


_ROUNDING = 1e-6
"""Minutes; shares of a plan are no whole minutes."""


class ForecastRules(NamedTuple):
    """How a day is planned and lived, and a revisit scheduled.

    plan makes a day's visits from the revisits due and at least the first `readings` available
    readings; retention gives the recall that the formulas predict on the day on which a resource
    is to come back, and mixture what is known of the person besides. spread has the minutes of
    dates. days_since_book is the number of days with readings after the last day with a book; the
    days count with what was done today until now, and has_read_today says whether that has
    readings.
    """

    plan: PlanOfDay
    formulas: Formulas
    retention: Callable[[Planned], float]
    spread: Spread
    habits: Habits = AS_PLANNED
    mixture: Mixture = AVERAGE
    days_since_book: int = EVERY_THIRD
    has_read_today: bool = False
    readings: int = 100


class DayAhead(NamedTuple):
    """One day: its plan, and what is expected to come of it.

    due is the number of revisits that are due, and backlog those of them that are left in the
    evening; due_since has the due dates of the revisits in the plan. done are the visits that
    are expected to be done, and pace says how many minutes a planned minute takes. unread
    readings are left in the evening, of unread_minutes.
    """

    study_date: date
    budget_minutes: int
    visits: Sequence[PlannedVisit] = ()
    done: Sequence[PlannedVisit] = ()
    pace: float = 1.0
    due: int = 0
    backlog: int = 0
    unread: int = 0
    unread_minutes: int = 0
    due_since: Mapping[int, date] = {}
    is_worked: bool = True

    @property
    def revisits(self) -> Sequence[PlannedVisit]:
        """The planned revisits."""
        return [visit for visit in self.visits if visit.task == "revisit"]

    @property
    def readings(self) -> Sequence[PlannedVisit]:
        """The planned first readings, whole or in sittings."""
        return [visit for visit in self.visits if visit.task != "revisit"]

    @property
    def expected_revisit_minutes(self) -> float:
        """The minutes that the revisits which are done will take."""
        return self.pace * sum(visit.minutes for visit in self.done if visit.task == "revisit")

    @property
    def expected_reading_minutes(self) -> float:
        """The minutes that the readings which are done will take."""
        return self.pace * sum(visit.minutes for visit in self.done if visit.task != "revisit")


def days_ahead(
    library: Library, today: date, first: Sequence[PlannedVisit], rules: ForecastRules
) -> Iterator[DayAhead]:
    """Yield the coming days without end, from today on; `first` is what is left of today's plan."""
    course = _Course(library, today, rules)
    yield course.live(today, first)
    coming = (today + timedelta(number) for number in count(1))
    yield from (course.live(day, course.plan(day)) for day in coming)


class Reached(NamedTuple):
    """What is reached by the end of some days.

    read counts the first readings that were finished, kept the resources that are recalled then
    with a probability of KEPT_FROM or more.
    """

    read: int
    kept: int


def reached(
    library: Library, first: Sequence[PlannedVisit], rules: ForecastRules, today: date, *, days: int
) -> Reached:
    """Live a number of days from today on, and return what is reached by their end."""
    course = _Course(library, today, rules)
    course.live(today, first)
    for number in range(1, days):
        day = today + timedelta(number)
        course.live(day, course.plan(day))
    return course.reached(today + timedelta(days))


class _Course:
    """The library as it changes from day to day."""

    def __init__(self, library: Library, today: date, rules: ForecastRules) -> None:
        self._rules = rules
        self._revisits = ComingRevisits(library.read, today, library.load)
        self._readings = ComingReadings(library)
        self._expected_failures = 0.5  # the first failure comes once it is likelier than not
        self._days_since_book = rules.days_since_book
        self._is_counted = rules.has_read_today
        self._open_days = 0
        self._unread = self._readings.left
        self._saved = 0.0  # minutes of the day before that were too few for its next visit

    def plan(self, day: date) -> Sequence[PlannedVisit]:
        """Return the visits of a day."""
        limit = self._rules.readings + self._rules.spread.budget.on(day)
        return self._rules.plan(
            day,
            self._revisits.due(day),
            self._readings.free(limit),
            book_may_come=self._days_since_book >= EVERY_THIRD,
        )

    def live(self, day: date, visits: Sequence[PlannedVisit]) -> DayAhead:
        """Do what is expected to be done of a plan."""
        budget, due = self._rules.spread.budget, self._revisits.due(day)
        is_open = not budget.is_away(day)
        is_worked = is_open and self._rules.habits.works_on(self._open_days)
        self._open_days += is_open
        planned = {visit.resource_id for visit in visits}
        done = self._first_part(visits) if is_worked else []
        self._remember([reading for visit in done for reading in self._visit(visit, day)])
        return DayAhead(
            study_date=day,
            budget_minutes=budget.on(day),
            visits=visits,
            done=done,
            pace=self._rules.habits.pace,
            due=len(due),
            backlog=len(self._revisits.due(day)),
            unread=self._readings.left,
            unread_minutes=self._readings.minutes_left,
            due_since={
                resource.id: resource.card.due or day for resource in due if resource.id in planned
            },
            is_worked=is_worked,
        )

    def reached(self, day: date) -> Reached:
        """Return what is read, and what of all that was ever read is kept on a day."""
        memories = [resource.card.memory for resource in self._revisits.every()]
        recalls = [self._recall(memory, day) for memory in memories if memory is not None]
        kept = sum(self._rules.mixture.recall(recall) >= KEPT_FROM for recall in recalls)
        return Reached(self._unread - self._readings.left, kept)

    def _first_part(self, visits: Sequence[PlannedVisit]) -> list[PlannedVisit]:
        """Return as much of a plan as is usually done, from its beginning."""
        room = self._saved + self._rules.habits.done_share * sum(one.minutes for one in visits)
        done: list[PlannedVisit] = []
        for visit in visits:
            if visit.minutes > room + _ROUNDING:
                break
            room -= visit.minutes
            done.append(visit)
        self._saved = max(0.0, room)
        return done

    def _visit(self, visit: PlannedVisit, day: date) -> Iterator[Reading]:
        """Do a visit; yield the reading that was read, if it was no revisit."""
        if visit.task == "revisit":
            resource = self._revisits.take(visit.resource_id)
            if resource is not None:
                self._grade(resource, day)
            return
        reading = self._readings.take(visit.resource_id)
        if reading is None:
            return
        if visit.task == "sitting":
            self._readings.sit(reading, round(visit.minutes * self._rules.habits.pace))
        else:
            self._readings.finish(reading)
            self._grade(reading.resource, day)
        yield reading

    def _remember(self, read: Sequence[Reading]) -> None:
        """Count the days with readings since a book was read."""
        if any(reading.is_book for reading in read):
            self._days_since_book = 0
        elif read and not self._is_counted:
            self._days_since_book += 1
        self._is_counted = False

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
        survived = None if card.memory is None else (day - card.memory.last_review).days
        dues = due_dates(
            intervals, day, self._revisits.load, seed=seed, spread=spread, survived=survived
        )
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
        self._expected_failures += 1 - self._rules.mixture.recall(self._recall(memory, day))
        if self._expected_failures < 1:
            return Rating.GOOD
        self._expected_failures -= 1
        return Rating.AGAIN
