"""Parses marks around an entry: hand-typed bullets, checkboxes and durations."""

import re

from recall.formats.markdown.lines import MarkdownLine, TextPiece

Box = bool | None
"""A checkbox: checked, not checked, or none."""

_BOX = re.compile(
    r"\s*(?:[\[［【]\s?([xX√✓✔✅\-/><!?~ ]?)\s?[\]］】](?!\()"
    r"|([✅☑✔✓🗹])\ufe0f?|([⬜☐🔲◻⬛🔳])\ufe0f?)\s*"
)
_CHECKED = frozenset("xX√✓✔✅☑🗹")
_MARKER = re.compile(
    r"\s*(?:[•·▪◦●○■–—]\s*|[-*+]\s*(?=[\[［])|\d{1,3}\s?(?:[、．)）]|\.(?=[\s\[]))\s*)"
)

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_SPOKEN = re.compile(
    r"(?i)(?:(\d{1,3})\s?(?:h|hrs?|hours?|小时))?\s?(?:(\d{1,4})\s?(?:m|mins?|minutes?|分钟?))?"
)
_DURATION = re.compile(r"((?:\d{1,3}:)?\d{1,3}:\d{2})(?![\d:])")
_IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,24})[)）\]】]")
_SEPARATORS = " \t-–—:：|,，"


def take_marker(line: MarkdownLine) -> tuple[bool, MarkdownLine]:
    """Remove a bullet such as `1、` or `•` from a line; return whether it had one, and the rest."""
    found = _MARKER.match(first_text(line))
    return (True, without(line, found.end())) if found else (False, line)


def take_box(line: MarkdownLine) -> tuple[Box, MarkdownLine]:
    """Remove a checkbox from the start of a line: True checked, False unchecked, None no box.

    `[-]`, `[/]` and `[>]` mean dropped, begun or postponed: unchecked.
    """
    found = _BOX.match(first_text(line))
    if found is None:
        return None, line
    mark = found[1] or found[2] or found[3] or " "
    return mark in _CHECKED, without(line, found.end())


def minutes_of(text: str) -> int | None:
    """Return the minutes of a text that is only a duration (`1:20:38`, `45 min`)."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return (hours * 60 + minutes + (seconds > 0)) or None
    if spoken := _SPOKEN.fullmatch(text):
        hours, minutes = (int(part or 0) for part in spoken.groups())
        return (hours * 60 + minutes) or None
    return None


def take_duration(text: str) -> tuple[int | None, str]:
    """Remove a duration from the start of the text after a link; return it and the rest."""
    rest = text.lstrip(_SEPARATORS)
    found = _DURATION.match(rest) or _IN_BRACKETS.match(rest)
    minutes = minutes_of(found.group(1)) if found else None
    return (minutes, rest[found.end() :]) if found and minutes else (None, text)


def first_text(line: MarkdownLine) -> str:
    """Return the text that a line begins with, "" if it begins with a link."""
    first = line.pieces[0] if line.pieces else None
    return first.text if isinstance(first, TextPiece) else ""


def without(line: MarkdownLine, length: int) -> MarkdownLine:
    """Remove `length` characters from the text that a line begins with."""
    first, *rest = line.pieces
    left = first.text[length:] if isinstance(first, TextPiece) else ""
    head: list[TextPiece] = (
        [first._replace(text=left)] if isinstance(first, TextPiece) and left else []
    )
    return line._replace(pieces=[*head, *rest])
