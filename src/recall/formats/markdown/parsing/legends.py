"""Signs that a list explains itself: `状态：🟢 已读 🟡 在读 ⚪ 未读`, `✅ = read, 🚧 = reading`.

Before a bullet such a sign is a box. A tick that the list explains as anything else is none.
"""

import re

from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.tables.statuses import status_of
from recall.lazy_regex import lazy_regex

_PLAIN = r"\w\s\x00-\u2017\u2020-\u20ff\u3000-\u303f\ufe0f\uff00-\uffef"
_PAIR = re.compile(rf"([^{_PLAIN}])\ufe0f?([{_PLAIN}]*)")
_BULLET = r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+"
_SIGNED = re.compile(rf"(?:{_BULLET})?[ \t]*([^{_PLAIN}])\ufe0f?([{_PLAIN}]{{1,80}})")
_OF_ONE = re.compile(rf"(?:{_BULLET})?\s*[^{_PLAIN}]\ufe0f?\s*[=:：]\s*\w")
"""A line that explains a single sign: `- ✅ = read`."""

_LEGEND = lazy_regex(
    r"(?i)\W{0,20}(?:legends?|keys?|symbols?|signs|status key|key to (?:the )?signs"
    r"|legende|zeichenerklärung|symbole|zeichen|légende|symboles|leyenda|símbolos|legenda|simboli"
    r"|обозначения|условные обозначения|легенда|objaśnienia"
    r"|图例|圖例|图标说明|符号说明|标记说明|状态说明"
    r"|凡例|記号(?:の(?:説明|意味))?|マークの(?:説明|意味)|범례"
    r"|기호(?: 설명)?|표시(?: 설명)?)\W{0,5}"
)
"""The name of a section that explains signs."""

_LONGEST_HEADING = 60
_LINES_WITH_A_LEGEND = 100
_LONGEST_LEGEND = 200
_LONGEST_NAME = 30
"""Letters before the first sign: `Legend:`."""

_MOST_WORDS = 4
_SEVERAL = 2
_BOX_PAIR = re.compile(r"`?\[([^\[\]])\]`?([^\[\]]+)")
_NEXT = re.compile(r"\s*(?:[·•|;；]|[.。](?:\s|\Z)|~~|[,，](?=\s*\w+\s*=))")
"""Where the words of a sign end: `📖 reading · nothing = not yet`."""

_AROUND = " \t=:：-–—>,，;；、|/·•.()（）*_"
_BOXES: dict[Box, str] = {"read": "[x]", "begun": "[/]", "dropped": "[-]", "unread": "[ ]"}
_LAST = {"[x]": "✅", "[/]": "(in progress)", "[-]": "(DNF)", "[ ]": "[ ]", "": ""}
"""The same at the end of a line."""

_TICKS = "✅☑✔✓🗹"


def with_boxes(text: str) -> str:
    """Write a box for each sign before a bullet that a legend of the list explains as a state."""
    lines = _with_usual_boxes(text.split("\n"))
    if text.isascii():
        return "\n".join(lines)
    legends = {
        at: said for at, line in enumerate(lines[:_LINES_WITH_A_LEGEND]) if (said := _said(line))
    } | _below_headings(lines)
    states = {sign: _state(words) for said in legends.values() for sign, words in said.items()}
    known = {sign: _BOXES.get(box, "") for sign, box in states.items() if box or sign in _TICKS}
    if not known or len(states) < _SEVERAL:
        return text
    signs = f"([{''.join(known)}])"
    signed = re.compile(rf"({_BULLET}){signs}\ufe0f?(?=[ \t])")
    last = re.compile(rf"(?<=[\s)）*_]){signs}\ufe0f?(?=[ \t]*\Z)")
    for at, line in enumerate(lines):
        if at in legends:
            lines[at] = _PAIR.sub(_as_legend, line, count=1)
        elif found := signed.match(line):
            lines[at] = f"{found[1]}{known[found[2]]}{line[found.end() :]}"
        elif "](" in line and (found := last.search(line)):
            lines[at] = f"{line[: found.start()]}{_LAST[known[found[1]]]}{line[found.end() :]}"
    return "\n".join(lines)


def _with_usual_boxes(lines: list[str]) -> list[str]:
    """Write the usual box before a bullet for each that a legend gives a meaning of its own.

    So does `[x] read, [~] reading`.
    """
    said: dict[str, Box] = {}
    for line in lines[:_LINES_WITH_A_LEGEND]:
        if line.count("[") >= _SEVERAL and len(line) <= _LONGEST_LEGEND and "](" not in line:
            pairs = {pair[1]: _state(_words(pair[2])) for pair in _BOX_PAIR.finditer(line)}
            said |= pairs if len(pairs) >= _SEVERAL and all(pairs.values()) else {}
    own = {sign: _BOXES[box] for sign, box in said.items() if box and sign not in " xX"}
    boxed = re.compile(rf"({_BULLET})\[([^\w\s])\](?=[ \t])")
    for at, line in enumerate(lines if own else ()):
        if (found := boxed.match(line)) and found[2] in own:
            lines[at] = f"{found[1]}{own[found[2]]}{line[found.end() :]}"
    return lines


def _below_headings(lines: list[str]) -> dict[int, dict[str, str]]:
    """Return what the bullets below `## Legend` say of their signs, by their places."""
    told: dict[int, dict[str, str]] = {}
    explains = False
    for at, line in enumerate(lines):
        if line.startswith("#"):
            explains = is_legend_heading(line)
        elif explains and (pair := _SIGNED.fullmatch(line)) and "](" not in line:
            told[at] = {pair[1]: _words(pair[2])}
    return told


def is_legend_heading(text: str) -> bool:
    """Return whether a heading names a section that explains signs: `Legend`, `凡例`."""
    return len(text) <= _LONGEST_HEADING and _LEGEND.fullmatch(text) is not None


def _as_legend(pair: re.Match[str]) -> str:
    """Return a sign and its words with `=` between them, so that they are no item."""
    return f"{pair[1]} = {pair[2].lstrip(_AROUND)}"


def _said(line: str) -> dict[str, str]:
    """Return what a line says of each of its signs, if it says nothing else."""
    if len(line) > _LONGEST_LEGEND or line.isascii() or "](" in line or "://" in line:
        return {}
    pairs = {pair[1]: _words(pair[2]) for pair in _PAIR.finditer(line)}
    first = _PAIR.search(line)
    short = all(0 < len(words.split()) <= _MOST_WORDS for words in pairs.values())
    if first is None or first.start() > _LONGEST_NAME or not short:
        return {}
    several = len(pairs) >= _SEVERAL and (
        not re.match(_BULLET, line) or all(map(_state, pairs.values()))
    )
    return pairs if several or _OF_ONE.match(line) else {}


def _words(text: str) -> str:
    """Return the words behind a sign, without those of what is no sign: `~~struck~~ dropped`."""
    told = text.strip(_AROUND)
    end = _NEXT.search(told)
    return (told[: end.start()] if end else told).strip(_AROUND)


def _state(words: str) -> Box:
    return status_of(words) or box_of((words,), shelved=True)
