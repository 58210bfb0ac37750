"""The contest: every policy through every task and truth, with the same people."""

from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pool
from typing import NamedTuple

from bench.simulation.fsrs_peers import Anki, FsrsDue
from bench.simulation.measures import Interval, Measures, interval, mean, measure
from bench.simulation.peers import Never, Rotation, Sm2, ladder, leitner
from bench.simulation.person import Person
from bench.simulation.recalls import Recall
from bench.simulation.truths import TRUTHS
from bench.simulation.year import Policy, Task, Year

TASKS = {
    "keep-scarce": Task(minutes=10, resources=300),
    "keep-plenty": Task(minutes=30, resources=300),
    "mix": Task(minutes=30, resources=1000, pays_for_reading=True),
}

POLICIES: dict[str, Callable[[Person, Task], Policy]] = {
    "recall": Recall,
    "fsrs-due": lambda *_: FsrsDue(),
    "anki": lambda person, _: Anki(person.number),
    "ladder": lambda *_: ladder(),
    "leitner": lambda *_: leitner(),
    "sm2": lambda *_: Sm2(),
    "rotation": lambda *_: Rotation(),
    "none": lambda *_: Never(),
}

UNDER_TEST = "recall"


class Case(NamedTuple):
    """One person facing one task with one kind of memory."""

    task: str
    truth: str
    number: int


class Score(NamedTuple):
    """A policy in a task under a truth: means, and the resources kept with an interval.

    lead is how many more resources recall keeps, compared person by person.
    """

    measures: Measures
    kept: Interval
    lead: Interval

    @property
    def kept_per_hour(self) -> float:
        """Resources kept per hour of revisiting; 0 without revisits."""
        return self.measures.kept / self.measures.hours if self.measures.hours else 0.0


Scores = dict[str, dict[str, dict[str, Score]]]
"""By task, truth and policy."""


def contest(people: int, workers: int) -> Scores:
    """Simulate people under every policy; the same number of people gives the same scores."""
    cases = [Case(task, truth, one) for one in range(people) for task in TASKS for truth in TRUTHS]
    with Pool(workers) as pool:
        years = dict(zip(cases, pool.imap(live, cases), strict=True))
    return {
        task: {
            truth: dict(_scores([years[Case(task, truth, one)] for one in range(people)]))
            for truth in TRUTHS
        }
        for task in TASKS
    }


def live(case: Case) -> dict[str, Measures]:
    """Simulate one person's days once with each policy."""
    task = TASKS[case.task]
    person = Person(case.number, task.resources)
    found = {}
    for name, policy in POLICIES.items():
        mind = TRUTHS[case.truth](case.number)
        diary = Year(task, person, mind, policy(person, task)).live()
        found[name] = measure(diary, task, person)
    return found


def _scores(people: Sequence[dict[str, Measures]]) -> Iterator[tuple[str, Score]]:
    for name in POLICIES:
        years = [person[name] for person in people]
        kept = interval([year.kept for year in years])
        lead = interval([person[UNDER_TEST].kept - person[name].kept for person in people])
        yield name, Score(mean(years), kept, lead)
