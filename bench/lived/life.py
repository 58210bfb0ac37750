"""The days of a person with a driver: a plan every morning, and what is done of it."""

from collections import Counter
from collections.abc import Sequence

from bench.lived.diary import EARLY_DAYS, Diary
from bench.lived.driver import Driver, Lived, PlannedVisit
from bench.lived.listed import Listed
from bench.lived.people import BUSY_MINUTES, Person, Stream, Trial
from bench.lived.planners.bare import BareLibrary

KEPT = 0.8
_THINGS_BEFORE_BREAKING_OFF = 3
_FAR_TOO_LONG = 15
"""A reading that takes twice its minutes and this many more is broken off."""


class Life:
    """One person with one driver."""

    def __init__(self, person: Person, driver: Driver, trial: Trial) -> None:
        """Give the driver the list, on day 0."""
        self._person, self._driver = person, driver
        self._days, self._usual, self._takes = trial.days, trial.minutes, trial.takes
        self._mind = person.mind()
        if isinstance(driver, BareLibrary):  # one of them asks the truth for its dates
            driver.dating.true_recall = self._mind.recall
        self._known = [one.number for one in person.resources if one.read]
        self._listed: dict[int, Listed] = {}
        self._unread: dict[int, float] = {}
        self._visits: Counter[Stream] = Counter()
        self._waiting: dict[int, int] = {}
        self._passed_once = set[int]()
        self._read = 0
        self._is_away = False
        self.diary = Diary()
        for resource in person.resources:
            self._add(resource, 0)

    def live(self) -> Diary:
        """Live all days and return the diary."""
        habits, diary = self._person.habits, self.diary
        for day in range(self._days):
            self._come_and_go(day)
            if self._person.works(day):
                self._work(day)
            if day in habits.added:
                self._add(habits.added[day], day)
            recalls = [self._mind.recall(number, day) for number in self._known]
            diary.kept.append(sum(recall >= KEPT for recall in recalls))
            diary.read.append(self._read)
        diary.waiting = self._driver.overdue(self._days)
        diary.waits += self._waiting.values()
        return diary

    def _add(self, resource: Listed, day: int) -> None:
        self._listed[resource.number] = resource
        if not resource.read:
            self._unread[resource.number] = float(resource.minutes)
        self._driver.add(resource, day)

    def _come_and_go(self, day: int) -> None:
        holiday = self._person.habits.holiday
        if day == holiday.start:
            self._driver.leave(day, holiday.stop)
            self._is_away = True
        if self._is_away and self._person.works(day):
            self._driver.come_back(day)
            self._is_away = False

    def _work(self, day: int) -> None:
        """Go through the plan of a day in its order."""
        habits, spent, did = self._person.habits, 0, list[Lived]()
        minutes = BUSY_MINUTES if day in habits.busy else self._usual
        most = _THINGS_BEFORE_BREAKING_OFF if day in habits.broken_off else None
        self._driver.begin(day, minutes)
        morning = left = list(self._driver.left())
        while left and len(did) != most:
            if did and spent + left[0].minutes > minutes and day not in habits.goes_on:
                break
            did.append(self._do(left[0], day))
            spent += did[-1].minutes
            self._driver.done(did[-1])
            left = list(self._driver.left())
        self._note(morning, did, left)

    def _note(
        self, morning: Sequence[PlannedVisit], did: Sequence[Lived], left: Sequence[PlannedVisit]
    ) -> None:
        """Compare the evening with the morning."""
        done = {one.visit.number for one in did}
        read = {one.visit.number for one in did if one.visit.do != "revisit"}
        planned, shown = (
            {visit.number for visit in morning},
            done | {visit.number for visit in left},
        )
        self.diary.vanished += len(planned - shown)
        self.diary.unplanned += len(shown - planned)
        self.diary.minutes.append(sum(one.minutes for one in did))
        self.diary.days_without_reading += not read
        for number in self._waiting.keys() - read:
            self._waiting[number] += 1

    def _do(self, visit: PlannedVisit, day: int) -> Lived:
        stream = (visit.number, visit.do == "revisit")
        luck, pace = self._person.visit(stream, self._visits[stream])
        self._visits[stream] += 1
        if visit.do == "revisit":
            recalled = self._revisit(visit, day, luck)
            listed = self._listed[visit.number].revisit_minutes
            minutes = visit.minutes if self._takes == "planned" else listed
            lived = Lived(visit, max(1, round(minutes * pace)), recalled=recalled)
            if day < EARLY_DAYS and self._listed[visit.number].read:
                self.diary.early_minutes += lived.minutes
            return lived
        return self._sit(visit, day, pace)

    def _revisit(self, visit: PlannedVisit, day: int, luck: float) -> bool:
        if visit.number in self._passed_once:
            self._passed_once.remove(visit.number)
            self.diary.second_recalls.append(self._mind.recall(visit.number, visit.due))
        chance = self._mind.recall(visit.number, day)
        recalled = luck < chance
        self.diary.chances.append(chance)
        is_first = self._visits[visit.number, True] == 1
        if is_first and recalled and self._listed[visit.number].read:
            self._passed_once.add(visit.number)
        self._mind.revisit(visit.number, day, recalled=recalled)
        self.diary.recalled += recalled
        self.diary.lateness.append(day - visit.due)
        return recalled

    def _sit(self, visit: PlannedVisit, day: int, pace: float) -> Lived:
        """Read as large a part of what is truly left as was planned of what is planned."""
        left = self._unread[visit.number]
        part = left if visit.do == "read" else left * visit.minutes / visit.left
        if self._takes == "planned":
            pace *= visit.minutes / part
        part = min(part, (2 * visit.minutes + _FAR_TOO_LONG) / pace)
        if visit.number in self._waiting:
            self.diary.waits.append(self._waiting.pop(visit.number))
        if part >= left:
            self._finish(visit.number, day)
        else:
            self._unread[visit.number] = left - part
            if not self._listed[visit.number].is_book(self._usual):
                self._waiting[visit.number] = 0
        return Lived(visit, max(1, round(part * pace)), finished=part >= left)

    def _finish(self, number: int, day: int) -> None:
        del self._unread[number]
        self._mind.read(number, day)
        self._known.append(number)
        self._read += 1
