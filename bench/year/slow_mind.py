"""The average person's memory, several times slower or faster."""

from collections.abc import Sequence

from bench.lived.minds import MOST_RESOURCES, WEIGHTS_OF_MANY, FsrsMind


class SlowMind(FsrsMind):
    """FSRS-6 with its published weights, whose stabilities are a factor longer."""

    def __init__(self, factor: float, eases: Sequence[float] = (1.0,) * MOST_RESOURCES) -> None:
        """Begin with nothing read; all resources are equally hard if eases are not given."""
        super().__init__(WEIGHTS_OF_MANY, eases)
        self._factor = factor

    def recall(self, resource: int, day: int) -> float:
        """Return the recall of the average person after days / factor."""
        stability, _, last, _ = self._known[resource]
        elapsed = (day - last) / self._factor
        return float((1 + self._curve * elapsed / stability) ** -self._w[20])
