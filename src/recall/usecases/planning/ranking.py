"""The revisits of a day that may not hold all of them. Loaded only when much is due."""

from collections.abc import Sequence
from datetime import date

from recall.domain.day.worth import Rule
from recall.domain.library.resource import Resource
from recall.domain.memory.calibration import curve
from recall.domain.memory.formulas import Formulas
from recall.storage.store import Reads
from recall.storage.tables import parameters, ranking, resources


def rule_of(reads: Reads, day: date) -> Rule:
    """What a minute buys, by the parameters in use and the person's results before the day."""
    formulas = Formulas(parameters.latest(reads).weights)
    return Rule(formulas, curve(ranking.results(reads, day)))


def worthiest(reads: Reads, day: date, rule: Rule, limit: int) -> Sequence[Resource]:
    """Of all that is due what a minute buys most of, limit at most."""
    ranked = ranking.crowd(reads, day).foremost(rule, limit)
    return resources.by_ids(reads, [number for _, _, number in ranked])
