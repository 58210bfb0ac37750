"""What the values of a cell or a field say: states, labels, minutes, links."""

import ast
import re
import warnings
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from recall.domain.library.resource import KINDS, ResourceKind
from recall.formats.fields.roles import plain_name
from recall.formats.markdown.marks import durations
from recall.formats.values import one_line

State = Literal["read", "begun", "dropped", "unread"]

PAGE_MINUTES = 2
"""Minutes a page of a book."""

_STATES: tuple[tuple[State, str], ...] = (
    (
        "read",
        "read archive archived done finished complete completed checked yes true 1 x y watched"
        " seen 已读 已讀 读完 讀完 已读完 读过 讀過 完成 已完成 已看 看完 是 lu lue terminé oui"
        " gelesen erledigt fertig ja leido leído terminado si sí letto finito lido прочитано да"
        " готово 読了 既読 読んだ 읽음 완료",
    ),
    (
        "begun",
        "reading currentlyreading inprogress started begun ongoing wip doing paused 在读 在讀"
        " 正在读 阅读中 閱讀中 进行中 進行中 encours inarbeit enprogreso leyendo incorso читаю"
        " 読書中 読み中 읽는중",
    ),
    (
        "dropped",
        "dropped abandoned didnotfinish dnf discarded deleted 弃读 棄讀 放弃 放棄 不读 abandonné"
        " abgebrochen abandonado abbandonato брошено",
    ),
    (
        "unread",
        "unread unchecked toread wanttoread tbr new later no false 0 未读 未讀 想读 想讀 待读 待讀",
    ),
)
_BY_WORD = {plain_name(word): state for state, words in _STATES for word in words.split()}
_TICKS = frozenset("✓✔✅☑🗹")

_KINDS: Mapping[str, ResourceKind] = {
    **{kind: kind for kind in KINDS},
    **{f"{kind}s": kind for kind in KINDS},
    "文章": "article",
    "论文": "paper",
    "视频": "video",
    "书": "book",
    "书籍": "book",
    "课程": "course",
    "文档": "docs",
    "代码": "code",
    "epub": "book",
    "journalarticle": "paper",
    "conferencepaper": "paper",
    "preprint": "paper",
    "thesis": "paper",
    "videorecording": "video",
    "report": "paper",
    "booksection": "paper",
    "blogpost": "article",
    "magazinearticle": "article",
    "newspaperarticle": "article",
    "computerprogram": "code",
}

_LANGUAGES = {
    "en": "eng english 英语 英文",
    "zh": "zho chi cmn chinese mandarin 中文 汉语 漢語 chinois chinesisch chino",
    "de": "deu ger german deutsch",
    "fr": "fra fre french français",
    "es": "spa spanish español castellano",
    "it": "ita italian italiano",
    "pt": "por portuguese português",
    "ru": "rus russian русский",
    "ja": "jpn japanese 日本語",
    "ko": "kor korean 한국어",
}
_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)

_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_MOST_MINUTES = 60_000

_NAME_KEYS = ("name", "label", "title", "tag", "slug")
_SEPARATORS = re.compile(r"[,，、;；\n]")
_FLAT_LIST = re.compile(r"\[\s*+(?:(?:'(?:[^'\\\n]|\\.)*+'|\"(?:[^\"\\\n]|\\.)*+\")\s*+,?\s*+)*+\]")
_LONGEST_LIST = 20_000

_PLACE = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/{1,3}[^\s\"<>]+", re.IGNORECASE)
_LINK = re.compile(
    r"((?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:/{1,3}[^\s\"<>]+)"
    r"|\[([^\[\]]{0,1000})\]\(([a-z]{2,5}:/{1,3}[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:\S+\Z", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#:]\S*)?", re.IGNORECASE)
_FILE = re.compile(r"[^/]+\.(?:pdf|md|txt|html?|epub|mobi|docx?|pptx?|ipynb|py|csv|json|zip)", re.I)
_NUMBERS = (
    (re.compile(r"(?:doi: ?)?(10\.\d{4,9}/\S+)", re.IGNORECASE), "https://doi.org/"),
    (
        re.compile(r"(?:arxiv: ?)?(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE),
        "https://arxiv.org/abs/",
    ),
)
"""What papers are known by, and where that leads."""

_MOST_LINKS = 20


def state_of(value: object) -> State | None:
    """Return the state that a word, a tick, a number or a truth value says; None if it is none."""
    text = str(int(value)) if isinstance(value, bool) else _text(value)[:40]
    if found := _BY_WORD.get(plain_name(text)):
        return found
    return "read" if _TICKS.intersection(text) else None


def share_of(value: object, *, percent: bool) -> float | None:
    """Return a progress as a share of the whole, from 0 to 1; what is above 1 is a percentage."""
    text = _text(value)
    number = text.rstrip("% ")
    if not _NUMBER.fullmatch(number):
        return None
    share = float(number)
    return min(1.0, share / 100 if percent or text != number or share > 1 else share)


def minutes_of(value: object) -> int | None:
    """Return the minutes of a number or of a duration."""
    text = _text(value)
    if _NUMBER.fullmatch(text):
        return _within(float(text))
    return duration_of(text)


def duration_of(value: object) -> int | None:
    """Return the minutes of a duration with its units: `1:20:38`, `1 h 20 min`, `12 mins`."""
    return _within(durations.minutes_of(_text(value)[:40]) or 0)


def pages_of(value: object) -> int | None:
    """Return the minutes of a number of pages."""
    text = _text(value)
    return _within(float(text) * PAGE_MINUTES) if _NUMBER.fullmatch(text) else None


def kind_of(value: object) -> ResourceKind | None:
    """Return the kind of resource that a word names, or None."""
    return _KINDS.get(plain_name(_text(value)[:40]))


def language_of(value: object) -> str | None:
    """Return the code of a language that is named, or is a code already; None for another word."""
    text = _text(value)[:40].casefold()
    known = next((code for code, names in _LANGUAGES.items() if text in names.split()), None)
    code = _LANGUAGE_CODE.fullmatch(text)
    return known or (code.group(1) if code else None)


def labels_of(value: object, *, words: bool) -> list[str]:
    """Return labels: of a list, of a list as Python or JSON write it, or of text with separators.

    words is whether spaces separate labels too.
    """
    match value:
        case dict():
            names = [_name(value)] if _name(value) else [str(key) for key in value]
        case list() | tuple():
            names = [_name(one) for one in value]
        case _:
            names = _split(_text(value), words=words)
    return [name for name in map(one_line, names) if name]


def text_of(value: object) -> str:
    """Return a value as text: the names of a list or of an object, else the value as it is."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_name, value)))
    return _name(value)


def links_of(value: object) -> list[str]:
    """Return the links in a value, in order.

    A bare `example.org/page`, a DOI and a number of arXiv are links too.
    """
    if isinstance(value, list | tuple):
        return [link for one in value[:_MOST_LINKS] for link in links_of(one)]
    text = _text(value)
    for kind, place in _NUMBERS:
        if number := kind.fullmatch(text):
            return [f"{place}{number.group(1)}"]
    found = [one[2] or one[0] for one in _LINK.findall(text)][:_MOST_LINKS]
    if not found and _HOST.fullmatch(text) and not _FILE.fullmatch(text):
        return [f"https://{text}"]
    return found or ([text] if _SCHEME.match(text) else [])


def is_link(value: object) -> bool:
    """Tell whether a value is a link to a place, and nothing else."""
    return isinstance(value, str) and _PLACE.fullmatch(value.strip()) is not None


def is_address(value: object) -> bool:
    """Tell whether a value is one address of any scheme, such as `place:sort=8` too."""
    return isinstance(value, str) and _SCHEME.match(value.strip()) is not None


def linked_text(value: str) -> str:
    """Return a title without the Markdown of a link around it."""
    found = _LINK.fullmatch(value.strip())
    return found.group(2) if found and found.group(3) else value


def _name(value: object) -> str:
    """Return the name of an object, or a text or a number as text."""
    if isinstance(value, dict):
        named = (value[key] for key in _NAME_KEYS if isinstance(value.get(key), str))
        return next(named, "")
    return "" if isinstance(value, list | tuple) else _text(value)


def _split(text: str, *, words: bool) -> list[str]:
    if len(text) < _LONGEST_LIST and _FLAT_LIST.fullmatch(text):
        with suppress(ValueError, SyntaxError), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a backslash that escapes nothing
            return [str(one) for one in ast.literal_eval(text)]
    if words:
        return text.split()
    return text.split("|") if "|" in text else _SEPARATORS.split(text)


def _within(minutes: float) -> int | None:
    return max(1, round(minutes)) if 0 < minutes <= _MOST_MINUTES else None


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, bool | dict) else str(value).strip()
