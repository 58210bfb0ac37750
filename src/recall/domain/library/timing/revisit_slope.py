"""How much longer a revisit takes the less is remembered: its minutes are a + b (1 - recall).

a and b are fitted by least squares to the times of a kind. Recall at a revisit varies little, so
that few times say little about b: it is shrunk towards 0, the more the times scatter.
"""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

LEAST_TIMES = 20
"""With fewer timed revisits of a kind than this, recall makes no difference to its minutes."""

_USUAL = 2.0
"""A slope that is not unusual: minutes that double over half of the recall."""

_LEAST, _MOST = 0.5, 2.0
"""The bounds of a factor, since recall far from that of the times was never seen."""


class Slope(NamedTuple):
    """A revisit takes `more` times as long per unit of recall that is lost; 1 times at `recall`."""

    more: float
    recall: float

    def factor(self, recall: float) -> float:
        """Return the factor on the usual minutes of a revisit, at a recall of 0 to 1."""
        return max(_LEAST, min(_MOST, 1 + self.more * (self.recall - recall)))


def slope(times: Sequence[tuple[float, float]]) -> Slope | None:
    """Fit (recall, minutes over the expected ones) of a kind's revisits.

    None if there are too few, or if they do not get longer as recall falls.
    """
    count = len(times)
    if count < LEAST_TIMES:
        return None
    recall = fsum(recalled for recalled, _ in times) / count
    ratio = fsum(took for _, took in times) / count
    spread = fsum((recalled - recall) ** 2 for recalled, _ in times)
    scatter = fsum((took - ratio) ** 2 for _, took in times) / (count - 1)
    longer = fsum((recall - known) * (taken - ratio) for known, taken in times)
    if longer <= 0:
        return None
    return Slope(longer / (spread + scatter / _USUAL**2) / ratio, recall)
