"""What lines below an entry say of it as a card does: `Title: A fine paper`, `Status: read`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from recall.formats.markdown.marks.boxes import Box
from recall.formats.markdown.tables.statuses import status_of
from recall.formats.markdown.titles import clean, label

_TITLE = re.compile(r"(?i)\W*(?:(?:full |paper )?title|标题|题目|題名|タイトル)\W*[:：]+\W*(\S.*)")
_STATUS = re.compile(r"(?i)\W*(?:(?:reading )?status|状态|狀態|ステータス)[^\w\s]*\s*[:：]+\s*(.*)")
_AROUND = " *_`"


class Facts(NamedTuple):
    """The title that lines name, "" if they do not; the state, or None; and the other lines."""

    title: str
    box: Box
    rest: list[str]


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
