"""Graphemes: what a reader sees as one character, though it may be several code points.

wcwidth knows the rules of Unicode (UAX #29), but its import takes longer than some commands. It
is loaded only for text that has a character which may join its neighbors.
"""

import unicodedata
from functools import cache

_APART = (
    ("\u0020", "\u02ff"),  # Latin
    ("\u0370", "\u052f"),  # Greek and Cyrillic
    ("\u1e00", "\u262f"),  # more Latin and Greek, punctuation, arrows, signs, symbols
    ("\u2638", "\u2689"),  # the trigrams and digrams left out became wide in Unicode 16
    ("\u2690", "\u3163"),  # more symbols; Chinese and Japanese begin
    ("\u3165", "\u4dbf"),  # left out: the filler of Hangul, and the hexagrams, wide since 16
    ("\u4e00", "\ua4cf"),
    ("\uac00", "\ud7a3"),  # whole syllables of Hangul
    ("\uf900", "\uff9d"),  # compatibility forms; the half-width marks after them join
    ("\U0001f300", "\U0001f3fa"),  # pictures, up to the skin tones
    ("\U0001f400", "\U0001faff"),
    ("\U00020000", "\U0003ffff"),  # rare Chinese
)
"""First and last characters of blocks that join no neighbor, marks in them aside.

In these blocks unicodedata knows the width as well, whatever Python's version of Unicode.
"""


def graphemes(text: str) -> list[str]:
    """Return the text in pieces that must not be split: a letter with its marks, a whole emoji.

    `text` is without control characters, as `plain` leaves it.
    """
    if all(map(stands_apart, text)):
        return list(text)
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))


@cache
def stands_apart(char: str) -> bool:
    """Return whether the character is a grapheme by itself, if its neighbors are so too."""
    return (
        any(first <= char <= last for first, last in _APART)
        and char.isprintable()  # it is not where it is hidden, or newer than this Python
        and unicodedata.category(char)[0] != "M"
    )
