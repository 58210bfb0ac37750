"""What a cell of a status column says: `✅`, `done`, `在读`, `50%`."""

import re
from collections.abc import Container, Iterable

from recall.formats.markdown.marks.boxes import Box

_WORDS: dict[Box, str] = {
    "read": (
        "done read finished complete completed yes y watched true ok x ✅ ☑ ✔ ✓ √ 👍 🟢 💯 已读"
        " 已讀 讀完 讀過"
        " 读完 读过 看完 看过 完成 已完成 是 已看 已阅 leído leido visto sí si lu vu oui"
        " gelesen gesehen fertig ja letto lido да прочитано готово"
        " 読了 既読 済 済み 読んだ ◯ 〇 ⭕ 완료 읽음"
    ),
    "begun": (
        "reading doing wip ongoing started watching current now in-progress 在读 阅读中 进行中"
        " 在讀 閱讀中 進行中 正在讀"
        " 在看 正在读 读书中 読書中 읽는중 🔄 🚧 ⏳ 🟡 📝 📖 👀 ✏ leyendo läuft читаю 途中"
    ),
    "dropped": (
        "dropped abandoned skipped skip canceled cancelled dnf stopped quit 弃 弃了 放弃 弃读 棄讀"
        " 搁置 不读 挫折 중단 포기 🗑 abandonné abandonnée abandonado abandonada abbandonato"
        " abgebrochen брошено"
    ),
    "unread": (
        "todo unread no n planned later false tbd pending queued backlog unfinished 未读"
        " 待读 未讀 待讀"
        " 未开始 没开始 想读 未完成 未看 否 待看 计划 ❌ ✗ ✘ ⬜ ☐ 🔴 ⚪ pendiente offen nein non"
        " não нет 未読"
    ),
}
_STATUSES: dict[str, Box] = {word: box for box, words in _WORDS.items() for word in words.split()}
_PHRASES: dict[str, Box] = {
    **dict.fromkeys(("in the queue", "next up", "up next"), "unread"),
    "in progress": "begun",
    "not started": "unread",
    "not started yet": "unread",
    "to read": "unread",
    "to do": "unread",
    "not yet": "unread",
    "want to read": "unread",
    "currently reading": "begun",
    **dict.fromkeys(("en cours", "a medias", "à moitié", "a metà", "zur hälfte"), "begun"),
    "in arbeit": "begun",
    **dict.fromkeys(("gave up", "given up", "did not finish", "didn't finish"), "dropped"),
    **dict.fromkeys(("didn’t finish", "途中でやめた"), "dropped"),
    **dict.fromkeys(("읽는 중", "수강 중", "학습 중", "듣는 중"), "begun"),
    **dict.fromkeys(("在学", "在學", "学习中", "学習中", "수강중"), "begun"),
    **dict.fromkeys(("read it", "have read", "have read it", "i have read it"), "read"),
    "not read": "unread",
    "not read yet": "unread",
    "read later": "unread",
    "read next": "unread",
    **dict.fromkeys(("à lire", "zu lesen", "noch zu lesen", "por leer", "da leggere"), "unread"),
    **dict.fromkeys(("para ler", "still to read", "haven't read", "unread yet"), "unread"),
}
_PERCENT = re.compile(r"(\d{1,3})\s?[%％]")
_RATIO = re.compile(
    r"(\d{1,4})\s?/\s?(\d{1,4})\s?(?:[章节節课課讲講页頁回集]|chapters?|ch\.?|pages?|pp?\.?|lectures?)?"
)
_ALL = 100


_TICKS = frozenset("✅☑✔✓√")
_BEGUN = frozenset("🔄🚧📝📖")
_CROSS, _WAITS = "x", "⏳"


def noes(column: Iterable[str]) -> frozenset[str]:
    """Return the signs that say no in a column: `x` beside ticks, if no cell is left open; and `⏳`
    beside another sign of what is begun.
    """
    signs = {cell.replace("\ufe0f", "").strip() for cell in column}
    crossed = "" not in signs and not signs.isdisjoint(_TICKS)
    waits = not signs.isdisjoint(_BEGUN)
    return frozenset([_CROSS] * crossed + [_WAITS] * waits)


def status_of(text: str, *, no: Container[str] = ()) -> Box:
    """Return what a text says of the reading; None if it says nothing of it.

    no: signs that say that it is not read.
    """
    told = " ".join(text.replace("\ufe0f", "").casefold().split()).strip(".。!！ ")
    told = told.rstrip("".join(_TICKS)) or told  # `已读✅`
    box: Box = "unread" if told in no else None
    first, _, rest = told.partition(" ")
    if rest and not first[0].isalnum():
        return _said(rest) or _STATUSES.get(first)  # `⏳ Not started`, `❌ dropped`
    if (box := box or _said(told)) or not rest:
        return box
    before, _, last = told.rpartition(" ")
    return _said(before) if _PERCENT.fullmatch(last) else None  # `In progress 40%`


def _said(told: str) -> Box:
    """Return what words say, or a count such as `40%`."""
    words = told.split()
    if box := _PHRASES.get(told):
        return box
    if words and all(word in _STATUSES for word in words):
        return _STATUSES[words[0]]
    if percent := _PERCENT.fullmatch(told):
        return _part(int(percent[1]), _ALL)
    ratio = _RATIO.fullmatch(told)
    return _part(int(ratio[1]), int(ratio[2])) if ratio else None


def _part(done: int, whole: int) -> Box:
    if done == 0:
        return "unread"
    return "read" if done >= whole else "begun"
