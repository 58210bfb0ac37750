"""A short part of a text around a word that was found in it."""

from recall.domain.library.resource import fold
from recall.domain.text.plain import plain

BEFORE, BEHIND = 24, 48
"""Characters of an excerpt around the beginning of the word."""


def excerpt(text: str, word: str) -> str:
    """Return the part of a text around a folded word, on one line; dots stand for the rest."""
    at = _position(text, word)
    begin, end = max(0, at - BEFORE), min(len(text), at + len(word) + BEHIND)
    if begin > 0 and not _is_between(text, begin):
        begin = max(begin, text.find(" ", begin, at) + 1)
    if end < len(text) and not _is_between(text, end):
        end = max(text.rfind(" ", at + len(word), end), 0) or end
    # Each by itself: a control sequence before the word would take its first letters.
    before, space = plain(text[begin:at]), " " if text[:at][-1:].isspace() else ""
    cut = f"{before}{space}{plain(text[at:end])}".strip()
    return f"{'…' if begin else ''}{cut}{'…' if end < len(text) else ''}"


def _position(text: str, word: str) -> int:
    """Return where a folded word begins in a text that is not folded.

    Folding may change lengths, but what is folded of a longer beginning is never shorter.
    """
    folded = fold(text)
    found = max(folded.find(word), 0)
    if len(folded) == len(text):
        return found
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if len(fold(text[:middle])) <= found:
            low = middle
        else:
            high = middle - 1
    return low


def _is_between(text: str, at: int) -> bool:
    """Return whether no word of letters is cut at this position."""
    around = text[at - 1 : at + 1]
    return not (around.isascii() and around.isalnum())
