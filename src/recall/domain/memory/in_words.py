"""What the memory model says of a person, in plain words."""

from recall.domain.memory.compared import ModelGain
from recall.domain.memory.length import MemoryLength
from recall.domain.text.wording import counted, percent

_ALIKE = (3 / 4, 4 / 3)
"""Intervals whose factor lies between these may be like the average person's by chance."""

_KNOWN_DAYS, _EXAMPLE_DAYS = 10, 20
"""Days of the average person, beside which the person's own are put."""

_MOST_TIMES = 99.9

_TIMES = f"than most people: what they know for {_KNOWN_DAYS} days, you know for about {{days}}."

_LENGTHS = {
    "possible": "It looks as if you {does} than most people, but that may be chance.",
    "probable": f"You probably {{does}} {_TIMES}",
    "sure": f"You {{does}} {_TIMES}",
}

_LIKE_MOST = "As far as your grades tell, you remember about as long as most people do."

_THAN_MOST = "whether you remember longer, or forget sooner, than most people."
_TOO_EARLY = f"It is too early to say {_THAN_MOST}"
_OPEN = f"Your grades so far leave open {_THAN_MOST}"

_VERDICTS = {
    "better": "It predicts you better than {other} does, and that is sure",
    "probably better": "It probably predicts you better than {other} does; that is not sure yet",
    "not known": "Whether it predicts you better than {other} does is not known yet",
    "probably worse": "It has predicted you slightly worse than {other}, which may be chance",
    "worse": "It has predicted you worse than {other}, and will lean more on that",
}


def person_in_words(length: MemoryLength | None, factor: float) -> str | None:
    """Compare a person's memory with the average one; None if it is much like that.

    factor says how many times as long the intervals are as by the parameters alone, with the
    same grades; these have shortened the intervals of somebody who forgets fast already.
    """
    sentences = (_length_in_words(length), _intervals_in_words(factor))
    return " ".join(sentence for sentence in sentences if sentence is not None) or None


def undecided_in_words(length: MemoryLength | None) -> str:
    """Say that a memory is like most people's, or that there are too few grades to tell."""
    if length is None:
        return _TOO_EARLY
    return _LIKE_MOST if length.is_alike else _OPEN


def _length_in_words(length: MemoryLength | None) -> str | None:
    if length is None or length.certainty == "none":
        return None
    does = "remember longer" if length.longer > length.shorter else "forget sooner"
    days = max(1, round(_KNOWN_DAYS * length.times))
    return _LENGTHS[length.certainty].format(does=does, days=days)


def _intervals_in_words(factor: float) -> str | None:
    if _ALIKE[0] < factor < _ALIKE[1]:
        return None
    days = max(1, round(_EXAMPLE_DAYS * min(factor, _MOST_TIMES)))
    return (
        "Where the same grades would bring most people a revisit after "
        f"{_EXAMPLE_DAYS} days, you get yours after {days}."
    )


def compared_in_words(compared: ModelGain, other: str) -> str:
    """Say how the predictions came true, and how sure it is which model is better."""
    passed = round(compared.recalled * compared.revisits)
    return (
        f"Of {counted(compared.revisits, 'revisit')} you recalled {passed}, "
        f"{percent(compared.recalled)}. Before each of them was seen, your model expected "
        f"{percent(compared.expected)} in all, and {other} {percent(compared.expected_plain)}. "
        + _VERDICTS[compared.verdict].format(other=other)
        + _by_how_much(compared)
    )


def _by_how_much(compared: ModelGain) -> str:
    if compared.error is None:
        return "."
    return (
        f": its log loss, of which less is better, is {compared.log_loss:.3f} against "
        f"{compared.log_loss_plain:.3f}, a difference of {compared.gain:.3f} "
        f"± {compared.error:.3f}."
    )
