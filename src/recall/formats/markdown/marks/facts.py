"""What lines below an entry say of it as a card does: `Title: A fine paper`, `Status: read`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.marks.boxes import Box, take_box, take_state_in_brackets
from recall.formats.markdown.marks.dates import take_dates
from recall.formats.markdown.tables.statuses import status_of
from recall.formats.markdown.titles import clean, label
from recall.formats.markdown.works.citing.bylines import FACT

_TITLE = re.compile(
    r"(?i)\W*(?:(?:full |paper )?title|(?:论文|文章|书籍?)?(?:标题|题目)|書名|书名|題名|タイトル"
    r"|論文名?|論文|課題本|论文名称?|篇名|(?:논문 |책 )?제목|논문|책"
    r"|titel|titre|título|titolo|tytuł|название)"
    r"\W*[:：]+\W*(\S.*)"
)
_NAMES_OF_PROGRESS = (
    "(?:reading |my |current )?progress|so far|(?:阅读|閱讀|学习|學習)?(?:进度|進度)|進捗(?:状況)?"
    "|진도|진행|진행 상황|fortschritt|lesefortschritt|progression|avancement|progreso|avance"
    "|progresso|avanzamento|voortgang|прогресс|postęp"
)
_PROGRESS = re.compile(rf"(?i)\W*(?:{_NAMES_OF_PROGRESS})\W{{0,3}}[:：]+\s*(\S.{{0,80}})")
_STATUS = re.compile(
    rf"(?i)\W*(?:{_NAMES_OF_PROGRESS}|(?:reading )?status|(?:read|done|finished|completed)\??"
    r"|完成|已读|读完"
    r"|(?:阅读|閱讀|学习|學習)?(?:状态|狀態)|ステータス|상태|estado"
    r"|statut|stato|статус)[^\w\s:：]*\s*(?:[:：]+\s*(.*)|\Z)"
)
_PLACE = re.compile(
    r"(?i)[到至]|(?<![\d./-])(?!0+(?!\d))\d{1,3}(?!\d|\s?[年月日/.-]\s?\d)|half|hälfte|moitié|mitad|metà|半"
)
"""How far somebody is: `lab 3`, `读到第三章`; not a date, and not nothing."""

_LABELED = re.compile(r"\W{0,6}[^\W\d_][^:：。.!?\n]{0,40}[:：](?!//)")
"""The label of a line in a card."""

_MORE = re.compile(
    r"\s*(?:[,，;；。(（|→⇒]|->|=>|\.\s)|\s+(?:[-–—]+\s|(?:on|in|at|am|and|but|with|see|since|until"
    r"|twice|again|chapters?|pages?|part|half|after|forever|p+(?=\.?\s?\d)|ch(?=\.?\s?\d))\b|(?=\d))"
)
"""What parts a state from what is said beside it: `read → notes in trees.md`."""
_CHOICES = re.compile(r"[\[［]([^\[\]［］]?)[\]］]\s*([^\[\]［］]+)")
"""`[ ] To read [x] Read`"""
_FIELD = re.compile(r"(?i)[\[(]?\bstatus::\s*([^\W_]+(?:[ -][^\W_]+)?)[\])]?(?=\s|\Z)\s*")
"""The state as Obsidian and Logseq note it in a line: `[status:: reading]`."""

_AROUND = " *_`"
_BESIDE = " ,，;；。.()（）|→⇒>=-–—`"
_SEVERAL = 2


class Facts(NamedTuple):
    """The title that lines name, "" if they do not; the state, or None; and the other lines.

    read_on: the date beside the state, as in Item.
    """

    title: str
    box: Box
    rest: list[str]
    read_on: str | None = None


def without_facts(lines: list[MarkdownLine]) -> tuple[list[MarkdownLine], list[MarkdownLine]]:
    """Separate the lines of an entry from those below its first that tell its state.

    Of a card, which begins with `Title: A fine paper`, all facts are told apart.
    """
    is_card = title_of_card(lines[0]) != ""
    told = [
        line
        for line in lines[1:]
        if not line.links and (is_status(line.text) or (is_card and FACT.match(line.text)))
    ]
    return ([line for line in lines if line not in told], told) if told else (lines, told)


def title_of_card(line: MarkdownLine) -> str:
    """Return the title that a line names after its label: `**Title**: A fine paper`; or ""."""
    found = _TITLE.fullmatch(line.text)
    return label(clean(found[1])) if found else ""


def is_status(text: str) -> bool:
    """Return whether a line says what the state of a work is."""
    if _place_in(text):
        return True
    found = _STATUS.fullmatch(text)
    return found is not None and state_in((found[1] or "").strip(_AROUND)).box is not None


def take_state(text: str) -> tuple[Box, str]:
    """Take the state out of a text that notes it in a field; return it and the rest."""
    found = _FIELD.search(text) if "::" in text else None
    box = status_of(found[1]) or status_of(found[1].split()[0]) if found else None
    return (box, text[: found.start()] + text[found.end() :]) if found and box else (None, text)


def take_facts(lines: Iterable[str]) -> Facts:
    """Take the title and the state of a work out of the lines below it."""
    title, box, read_on = "", None, None
    rest: list[str] = []
    for line in lines:
        named, status = _TITLE.fullmatch(line), _STATUS.fullmatch(line)
        said = state_in((status[1] or "").strip(_AROUND)) if status else NO_STATE
        if named and not title:
            title = label(clean(named[1]))
        elif said.box and box is None:
            box, read_on = said.box, said.read_on
            rest += filter(None, [said.beside])
        elif box is None and (beside := _place_in(line)):
            box = "begun"
            rest.append(beside)
        elif box is None and (ended := _state_at_end(line)):
            box = ended
            rest.append(line)
        elif not (status and not status[1]):  # of which a date was all
            rest.append(line)
    return Facts(title, box, rest, read_on)


def _place_in(text: str) -> str:
    """Return how far somebody is in a work, `Progress: lab 3`; "" if a line does not say so."""
    found = _PROGRESS.fullmatch(text)
    told = found[1].strip(_AROUND) if found else ""
    return told if told and state_in(told).box is None and _PLACE.search(told) else ""


def _state_at_end(text: str) -> Box:
    """Return the state in brackets at the end of a line with a label: `Idea: big nets (途中)`."""
    return take_state_in_brackets(text)[0] if _LABELED.match(text) else None


class SaidState(NamedTuple):
    """A state, None if there is none, what is said beside it, and the date of reading."""

    box: Box
    beside: str = ""
    read_on: str | None = None


NO_STATE = SaidState(None)


def state_in(text: str) -> SaidState:
    """Return the state that a text begins with, if it has one, and what it says beside it."""
    choices = _CHOICES.findall(text)
    if len(choices) >= _SEVERAL:
        chosen = [words for sign, words in choices if sign.strip()]
        return SaidState(status_of(chosen[0]) if len(chosen) == 1 else None if chosen else "unread")
    ticked, line = take_box(MarkdownLine(0, [TextPiece(text)]))
    more = _MORE.search(line.text)
    state = line.text[: more.start()] if more else line.text
    box = status_of(state) or ticked
    if box is None:
        return SaidState(status_of(text))
    dated = take_dates(line.text, ticked=box == "read")
    beside = (dated.text.removeprefix(state) if status_of(state) else dated.text).strip(_BESIDE)
    if box == "read" and not dated.read_on:
        dated = take_dates(f"read {beside}", ticked=True)  # `Done (May 2024)`
        beside = "" if dated.read_on else beside
    return SaidState(box, beside, dated.read_on)
