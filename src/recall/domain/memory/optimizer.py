"""Fits FSRS-6's weights to a log. The only module that imports fsrs_rs_python, an extra.

The fit is the same each time: the library shuffles by a fixed seed.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from math import isfinite
from typing import TYPE_CHECKING

from recall.domain.memory.fitting import Rated
from recall.domain.memory.scheduling import clamped
from recall.errors import RecallError

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

INSTALL = "pip install 'recall-reading[optimize]'"

_DIGITS = 6
"""Decimals of a weight that are kept; the library computes in floats of seven figures."""


def is_installed() -> bool:
    """Is the extra there?"""
    return find_spec("fsrs_rs_python") is not None


def fit(log: Sequence[Rated]) -> tuple[float, ...]:
    """Return the 21 weights that predict a checked log best, within what py-fsrs allows.

    RecallError without the extra, and where the library cannot fit.
    """
    try:
        from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS
    except ImportError:
        raise RecallError(f"the optimizer is not installed: {INSTALL}") from None
    numbers = [one.resource_id for one in log if one.elapsed is not None]
    try:
        fitted = FSRS(DEFAULT_PARAMETERS).compute_parameters(list(_items(log)), numbers)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        raise RecallError(f"the optimizer cannot fit this log: {error}; nothing changed") from error
    if not all(map(isfinite, fitted)):
        raise RecallError("the optimizer found no weights for this log; nothing changed")
    return clamped(round(weight, _DIGITS) for weight in fitted)


def _items(log: Sequence[Rated]) -> "Iterator[FSRSItem]":
    """Each revisit with all that came before it, in the order of time.

    Without an item for every beginning of a history the library finds too little data.
    """
    from fsrs_rs_python import FSRSItem, FSRSReview

    histories: dict[int, list[FSRSReview]] = {}
    for one in log:
        history = histories.setdefault(one.resource_id, [])
        history.append(FSRSReview(int(one.rating), one.elapsed or 0))
        if one.elapsed is not None:
            yield FSRSItem(history)
