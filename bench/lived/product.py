"""recall itself as a driver: its use cases on a SQLite library in a temporary folder."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from math import inf
from tempfile import TemporaryDirectory
from typing import Literal

from bench.lived.driver import Lived, PlannedVisit
from bench.lived.listed import Listed
from recall.domain.day.plan import PlannedVisit as RecallVisit
from recall.domain.day.progress import DayProgress
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.storage.tables.day import due
from recall.storage.tables.resources import by_id
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import come_back, plan_return
from recall.usecases.context import Context
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.revising import more, set_minutes
from recall.usecases.planning.today import today
from recall.usecases.rating.grading import Grade, grade, read, sit
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.upkeep.opening import make, shipped_catalog

_FIRST_EVENING = datetime(2026, 1, 5, 20, tzinfo=UTC)
_EVERYTHING = 1_000_000

Says = Literal["about", "day"]

_ABOUT = {"this week": 7, "this month": 30, "this year": 365, "longer": inf}
"""What people say, and up to how many days ago."""

_WORTH_ASKING = 5
"""Minutes."""


class Product:
    """A person at the keyboard, who takes the plan as it comes and pauses for the holiday.

    spreads: after the holiday they let `recall resume` spread the revisits that wait.
    asks_for_more: if the plan is done and minutes are left, they use `recall more`. says: at the
    first grade of what was read before they say when, about or by its day.
    """

    def __init__(
        self,
        usual: int,
        *,
        spreads: bool = False,
        asks_for_more: bool = False,
        says: Says | None = None,
    ) -> None:
        """Make the library from the shipped catalog; usual has the minutes of most days."""
        self._spreads, self._asks_for_more, self._says = spreads, asks_for_more, says
        self._read_ago: dict[int, int] = {}
        self._folder = TemporaryDirectory(prefix="recall-")
        url = f"sqlite:///{self._folder.name}/library.db"
        self._context = Context(Store(url), Settings(daily_minutes=usual), _FIRST_EVENING)
        catalog = shipped_catalog()
        make(self._context, url, catalog)
        self._shipped = len(catalog.entries)
        self._ids = {number: number for number in range(1, self._shipped + 1)}

    def add(self, resource: Listed, day: int) -> None:
        """Add a resource by its URL, unless it was in the catalog."""
        if resource.read:
            self._read_ago[resource.number] = resource.read_ago
        if resource.number > self._shipped:
            added = add(self._on(day), resource.url, None, (), Edit(kind=resource.kind))
            self._ids[resource.number] = added.id

    def begin(self, day: int, minutes: int) -> None:
        """Begin a day; other minutes than usual are said first, as by `today --minutes`."""
        self._context = self._on(day)
        if minutes != self._context.settings.daily_minutes:
            set_minutes(self._context, minutes)

    def left(self) -> Sequence[PlannedVisit]:
        """Return what `recall today` lists."""
        progress = today(self._context).progress
        if self._asks_for_more and not progress.left and progress.free_minutes >= _WORTH_ASKING:
            progress = self._with_more(progress)
        return [self._seen(visit.visit) for visit in progress.left]

    def done(self, lived: Lived) -> None:
        """Grade a revisit, finish a reading or sit over it, with the actual minutes."""
        context, resource = self._context, self._resource(lived.visit.number)
        forgot = lived.visit.do == "revisit" and not lived.recalled
        given = Grade(Rating.AGAIN if forgot else Rating.GOOD, context.today, lived.minutes)
        if lived.visit.do == "revisit":
            read_on = self._read_on(lived.visit.number)
            grade(context, resource, given._replace(read_on=read_on))
        elif lived.finished:
            read(context, resource, given, is_rated=False)
        else:
            sit(context, resource, given)

    def leave(self, day: int, until: int) -> None:
        """Pause until a day."""
        pause(self._on(day), None, _date(until))

    def come_back(self, day: int) -> None:
        """Spread what waits, or take it as it comes: the pause ended on its date."""
        if self._spreads:
            context = self._on(day)
            come_back(context, plan_return(context))

    def overdue(self, day: int) -> list[int]:
        """Return by how many days each revisit that waits is overdue."""
        waiting = due(self._context.store, _date(day), _EVERYTHING)
        return [day - _due(resource) for resource in waiting]

    def close(self) -> None:
        """Delete the library."""
        self._context.store.close()
        self._folder.cleanup()

    def _read_on(self, number: int) -> str | None:
        """Return what the person says at a first grade of when it was read."""
        ago = self._read_ago.pop(number, None)
        if ago is None or self._says is None:
            return None
        if self._says == "day":
            return _date(-ago).isoformat()
        days = ago + (self._context.today - _date(0)).days
        return next(about for about, most in _ABOUT.items() if days <= most)

    def _with_more(self, progress: DayProgress) -> DayProgress:
        try:
            more(self._context, progress.free_minutes)
        except RecallError:  # nothing waits, or nothing that fits
            return progress
        return today(self._context).progress

    def _on(self, day: int) -> Context:
        return self._context._replace(now=_FIRST_EVENING + timedelta(days=day))

    def _resource(self, number: int) -> Resource:
        resource = by_id(self._context.store, self._ids[number])
        assert resource is not None
        return resource

    def _seen(self, visit: RecallVisit) -> PlannedVisit:
        resource = by_id(self._context.store, visit.resource_id)
        assert resource is not None
        number = next(number for number, id_ in self._ids.items() if id_ == resource.id)
        if visit.task == "revisit":
            return PlannedVisit(number, "revisit", visit.minutes, due=_due(resource))
        left = pace_of(self._context.store, self._context.today).planned(resource).next_minutes
        return PlannedVisit(number, visit.task, visit.minutes, left=max(left, visit.minutes))


def _date(day: int) -> date:
    return (_FIRST_EVENING + timedelta(days=day)).date()


def _due(resource: Resource) -> int:
    """Return the day on which a revisit was due, before it was moved."""
    due = resource.card.postponed_from or resource.card.due
    assert due is not None
    return (due - _date(0)).days
