"""Headings that say for all that stands under them whether it is read: `Done`, `已读`, `読了`.

Their words may stand in any order, with hyphens, and beside what they are about: `Books finished`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from recall.domain.library.resource import Section, fold
from recall.domain.text.edges import without_edges
from recall.formats.markdown.marks.boxes import Box, below
from recall.lazy_regex import lazy_regex

# `Read` alone may as well tell the person what to do, unless others are called `To read`.
_NAMES: dict[Box, str] = {
    "read": (
        "done|done reading|finished|completed|already read|have read|books read|finished reading"
        "|archive: read"
        "|read in|books read in|books i read in|books i have read|books i've read|finished in"
        "|papers read|articles read"
        "|papers i have read|papers i've read|articles i have read|articles i've read"
        "|already finished|i've finished|i have finished|i have already read"
        "|完成|已读完|阅读完成|完成阅读|已学习|読み終えた|読了した|読了本|다 읽음|완료한"
        "|已读|已讀|已阅|已阅读|已看|已学完|读完|讀完|读完了|已完成|读过|看完|看完了|看过"
        "|読了|既読|読んだ|読んだ本|完了|読み終わった|完读|看過|已看过|已学|学完|已掌握"
        "|완독|완독한|완료|읽음|읽은|다 읽은|읽은 책|수강 완료|완강|완강한|seen|watched"
        "|прочитано|прочитанное|прочитанные|gelesen|gelesene|lu|lus|lues|terminé|terminés|leído|leídos|leidos|leída|leídas|leidas|terminado|terminados"
        "|terminada|terminadas|letto|letti"
        "|lido|lidos|concluído|przeczytane|okundu|gelezen"
    ),
    "begun": (
        "currently reading|i'm currently reading|i’m currently reading|in progress|reading now"
        "|started|ongoing|seeing|watching|进行中|学习中|阅读中|在读|正在读|正在阅读|正在学习|正在学|在学"
        "|正在看|阅读ing|读ing|在讀|閱讀中|读书中|読書中"
        "|読書中の|読みかけ|読んでいる|読んでる|学習中|読み中"
        "|읽는|읽는 중|읽는중|읽고 있는|읽고있는|읽고 있음|공부 중"
        "|진행 중|진행중|수강 중|수강중|학습 중"
        "|читаю|сейчас читаю|я читаю|lese gerade|lese ich gerade|ich lese|lese ich aktuell"
        "|lese ich zurzeit|lese ich momentan|gerade am lesen|wird gerade gelesen|en cours"
        "|en cours de lecture|lecture en cours|lectures en cours|je lis|je lis en ce moment|leyendo"
        "|estoy leyendo|leyendo ahora|leyendo actualmente|in lettura|sto leggendo|leggendo"
        "|lendo|estou lendo|lendo agora|今読んでいる|いま読んでいる"
    ),
    "unread": (
        "to read|to be read|to-read|tbr|want to read|unread|not read|not read yet|still to read"
        "|to read next|reading next|next to read|up next|next up|in the queue|reading queue"
        "|待读|待讀|想读|想讀|未读|未讀|还没读|准备读|打算读|计划读|待看|想看|未看"
        "|未読|読みたい|これから読む|読む予定|積読|積ん読"
        "|읽을|읽을 예정|읽고 싶은|안 읽은|읽지 않은"
        "|zu lesen|noch zu lesen|will ich lesen|ungelesen|noch nicht gelesen|à lire|pas encore lu"
        "|por leer|para leer|pendientes|lecturas pendientes|sin leer|da leggere|non letti"
        "|para ler|por ler|na fila|a ler|quero ler|do przeczytania|прочитать|хочу прочитать"
        "|к прочтению|не прочитано|te lezen|nog te lezen|wil ik lezen|okunacak|att läsa"
    ),
    "dropped": (
        "dropped|abandoned|stopped|stopped reading|dnf|did not finish|didn't finish|didn’t finish"
        "|gave up|弃读|弃|放弃|보류|중단|搁置|搁置中|被搁置|棄讀|積むのをやめた|брошено"
        "|abgebrochen|abandonné|abandonnés|abandonado|abandonados|abbandonati"
    ),
}
_BY_NAME = {name: box for box, names in _NAMES.items() for name in names.split("|")}

_ABOUT = (
    "books book papers paper articles article courses course list my the and recently recommended"
    " livres libros artículos libri articoli livros artigos bücher artikel книги статьи"
    " que die was ce lo o che quello"
    " 책 책들 강의 논문 도서 목록 내용 현재 올해 년에 지금 요즘 최근 최근에 새로 이미 한 번 이상"
    " 내가 제가 já ya già schon bereits déjà al уже"
)
"""Words for what is read, which say nothing of whether it is."""

_WE_ARE_READING = lazy_regex(
    r"(?:(?P<before>[\w&,/ ]{1,40}?) )??(?:i['’]m|i am|we['’]re|we are)"
    r"(?: (?:currently|now|still))? (?:reading|watching|listening to)"
    r"(?P<after>(?:[ ,/&]+[\w&]+){0,6})"
)
_READING_OF = (
    "what things stuff all the that which and my books book papers paper articles article blogs"
    " blog posts essays comics novels newsletters magazines series courses fiction nonfiction"
)
_READING_NOW = (
    "now right currently at the moment these days this week month today and & reading watching"
    " listening to"
)
"""`Blogs I'm reading`, `What we're watching & listening to`; `Why I'm reading` is a question."""

_HAN_ABOUT = re.compile(
    r"(?<=[\u4e00-\u9fff])的?(?:[书書][单籍目]?|论文|文章|课程|电影|文献|视频|教程|资料)?\Z"
    r"|(?<=[\u3040-\u30ff])(?:[本書]|論文|記事)(?:一覧)?\Z"
)
_WHEN = re.compile(
    r"(?:年度?[にの]?|今年[はに]?|去年|最近|近期|目前|现在|已经|いま|今)\s?"
    r"(?=[\u3040-\u30ff\u4e00-\u9fff]{2})"
)
"""`2023年に読んだ本`, without its digits; `今年读过的书`"""

_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}\s?[、.．]\s*(.*?)(?:\s*\d+\s?[本篇部册])?|(.*?)\s*[(（]?\s*\d+\s?[本篇部册门]"
)
"""`三、已读`, `已读书籍 12 本`"""

_ENDED = re.compile(r"\s[-–—]\s([^-–—]{2,20})\Z|(\S)\s?[(（]([^()（）]{2,20})[)）]?\Z")
"""`A course - Done`, `A course (in progress)`, `进行中 (Running)`"""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_YEAR_GOES_ON = re.compile(r"(?:19|20)\d\d年?度?\s*[(（].*[)）]?")
"""`2023 (in progress)` is the year that goes on, not its books."""


def _said(name: str) -> frozenset[str]:
    """Return what a heading says, whatever it is about: of `Books in-progress`, `in` `progress`."""
    words = frozenset(_WORD.findall(_HAN_ABOUT.sub("", name)))
    return words.difference(_ABOUT.split()) or words


_BY_WORDS = {said: box for name, box in _BY_NAME.items() if (said := _said(name)) != {"read"}}


_READ = frozenset({"read"})
_SHELVES: dict[str, Box] = {"read": "read", "reading": "begun"}
"""Headings that may as well say what is to be read, or what to do with it."""

_NOT_READ = {
    frozenset(name.split()) for name in ("to read", "to be read", "want to read", "unread")
} | {said for said, box in _BY_WORDS.items() if box == "begun"}


def is_shelved(headings: Iterable[str]) -> bool:
    """Return whether a list tells what is read from what is not, so that `Read` says so too."""
    names = {without_edges(fold(heading)) for heading in headings}
    told = not _NOT_READ.isdisjoint(map(_said, names)) or any(map(_says_who_reads, names))
    return told or names >= _SHELVES.keys()


def box_of(section: Section, *, shelved: bool = False) -> Box:
    """Return what the innermost heading that says so says; None if none does.

    Under `To read` nothing is said of the works, whatever the headings above it say.

    shelved: other headings of the list say that something is not read, or being read.
    """
    told = said_by(section, shelved=shelved)
    return None if told == "unread" else told


@lru_cache(maxsize=1024)
def said_by(section: Section, *, shelved: bool = False) -> Box:
    """Return the same, or "unread" where the innermost heading that says so is `To read`."""
    boxes = (_box_of_heading(heading, shelved=shelved) for heading in reversed(section))
    return next(filter(None, boxes), None)


def _box_of_heading(heading: str, *, shelved: bool) -> Box:
    if _YEAR_GOES_ON.fullmatch(heading.strip()):
        return None
    name = without_edges(fold(heading))
    if numbered := _NUMBERED.fullmatch(name):
        name = numbered[1] or numbered[2]
    names = [name]
    if ended := _ENDED.search(name):
        names = [ended[1] or ended[3], name[: ended.end(2)] if ended[2] else ""]
    boxes = (_box_of_name(each, shelved=shelved) for each in names)
    return next(filter(None, boxes), None)


def _box_of_name(name: str, *, shelved: bool) -> Box:
    name = name[when.end() :] if (when := _WHEN.match(name)) else name
    said = _said(name)
    shelf = _SHELVES.get("read" if said == _READ else name) if shelved else None
    told = shelf or _BY_NAME.get(name) or _BY_WORDS.get(said)
    return told or ("begun" if _says_who_reads(name) else None)


def _says_who_reads(name: str) -> bool:
    """Return whether a heading is a sentence of people who are reading: `Books I'm reading`."""
    found = _WE_ARE_READING.fullmatch(name)
    if found is None:
        return False
    before, after = ((found[part] or "").split() for part in ("before", "after"))
    return set(before) <= {*_READING_OF.split()} and set(after) <= {*_READING_NOW.split()}


def box_under(heading: Box, parent: Box, own: Box) -> Box:
    """Return the box of an entry: its own, or else that of the entry or the heading above it.

    A box can only be ticked or open, so what is open below `In progress` is begun.
    """
    if heading == "begun" and parent is None and own == "unread":
        return heading
    return heading if parent is None and own is None else below(parent or heading, own)
