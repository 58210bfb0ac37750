"""How alike two titles are: equal, nearly equal as after a mended typo, similar, or unlike."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from recall.domain.library.resource import fold
from recall.domain.lists.link_text import says_something
from recall.lazy_regex import lazy_regex

LONGEST_COMPARED = 300
"""Characters; of a longer title, its beginning is compared."""

SHORTEST_WITH_TYPO = 6
"""Characters; a shorter title that differs in one of them is another title."""

SHORTEST_WORD_WITH_TYPO = 4
"""Characters of a word; `in` and `on`, `C` and `D` are other words, not typos."""

LONG_TITLE = 24
"""Characters from which a mended typo may have three characters instead of two."""

SPECIFIC_WORDS, SPECIFIC_LENGTH = 3, 14
"""Words or characters from which two works hardly have the same title by chance."""

SPECIFIC_HAN = 6

YEAR_DIGITS = 4

KEPT_WORDS, KEPT_KEYS = 50_000, 1_000_000
"""Titles whose words, and whose keys, are remembered: keys are short, and asked for many times."""

COUNTING = frozenset("零一二三四五六七八九十百千上中下前后後初高甲乙丙丁春夏秋冬第")
"""Han characters that tell a part from the next, as digits do."""

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

ROMAN = frozenset(f"{ten}{one}" for ten in ("", "x", "xx") for one in _ONES) - {""}


BESIDE = lazy_regex(r"\s+[—–|/-]\s*|\s*[:,;：，；。、]\s*|\s*[(（【\[]|\s+by\s+|[.]\s+|\s*—+\s*")
"""What divides a title from what is said beside it; a hyphen inside a word does not."""


class Likeness(IntEnum):
    """How alike two titles are; higher is more.

    PART: one is the other with something said beside it, such as the author or the year.
    """

    UNLIKE = 0
    SIMILAR = 1
    PART = 2
    NEAR = 3
    EQUAL = 4


class Words(NamedTuple):
    """A title as it is compared: its words (a Han character is a word), and its numbers."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words without spaces: equal titles have equal keys."""
        return "".join(self.words)


@lru_cache(maxsize=KEPT_WORDS)
def words_of(title: str) -> Words:
    """Return the words of a title, without case, width, punctuation and markup."""
    words: list[str] = []
    grows = False
    for letter in fold(title[:LONGEST_COMPARED]):
        if _is_han(letter):
            words.append(letter)
            grows = False
        elif letter.isalnum() or letter in "+#":
            if grows and letter.isdigit() == words[-1][-1].isdigit():
                words[-1] += letter
            else:
                words.append(letter)
            grows = True
        else:
            grows = False
    numbers = tuple(word for word in words if word.isdigit() or word in COUNTING or word in ROMAN)
    return Words(tuple(words), numbers)


@lru_cache(maxsize=KEPT_KEYS)
def title_key(title: str) -> str:
    """Return what equal titles have in common; "" for a title without a letter or a digit."""
    return words_of(title).key


def is_specific(title: str) -> bool:
    """Return whether two works hardly have this title by chance."""
    words = words_of(title)
    han = sum(map(_is_han, words.key))
    others = len(words.words) - han
    return others >= SPECIFIC_WORDS or len(words.key) >= SPECIFIC_LENGTH or han >= SPECIFIC_HAN


def likeness(one: str, other: str) -> Likeness:
    """Return how alike two titles are. Titles that say nothing are equal or unlike."""
    first, second = words_of(one), words_of(other)
    if first.key == second.key:
        return Likeness.EQUAL if first.key else Likeness.UNLIKE
    if not (says_something(one) and says_something(other)):
        return Likeness.UNLIKE
    if first.numbers == second.numbers and _is_mended(first.key, second.key, first, second):
        return Likeness.NEAR
    if _is_part(one, other) or _is_part(other, one):
        return Likeness.PART if _counts(first) == _counts(second) else Likeness.SIMILAR
    agree = first.numbers == second.numbers or not (first.numbers and second.numbers)
    return Likeness.SIMILAR if agree and _share(first, second) else Likeness.UNLIKE


@lru_cache(maxsize=KEPT_KEYS)
def head_key(title: str) -> str:
    """Return what a title has in common with itself and something said beside it."""
    return words_of(BESIDE.split(title[:LONGEST_COMPARED], maxsplit=1)[0]).key


def _counts(words: Words) -> list[str]:
    """Return the numbers of a title without years: those of parts, volumes and editions."""
    return [
        number for number in words.numbers if not (number.isdigit() and len(number) == YEAR_DIGITS)
    ]


def _is_part(part: str, whole: str) -> bool:
    """Return whether a title is the first or the last part of another."""
    parts = [words_of(one).key for one in BESIDE.split(whole[:LONGEST_COMPARED])]
    return words_of(part).key in (parts[0], parts[-1]) and len(parts) > 1


def without_one(title: str) -> list[str]:
    """Return the title without each of its words, and as it is.

    Two titles that differ in one word have one of these in common. Titles of many words give none
    but themselves: that would be as much as the square of their length.
    """
    words = words_of(title).words
    whole = " ".join(words)
    if not 1 < len(words) <= LONGEST_COMPARED // 10:
        return [whole]
    return [whole, *{" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))}]


def _is_mended(one: str, other: str, first: Words, second: Words) -> bool:
    """Return whether two titles differ in a few characters at one spot inside a word."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_WITH_TYPO:
        return False
    start = _common(shorter, longer)
    end = _common(shorter[start:][::-1], longer[start:][::-1])
    changed = (shorter[start : len(shorter) - end], longer[start : len(longer) - end])
    most = max(map(len, changed))
    if any(map(_is_han, "".join(changed))):
        return most == 1
    allowed = 2 if len(longer) < LONG_TITLE else 3
    return most <= allowed and _is_inside_words(first, second)


def _is_inside_words(first: Words, second: Words) -> bool:
    """Return whether the words that differ are long and begin alike.

    `supervised` and `unsupervised` are other words; so are a word and no word.
    """
    return all(
        min(len(one), len(other)) >= SHORTEST_WORD_WITH_TYPO and one[0] == other[0]
        for one, other in _differing(first.words, second.words)
    )


def _differing(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the pairs of words that differ; words run together count as one."""
    if len(one) == len(other):
        return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    return [("".join(one[start : len(one) - end]), "".join(other[start : len(other) - end]))]


def _common(one: str | tuple[str, ...], other: str | tuple[str, ...]) -> int:
    """Return how far two texts begin alike."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _share(first: Words, second: Words) -> bool:
    """Return whether half of all words are in both, or one title has the other within it."""
    one, other = set(first.words), set(second.words)
    if 2 * len(one & other) > len(one | other):
        return True
    shorter, longer = sorted((first.key, second.key), key=len)
    return len(shorter) >= SHORTEST_WITH_TYPO and shorter in longer


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003134f"
