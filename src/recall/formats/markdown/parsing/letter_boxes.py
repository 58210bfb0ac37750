"""Signs that are boxes only in lists that have boxes: `[V]` and `(x)` are ticked, 🚧 is begun.

Without other boxes, such letters say what something is: `[V] A video`; and signs adorn it.
"""

import re

_BULLET = r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+"
_BOX = re.compile(rf"(?m){_BULLET}(?:\[[ xX]\][ \t]|[✅☑⬜☐])")
_LETTER = re.compile(rf"(?m)({_BULLET}\[)([vVoO])(?=\][ \t])")
_SIGNS = {"v": "✓", "o": "◯"}
_ROUND = re.compile(rf"(?m)({_BULLET})\(([ xX])\)(?=[ \t])")
_BEGUN = re.compile(rf"(?m)({_BULLET})(🚧|⏳|🔄|📝|📖)\ufe0f?(?=[ \t\[*])")
_KINDS = re.compile(rf"(?m){_BULLET}[🎥📹🎬📄📰🎧🎙💻📺🎓📚]")
"""Beside signs of other kinds, 📖 says that something is a book."""

_BOOK = re.compile(rf"(?m)({_BULLET})📖\ufe0f?(?=[ \t\[*])")

_WAITS = re.compile(rf"(?m)({_BULLET})⏳\ufe0f?(?=[ \t\[*])")
"""Beside other signs of what is begun, it says that something is still to come."""


def with_signs(text: str) -> str:
    """Write a box for each such sign, in its place; `( )` is one in any list."""
    if _ROUND.search(text) and any(found[2] == " " for found in _ROUND.finditer(text)):
        text = _ROUND.sub(r"\1[\2]", text)
    if not (_LETTER.search(text) or _BEGUN.search(text)) or not _BOX.search(text):
        return text
    if _KINDS.search(text):
        text = _BOOK.sub(r"\1[ ]", text)
    if any(found[2] != "⏳" for found in _BEGUN.finditer(text)):
        text = _WAITS.sub(r"\1[ ]", text)
    text = _LETTER.sub(lambda found: found[1] + _SIGNS[found[2].lower()], text)
    return _BEGUN.sub(r"\1[/]", text)
