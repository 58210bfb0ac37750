"""What is seen as one character, though it may be several: a letter and its accent, an emoji.

A subset of Unicode's extended grapheme clusters (UAX #29): marks, flags, emoji with their
modifiers, joiners and tags, and the vowels and final consonants of Hangul.
"""

import unicodedata

_JOINER = "\u200d"


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be split: a character with its marks, one whole emoji."""
    found = []
    at = 0
    while at < len(text):
        end = cluster_end(text, at)
        found.append(text[at:end])
        at = end
    return found


def cluster_end(text: str, start: int) -> int:
    """Where the cluster that begins at `start` ends. Reads no further than that."""
    at = start + 1
    if _is_regional(text[start]) and at < len(text) and _is_regional(text[at]):
        at += 1  # two make a flag
    while at < len(text) and continues(text, at):
        at += 1
    return at


def continues(text: str, at: int) -> bool:
    """Whether the character there belongs to the one before it; the halves of a flag aside."""
    char = text[at]
    if text[at - 1] == _JOINER:
        return True
    if char < "\u0300" or "\u2e80" <= char <= "\u3029" or "\u3400" <= char <= "\u9fff":
        return False
    return (
        char == _JOINER
        or unicodedata.category(char)[0] == "M"
        or _is_modifier(char)
        or "\U000e0020" <= char <= "\U000e007f"
        or _is_inner_jamo(char)
    )


def is_partial(char: str) -> bool:
    """Whether it is often but a part of what is seen: half a flag, a skin tone, inner Hangul."""
    return _is_regional(char) or _is_modifier(char) or _is_inner_jamo(char)


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_modifier(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_inner_jamo(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff"
