"""Labels: free words on a resource, from its lists and from the person.

What the person did is kept as signed words: `+word` was put on by hand, `-word` was taken off.
Labels that differ only in case or width are one.
"""

from collections.abc import Iterable

from recall.domain.library.resource import fold

LONGEST_LABEL = 100
"""The most characters of a label."""


def holds(labels: Iterable[str], label: str) -> bool:
    """Return whether a label is among others."""
    wanted = fold(label)
    return any(fold(one) == wanted for one in labels)


def distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """Return each label once, in the spelling that comes first."""
    first: dict[str, str] = {}
    for label in labels:
        first.setdefault(fold(label), label)
    return tuple(first.values())


def with_hand(labels: Iterable[str], by_hand: Iterable[str]) -> tuple[str, ...]:
    """Return labels without those that were taken off by hand, then those that were put on."""
    signed = list(by_hand)
    gone = {fold(word[1:]) for word in signed if word.startswith("-")}
    kept = [label for label in labels if fold(label) not in gone]
    return distinct([*kept, *(word[1:] for word in signed if word.startswith("+"))])


def changed_by_hand(
    by_hand: Iterable[str], put: Iterable[str], taken: Iterable[str]
) -> tuple[str, ...]:
    """Return what was done by hand, once more labels are put on and taken off; the last counts."""
    last = {fold(word[1:]): word for word in by_hand}
    for sign, labels in (("-", taken), ("+", put)):
        for label in labels:
            last.pop(fold(label), None)
            last[fold(label)] = sign + label
    return tuple(last.values())
