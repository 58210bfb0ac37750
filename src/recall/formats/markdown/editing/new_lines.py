"""The line of a new reading, written as the line of its neighbor is."""

import re
from typing import NamedTuple

from recall.errors import BadFile
from recall.formats.markdown.editing.cells import Rows, cells, is_row, status_column, word_in
from recall.formats.markdown.editing.signs import Signs, is_tick, sign_in
from recall.formats.markdown.reader import parse

_BULLET = re.compile(r"([ \t>]*)([-*+•·▪◦●○■]|(\d{1,9})[ ]?[.)、．）])([ \t]*)")
_MARKUP = re.compile(r"[\\`*_\[\]<>~&#|]")
_PLAIN_URL = re.compile(r"[^\s()<>\\\x00-\x1f|]+")
_BREAKS_URL = re.compile(r"[<>\\\x00-\x1f|]")


class NewReading(NamedTuple):
    """What a new line says: a title, a link if there is one, whether it is read."""

    title: str
    url: str | None
    ticked: bool


class Neighbor(NamedTuple):
    """The line above a new one, and the bullet before that; table is its table if it is a row."""

    line: str
    above: str = ""
    table: Rows = Rows("", ())


def line_for(new: NewReading, beside: Neighbor, usual: Signs) -> str:
    """Return a line for a reading below its neighbor: same indent, bullet and box.

    If the two numbers above are equal, so is the next.
    """
    linked, neighbor = link(new), beside.line
    if is_table_row(neighbor):
        return _row(linked, beside, new, usual)
    bullet = _BULLET.match(neighbor)
    if bullet is None or not _is_bullet(bullet, neighbor):
        return linked
    indent, sign, number, gap = bullet.groups()
    other = _BULLET.match(beside.above)
    if number and not (other and other[2] == sign):
        sign = sign.replace(number, str(int(number) + 1))
    return f"{indent}{sign}{gap}{_box(neighbor, new, usual)}{linked}"


def indented_as(line: str, neighbor: str) -> str:
    """Return a line that is moved below another one, with its indent if both are bullets."""
    own, other = _BULLET.match(line), _BULLET.match(neighbor)
    if own is None or other is None or own[1] == other[1]:
        return line
    return other[1] + line[own.end(1) :]


def link(new: NewReading) -> str:
    """Return the title and link as Markdown, with as few escapes as they need."""
    url = None if new.url is None else _url(new.url)
    plain = " ".join(new.title.split())
    for name in (plain, _MARKUP.sub(r"\\\g<0>", plain)):
        written = name if url is None else f"[{name}]({url})"
        if _reads_as(f"- [ ] {written}", new):
            return written
    return written


def _reads_as(line: str, new: NewReading) -> bool:
    try:
        items = parse(line).items
    except BadFile:
        return False
    return [(item.title, item.url) for item in items] == [(new.title, new.url)]


def is_table_row(line: str) -> bool:
    """Return whether a line is a row of a table that begins with a bar."""
    return is_row(line) and line.lstrip(" >").startswith("|")


def _is_bullet(found: re.Match[str], line: str) -> bool:
    """Return whether a line is a bullet and not, for one, the beginning of bold text."""
    follows = line[found.end() : found.end() + 1]
    return bool(found[4]) or found[2] not in "-*+" or follows in "[［【"


def _box(neighbor: str, new: NewReading, usual: Signs) -> str:
    """Return the box of the neighbor with the sign for this reading; "" if it has none."""
    sign = sign_in(neighbor)
    if sign is None or sign.style == "last":
        return ""
    wanted = (usual.ticked if new.ticked else usual.open).get(sign.style)
    if wanted is None:
        wanted = (
            {"brackets": "x", "emoji": "✅", "word": "DONE"}[sign.style]
            if new.ticked
            else {"brackets": " ", "emoji": "⬜", "word": "TODO"}[sign.style]
        )
    if is_tick(sign) == new.ticked and sign.style == "brackets" and new.ticked:
        wanted = sign.text
    start, end = sign.start, sign.end
    if sign.style == "brackets":
        start, end = start - 1, end + 1
        wanted = f"{neighbor[start]}{wanted}{neighbor[end - 1]}"
    gap = re.match(r"[\ufe0e\ufe0f]?[ \t]*", neighbor[end:])
    return wanted + (gap[0].lstrip("\ufe0e\ufe0f") if gap else "")


def _row(linked: str, beside: Neighbor, new: NewReading, usual: Signs) -> str:
    """Return a row with the link where the neighbor has its own, and its status."""
    found, status = cells(beside.line), status_column(beside.table)
    place = next(
        (at for at, cell in enumerate(found) if "](" in cell.text or "://" in cell.text), 0
    )
    texts = [""] * len(found)
    texts[place] = linked
    if status is not None and status not in (place, len(found)):
        texts[status] = _status(found[status].text, new, usual) or word_in(
            status, beside.table, read=new.ticked
        )
    return f"{beside.line[: found[0].start]}{'|'.join(f' {text} ' for text in texts)}|"


def _status(text: str, new: NewReading, usual: Signs) -> str:
    """Return a box as the neighbor has one; "" if its status is a word."""
    sign = sign_in(text, from_start=False)
    if sign is None or sign.style != "brackets":
        return ""
    return f"[{usual.ticked.get('brackets', 'x') if new.ticked else ' '}]"


def _url(url: str) -> str:
    if _PLAIN_URL.fullmatch(url):
        return url
    return f"<{_BREAKS_URL.sub(lambda sign: f'%{ord(sign[0]):02X}', url)}>"
