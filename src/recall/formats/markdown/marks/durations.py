"""Durations beside an entry: `1:20:38`, `(45 min)`, `时长 20 分钟`, `12 min read`."""

import re
from collections.abc import Iterator

from recall.lazy_regex import lazy_regex

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_HOUR = r"(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore|小时|小時|時間|시간|ч|час(?:а|ов)?)"
_MINUTE = (
    r"(?:m|mins?\.?|minutes?|minuten?|minutos?|minuti|分钟|分鐘|分間|분|мин\.?|минут[аы]?|['′])"
)
# 9分 is a mark out of ten, 20分 are minutes.
_SPOKEN = lazy_regex(
    rf"(?i)(?:(\d{{1,3}})(?:[.,](\d))?\s?{_HOUR})?\s?"
    rf"(?:(\d{{1,4}})\s?{_MINUTE}|(\d{{2,4}})\s?分|(?(1)(\d{{2}})))?"
    r"(?:\s(?:read|watch|listen|video|talk)|阅读|閱讀)?"
)
_LEAD = lazy_regex(
    r"(?i)\s*(?:[⏱⏲⌛⏳🕐-🕧]\ufe0f?|about|approx\.|duration|length|time|dauer|dur[ée]e|duraci[óo]n"
    r"|duração|durata|длительность|时长|時長|用时|時間)?\s*[:：]?\s*(?:[~≈约約]|ca\.)?\s*"
)
_AT_ONCE = re.compile(r"[\s\-–—:：|,，·;；]*((?:\d{1,3}:)?\d{1,3}:\d{2})(?![\d:])")
_IN_BRACKETS = lazy_regex(r"[(（\[【]([^()（）\[\]【】]{1,40})[)）\]】]")
_LAST_IN_BRACKETS = lazy_regex(r"(?<=\S)\s*" + _IN_BRACKETS.pattern + r"\Z")
_BETWEEN = lazy_regex(
    r"(?:^|(?<!\d)[\-–—|,，·;；])\s*([^\-–—|,，·;；。()（）\[\]【】]{2,40})(?=\s*$|[|,，·;；。()（）\[]|\s[-–—])"
)
_SEPARATORS = " \t-–—:：|,，·;；"
_SEARCHED = 120


def minutes_of(text: str) -> int | None:
    """Return the minutes of a text that is only a duration (`1:20:38`, `45 min`)."""
    lead = _LEAD.match(text)
    text = text[lead.end() if lead else 0 :].strip()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return (hours * 60 + minutes + (seconds > 0)) or None
    if spoken := _SPOKEN.fullmatch(text):
        hours, tenths, *written = [int(part or 0) for part in spoken.groups()]
        return (hours * 60 + tenths * 6 + sum(written)) or None
    return None


def take_duration(text: str) -> tuple[int | None, str]:
    """Remove a duration from the text after a link; return it and the rest.

    It stands first, in brackets, or between separators: `see 3:16` is none.
    """
    head, tail = text[:_SEARCHED], text[_SEARCHED:]
    if not any(map(str.isdigit, head)):
        return None, text
    for found in _candidates(head):
        if minutes := minutes_of(found[1]):
            before, after = head[: found.start()], head[found.end() :]
            return minutes, before.rstrip(_SEPARATORS) + after + tail
    return None, text


def duration_after(title: str) -> tuple[int | None, str]:
    """Remove a duration in brackets from the end of a title; return it and the rest.

    Of `A title (A Station, 58 min)` the rest is `A title (A Station)`.
    """
    found = _LAST_IN_BRACKETS.search(title)
    *beside, last = re.split(r"(?:, |[，、;；]\s*)", found[1]) if found else [""]
    if not found or not (minutes := minutes_of(last)):
        return None, title
    rest = found.group().replace(found[1], ", ".join(beside))
    return minutes, title[: found.start()] + (rest if beside else "")


def _candidates(text: str) -> Iterator[re.Match[str]]:
    if found := _AT_ONCE.match(text):
        yield found
    yield from _IN_BRACKETS.finditer(text)
    yield from _BETWEEN.finditer(text)
