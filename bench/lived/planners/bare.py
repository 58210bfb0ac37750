"""The library of a bare planner: FSRS-6 with its published weights, and a plan made once a day.

Due dates are not balanced, and minutes are not learned.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bench.lived.driver import Lived, PlannedVisit
from bench.lived.facts import Due, Facts, Unread
from bench.lived.listed import Listed
from bench.lived.planners.dates import Dates, Dating
from bench.lived.planners.ranking import FORMULAS
from recall.domain.library.card import Rating
from recall.domain.library.resource import Section
from recall.domain.memory.rated_log import Rated

Planner = Callable[[Facts], list[PlannedVisit]]

RETENTION = 0.9
ABOUT_DAYS = ((7, 4), (30, 15), (365, 180), (10**6, 540))
"""Up to how many days ago something was read, and the days that it then counts as."""

_FIRST_DAY = date(2026, 1, 5)

_LEAST_LEFT = 5
"""Minutes that a reading takes at least, however long one sat over it."""


class BareLibrary:
    """A driver made of a planner: the plan of the morning stands all day."""

    def __init__(
        self,
        planner: Planner,
        usual: int,
        *,
        dates: Dates = "average",
        retention: float = RETENTION,
        says: bool = False,
    ) -> None:
        """Begin with an empty list; usual has the minutes of most days.

        dates says whose memory sets them. says: at the first grade of what was read before the
        person says about when, and it counts as a review after that time; otherwise it counts as
        a first reading, and nothing is learnt from the revisit that follows.
        """
        self._planner, self._usual, self._says = planner, usual, says
        self.dating = Dating(dates, retention)
        self.log: list[Rated] = []
        self._untold: set[int] = set()
        self._listed: dict[int, Listed] = {}
        self._unread: dict[int, int] = {}
        self._due: dict[int, Due] = {}
        self._familiar: set[Section] = set()
        self._plan: list[PlannedVisit] = []
        self._day = self._spread = 0
        self._since_book: int | None = None
        self._has_read_today = False

    def add(self, resource: Listed, day: int) -> None:
        """Take a resource in; the first revisits of what was read before fill half of each day."""
        self._listed[resource.number] = resource
        if not resource.read:
            self._unread[resource.number] = resource.minutes
            return
        due = day + 2 * self._spread // self._usual
        self._due[resource.number] = Due(due, resource.number, resource.revisit_minutes)
        self._spread += resource.revisit_minutes
        self._familiar.update(resource.sections)

    def begin(self, day: int, minutes: int) -> None:
        """Plan the day."""
        self._day, self._has_read_today = day, False
        self.dating.begin()
        due = [resource for resource in self._due.values() if resource.due <= day]
        facts = Facts(day, minutes, due, list(map(self._reading, self._ready())), self._since_book)
        self._plan = self._planner(facts)

    def left(self) -> Sequence[PlannedVisit]:
        """Return what is not done yet."""
        return self._plan

    def done(self, lived: Lived) -> None:
        """Rate a revisit or a finished reading, or count a sitting."""
        visit, number = lived.visit, lived.visit.number
        self._plan = [one for one in self._plan if one != visit]
        if visit.do == "revisit":
            self._rate(number, Rating.GOOD if lived.recalled else Rating.AGAIN)
            return
        self._count_reading(self._listed[number])
        if lived.finished:
            del self._unread[number]
            self._familiar.update(self._listed[number].sections)
            self._rate(number, Rating.GOOD)
        else:
            self._unread[number] = max(_LEAST_LEFT, visit.left - visit.minutes)

    def leave(self, day: int, until: int) -> None:
        """Do nothing: there are no pauses."""

    def come_back(self, day: int) -> None:
        """Do nothing: the revisits that wait are not spread."""

    def overdue(self, day: int) -> list[int]:
        """Return by how many days each revisit that waits is overdue."""
        return [day - resource.due for resource in self._due.values() if resource.due <= day]

    def close(self) -> None:
        """Do nothing: everything is in memory."""

    def _ready(self) -> list[Listed]:
        """Return what is unread and not held back by an earlier part of its series."""
        unread = [self._listed[number] for number in self._unread]
        earliest: dict[str | None, int] = {}
        for resource in unread:
            part = resource.part or 0
            earliest[resource.series] = min(part, earliest.get(resource.series, part))
        return [
            one for one in unread if one.series is None or (one.part or 0) == earliest[one.series]
        ]

    def _reading(self, resource: Listed) -> Unread:
        left = self._unread[resource.number]
        return Unread(
            resource.number,
            left,
            begun=left < resource.minutes,
            is_book=resource.is_book(self._usual),
            familiar=not self._familiar.isdisjoint(resource.sections),
        )

    def _count_reading(self, resource: Listed) -> None:
        if self._since_book is not None and not self._has_read_today:
            self._since_book += 1
        if resource.is_book(self._usual):
            self._since_book = 0
        self._has_read_today = True

    def _rate(self, number: int, rating: Rating) -> None:
        day, before = self._day, self._known(number)
        if before is None or before.stability is None:
            stability, difficulty = FORMULAS.first(rating)
            self._note(number, rating)
            if before is not None:
                self._untold.add(number)
        else:
            stability, difficulty = self._revisit(before, before.stability, rating)
        due = day + self.dating.days(number, stability, day)
        minutes = self._listed[number].revisit_minutes
        self._due[number] = Due(due, number, minutes, stability, difficulty, day)

    def _revisit(self, before: Due, stability: float, rating: Rating) -> tuple[float, float]:
        """Learn from a revisit, if it tells of a memory, and return stability and difficulty."""
        number, elapsed = before.number, self._day - before.last
        recall = FORMULAS.retrievability(stability, elapsed)
        is_learnt = number not in self._untold
        self._untold.discard(number)
        if is_learnt:
            self.dating.learn(recall, recalled=rating is not Rating.AGAIN)
        self._note(number, rating, elapsed, recall, learnt=is_learnt)
        return FORMULAS.revisited(stability, before.difficulty, recall, rating)

    def _note(
        self,
        number: int,
        rating: Rating,
        elapsed: int | None = None,
        recall: float | None = None,
        *,
        learnt: bool = True,
    ) -> None:
        on = _FIRST_DAY + timedelta(self._day)
        self.log.append(Rated(number, on, rating, elapsed, recall, learnt))

    def _known(self, number: int) -> Due | None:
        """Return a revisit with the memory that a reading has left, if it is said when."""
        before = self._due.get(number)
        if before is None or before.stability is not None or not self._says:
            return before
        ago = self._listed[number].read_ago + self._day
        about = next(days for most, days in ABOUT_DAYS if ago <= most)
        stability, difficulty = FORMULAS.first(Rating.GOOD)
        return before._replace(stability=stability, difficulty=difficulty, last=self._day - about)
