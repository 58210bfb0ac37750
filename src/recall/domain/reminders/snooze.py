"""Parses the end of a snooze: 1h, 2h30m, 18:30, tomorrow, 1小时, 明天, off."""

from datetime import UTC, date, datetime, timedelta

from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.calendar.wall_clock import instant
from recall.domain.reminders.settings import read_time
from recall.domain.reminders.slots import ReminderPlan, snooze_end
from recall.domain.text.dates import parse_future
from recall.domain.text.durations import minutes_in
from recall.errors import BadInput

_OFF = frozenset(("off", "now", "none", "no", "关", "無", "无", "取消"))

LONGEST_SNOOZE = timedelta(days=366)
"""How far away the day may be on which a snooze ends."""

_FORMS = "a snooze can also be such as 1h, 2h30m, 18:30 or off"


def read_snooze(text: str, plan: ReminderPlan, now: datetime, today: date) -> datetime | None:
    """Return the end of the snooze that a person asks for, later than now; None to end one.

    A day means its first reminder, a time of day the next time the clock shows it today. Days
    count from today, the study day. BadInput if it is past, too long, or not a time.
    """
    words = " ".join(text.split()).casefold()
    if words in _OFF:
        return None
    span = _span(words)
    if span is not None:
        return end_after(span, now)
    try:
        return _today_at(words, now)
    except ValueError:
        return _on_a_day(words, plan, now, today)


def end_after(span: timedelta, now: datetime) -> datetime:
    """Return when a snooze of some hours ends, in elapsed time (no daylight saving)."""
    return (now.astimezone(UTC) + span).astimezone(now.tzinfo)


def end_on(plan: ReminderPlan, day: date, now: datetime) -> datetime:
    """Return when a snooze until a day ends; if its first reminder is past, the next day's."""
    zone = now.tzinfo or UTC
    end = snooze_end(plan, day, zone)
    while end <= now.astimezone(UTC):
        day += timedelta(days=1)
        end = snooze_end(plan, day, zone)
    return end.astimezone(zone)


def _span(words: str) -> timedelta | None:
    minutes = minutes_in(words)
    if minutes is None:
        return None
    if minutes > LONGEST_SNOOZE.days * DAY_MINUTES:
        raise BadInput(f"a snooze lasts a year at most; {_FORMS}")
    span = timedelta(minutes=minutes)
    if not span:
        raise BadInput("a snooze takes a minute at least, such as 1h or 90m")
    return span


def _today_at(words: str, now: datetime) -> datetime:
    """Return the words as a time today; ValueError if they are not a time of day."""
    clock = read_time(words)
    zone = now.tzinfo or UTC
    end = instant(now.date(), clock, zone)
    if end <= now.astimezone(UTC):
        raise BadInput(f"it is past {clock:%H:%M} today; give a later time, 1h, or tomorrow")
    return end.astimezone(zone)


def _on_a_day(words: str, plan: ReminderPlan, now: datetime, today: date) -> datetime:
    try:
        day = parse_future(words, today)
    except BadInput as error:
        raise BadInput(f"{error}; {_FORMS}") from None
    if day - today > LONGEST_SNOOZE:
        raise BadInput(f"a snooze lasts a year at most, not until {day}; {_FORMS}")
    return end_on(plan, day, now)
