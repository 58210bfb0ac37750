"""A title among pieces that are set apart: without a task, a day, a label or a remark."""

import re
from collections.abc import Sequence

from recall.domain.lists.link_text import says_something
from recall.domain.lists.link_words import pointer
from recall.formats.markdown.lines import TextPiece
from recall.lazy_regex import lazy_regex

_QUOTES = ('"', "“", "«", "「", "《")
_HAN = lazy_regex(r"[\u3040-\u30ff\u4e00-\u9fff]")
_LABEL = re.compile(r"\s*([^\W\d_][^:：]{1,30})[:：]\s*")
_TASK = re.compile(
    r"\s*(?i:(?:finish|re-?read|read|watch|study|skim|complete|take|listen to|work through"
    r"|go through)(?: the (?:book|paper|article|talk|course))?:?\s+"
    r"|(?:读完?|阅读|看完?|学习|完成)\s*)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}}\.?,?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s{_MONTH})"
    r"(?:,?\s\d{4})?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[/.]\d{1,2}\.?|\d{1,2}月\d{1,2}日"
)
_DAY = lazy_regex(
    rf"\W*(?:{_DATE}|(?:(?:Week|Day|Session|Meeting|Woche|Semaine|Semana)\s\d{{1,2}}|第\S{{1,3}}[周週天])"
    rf"(?:\W+(?:{_DATE}))?)\W*"
)
"""A day or a week of a schedule: `2024-05-01`, `Sep 12`, `Week 3 (Oct 1)`, `第3周`."""


def title_alone(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Return the pieces of a text without what is set apart before the title or after it."""
    return _without_remark(_without_day(_without_task(_without_label(pieces))))


def is_task(text: str) -> bool:
    """Return whether a text is only what to do with the link behind it: `Finish [a book](…)`."""
    return _TASK.fullmatch(f"{text} ") is not None


def _without_label(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Leave out what a title is called: `**Book:** *A title*`, or as code before one in bold."""
    shown = [piece for piece in pieces if piece.text.strip()]
    if len(shown) > 1 and shown[0].code and shown[1].strong and not shown[1].code:
        return pieces[pieces.index(shown[1]) :]
    if not pieces or not pieces[0].strong:
        return pieces
    first, *rest = pieces
    label = _LABEL.fullmatch(first.text)
    named = label and says_something("".join(piece.text for piece in rest))
    return rest if named and label and pointer(label[1], beside_a_title=True) else pieces


def _without_task(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Leave out what a person is to do with a title that is set apart: `Finish *A title*`."""
    if not pieces or not (task := _TASK.match(pieces[0].text)):
        return pieces
    first, *rest = pieces
    left = first.text[task.end() :]
    apart = left[:1] in _QUOTES if left else bool(rest) and (rest[0].slanted or rest[0].strong)
    return [first._replace(text=left), *rest] if apart else pieces


def _without_day(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Leave out a day in bold before a title: `**Sep 12** — *A title*`."""
    if not any(piece.strong for piece in pieces):
        return pieces
    shown = [at for at, piece in enumerate(pieces) if any(map(str.isalnum, piece.text))]
    day = pieces[shown[0]] if len(shown) > 1 else TextPiece("")
    if not day.strong or not _DAY.fullmatch(day.text):
        return pieces
    rest = pieces[shown[0] + 1 :]
    return [rest[0]._replace(text=rest[0].text.lstrip(" -–—:：|·,")), *rest[1:]]


def _without_remark(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """Leave out what is set as code after a title and is no code: words in Chinese, `CVPR 2021`."""
    if not any(piece.code for piece in pieces):
        return pieces
    shown = [at for at, piece in enumerate(pieces) if any(map(str.isalnum, piece.text))]
    before = pieces[: shown[-1]] if shown else pieces
    last = pieces[shown[-1]] if shown else TextPiece("")
    no_code = _HAN.search(last.text) or pointer(last.text, beside_a_title=True)
    named = says_something("".join(piece.text for piece in before))
    return before if last.code and no_code and named else pieces
