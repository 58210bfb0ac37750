"""The order of revisits on a crowded day. Imported only when much is due."""

from collections.abc import Sequence
from datetime import date

from recall.domain.day.worth import Rule
from recall.domain.library.resource import Resource
from recall.domain.memory.calibration import curve
from recall.domain.memory.formulas import Formulas
from recall.storage.store import Reads
from recall.storage.tables import parameters, ranking, resources


def rule_of(reads: Reads, day: date) -> Rule:
    """Return the rule of a minute's worth, by the parameters in use and earlier results."""
    formulas = Formulas(parameters.latest(reads).weights)
    return Rule(formulas, curve(ranking.results(reads, day)))


def worthiest(reads: Reads, day: date, rule: Rule, limit: int) -> Sequence[Resource]:
    """Return the due revisits that are worth most a minute, limit at most."""
    ranked = ranking.crowd(reads, day).foremost(rule, limit)
    return resources.by_ids(reads, [number for _, _, number in ranked])
