"""Sets of parameters are kept, and the newest is in use."""

from recall.domain.scheduling import DEFAULT_WEIGHTS
from recall.storage.parameters import Parameters, add, by_id, latest
from recall.usecases.context import Context
from testing.factories import NOW


def test_the_newest_set_is_in_use_and_the_others_are_kept(library: Context) -> None:
    assert latest(library.store) == Parameters(1, tuple(DEFAULT_WEIGHTS))
    weights = tuple(weight / 3 for weight in DEFAULT_WEIGHTS)
    add(library.store, weights, NOW, "another")
    assert latest(library.store) == Parameters(2, weights)
    assert by_id(library.store) == {1: tuple(DEFAULT_WEIGHTS), 2: weights}
