"""The text of reminders, in English and Chinese. Each backend shortens it to its own limit."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from recall.domain.text.plain import plain

Language = Literal["en", "zh"]

_SEPARATOR = " · "

MOST_TITLES = 3
"""Titles that a reminder names; more would not be read."""


class ReminderText(NamedTuple):
    """A title and a body, one line each, without control or invisible characters."""

    title: str
    body: str


class Waiting(NamedTuple):
    """What is left of a day's plan.

    readings have their titles and minutes; titles are those of everything, in order.
    """

    revisits: int = 0
    revisit_minutes: int = 0
    readings: Sequence[tuple[str, int]] = ()
    titles: Sequence[str] = ()


class _Words(NamedTuple):
    revisits: tuple[str, str]  # for one, and for several: number and minutes
    reading: str  # its title and minutes
    readings: str  # how many, and their minutes
    both: str
    upcoming: str
    comma: str
    digest: tuple[str, str]  # for one revisit, and for several
    nudge: str
    untouched: str
    colon: str
    unlocked: str
    part: str
    trial: str
    actions: tuple[str, str, str]


_LANGUAGES: dict[Language, _Words] = {
    "en": _Words(
        revisits=("{} revisit, {} min", "{} revisits, {} min"),
        reading="{}, {} min",
        readings="{} readings, {} min",
        both="{}, and {}",
        upcoming="next: {}",
        comma=", ",
        digest=("Today's revisit", "Today's revisits"),
        nudge="Still time today",
        untouched="Nothing done yet",
        colon=": ",
        unlocked="Next part unlocked",
        part="part {}",
        trial="This is a test: what is due will stand here",
        actions=("Start review", "Snooze 1 h", "Tomorrow"),
    ),
    "zh": _Words(
        revisits=("{} 项重温，{} 分钟", "{} 项重温，{} 分钟"),
        reading="{}，{} 分钟",
        readings="{} 项阅读，{} 分钟",
        both="{}；{}",
        upcoming="接下来：{}",
        comma="、",
        digest=("今天的重温", "今天的重温"),
        nudge="今天还有时间",
        untouched="还没有开始",
        colon="：",
        unlocked="下一部分已解锁",
        part="第 {} 部分",
        trial="这是一条测试：到期的内容会显示在这里",
        actions=("开始重温", "1 小时后提醒", "明天"),
    ),
}


def language_of(locale: str) -> Language:
    """Return the language of a locale such as zh_CN.UTF-8: Chinese, or else English."""
    return "zh" if locale.casefold().startswith("zh") else "en"


def digest(waiting: Waiting, language: Language) -> ReminderText:
    """Say what today holds: '5 revisits, 16 min, and 动手学深度学习, 20 min · next: …'."""
    titles = _LANGUAGES[language].digest
    return ReminderText(titles[0 if waiting.revisits == 1 else 1], _summary(waiting, language))


def nudge(waiting: Waiting, language: Language) -> ReminderText:
    """Say in the evening that nothing of today's plan is done, and what it holds."""
    words = _LANGUAGES[language]
    parts = (words.untouched, _summary(waiting, language))
    return ReminderText(words.nudge, words.colon.join(filter(None, parts)))


def unlocked(series: str, part: int, title: str, language: Language) -> ReminderText:
    """Say that a part of a series can be read: 'CS336 · part 3: Scaling laws'."""
    words = _LANGUAGES[language]
    named = words.colon.join(filter(None, (words.part.format(part), plain(title))))
    return ReminderText(words.unlocked, _SEPARATOR.join(filter(None, (plain(series), named))))


def trial(language: Language) -> ReminderText:
    """Return a sample text for a test when nothing is due."""
    words = _LANGUAGES[language]
    return ReminderText(words.digest[1], words.trial)


def actions(language: Language) -> tuple[tuple[str, str], ...]:
    """Return the buttons of a reminder, each a key and its label."""
    keys = ("review", "snooze", "tomorrow")
    return tuple(zip(keys, _LANGUAGES[language].actions, strict=True))


def _summary(waiting: Waiting, language: Language) -> str:
    words = _LANGUAGES[language]
    parts = [part for part in (_revisits(waiting, words), _readings(waiting, words)) if part]
    held = words.both.format(*parts) if len(parts) > 1 else "".join(parts)
    named = words.comma.join(plain(title) for title in waiting.titles[:MOST_TITLES])
    upcoming = words.upcoming.format(named) if named else ""
    return _SEPARATOR.join(filter(None, (held, upcoming)))


def _revisits(waiting: Waiting, words: _Words) -> str:
    number = waiting.revisits
    if not number:
        return ""
    return words.revisits[0 if number == 1 else 1].format(number, waiting.revisit_minutes)


def _readings(waiting: Waiting, words: _Words) -> str:
    readings = waiting.readings
    if len(readings) == 1:
        ((title, minutes),) = readings
        return words.reading.format(plain(title), minutes)
    total = sum(minutes for _, minutes in readings)
    return words.readings.format(len(readings), total) if readings else ""
