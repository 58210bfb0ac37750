"""States in words or signs beside a link: `– done, twice`, `– 47 min – ✅ twice`, `May 3 started`.

Such a state is written as a usual one, in its place before the link or at the end of the line, and
the words beside it stay.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recall.formats.markdown.blocks import Block, Bullet, Paragraph
from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.marks.boxes import (
    Box,
    first_text,
    take_box,
    take_marker,
    take_state_in_brackets,
)
from recall.formats.markdown.marks.dates import MONTHS
from recall.formats.markdown.marks.headings import box_of
from recall.formats.markdown.tables.statuses import status_of
from recall.lazy_regex import lazy_regex

_SIGN = "[✅☑✔✓🗹]\ufe0f?|:(?:heavy_|white_)check_mark:"
_PART = lazy_regex(
    rf"(?:\A[)）\]]?|(?:\s|(?<=[)）]))[-–—]{{1,3}}\s|[→|·])\s*(?=[^\W\d_]|{_SIGN})(?P<sign>{_SIGN})?\s*"
    r"(?P<words>[^\W\d_][^\d,，;；:：.。!！…()（）\-–—→|·]{0,28}(?<!\s))?"
    r"(?P<more>\s*(?:[,，;；.。!！…(（].{0,80}|\s[-–—]+\s.{0,80})?)\Z"
)
"""The state behind a link or behind a dash, which a remark may follow up to the end."""

_MONTH_NAMES = rf"(?:{MONTHS})\.?"
_DAY = (
    r"\d{4}[-/.]\d{1,2}(?:[-/.](?:\d{1,2}|\?{1,2}))?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\.?"
    r"|(?:\d{4}\s?[年년]\s?)?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日号號일])?"
    rf"|{_MONTH_NAMES} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}\.? {_MONTH_NAMES}(?: \d{{4}})?"
)
_LOGGED = lazy_regex(
    rf"(?i)\s*[(（\[]?(?P<day>{_DAY})[)）\]]?\s*[-–—:：,，|]?\s*(?P<verb>[^\W\d_][^\d《『「“]{{0,20}}?)"
    r"\s*[:：]?\s*(?=[《『「“]|\Z)"
)
_VERBS: dict[Box, str] = {
    "read": (
        "finished|finished reading|completed|done|done with|beendet|ausgelesen|gelesen|terminé|fini"
        "|lu|terminado|terminé de leer|leído|finito|finito di leggere|letto|terminei|lido"
        "|uitgelezen|gelezen|закончил|закончила|прочитал|прочитала|przeczytałem|przeczytałam|读完|看完|读过"
        "|读毕|讀完|看完了|读完了|読了|読み終えた|読み終わった|完読|완독|다 읽음|읽음"
    ),
    "begun": (
        "started|started reading|began|reading|still reading|continued|continued with|angefangen"
        "|begonnen|lese|weitergelesen|commencé|en cours|je lis|empecé|empezado|leyendo|iniziato"
        "|sto leggendo|comecei|lendo|begonnen in|bezig|начал|начала|читаю|zacząłem|zaczęłam|czytam"
        "|在读|在讀|在看|开始读|开始看|开始|正在读"
        "|読み始めた|読み始め|読書中|読中|읽기 시작|읽는 중"
    ),
    "dropped": (
        "gave up|gave up on|dropped|abandoned|dnf|stopped|stopped reading|quit|abgebrochen"
        "|aufgegeben|abandonné|abandonado|abandoné|dejé|abbandonato|abandonei|larguei|opgegeven"
        "|бросил|бросила|porzuciłem|porzuciłam|弃|弃了|弃读|棄讀|放弃|挫折|중단|포기|읽다 포기"
    ),
}
_BY_VERB = {verb: box for box, verbs in _VERBS.items() for verb in verbs.split("|")}
_MORE_WORDS: dict[str, Box] = {
    **dict.fromkeys(("uitgelezen", "heard", "listened", "gehört", "ausgelesen"), "read"),
    **dict.fromkeys(("bezig", "halverwege", "half way", "halfway", "half-way"), "begun"),
    **dict.fromkeys(("angefangen", "halb gelesen", "iniziato", "empezado", "a metà"), "begun"),
    **dict.fromkeys(("still reading", "still in progress", "czytam", "在学"), "begun"),
    "opgegeven": "dropped",
}
_MAY_BE_OTHERWISE = (
    "read reading watching seeing seen true false ok x y n no yes now current later complete"
    " completed ongoing skip skipped stopped si sí ja oui да 是 完成"
)
"""Words that behind a link may as well say what to do, or what the work is like."""

_WRITTEN: dict[Box, str] = {"read": "✅", "begun": "(in progress)", "dropped": "(DNF)"}
_BOXES: dict[Box, str] = {"read": "[x] ", "begun": "[/] ", "dropped": "[-] "}
_AROUND = " \t-–—,，;；:：→|·.。"
_BOX = re.compile(r"\s*\[.\]\s*")
_BOX_AND_LINK = 2
_SEVERAL = 2
_MOST_PARTS = 5


class _Told(NamedTuple):
    """A line, the place in its last text where a state begins, the state, and the words beside it.

    box is None if the line has a sign without words that say the same. inside: it is a line inside
    of a paragraph that begins neither with a link nor as a bullet does.
    """

    line: MarkdownLine
    start: int
    box: Box
    inside: bool
    beside: str = ""


def mark_states(blocks: Sequence[Block]) -> None:
    """Write the states of a list beside links as usual ones."""
    every = [*_lines(blocks)]
    alone = sum(len(line.pieces) == 1 == len(line.links) for line, _ in every)
    linked = [each for each in every if not _is_link_alone(each[0]) and each[0].links]
    for line, _ in linked:
        _mark_logged(line)
        _mark_titled(line)
    unmarked = [each for each in linked if take_box(each[0], bullet=True)[0] is None]
    behind = [told for line, inside in unmarked if (told := _behind(line, inside=inside))]
    signed = [told for told in behind if told.box is None]
    told_by_sign = _SEVERAL <= len(signed) < len(unmarked) + alone
    for told in behind:
        if told.box is not None or (told_by_sign and told.beside):
            _write(told)


def _is_link_alone(line: MarkdownLine) -> bool:
    """Return whether a line is nothing but a link, perhaps behind a box, as most are."""
    if len(line.pieces) != _BOX_AND_LINK:
        return len(line.pieces) == 1
    first = line.pieces[0]
    return isinstance(first, TextPiece) and _BOX.fullmatch(first.text) is not None


def _lines(
    blocks: Sequence[Block], *, of_bullet: bool = False
) -> Iterator[tuple[MarkdownLine, bool]]:
    """Yield the lines of bullets, and of paragraphs that are lists; and whether they are inside.

    of_bullet: the first block is the text of a bullet.
    """
    for at, block in enumerate(blocks):
        if isinstance(block, Bullet):
            yield from _lines(block.blocks, of_bullet=True)
        elif isinstance(block, Paragraph):
            several = len(block.lines) >= _SEVERAL and all(line.links for line in block.lines)
            own = of_bullet and at == 0
            for line in block.lines:
                if own or several or _begins(line):
                    yield line, not (own or _begins(line))


def _begins(line: MarkdownLine) -> bool:
    first = line.pieces[0] if line.pieces else None
    return isinstance(first, MarkdownLink) or (first is not None and take_marker(line)[0])


def _mark_logged(line: MarkdownLine) -> None:
    """Write the box of a line that begins with a day and a verb: `2024-05-03 started [Oaks](…)`."""
    text = first_text(line)
    found = _LOGGED.match(text)
    box = _BY_VERB.get(found["verb"].strip().casefold()) if found else None
    if found is None or box is None:
        return
    first = line.pieces[0]._replace(struck=False)
    if isinstance(first, TextPiece):
        day = f"{found['day']} " if box == "read" else ""
        line.pieces[0] = first._replace(text=_BOXES[box] + day + text[found.end() :])


def _mark_titled(line: MarkdownLine) -> None:
    """Write the box of a bullet with a state between its title and its link."""
    title, state, *rest = [*line.pieces, None, None]
    if not (isinstance(title, TextPiece) and title.strong and isinstance(state, TextPiece)):
        return
    text = state.text.rstrip(_AROUND)
    box, left = take_state_in_brackets(f"a{text}")
    if box and box != "unread" and any(isinstance(piece, MarkdownLink) for piece in rest):
        line.pieces[1] = state._replace(text=f"{left[1:]}{state.text[len(text) :] or ' '}")
        line.pieces.insert(0, TextPiece(_BOXES[box]))


def _behind(line: MarkdownLine, *, inside: bool) -> _Told | None:
    """Return the state behind the last link of a line; None if there is none."""
    last = line.pieces[-1]
    parts = [*_parts(last.text)] if isinstance(last, TextPiece) else []
    for found in parts:
        if box := _state(found["words"] or ""):
            return _Told(line, found.start(), box, inside, beside=found["more"].strip(_AROUND))
    for found in parts:
        if found["sign"] and not found["sign"].startswith(":"):
            beside = f"{found['words'] or ''}{found['more']}".strip(_AROUND)
            return _Told(line, found.start(), None, inside, beside=beside)
    return None


def _parts(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands behind each dash, up to the end of a text; the first few are enough."""
    at = 0
    for _ in range(_MOST_PARTS):
        if (found := _PART.search(text, at)) is None:
            return
        yield found
        at = found.start() + 1


def _state(words: str) -> Box:
    words = words.casefold().strip()
    if not words or words in _MAY_BE_OTHERWISE.split():
        return None
    told = _MORE_WORDS.get(words) or status_of(words) or box_of((words,))
    return None if told == "unread" else told


def _write(told: _Told) -> None:
    """Write a state at the end of its line; inside of a paragraph only one before it counts."""
    pieces = told.line.pieces
    last = pieces[-1]
    if not isinstance(last, TextPiece):
        return
    before = last.text[: told.start].rstrip(" \t-–—→|·")
    beside = f" – {told.beside}" if told.beside else ""
    sign = "" if told.inside else f" {_WRITTEN[told.box or 'read']}"
    pieces[-1] = last._replace(text=f"{before}{beside}{sign}")
    if told.inside and isinstance(first := pieces[0], TextPiece):
        pieces[0] = first._replace(text=_BOXES[told.box or "read"] + first.text.lstrip())
