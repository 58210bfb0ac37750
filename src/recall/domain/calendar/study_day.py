"""The study day: a local date that starts in the small hours, so that late nights count."""

from datetime import UTC, date, datetime, time, timedelta

DAY_START = time(4)


def study_date(now: datetime, day_start: time = DAY_START) -> date:
    """Return the study date of an instant given in the person's own zone.

    The wall clock decides: where the clocks skip day_start, the day starts at the first
    moment past it; where they show it twice, the day starts the first time. Raises ValueError
    for a naive datetime.
    """
    if now.utcoffset() is None:
        raise ValueError("now must know its time zone")
    today = now.date()
    if now.time() >= day_start or _began_before_clocks_went_back(now, day_start):
        return today
    return today - timedelta(days=1)


def noon(day: date) -> datetime:
    """Return 12:00 UTC of a study date: the instant that stands for it in py-fsrs."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _began_before_clocks_went_back(now: datetime, day_start: time) -> bool:
    """Return whether a repeated hour comes after a day_start that the clock has already shown."""
    if not now.fold:
        return False
    start = datetime.combine(now.date(), day_start, now.tzinfo)
    return now.astimezone(UTC) >= start.astimezone(UTC)
