"""Headings that say for all that stands under them whether it is read: `Done`, `已读`, `読了`."""

from functools import lru_cache

from recall.domain.library.resource import Section, fold
from recall.domain.text.edges import without_edges
from recall.formats.markdown.marks.boxes import Box, below

# `Read` alone is no such heading: it may as well tell the person what to do.
_NAMES: dict[Box, str] = {
    "read": (
        "done|finished|completed|already read|have read|books read|finished reading|archive: read"
        "|read in|books read in|books i read in|books i have read|books i've read|finished in"
        "|papers i have read|papers i've read|articles i have read|articles i've read"
        "|已读|已讀|读完|讀完|已完成|读过|看完|読了|既読|読んだ|読んだ本|완독|읽음|읽은 책"
        "|прочитано|прочитанное|gelesen|lu|lus|lues|terminé|terminés|leído|leídos|leidos|leída|leídas|leidas|terminado|terminados"
        "|terminada|terminadas|letto|letti"
        "|lido|lidos|concluído|przeczytane|okundu|gelezen"
    ),
    "begun": (
        "currently reading|in progress|reading now|started|在读|正在读|在讀|閱讀中|读书中|読書中"
        "|読みかけ|읽는 중|читаю|сейчас читаю|lese gerade|en cours|leyendo|in lettura|lendo"
    ),
    "dropped": (
        "dropped|abandoned|dnf|did not finish|didn't finish|didn’t finish"
        "|gave up|弃读|弃|放弃|棄讀|積むのをやめた|брошено"
        "|abgebrochen|abandonné|abandonnés|abandonado|abandonados|abbandonati"
    ),
}
_BY_NAME = {name: box for box, names in _NAMES.items() for name in names.split("|")}


@lru_cache(maxsize=1024)
def box_of(section: Section) -> Box:
    """Return what the innermost heading that says so says; None if none does."""
    names = (without_edges(fold(heading)) for heading in reversed(section))
    return next((_BY_NAME[name] for name in names if name in _BY_NAME), None)


def box_under(section: Section, parent: Box, own: Box) -> Box:
    """Return the box of an entry: its own, or else that of the entry or the heading above it."""
    heading = box_of(section)
    return heading if parent is None and own is None else below(parent or heading, own)
