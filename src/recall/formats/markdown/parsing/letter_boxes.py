"""Boxes with a letter in them, in lists that have boxes: `[V]` is ticked, `[O]` is not.

Without other boxes, such letters say what something is: `[V] A video`.
"""

import re

_BULLET = r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+"
_BOX = re.compile(rf"(?m){_BULLET}\[[ xX]\][ \t]")
_LETTER = re.compile(rf"(?m)({_BULLET}\[)([vVoO])(?=\][ \t])")
_SIGNS = {"v": "✓", "o": "◯"}


def with_signs(text: str) -> str:
    """Write a sign for each such letter, in its place."""
    if not _LETTER.search(text) or not _BOX.search(text):
        return text
    return _LETTER.sub(lambda found: found[1] + _SIGNS[found[2].lower()], text)
