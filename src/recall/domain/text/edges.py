"""Strips signs from both ends of a text, such as those of a heading."""

import re

SIGNS_AND_DIGITS = re.compile(r"[\W\d_]+")


def without_edges(
    text: str,
    before: re.Pattern[str] = SIGNS_AND_DIGITS,
    behind: re.Pattern[str] = SIGNS_AND_DIGITS,
) -> str:
    """Return a text without what `before` matches at its beginning and `behind` at its end.

    behind is matched with the text turned round. To look for signs up to the end from each place
    of a text would take a time that grows with the square of their number.
    """
    if found := before.match(text):
        text = text[found.end() :]
    if found := behind.match(text[::-1]):
        text = text[: len(text) - found.end()]
    return text
