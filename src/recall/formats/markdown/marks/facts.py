"""What lines below an entry say of it as a card does: `Title: A fine paper`, `Status: read`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.tables.statuses import status_of
from recall.formats.markdown.titles import clean, label

_TITLE = re.compile(r"(?i)\W*(?:(?:full |paper )?title|标题|题目|題名|タイトル)\W*[:：]+\W*(\S.*)")
_STATUS = re.compile(r"(?i)\W*(?:(?:reading )?status|状态|狀態|ステータス)[^\w\s]*\s*[:：]+\s*(.*)")
_FIELD = re.compile(r"(?i)[\[(]?\bstatus::\s*([^\W_]+(?:[ -][^\W_]+)?)[\])]?(?=\s|\Z)\s*")
"""The state as Obsidian and Logseq note it in a line: `[status:: reading]`."""

_AROUND = " *_`"


class Facts(NamedTuple):
    """The title that lines name, "" if they do not; the state, or None; and the other lines."""

    title: str
    box: Box
    rest: list[str]


def take_state(text: str) -> tuple[Box, str]:
    """Take the state out of a text that notes it in a field; return it and the rest."""
    found = _FIELD.search(text) if "::" in text else None
    box = status_of(found[1]) or status_of(found[1].split()[0]) if found else None
    return (box, text[: found.start()] + text[found.end() :]) if found and box else (None, text)


def take_facts(lines: Iterable[str]) -> Facts:
    """Take the title and the state of a work out of the lines below it."""
    title, rest = "", []
    box: Box = None
    for line in lines:
        named, state = _TITLE.fullmatch(line), _STATUS.fullmatch(line)
        said = status_of(state[1].strip(_AROUND)) if state else None
        if named and not title:
            title = label(clean(named[1]))
        elif said and box is None:
            box = said
        else:
            rest.append(line)
    return Facts(title, box, rest)
