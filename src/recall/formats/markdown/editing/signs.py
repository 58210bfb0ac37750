"""The signs of boxes in a line of a list, and how to set and clear them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

_LEAD = re.compile(r"[ \t>]*(?:(?:[-*+•·▪◦●○■–—]|\d{1,9}[ ]?[.)、．）]|#{1,6})[ \t]*)*")
_BULLET_OF_BOOK = re.compile(r"[ \t]*[-*+](?=[《「『])")
_BRACKETS = re.compile(r"([\[［【])([^\[\]［］【】()]{0,4})([\]］】])(?!\()")
_EMOJI = re.compile(r"[✅☑✔✓🗹⬜☐🔲◻⬛🔳]")
_WORD = re.compile(r"(TODO|LATER|WAITING|DONE|DOING|NOW|CANCELED|CANCELLED)(?=\s|$)")
_LAST_TICK = re.compile(r"(?<=[\s)\]）】])\s*[✅☑✔✓🗹][\ufe0e\ufe0f]?(?=\s*$)")

_TICKS = "xXvV√✓✔✅☑🗹"

Style = Literal["brackets", "emoji", "word", "last"]


class Sign(NamedTuple):
    """What stands in a box, and where in the line."""

    style: Style
    start: int
    end: int
    text: str


class Signs(NamedTuple):
    """How a list writes its ticked and its open boxes, by style; the most frequent first."""

    ticked: dict[str, str]
    open: dict[str, str]


def sign_in(line: str, *, from_start: bool = True) -> Sign | None:
    """Return the sign of the box that a line begins with, or the tick that ends it."""
    lead = _LEAD.match(line) if from_start else None
    at = lead.end() if lead else 0
    while at < len(line) and line[at] in " \t":
        at += 1
    if found := _BRACKETS.match(line, at):
        return Sign("brackets", found.start(2), found.end(2), found[2])
    if found := _EMOJI.match(line, at):
        return Sign("emoji", found.start(), found.end(), found[0])
    if found := _WORD.match(line, at):
        return Sign("word", found.start(), found.end(), found[0])
    if found := _LAST_TICK.search(line):
        return Sign("last", found.start(), found.end(), found[0])
    return None


def is_tick(sign: Sign) -> bool:
    """Return whether a sign says that a resource is read."""
    text = sign.text.strip().rstrip("\ufe0e\ufe0f")
    return text == "DONE" if sign.style == "word" else bool(text) and text in _TICKS


def signs_of(lines: Iterable[str]) -> Signs:
    """Return how the boxes of these lines are written."""
    found = [sign for line in lines if (sign := sign_in(line)) is not None]
    return Signs(
        _usual(found, is_tick),
        _usual(found, lambda sign: not sign.text.strip() or sign.text in "⬜☐🔲◻⬛🔳TODO"),
    )


def _usual(signs: Iterable[Sign], wanted: Callable[[Sign], bool]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for sign in signs:
        if wanted(sign):
            counts.setdefault(sign.style, Counter())[sign.text] += 1
    return {style: found.most_common(1)[0][0] for style, found in counts.items()}


def with_tick(line: str, usual: Signs) -> str | None:
    """Return a line with its box ticked; None if it has no box that can be."""
    sign = sign_in(line)
    if sign is None or is_tick(sign) or sign.style == "last":
        return None
    return _put(line, sign, _ticked(sign, usual))


def without_tick(line: str, usual: Signs) -> str | None:
    """Return a line with its box open again; None if it has no box that is ticked."""
    sign = sign_in(line)
    if sign is None or not is_tick(sign):
        return None
    if sign.style == "last":
        return _put(line, sign, "")
    default = {"brackets": " ", "emoji": "☐" if sign.text == "☑" else "⬜", "word": "TODO"}
    return _put(line, sign, usual.open.get(sign.style, default[sign.style]))


def with_sign(line: str, sign: str) -> str | None:
    """Return a line with another sign in its box of brackets; None if it has no such box."""
    found = sign_in(line)
    return _put(line, found, sign) if found is not None and found.style == "brackets" else None


def with_box(line: str, like: str, *, ticked: bool, usual: Signs) -> str | None:
    """Return a bullet with a box before its text, as another line has one; None if it cannot."""
    other, lead = sign_in(like), _LEAD.match(line)
    if other is None or other.style != "brackets" or not lead or not lead[0].strip(" \t>"):
        return None
    left, right = like[other.start - 1], like[other.end]
    gap = " " if like[other.end + 1 : other.end + 2] in " \t" else ""
    sign = _ticked(other, usual) if ticked else usual.open.get("brackets", " ")
    if ticked and is_tick(other):
        sign = other.text
    apart = " " if _BULLET_OF_BOOK.match(line) else ""
    return f"{line[: lead.end()]}{apart}{left}{sign}{right}{gap}{line[lead.end() :]}"


def _ticked(sign: Sign, usual: Signs) -> str:
    """Return the sign of a box once it is ticked: as the list writes it, where it can."""
    if sign.style == "emoji":
        return usual.ticked.get("emoji", "☑" if sign.text == "☐" else "✅")
    if sign.style == "word":
        return "DONE"
    tick = usual.ticked.get("brackets", "x").strip()
    inner = sign.text.strip()
    return sign.text.replace(inner, tick) if inner else tick


def _put(line: str, sign: Sign, text: str) -> str:
    return line[: sign.start] + text + line[sign.end :]
