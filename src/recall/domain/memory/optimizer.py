"""Fits FSRS-6's weights to a log. The only module that imports fsrs_rs_python, an extra.

The fit is deterministic: the library shuffles by a fixed seed.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from math import isfinite
from typing import TYPE_CHECKING

from recall.domain.library.card import Rating
from recall.domain.memory.fitting import Rated
from recall.domain.memory.scheduling import clamped
from recall.domain.memory.weights import Weights
from recall.errors import RecallError

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

INSTALL = "pip install 'recall-reading[optimize]'"

_DIGITS = 6
"""Decimals kept of a weight; the library computes in floats of seven digits."""


def is_installed() -> bool:
    """Return whether the extra is installed."""
    return find_spec("fsrs_rs_python") is not None


def fit(log: Sequence[Rated]) -> Weights:
    """Return the 21 weights that predict a checked log best, within py-fsrs's bounds.

    RecallError without the extra, or if the library cannot fit.
    """
    try:
        from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS
    except ImportError:
        raise RecallError(f"the optimizer is not installed: {INSTALL}") from None
    numbers = [one.resource_id for one in log if one.is_revisit]
    try:
        fitted = FSRS(DEFAULT_PARAMETERS).compute_parameters(list(_items(log)), numbers)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is not an Exception
        raise RecallError(f"the optimizer cannot fit this log: {error}; nothing changed") from error
    if not all(map(isfinite, fitted)):
        raise RecallError("the optimizer found no weights for this log; nothing changed")
    return clamped(round(weight, _DIGITS) for weight in fitted)


def _items(log: Sequence[Rated]) -> "Iterator[FSRSItem]":
    """Yield each revisit with the reviews before it, in order of time.

    The library needs an item for every prefix of a history, or it finds too little data. A history
    that does not begin with a first reading begins with a good one.
    """
    from fsrs_rs_python import FSRSItem, FSRSReview

    histories: dict[int, list[FSRSReview]] = {}
    for one in log:
        read = [] if one.elapsed is None else [FSRSReview(int(Rating.GOOD), 0)]
        history = histories.setdefault(one.resource_id, read)
        history.append(FSRSReview(int(one.rating), one.elapsed or 0))
        if one.is_revisit:
            yield FSRSItem(history)
