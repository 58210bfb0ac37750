"""What the memory model says of a person, in plain words."""

from recall.domain.memory.compared import ModelGain
from recall.domain.text.wording import counted

_ALIKE = (0.9, 1.1)
"""Intervals whose factor lies between these are much like the average person's."""

_MUCH = 1.5
_MOST_TIMES = 99.9

_VERDICTS = {
    "better": "It predicts you better than {other} does, and that is sure",
    "probably better": "It probably predicts you better than {other} does; that is not sure yet",
    "not known": "Whether it predicts you better than {other} does is not known yet",
    "probably worse": "It has predicted you slightly worse than {other}, which may be chance",
    "worse": "It has predicted you worse than {other}, and will lean more on that",
}


def is_alike(factor: float) -> bool:
    """Return whether intervals by such a factor are much like those of the average person."""
    return _ALIKE[0] < factor < _ALIKE[1]


def person_in_words(factor: float, recall: float, wanted: float) -> str:
    """Compare a person's memory with the average one, in a sentence.

    factor says how many times as long their intervals are; recall is theirs when that of the
    average person has fallen to the wanted one.
    """
    if is_alike(factor):
        return "You remember about as long as most people do."
    longer = factor > 1
    times = factor if longer else 1 / factor
    much = "much longer" if times >= _MUCH else "longer"
    less = "much less long" if times >= _MUCH else "less long"
    return (
        f"You remember {much if longer else less} than most people: when they still know "
        f"{wanted:.0%}, you know {recall:.0%}. So your revisits come back "
        + (f"after {_times(times)} as many days." if longer else f"{_times(times)} as soon.")
    )


def compared_in_words(compared: ModelGain, other: str) -> str:
    """Say how the predictions came true, and how sure it is which model is better."""
    passed = round(compared.recalled * compared.revisits)
    return (
        f"Of {counted(compared.revisits, 'revisit')} you recalled {passed}, "
        f"{compared.recalled:.0%}. Before each of them was seen, your model expected "
        f"{compared.expected:.0%} in all, and {other} {compared.expected_plain:.0%}. "
        + _VERDICTS[compared.verdict].format(other=other)
        + _by_how_much(compared)
    )


def _by_how_much(compared: ModelGain) -> str:
    if compared.error is None:
        return "."
    return (
        f": log loss {compared.log_loss:.3f} against {compared.log_loss_plain:.3f}, "
        f"a difference of {compared.gain:.3f} ± {compared.error:.3f}."
    )


def _times(factor: float) -> str:
    return f"{min(factor, _MOST_TIMES):.1f} times"
