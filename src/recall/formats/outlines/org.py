"""Org: headings and lists of Emacs's org mode. orgparse reads the headings.

Keywords tell what is read, tags are labels, `CLOSED:` is the day of reading; `SCHEDULED:` says
nothing about it. The text under a heading, which orgparse leaves as it is, is read by `org_text`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recall.domain.library.catalog import WHOLE, ParsedList, ReadOptions
from recall.errors import BadFile
from recall.formats.outlines import inline, org_text
from recall.formats.outlines.reading import parsed_list
from recall.formats.outlines.rows import Row, State

if TYPE_CHECKING:
    from orgparse.node import OrgNode

TODO = ("TODO", "NEXT", "STARTED", "DOING", "WAITING", "HOLD", "INPROGRESS", "IN-PROGRESS")
DONE = ("DONE", "CANCELLED", "CANCELED", "KILL")
BEGUN = frozenset(("STARTED", "DOING", "READING", "INPROGRESS", "IN-PROGRESS", "STRT"))
DROPPED = frozenset(("CANCELLED", "CANCELED", "KILL", "DROPPED", "ABANDONED", "SKIPPED", "WONTDO"))

LONG_HEADING, BEGIN = 200, 90
"""Characters; of a longer heading the parser sees that many at its beginning and at its end."""

LONGEST_SETTING = 500
"""Characters of a line with dates, properties or keywords."""

MOST_KEYWORDS = 100
"""Keywords that a file may define: each heading is compared with each of them."""

_KEYWORDS = "|".join(re.escape(word) for word in (*TODO, *DONE))
_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"\[\[(?:https?|file|doi|id):[^\[\]\n]+\](?:\[[^\[\]\n]*\])?\](?!\()",
        rf"^\*+ (?:{_KEYWORDS}) ",
        r"^#\+(?:TITLE|FILETAGS|TODO|SEQ_TODO|STARTUP|OPTIONS|AUTHOR|title|filetags|todo|startup):",
        r"^[ \t]*:PROPERTIES:[ \t]*$",
    )
)
_HEADING = re.compile(r"(?m)^\*+ +\S")
_MARKDOWN = re.compile(r"\]\(https?:|^#{1,6} ", re.MULTILINE)
_KEYWORD_LINE = re.compile(r"(?im)^#\+(?:SEQ_|TYP_)?TODO:(.*)$")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_STAMP = re.compile(r"[<\[](?=\d{4}-)")
_CLOSED = re.compile(
    r"\s*(?:(?:SCHEDULED|DEADLINE): *[<\[][^>\]\n]{1,60}[>\]] *){0,2}"
    r"CLOSED: *\[(\d{4})-(\d\d)-(\d\d)"
)
_PRIORITY = re.compile(r"\[#[A-Z0-9]\] ?")
_SETTING = re.compile(
    r"\s*:(?:PROPERTIES|END|URL|LINK|SOURCE|ROAM_REFS|CREATED|ADDED|DATE_ADDED|CAPTURED):"
    r"|#\+(?:(?:SEQ_|TYP_)?TODO|FILETAGS):",
    re.IGNORECASE,
)
_COOKIE = re.compile(r" *\[(?:\d*/\d*|\d*%)\]")
_ADDRESSES = ("URL", "LINK", "SOURCE", "ROAM_REFS")
_ADDED = ("CREATED", "ADDED", "DATE_ADDED", "CAPTURED")


def looks_like(text: str) -> bool:
    """Tell whether a text has headings or links that only org writes."""
    if _MARKDOWN.search(text):
        return False
    linked, *headed = _SIGNS
    if linked.search(text):
        return True
    return bool(_HEADING.search(text)) and any(sign.search(text) for sign in headed)


def parse(text: str, path: object, options: ReadOptions = WHOLE) -> ParsedList:
    """Read the headings and the lists under them; BadFile if there is nothing to read in them."""
    defined = sum(len(found[1].split()) for found in _KEYWORD_LINE.finditer(text))
    if defined > MOST_KEYWORDS:
        raise BadFile(path, f"it defines {defined} keywords; at most {MOST_KEYWORDS} are read")
    rows = list(_rows(text, options.base))
    return parsed_list(rows, path, plain=options.plain)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


class _Heading(NamedTuple):
    """A heading that others can be under, with the tags that they inherit."""

    level: int
    tags: tuple[str, ...]


def _rows(text: str, base: str | None) -> Iterator[Row]:
    from orgparse import loadi
    from orgparse.node import OrgEnv, OrgNode

    lines = text.split("\n")
    told = list(map(_told_to_parser, lines))
    environment = OrgEnv(filename="<lines>")
    # A file that defines keywords adds to these; without this they would take their place.
    environment.add_todo_keys(list(TODO), list(DONE))  # type: ignore[no-untyped-call] # orgparse types a part only
    loadi(told, filename="<lines>", env=environment)
    nodes = environment.nodes
    ends = [*(node.linenumber - 1 for node in nodes[1:]), len(lines)]
    above: list[_Heading] = []
    for node, end in zip(nodes, ends, strict=True):
        while above and above[-1].level >= node.level:
            above.pop()
        tags = dict.fromkeys((*(above[-1].tags if above else ()), *sorted(node.shallow_tags)))
        above.append(_Heading(node.level, tuple(tags)))
        begin = node.linenumber if isinstance(node, OrgNode) else 0
        if isinstance(node, OrgNode):
            text = _heading_text(node, lines[begin - 1])
            done = frozenset(environment.done_keys)
            yield _heading(node, text, tuple(tags), done, base=base)
        yield from org_text.body(
            enumerate(lines[begin:end], begin + 1), node.level, tuple(tags), base
        )


def _told_to_parser(line: str) -> str:
    """Return what the parser needs of a line, with no date but a real one.

    It ends at dates that no calendar has, and its time grows with the square of a long heading.
    """
    if line.startswith("*"):
        short = line if len(line) <= LONG_HEADING else f"{line[:BEGIN]} {line[-BEGIN:]}"
        return _STAMP.sub("(", short)
    if closed := _CLOSED.match(line):
        day = _day(closed)
        return f"CLOSED: [{day}]" if day else ""
    return _STAMP.sub("(", line[:LONGEST_SETTING]) if _SETTING.match(line) else ""


def _heading_text(node: "OrgNode", line: str) -> str:
    """Return a heading without its keyword, its priority and its tags."""
    text = line.lstrip("*").strip().removeprefix(node.todo or "").lstrip()
    text = _PRIORITY.sub("", text, count=1)
    return (text.rsplit(None, 1)[:-1] or [""])[0] if node.shallow_tags else text


def _heading(
    node: "OrgNode", text: str, tags: tuple[str, ...], done: frozenset[str], base: str | None
) -> Row:
    boxed, text = inline.take_box(_COOKIE.sub("", text), org_text.ORG_BOXES)
    said = org_text.said(text, node.linenumber, base)
    for name in _ADDRESSES:
        said = inline.with_address(said, str(node.properties.get(name, "")).strip("[]"))
    archived: State = "read" if "ARCHIVE" in tags else ""
    row = Row(node.level, said, state=_state(node.todo, done) or boxed or archived, heading=True)
    row.labels = tuple(tag for tag in tags if tag != "ARCHIVE")
    row.read_on = str(node.closed.start)[:10] if node.closed else None
    added = (_DATE.search(str(node.properties.get(name, ""))) for name in _ADDED)
    row.saved_on = next((_day(match) for match in added if match), None)
    return row


def _state(keyword: str | None, done: frozenset[str]) -> State:
    if keyword is None:
        return ""
    if keyword in DROPPED:
        return "dropped"
    if keyword in done:
        return "read"
    return "begun" if keyword in BEGUN else "unread"
