"""Checkboxes, as people write them, and bullets that are typed by hand."""

import re
from typing import Literal

from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.lazy_regex import lazy_regex

Box = Literal["read", "begun", "dropped", "unread"] | None
"""The state that a checkbox gives; None if there is no checkbox."""

_BOX = re.compile(
    r"\s*(?:[\[［【]\s?([xX√✓✔✅☑🗹]|[^\w\s\[\]［］【】()]|)[\ufe0e\ufe0f]?\s?[\]］】](?!\()"
    r"|([✅☑✔✓🗹⬜☐🔲◻⬛🔳])[\ufe0e\ufe0f]?)\s*"
)
_HAN_READ = "完读|已看完|已看|已学完|已读|已讀|已完成|读完|讀完|看完|読了|既読|완독|읽음"
_LAST_TICK = lazy_regex(
    r"(?:^|(?<=\s))\[\s?[xX✓✔✅√ ]\s?\]\s*\Z|"
    r"(?:^|(?<=[\s)\]）】.。,，;；*》」』]))[✅☑✔✓🗹√][\ufe0e\ufe0f]?\s*\Z"
    r"|(?<=[》」』=])\s*(?i:done|finished|完成)\s*\Z"
    r"|(?i:[(（](?:already read|read|watched|gelesen|lue?|leído|visto|letto|lido|прочитан[оа]?"
    rf"|просмотрено|{_HAN_READ})[)）]\s*\Z)|[\[【](?:{_HAN_READ})[\]】]\s*\Z|(?:^|(?<=\s))(?:{_HAN_READ})\s*\Z"
    r"|(?:^|(?<=[\s)\]]))(?<!MUST )(?<!TO )(?:READ|DONE)\s*\Z"
)
# `《一本书》ing`, `《一本书》 todo`, `一部电影 在看`
_HAN_STATE = "在读|在讀|在看|正在读|正在看|未读|未看|想读|想看|弃读|弃了?"
_STATE_LAST = lazy_regex(
    rf"(?:(?<=[》」』=])\s*(?:ing|doing|reading|todo|{_HAN_STATE})|(?:^|(?<=\s))(?:{_HAN_STATE}))\s*\Z"
)
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_STATE_IN_BRACKETS = lazy_regex(
    rf"(?i)\s*[(（](?:(?P<read>(?:finished|read|completed)(?: on)? {_MONTH}\.? \d{{1,2}}\b"
    rf"|finished|gelezen|przeczytane|완|완강|완료|수강 ?완료|다 읽음|読んだ|{_HAN_READ})"
    r"|(?P<dropped>dnf|abandoned|did not finish|gave up|abgebrochen|abandonné|弃读|棄讀)"
    r"|(?P<begun>in progress|(?:currently|still) reading|reading now|en cours"
    r"|reading|lese gerade|bezig|leyendo|in lettura|sto leggendo|lendo|читаю|czytam"
    r"|在读|在讀|正在读|读了一半|读到|在看|在学|学习中|読書中|読み中|(?:まだ)?途中|読みかけ"
    r"|읽는 ?중|수강 ?중|듣는 ?중|학습 ?중|공부 ?중))"
    r"(?:[,，;；\s第][^()（）]{1,60})?[)）]\s*\Z"
)
"""`(finished Jan 9)`, `(in progress, 40%)`, `(DNF)`"""
_ONLY_TICK = re.compile(r"[\W\d_]{0,40}?[✅☑✔✓🗹√][\ufe0e\ufe0f]?\s*")
_REMARK = re.compile(
    r"(?i)[\s,;:.–—-]*(?:[(（]|(?:see|cf|siehe|vgl|voir|véase|ver|vedi|veja|смотри|см)\b|参见|见)"
)
_SIGN_IN_LINK = lazy_regex(r"([✅☑⬜☐])\ufe0f?\s+(?=\S)")
_TASK = re.compile(r"\s*(TODO|LATER|WAITING|DONE|DOING|NOW|CANCELED|CANCELLED)(?:\s+|$)")
_WORDS: dict[Box, str] = {
    "read": f"done|finished|completed|完成|{_HAN_READ}",
    "begun": "doing|wip|in progress|在读|在看|在学|正在读|阅读中|学习中|进行中|読書中|읽는 중",
    "unread": "todo|to do|unread|to read|未读|待读|未看|待看|想读|未完成|待学习|未読",
}
_BY_WORD = {word: box for box, words in _WORDS.items() for word in words.split("|")}
_ANY_WORD = "|".join(_BY_WORD)
_NO_DAY = (
    r"(?!\s*(?:\d{1,4}\s?[-/.年月篇本部门册章节次页条项个편권개%]|\d+\s*(?:[(（]|\Z)|\d{1,2}\s[A-Za-z]|(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"
    r"[a-z]*\.?\s\d))"
)
_WORD = lazy_regex(
    rf"(?i)\s*(?:[\[［【(（]\s?({_ANY_WORD})\s?[\])）］】](?!\()[\s:：]*"
    rf"|(?!finished|completed|完成)({_ANY_WORD})\s?[:：]{_NO_DAY})\s*"
)
"""A word for a box: `【已读】`, `[done]`, `done:`; `Done: 12` is a count, or a day of reading."""

_MARKER = lazy_regex(
    r"\s*(?:[•·▪◦●○■–—]\s*|\[\d{1,3}\]\s+(?=\S)|[-*+]\s*(?=[\[［])|\d{1,3}\s?(?:[、．)）]|\.(?=[\s\[]|\Z)|(?<=\d)-(?=\s))\s*)"
)
_STATES: dict[str, Box] = {
    **dict.fromkeys(("todo", "未读", "未看", "想读", "想看"), "unread"),
    **dict.fromkeys(("弃", "弃了", "弃读"), "dropped"),
}
_SIGNS: dict[str, Box] = {
    **dict.fromkeys("xX√✓✔✅☑🗹", "read"),
    "/": "begun",
    **dict.fromkeys("-~–—", "dropped"),
    **dict.fromkeys(("TODO", "LATER", "WAITING"), "unread"),
    **dict.fromkeys(("DOING", "NOW"), "begun"),
    **dict.fromkeys(("CANCELED", "CANCELLED"), "dropped"),
    "DONE": "read",
}
_WRITTEN: dict[Box, str] = {"read": "[x] ", "begun": "[/] ", "dropped": "[-] "}


def take_marker(line: MarkdownLine) -> tuple[bool, MarkdownLine]:
    """Remove a bullet such as `1、` or `•` from a line; return whether it had one, and the rest."""
    found = _MARKER.match(first_text(line))
    return (True, without(line, found.end())) if found else (False, line)


def take_box(line: MarkdownLine, *, bullet: bool = False) -> tuple[Box, MarkdownLine]:
    """Remove a checkbox from the start of a line; return what it says and the rest.

    `[-]` and `[~]` are dropped, `[/]` is begun, any other sign is not read. A box in bold
    or in code with more beside it is part of a title. A bullet may begin with a word for a box:
    `TODO`, `DONE` as in Logseq, `【已读】`, `Done:`.
    """
    if not (text := first_text(line)):
        return _in_link(line)
    found = _BOX.fullmatch(text) if _is_set_off(line) else _BOX.match(text)
    if found is None and bullet:
        found = _TASK.match(text) or _WORD.match(text)
    if found is None or _is_label(line, found):
        return None, line
    sign = next(filter(None, found.groups()), " ")
    box = _SIGNS.get(sign) or _BY_WORD.get(sign.casefold(), "unread")
    return box, without(line, found.end())


def _in_link(line: MarkdownLine) -> tuple[Box, MarkdownLine]:
    """Remove the sign from the text of the link that a line begins with: `[✅ A title](…)`."""
    first = line.pieces[0] if line.pieces else None
    found = _SIGN_IN_LINK.match(first.label) if isinstance(first, MarkdownLink) else None
    if found is None or not isinstance(first, MarkdownLink):
        return None, line
    link = first._replace(label=first.label[found.end() :])
    return _SIGNS.get(found[1], "unread"), line._replace(pieces=[link, *line.pieces[1:]])


def _is_label(line: MarkdownLine, word: re.Match[str]) -> bool:
    """Return whether a word for a box names the rest of its line: `**TODO**: run it`."""
    return word.re is _TASK and line.text[word.end() :].startswith((":", "："))


def boxed(box: Box, line: MarkdownLine) -> MarkdownLine:
    """Write a box before a line; as it is if there is none to write."""
    sign = _WRITTEN.get(box)
    return line._replace(pieces=[TextPiece(sign), *line.pieces]) if sign else line


def unboxed(
    lines: list[MarkdownLine], *, bullet: bool = False, heads: bool = False
) -> tuple[Box, list[MarkdownLine]]:
    """Remove the box from the first line of an entry; what is struck through is dropped.

    A tick at the end of a bullet's first line is a box as well, and so is `(read)`; in a paragraph
    it stands right behind a link, or behind the title that begins the line. heads: it is a heading
    of others, in which `(in progress)` counts as in headings.
    """
    box, first = take_box(lines[0], bullet=bullet)
    ends = bullet or _begins_with_title(first) or _has_tick_behind_link(first)
    ends = ends or (_is_strong_with_state(first) and any(line.links for line in lines[1:]))
    if box is None and ends and not (heads and _STATE_IN_BRACKETS.search(first.text)):
        box, first = _take_last_tick(first)
    if box != "read" and _is_struck(first):
        box = "dropped"
    return box, [first, *lines[1:]]


def each_with_tick(lines: list[MarkdownLine]) -> list[list[MarkdownLine]]:
    """Return the lines of a paragraph one by one if each has a link, and some have a tick.

    A tick is only of its own line.
    """
    linked = len(lines) > 1 and all(line.links for line in lines)
    ticked = linked and any(take_box(line)[0] or _has_tick_behind_link(line) for line in lines)
    return [[line] for line in lines] if ticked else [lines]


def _begins_with_title(line: MarkdownLine) -> bool:
    first = line.pieces[0] if line.links else None
    return isinstance(first, MarkdownLink) or (first is not None and first.strong)


def _is_strong_with_state(line: MarkdownLine) -> bool:
    """Return whether a line is a title in bold and a state in brackets."""
    title, *rest = line.pieces or [TextPiece("")]
    return (
        isinstance(title, TextPiece)
        and title.strong
        and len(rest) == 1
        and _STATE_IN_BRACKETS.fullmatch(rest[0].text if isinstance(rest[0], TextPiece) else "")
        is not None
    )


def _has_tick_behind_link(line: MarkdownLine) -> bool:
    """Return whether a line ends with a link and a tick: `A title → [pdf](…) ✅`."""
    *_, before, last = [None, None, *line.pieces]
    ends = isinstance(last, TextPiece) and _ONLY_TICK.fullmatch(last.text)
    return isinstance(before, MarkdownLink) and bool(ends)


def _take_last_tick(line: MarkdownLine) -> tuple[Box, MarkdownLine]:
    last = line.pieces[-1] if line.pieces else None
    if not isinstance(last, TextPiece):
        return None, line
    box, left = _last_state(last.text)
    rest = [last._replace(text=left)] if left.strip() else []
    return box, line._replace(pieces=[*line.pieces[:-1], *rest]) if box else line


def take_state_in_brackets(text: str) -> tuple[Box, str]:
    """Remove the state in brackets behind a title: `A title (done)`, `A title（在读）`."""
    ends = text.rstrip().endswith((")", "）", "】"))
    box, title = _last_state(text) if ends else (None, text)
    return (box, title.rstrip()) if title.strip() else (None, text)


def _last_state(text: str) -> tuple[Box, str]:
    """Return the state that a text says at its end, and the rest."""
    if found := _STATE_IN_BRACKETS.search(text):
        states: tuple[Box, ...] = ("read", "dropped", "begun")
        return next(state for state in states if state and found[state]), text[: found.start()]
    if found := _STATE_LAST.search(text):
        return _STATES.get(found.group().strip(), "begun"), text[: found.start()]
    found = _LAST_TICK.search(text)
    if found is None:
        return None, text
    box: Box = "read" if found.group().strip("[] ") else "unread"  # `A title [ ]`
    return box, text[: found.start()]


def below(parent: Box, child: Box) -> Box:
    """Return the box of an entry below another.

    Without a box of its own it is as its parent is, but to have begun the parent says nothing of
    a part. What stands below something dropped is dropped too, unless it was read.
    """
    if child is None:
        return "unread" if parent == "begun" else parent
    return "dropped" if parent == "dropped" and child != "read" else child


def first_text(line: MarkdownLine) -> str:
    """Return the text that a line begins with, "" if it begins with a link."""
    first = line.pieces[0] if line.pieces else None
    return first.text if isinstance(first, TextPiece) else ""


def without(line: MarkdownLine, length: int) -> MarkdownLine:
    """Remove `length` characters from the text that a line begins with."""
    first, *rest = line.pieces
    left = first.text[length:] if isinstance(first, TextPiece) else ""
    head: list[TextPiece] = (
        [first._replace(text=left)] if isinstance(first, TextPiece) and left else []
    )
    return line._replace(pieces=[*head, *rest])


def _is_struck(line: MarkdownLine) -> bool:
    """Return whether all links of a line are struck through, or all its text if it has none.

    Links in brackets behind it, or after `see`, only say why.
    """
    struck = [at for at, piece in enumerate(line.pieces) if piece.struck]
    ends = struck[-1] + 1 if struck else 0
    behind = line.pieces[ends] if ends < len(line.pieces) else None
    if isinstance(behind, TextPiece) and _REMARK.match(behind.text):
        line = line._replace(pieces=line.pieces[:ends])
    told: list[TextPiece | MarkdownLink] = [*line.links]
    told = told or [piece for piece in line.pieces if _shown(piece)]
    return bool(told) and all(piece.struck for piece in told)


def _shown(piece: TextPiece | MarkdownLink) -> bool:
    return isinstance(piece, MarkdownLink) or bool(piece.text.strip())


def _is_set_off(line: MarkdownLine) -> bool:
    first = line.pieces[0] if line.pieces else None
    return isinstance(first, TextPiece) and (first.strong or first.code)
