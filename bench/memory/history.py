"""A log to predict, and the truth behind it if somebody simulated it."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.domain.memory.rated_log import Rated


class History(NamedTuple):
    """A log in the order of time; truths has the true recall at each revisit, None if unknown."""

    log: Sequence[Rated]
    truths: Sequence[float] | None = None
