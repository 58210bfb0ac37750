"""Checks a library: its file, its rows, and its cards against their log."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recall.errors import StorageError
from recall.storage import integrity
from recall.storage.store import Store
from recall.storage.tables.faults.found import Fault
from recall.usecases.context import Context
from recall.usecases.resources.prerequisites import way_round
from recall.usecases.upkeep.cards import card_problems

_CIRCLE = "each waits for the next to be read first: {}; 'recall edit R --not-after R2' parts two"


class Examination(NamedTuple):
    """What was found: sentences on all of it, and the faults that stand in a row."""

    problems: Sequence[str]
    faults: Sequence[Fault] = ()

    @property
    def damage(self) -> list[str]:
        """The problems of the library, without plans that recall made while the clock was ahead."""
        own = {fault.sentence for fault in self.faults if not fault.is_damage}
        return [problem for problem in self.problems if problem not in own]


def doctor(context: Context) -> list[str]:
    """Return all problems, a sentence each; empty if all is well."""
    return list(examine(context).problems)


def examine(context: Context) -> Examination:
    """Look at the file, then at each value of each row, then at what the rows say together.

    Every card is rebuilt from its log, rating by rating, and compared with the stored one. What
    comes later is only looked at if all before it is sound.
    """
    damaged = integrity.file_damage(context.store)
    if damaged:
        return Examination([*damaged, *_rows_of_damaged(context)])
    structure = integrity.structure_faults(context.store)
    faults = integrity.faults(context.store, _latest(context))
    misplaced = integrity.misplaced_rows(context.store, faults)
    rest = [fault.sentence for fault in faults if fault.table not in misplaced]
    sentences = [*structure, *misplaced.values(), *rest]
    if misplaced:
        return Examination(sentences)
    if any(fault.is_damage for fault in faults):
        return Examination(sentences, faults)
    waiting = way_round(context.store)
    circle = [_CIRCLE.format(waiting)] if waiting else []
    cards = card_problems(context)
    sentences += [*circle, *(problem.sentence for problem in cards)]
    return Examination(sentences, [*faults, *(problem.fault for problem in cards)])


def left_beside(context: Context) -> list[str]:
    """Return a sentence on each thing that an ended command has left beside the library."""
    return integrity.second_names(context.store)


def all_faults(context: Context) -> list[Fault]:
    """Return the faults of rows, of a library whose file is sound."""
    faults = integrity.faults(context.store, _latest(context))
    if any(fault.is_damage for fault in faults):
        return faults
    return [*faults, *(problem.fault for problem in card_problems(context))]


def damage(database_url: str) -> list[str]:
    """Return the problems of the file and of single rows, without comparing rows."""
    with Store(database_url) as store:
        return integrity.problems(store)


def _rows_of_damaged(context: Context) -> list[str]:
    """Return what is wrong with the rows of a damaged file, as far as they can be read."""
    try:
        return [fault.sentence for fault in integrity.bad_rows(context.store)]
    except StorageError:
        return []


def _latest(context: Context) -> date:
    """Return the last study date that may have a plan: elsewhere it may be tomorrow already."""
    return context.today + timedelta(days=1)
