"""The lab lives the same days for every driver, and its planners keep to their rules."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from bench.lived.compare import DRIVERS, REFERENCE, VARIATIONS, Score, difference, live, scores
from bench.lived.diary import Diary, measure
from bench.lived.driver import Lived, PlannedVisit
from bench.lived.facts import Due, Facts, Unread
from bench.lived.life import Life
from bench.lived.listed import Listed, shipped_list
from bench.lived.minds import MINDS, WEIGHTS_OF_MANY, FsrsMind
from bench.lived.people import Person, Takes, Trial
from bench.lived.planners import nine_rules
from bench.lived.planners.bare import BareLibrary
from bench.lived.planners.baselines import due_first, list_first
from bench.lived.planners.dates import Dating
from bench.lived.planners.nine_rules import Rules, plan
from bench.lived.report import as_json, print_tables
from recall.domain.library.card import Rating
from recall.domain.memory.mixture import LEAST_REVISITS
from recall.domain.memory.scheduling import Model, replay
from recall.domain.memory.weights import Weights

START = date(2026, 1, 1)
SHORT = Trial(people=3, days=40)

A = Unread(1, 15)
LONG = Unread(2, 60)
BEGUN = Unread(3, 42, begun=True)
FAMILIAR = Unread(4, 15, familiar=True)
BOOK = Unread(5, 600, is_book=True)


def due(number: int, on: int, minutes: int = 4, stability: float = 10) -> Due:
    return Due(on, number, minutes, stability, 5.0, on - 10)


def morning(
    due: Sequence[Due] = (),
    unread: Sequence[Unread] = (),
    minutes: int = 45,
    since_book: int | None = None,
) -> Facts:
    return Facts(100, minutes, list(due), list(unread), since_book)


def short(visits: Sequence[PlannedVisit]) -> list[tuple[int, int]]:
    return [(visit.number, visit.minutes) for visit in visits]


CROWD = [due(number, 100) for number in range(10, 30)]
"""Eighty minutes of revisits, due today."""

MORNINGS = [
    ("nothing", morning(), Rules(), []),
    (
        "reading has its slot, the first a little more",
        morning(CROWD, [A, LONG]),
        Rules(),
        [(1, 15)],
    ),
    ("a longer reading has a sitting of the slot", morning(CROWD, [LONG, A]), Rules(), [(2, 18)]),
    ("what revisits leave is for reading", morning([], [A, LONG]), Rules(), [(1, 15), (2, 30)]),
    ("no sitting is shorter than ten minutes", morning([], [A], 9), Rules(), []),
    ("the slot is ten minutes at least", morning(CROWD, [LONG], 15), Rules(), [(2, 10)]),
    ("what is begun comes first", morning(CROWD, [A, FAMILIAR, BEGUN]), Rules(), [(3, 18)]),
    ("then familiar sections", morning(CROWD, [A, FAMILIAR]), Rules(), [(4, 15)]),
    ("a book comes in the list's order", morning(CROWD, [BOOK, A]), Rules(), [(5, 18)]),
    ("but not two days later", morning(CROWD, [BOOK, A], since_book=1), Rules(), [(1, 15)]),
    ("and again on the third", morning(CROWD, [BOOK, A], since_book=2), Rules(), [(5, 18)]),
    ("unless nothing else is there", morning(CROWD, [BOOK], since_book=0), Rules(), [(5, 18)]),
    ("the oldest has room", morning([due(9, 90, 20)], [LONG], 25), Rules(), []),
    (
        "halved under a backlog",
        morning([due(n, 99) for n in range(10, 40)], [LONG]),
        Rules(halved_beyond=3),
        [(2, 10)],
    ),
]


@pytest.mark.parametrize(("name", "facts", "rules", "readings"), MORNINGS)
def test_readings_follow_the_rules(
    name: str, facts: Facts, rules: Rules, readings: list[tuple[int, int]]
) -> None:
    visits = plan(facts, rules)
    assert short([visit for visit in visits if visit.do != "revisit"]) == readings
    assert sum(visit.minutes for visit in visits) <= facts.minutes


def revisits(facts: Facts, rules: Rules = nine_rules.NINE_RULES) -> list[int]:
    return [visit.number for visit in plan(facts, rules) if visit.do == "revisit"]


def test_revisits_that_fit_come_by_due_date() -> None:
    assert revisits(morning([due(1, 100), due(2, 99), due(3, 98)])) == [3, 2, 1]


def test_revisits_that_do_not_fit_come_by_what_a_minute_gains() -> None:
    crowd = [due(1, 100, 20), due(2, 100, 4), due(3, 100, 20, 2), Due(100, 4, 4), due(5, 97)]
    assert revisits(morning(crowd))[:3] == [4, 5, 2]
    assert revisits(morning(crowd), Rules(by_gain=False)) == [5, 1, 2, 4]


def test_under_overload_the_oldest_take_half_of_the_minutes() -> None:
    oldest = [due(number, 80 + number, 4, 500) for number in range(8)]
    found = revisits(morning(CROWD + oldest))
    assert found[:5] == [0, 1, 2, 3, 4]
    assert set(found[5:]) <= {one.number for one in CROWD}
    assert 0 not in revisits(morning(CROWD + oldest), Rules(patience=None))


def test_readings_stand_first_or_after_half_of_the_revisits() -> None:
    facts = morning(CROWD[:4], [A])
    assert plan(facts)[0].do == "read"
    assert [visit.do for visit in plan(facts, Rules(readings_first=False))].index("read") == 2


def test_the_nine_rules_stay_a_bare_planner() -> None:
    assert len(Path(nine_rules.__file__).read_text("utf-8").splitlines()) <= 100


def test_the_simple_planners_put_revisits_or_readings_first() -> None:
    facts = morning(CROWD[:9], [BOOK, A])
    assert short(due_first(facts)) == [(number, 4) for number in range(10, 19)]
    assert short(list_first(facts))[:2] == [(5, 18), (10, 4)]
    assert short(due_first(morning([], [A, BOOK]))) == [(1, 15), (5, 30)]


def test_the_mind_made_of_fsrs_forgets_as_py_fsrs_says() -> None:
    mind = FsrsMind(WEIGHTS_OF_MANY, (1.0,))
    mind.read(0, 0)
    told = [(0, True), (3, True), (12, False), (13, True), (30, True)]
    for day, recalled in told[1:]:
        mind.revisit(0, day, recalled=recalled)
    ratings = [
        (START + timedelta(days=day), Rating.GOOD if ok else Rating.AGAIN) for day, ok in told
    ]
    stability = replay(ratings, Model(Weights(*WEIGHTS_OF_MANY)))[-1].memory.stability
    curve = 0.9 ** (-1 / WEIGHTS_OF_MANY[20]) - 1
    assert mind.recall(0, 50) == pytest.approx((1 + curve * 20 / stability) ** -WEIGHTS_OF_MANY[20])


@pytest.mark.parametrize("memory", MINDS)
def test_what_is_not_revisited_is_forgotten_and_a_recall_slows_that(memory: str) -> None:
    mind = MINDS[memory]("someone")
    mind.read(0, 0)
    chances = [mind.recall(0, day) for day in (0, 1, 5, 20)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(1, abs=0.05)  # SBD has forgotten a little at once
    mind.revisit(0, 5, recalled=True)
    assert mind.recall(0, 10) > chances[2]


def test_a_person_is_the_same_whoever_asks_in_whatever_order() -> None:
    one, other = Person(7, Trial(1)), Person(7, Trial(1))
    late = [one.visit((3, True), nth) for nth in (5, 0, 2)]
    assert late == [other.visit((3, True), nth) for nth in (5, 0, 2)]
    assert one.habits == other.habits
    assert len(one.habits.holiday) == 14
    assert (
        sum(week * 7 <= day < week * 7 + 7 for week in range(25) for day in one.habits.added) == 75
    )


def test_the_list_is_the_shipped_one() -> None:
    resources = shipped_list()
    assert [resource.number for resource in resources] == list(range(1, 83))
    assert sum(resource.read for resource in resources) == 20
    assert [resource.number for resource in resources if resource.is_book(45)] == [1]


def test_a_bare_library_offers_parts_in_turn_and_counts_sittings() -> None:
    seen: list[Facts] = []

    def watch(facts: Facts) -> list[PlannedVisit]:
        seen.append(facts)
        return [PlannedVisit(1, "sitting", 20, 60)]

    driver = BareLibrary(watch, 45)
    parts = [Listed(number, "paper", 60, "", series="s", part=number) for number in (1, 2)]
    for one in [*parts, Listed(3, "article", 15, "", read=True)]:
        driver.add(one, 0)
    driver.begin(0, 45)
    driver.done(Lived(driver.left()[0], 25))
    assert driver.left() == []
    driver.begin(1, 45)
    assert [(one.number, one.minutes, one.begun) for one in seen[1].unread] == [(1, 40, True)]
    driver.done(Lived(PlannedVisit(1, "read", 40, 40), 50, finished=True))
    driver.done(Lived(PlannedVisit(3, "revisit", 4), 5, recalled=True))
    driver.begin(3, 45)
    assert [one.number for one in seen[2].unread] == [2]
    assert {(one.number, one.due) for one in seen[2].due} == {(1, 3), (3, 3)}
    assert driver.overdue(5) == [2, 2]


class Doubling(BareLibrary):
    """Plans everything with twice the minutes of the list."""

    def left(self) -> Sequence[PlannedVisit]:
        return [one._replace(minutes=2 * one.minutes, left=2 * one.left) for one in super().left()]

    def done(self, lived: Lived) -> None:
        visit = lived.visit
        listed = visit._replace(minutes=visit.minutes // 2, left=visit.left // 2)
        super().done(lived._replace(visit=listed))


def minutes_of_first_day(driver: BareLibrary, takes: Takes) -> int:
    trial = Trial(1, days=1, goes_on=1, takes=takes, paces=(1, 1))
    people = (Person(number, trial) for number in range(99))
    person = next(
        one for one in people if one.works(0) and not one.habits.broken_off | one.habits.busy
    )
    return Life(person, driver, trial).live().minutes[0]


@pytest.mark.parametrize(("takes", "minutes"), [("list", 45), ("planned", 90)])
def test_visits_take_a_multiple_of_the_minutes_of_the_list_or_of_the_plan(
    takes: Takes, minutes: int
) -> None:
    assert minutes_of_first_day(BareLibrary(plan, 45), takes) == 45
    assert minutes_of_first_day(Doubling(plan, 45), takes) == minutes


class Fickle(BareLibrary):
    """Loses what is left once something is done, and finds something else."""

    def done(self, lived: Lived) -> None:
        super().done(lived)
        new = lived.visit.number != 82
        self._plan = [PlannedVisit(82, "read", 10, 10)] if new else []


def test_things_that_vanish_or_come_in_are_counted() -> None:
    trial = Trial(1, days=1)
    person = next(one for one in (Person(number, trial) for number in range(99)) if one.works(0))
    steady = measure(Life(person, BareLibrary(plan, 45), trial).live())
    fickle = measure(Life(person, Fickle(plan, 45), trial).live())
    assert (steady.vanished, steady.unplanned) == (0, 0)
    assert fickle.vanished > 1
    assert fickle.unplanned == 1


def test_measures_of_a_diary_without_events_are_zero() -> None:
    diary = Diary()
    diary.kept, diary.read = [0, 4], [0, 1]
    measures = measure(diary)
    assert (measures.kept, measures.read_by_30, measures.longest_late) == (2, 1, 0)
    diary.lateness, diary.waiting = list(range(20)), [30]
    assert (measure(diary).late_95, measure(diary).longest_late) == (18, 30)


@pytest.mark.parametrize("name", [REFERENCE, *list(VARIATIONS)[:2]])
def test_every_driver_lives_the_same_days_twice(name: str) -> None:
    assert live(SHORT, name, 1) == live(SHORT, name, 1)


def test_who_passed_no_first_revisit_says_nothing_of_the_second() -> None:
    passed, other = Diary(), Diary()
    for diary in (passed, other):
        diary.kept, diary.read = [1], [1]
    passed.second_recalls = [0.9]
    score = Score([measure(passed), measure(other)], ["fsrs", "fsrs"])
    assert score.mean("second_recall") == 0.9
    assert difference(score, score, "second_recall") == (0, 0)
    assert Score([measure(other)], ["fsrs"]).mean("second_recall") == 0


def test_the_nine_rules_read_and_keep_more_than_due_dates_and_list_order() -> None:
    names = [REFERENCE, "due first", "list first"]
    found = scores(Trial(3, days=120), names, workers=1)
    for name in names[1:]:
        assert difference(found[name], found[REFERENCE], "read_by_60").mean < -5
        assert difference(found[name], found[REFERENCE], "kept").mean < -5


def test_the_report_has_every_driver(capsys: pytest.CaptureFixture[str]) -> None:
    found = scores(Trial(2, days=10), [REFERENCE, "due order"], workers=1)
    print_tables(found)
    printed = capsys.readouterr().out
    assert "due order" in printed
    assert "±" in printed
    data = as_json(found)
    assert list(data) == ["schema", "reference", "drivers"]
    assert set(VARIATIONS) < set(DRIVERS)


def test_with_true_dates_a_resource_comes_back_when_its_recall_falls_to_what_is_wanted() -> None:
    mind = MINDS["exponential"]("someone")
    mind.read(1, 0)
    dating = Dating("truth", 0.9)
    dating.true_recall = mind.recall
    days = dating.days(1, 5.0, 0)
    assert mind.recall(1, days) <= 0.9 < mind.recall(1, days - 1)


def test_own_dates_wait_for_a_handful_of_revisits_and_for_the_next_day() -> None:
    own, average = Dating("personal", 0.9), Dating("average", 0.9)
    for count in range(30):
        own.learn(0.7, recalled=True)
        assert own.days(1, 10.0, 0) == average.days(1, 10.0, 0)
        if count < LEAST_REVISITS - 2:
            own.begin()
    own.begin()
    assert own.days(1, 10.0, 0) > average.days(1, 10.0, 0)


@pytest.mark.parametrize("name", ["own, asked", "R x gain", "truth, asked", "recall first"])
def test_the_other_drivers_live_a_month_with_each_truth(name: str) -> None:
    trial = Trial(2, days=30, truths=("sbd", "exponential"))
    lives = [live(trial, name, number) for number in range(2)]
    assert all(life.kept > 0 for life in lives)
    assert lives == [live(trial, name, number) for number in range(2)]
