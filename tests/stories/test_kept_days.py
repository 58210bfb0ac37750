"""Sixty days with a list like the person's own: the plan of each day is one that can be believed.

Days are missed, broken off and overrun; some have fifteen minutes. Things are postponed,
suspended, taken up again, added and undone, and two weeks are a pause. After each step the plan
of the day must have everything that it had, in its order, and nothing that was not asked for.
"""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from random import Random

import pytest

from recall.cli.output.day_screen import print_next
from recall.cli.output.screen import Screen
from recall.domain.library.card import Rating
from recall.usecases.breaks.pausing import pause
from recall.usecases.breaks.returning import come_back, plan_return
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.which_list import Source
from recall.usecases.planning import revising
from recall.usecases.planning.sections import lay_down
from recall.usecases.planning.today import StudyDay, today
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.shelving import postpone, resume, suspend
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from recall.views.day import NextView, day_view
from testing.checkout import READING_LIST
from testing.libraries.factories import NOW, at, everything, make_library
from testing.libraries.planned_days import left

pytestmark = pytest.mark.slow

DAYS = 60
FIRST_AWAY, BACK = 20, 34
"""The days on which a pause of two weeks begins, and after it."""

MISSED, BROKEN_OFF, BUSY = (5, 11, 17, 41, 48, 49, 55), (3, 9, 14, 37, 45, 52), (7, 15, 38, 50)


class Person:
    """Somebody who lives one day after the other, and believes what the plan says."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.random = Random(7)
        self.told: list[int] = []
        """The IDs of today's plan, in the order in which they were last asked for."""
        self.things_done = 0
        self.tally: dict[str, int] = {}

    def counts(self, what: str) -> None:
        self.tally[what] = self.tally.get(what, 0) + 1

    def looks(self) -> StudyDay:
        """Look at today, and find everything as it was told."""
        study = today(self.context)
        ids = [visit.visit.resource_id for visit in study.progress.visits]
        assert ids == self.told, "nothing vanishes or comes in, and the order stays"
        done = {visit.visit.resource_id for visit in study.progress.visits if visit.state == "done"}
        of_plan = {one.resource_id for one in study.progress.unplanned}
        assert not done & of_plan
        beyond = [one.beyond for one in study.progress.left]
        assert beyond == sorted(beyond), "all that no longer fits is below one line"
        self.hears(study)
        return study

    def hears(self, study: StudyDay) -> None:
        """Hear that the day is done only when it is."""
        stream = StringIO()
        print_next(Screen(stream), NextView(day_view(self.context)))
        said = stream.getvalue()
        assert ("Done for today" in said) == (
            not left(study) and bool(study.progress.spent_minutes)
        )
        if left(study):
            assert f"recall open {left(study)[0].resource_id}" in said

    def begins(self) -> None:
        """The first look of a day: the plan is made."""
        study = today(self.context)
        self.told = [one.visit.resource_id for one in study.progress.visits]
        assert len(set(self.told)) == len(self.told)
        assert {one.state for one in study.progress.visits} <= {"left"}
        planned = sum(visit.minutes for visit in left(study))
        assert planned <= study.progress.plan.minutes
        assert planned > study.progress.plan.minutes * 0.6, "the list is long: days are full"

    def asks(self, change: Callable[[], revising.PlanChange]) -> None:
        """Ask for another plan; what was not asked for stays in its order."""
        before = self.looks()
        kept = [one.visit.resource_id for one in before.progress.visits if one.state != "left"]
        added = [visit.resource_id for visit in change().added]
        study = today(self.context)
        ids = [one.visit.resource_id for one in study.progress.visits]
        assert set(kept) <= set(ids)
        assert set(ids) <= set(self.told) | set(added)
        old = [one for one in ids if one in self.told]
        left_over = [one for one in self.told if one in old and one not in kept]
        assert [one for one in old if one not in kept] == left_over
        self.told = ids

    def does(self, most: int) -> None:
        """Do what is next, once or several times; it may take longer or shorter than planned."""
        for _ in range(most):
            study = self.looks()
            if not left(study):
                return
            visit = left(study)[0]
            minutes = max(1, round(visit.minutes * self.random.choice((0.7, 1.0, 1.3, 2.0))))
            rating = self.random.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD))
            given = Grade(rating, self.context.today, minutes=minutes)
            (sit if visit.task == "sitting" else grade)(self.context, str(visit.resource_id), given)
            after = self.looks()
            (stands,) = [one for one in after.progress.visits if one.visit == visit]
            assert (stands.state, stands.spent) == ("done", minutes)
            self.counts(visit.task)

    def puts_aside(self, place: int, *, regrets: bool) -> None:
        """Postpone or suspend something of the plan; nothing takes its place."""
        visits = left(self.looks())
        if not visits:
            return
        visit = visits[place]
        if visit.task == "revisit":
            postpone(self.context, str(visit.resource_id), self.context.today + timedelta(4))
        else:
            suspend(self.context, str(visit.resource_id))
        assert left(self.looks()) == [one for one in visits if one != visit]
        if regrets:
            undo(self.context)
            assert left(self.looks()) == visits
        self.counts("put aside")

    def changes_the_list(self, day: int) -> None:
        """Add something, do something beside the plan, or take something up again."""
        before = left(self.looks())
        if day % 4 == 0:
            url = f"https://example.org/{day}"
            add(self.context, url, f"Added {day}", ("Later",), Edit(minutes=15, priority="high"))
            self.counts("added")
        aside = [one for one in everything(self.context) if one.status == "suspended"]
        if aside and day % 5 == 0:
            resume(self.context, aside[0])
            if aside[0].id in self.told:
                before = left(today(self.context))
            self.counts("taken up")
        assert left(self.looks()) == before

    def reads_something_else(self) -> None:
        study = self.looks()
        others = [
            one
            for one in everything(self.context)
            if one.status == "unread" and one.series is None and one.id not in self.told
        ]
        given = Grade(Rating.GOOD, self.context.today, minutes=9)
        grade(self.context, others[-1], given)
        after = self.looks()
        assert sorted(left(after)) == sorted(left(study)), "some of it may not fit any more"
        assert after.progress.spent_minutes == study.progress.spent_minutes + 9
        self.counts("beside the plan")


def test_the_plan_of_each_of_sixty_days_can_be_believed(sqlite_url: str) -> None:
    made = make_library(sqlite_url)
    with made.store:
        import_catalog(made, Source(read_list(READING_LIST), str(READING_LIST)))
        person = Person(made)
        for day in range(DAYS):
            person.context = at(made, NOW + timedelta(day))
            live(person, day)
        assert doctor(person.context) == []
    assert person.tally.keys() == {
        *("revisit", "read", "sitting", "put aside", "added", "taken up", "beside the plan"),
        *("busy", "more", "anew"),
    }
    assert sum(person.tally.values()) > 200


def live(person: Person, day: int) -> None:
    """Live one day of the sixty."""
    context = person.context
    if day == FIRST_AWAY:
        pause(context, None, context.today + timedelta(BACK - FIRST_AWAY))
    if FIRST_AWAY <= day < BACK:
        assert left(today(context)) == []
    elif day not in MISSED:
        if day == BACK:
            come_back(context, plan_return(context))
        works(person, day)


def works(person: Person, day: int) -> None:
    """Live a day with its turns of fortune; after three things it may be broken off."""
    person.begins()
    if day in BUSY:
        person.asks(lambda: revising.set_minutes(person.context, 15))
        person.counts("busy")
    if day % 12 == 7:
        person.puts_aside(0, regrets=False)
    person.does(3)
    person.changes_the_list(day)
    if day % 6 == 1:
        person.puts_aside(-1, regrets=day % 3 == 0)
    if day not in BROKEN_OFF:
        goes_on(person, day)


def goes_on(person: Person, day: int) -> None:
    """Do the rest of the day, and sometimes more than that."""
    if day % 9 == 4:
        chooses_anew(person, day)
    if day % 10 == 8:
        person.reads_something_else()
    person.does(99)
    if day % 7 == 2:
        person.asks(lambda: revising.more(person.context, 20))
        person.counts("more")
        person.does(99)


def chooses_anew(person: Person, day: int) -> None:
    """Give a section another turn: revisits stay, and the command says which readings come."""
    context = person.context
    before = person.looks()
    lay_down(context, "Resources", "later" if day % 2 else "normal")
    lay_down(context, "VLLM", "first" if day % 2 else "later")
    study = today(context)
    stay = [visit.visit for visit in before.progress.visits if visit.visit.task == "revisit"]
    assert [visit.visit for visit in study.progress.visits if visit.visit.task == "revisit"] == stay
    person.told = [visit.visit.resource_id for visit in study.progress.visits]
    person.counts("anew")
