"""todo.txt: a task a line, `x 2026-05-01 2026-04-01 Read https://… +project @context`.

A project is the section, further projects and contexts are labels. Each task is a reading, with a
link or without, as a line with a box is in Markdown.
"""

import re
from datetime import date

from recall.domain.library.catalog import Item, ParsedList
from recall.domain.library.resource import Link
from recall.domain.lists.link_text import says_something
from recall.domain.text.addresses import without_scheme
from recall.errors import BadFile
from recall.formats.markdown.entries import entries, plain_text
from recall.formats.markdown.lines import MarkdownLine
from recall.formats.markdown.works.found import Found
from recall.formats.outlines import inline
from recall.formats.values import one_line

_TASK = re.compile(
    r"(?P<done>x )?(?:\((?P<priority>[A-Z])\) )?"
    r"(?:(?P<first>\d{4}-\d\d-\d\d) )?(?:(?P<second>\d{4}-\d\d-\d\d) )?(?P<text>.*)"
)
_WORD = re.compile(r"(?<!\S)([+@])([^\s+@]\S*)")
_KEY = re.compile(r"(?<!\S)[A-Za-z][\w-]*:(?!//)[^\s:/][^\s]*")
_VERB = re.compile(r"(?:[Rr]ead|[Ww]atch)(?: the)? (?=[^a-z])|(?:[Rr]ead|[Ww]atch): ")
_QUOTED = re.compile(r"[\"“'‘«《]([^\"”'’»》]+)[\"”'’»》]")
_SURE = re.compile(r"x \d{4}-\d\d-\d\d |(?:x )?\([A-Z]\) |\d{4}-\d\d-\d\d \D")
_OTHER = re.compile(r"(?m)^[ \t]*(?:#{1,6} |[-*] |\d+[.)] |>|\|)|\]\(|^[ \t]+\S")
_HALF = 0.5


def looks_like(text: str) -> bool:
    """Tell whether at least one line has a mark or a date before its text, and most are tasks."""
    lines = [line for line in text.removeprefix("\ufeff").split("\n") if line.strip()]
    if _OTHER.search(text) or not any(map(_SURE.match, lines)):
        return False
    tasks = [line for line in lines if _SURE.match(line) or line[:2] == "x " or _WORD.search(line)]
    return len(tasks) >= _HALF * len(lines)


def parse(text: str, path: object) -> ParsedList:
    """Read the tasks; BadFile if there are none."""
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), 1)
    found = [_item(line.strip(), number) for number, line in lines if line.strip()]
    items = [item for item in found if item is not None]
    if not items:
        raise BadFile(path, "no tasks in it: not a reading list")
    return ParsedList(tuple(dict.fromkeys(item.section for item in items)), tuple(items))


def _item(line: str, number: int) -> Item | None:
    task = _TASK.match(line)
    if task is None:
        return None
    done = task["done"] is not None
    # A task that is done has the day of that first, and the day that it was written after it.
    finished, written = (task["first"], task["second"]) if done else (None, task["first"])
    words = _WORD.findall(task["text"])
    projects = [name for sign, name in words if sign == "+"]
    contexts = [name for sign, name in words if sign == "@"]
    line_of_text = inline.said(_KEY.sub("", _WORD.sub("", task["text"])), number)
    found = _found(line_of_text)
    title = one_line(_title(found.title))
    if not title:
        return None
    read_on = _day(finished)
    return Item(
        title=title,
        url=found.url,
        section=tuple(projects[:1]),
        checked=done,
        line=number,
        links=found.links,
        description=found.description,
        labels=tuple(dict.fromkeys((*projects[1:], *contexts))),
        read_on=read_on.isoformat() if read_on else None,
        saved_on=_day(written),
    )


def _found(line: MarkdownLine) -> Found:
    """Return the one work of a task: the first, with all other addresses as further links."""
    works = [
        entry for entry in entries([line], bullet=True, boxed=True) if isinstance(entry, Found)
    ]
    first = works[0] if works else Found(plain_text([line]), None, line.number)
    others = (Link("page", one.title, one.url) for one in works[1:] if one.url)
    if first.url and not says_something(first.title):
        first = first._replace(title=without_scheme(first.url))
    return first._replace(links=(*first.links, *others))


def _title(text: str) -> str:
    """Return what a task is about: `Read Dune` is about Dune."""
    title = _VERB.sub("", text, count=1) if _VERB.match(text) else text
    quoted = _QUOTED.fullmatch(title)
    return quoted[1] if quoted else title


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
