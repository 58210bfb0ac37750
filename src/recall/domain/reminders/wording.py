"""The text of reminders, in English and Chinese. Each backend shortens it to its own limit."""

from typing import Literal, NamedTuple

from recall.domain.text.plain import plain

Language = Literal["en", "zh"]

_SEPARATOR = " · "


class ReminderText(NamedTuple):
    """A title and a body, one line each, without control or invisible characters."""

    title: str
    body: str


class _Words(NamedTuple):
    due: str
    minutes: str
    upcoming: str
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
        due="{} due",
        minutes="~{} min",
        upcoming="next: {}",
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
        due="{} 项到期",
        minutes="约 {} 分钟",
        upcoming="下一项：{}",
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


def digest(due: int, minutes: int, upcoming: str, language: Language) -> ReminderText:
    """Say what is due: '3 due · ~25 min · next: VLLM论文'. Zero or empty parts are left out."""
    titles = _LANGUAGES[language].digest
    return ReminderText(titles[0 if due == 1 else 1], _summary(due, minutes, upcoming, language))


def nudge(due: int, minutes: int, upcoming: str, language: Language) -> ReminderText:
    """Say in the evening that nothing of today's queue is done, and what it holds."""
    words = _LANGUAGES[language]
    parts = (words.untouched, _summary(due, minutes, upcoming, language))
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


def _summary(due: int, minutes: int, upcoming: str, language: Language) -> str:
    words = _LANGUAGES[language]
    parts = (
        (words.due, due),
        (words.minutes, minutes),
        (words.upcoming, plain(upcoming)),
    )
    return _SEPARATOR.join(phrase.format(value) for phrase, value in parts if value)
