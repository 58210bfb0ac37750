"""Folding long texts quickly: normalizing Chinese text takes far longer than all else."""

from unicodedata import is_normalized, normalize

from recall.domain.library.resource import fold


def folded(text: str) -> str:
    """Return the same as `fold`, for a text of any length.

    Few different characters are folded, such as wide punctuation; each is replaced everywhere at
    once. What is left for `fold` are accents that stand apart from their letters.
    """
    if not is_normalized("NFKC", text):
        for odd in [char for char in set(text) if not is_normalized("NFKC", char)]:
            text = text.replace(odd, normalize("NFKC", odd))
    return fold(text)
