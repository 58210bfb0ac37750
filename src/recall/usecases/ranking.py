"""The revisits of a day that may not hold all of them. Loaded only when much is due."""

from collections.abc import Sequence
from datetime import date

from recall.domain.calibration import curve
from recall.domain.fsrs6 import Formulas
from recall.domain.resource import Resource
from recall.domain.worth import Rule
from recall.storage import parameters, ranking, resources
from recall.storage.store import Reads


def rule_of(reads: Reads, day: date) -> Rule:
    """What a minute buys, by the parameters in use and the person's results before the day."""
    formulas = Formulas(parameters.latest(reads).weights)
    return Rule(formulas, curve(ranking.results(reads, day)))


def worthiest(reads: Reads, day: date, rule: Rule, limit: int) -> Sequence[Resource]:
    """Of all that is due what a minute buys most of, limit at most."""
    ranked = ranking.crowd(reads, day).foremost(rule, limit)
    return resources.by_ids(reads, [number for _, _, number in ranked])
