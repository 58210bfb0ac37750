"""Logs of people who live in the lab of `bench.lived`, with dates by the average person's memory.

They say about when they had read what they had read before, so that every revisit is judged.
"""

from bench.lived.life import Life
from bench.lived.people import Person, Trial
from bench.lived.planners.bare import BareLibrary
from bench.lived.planners.nine_rules import plan
from bench.memory.history import History


def lived(trial: Trial, number: int) -> History:
    """Live the days of a person and return the log."""
    library = BareLibrary(plan, trial.minutes, retention=trial.retention, says=True)
    diary = Life(Person(number, trial), library, trial).live()
    return History(library.log, diary.chances)
