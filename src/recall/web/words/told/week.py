"""The last seven days in sentences, as `recall week` says them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recall.usecases.memory.week import Week
from recall.views.resource import shown_title
from recall.web.words.told.recalled import recalled
from recall.web.words.words import PageWords

MOST_TITLES = 3
"""The most titles of each kind."""


class WeekLine(NamedTuple):
    """A line: the word before it, what it says, resources by ID and title, and how many more."""

    name: str
    says: str
    titles: Sequence[tuple[int, str]] = ()
    more: int = 0


def week_lines(words: PageWords, week: Week) -> Iterator[WeekLine]:
    """Yield what was done in these days, what slipped, and what comes next."""
    _, done = words._, week.done
    if not done.days:
        yield WeekLine(_("done"), _("nothing was read or graded in these days"))
    yield from _titled(week, _("read"), done.read)
    yield from _titled(week, _("going on"), done.sat)
    if done.revisits:
        yield WeekLine(_("recalled"), recalled(words, done.passed, done.revisits))
    yield from _titled(week, _("forgotten"), done.forgotten)
    yield from _titled(week, _("due before today, and not done yet"), week.slipped)
    if done.days:
        yield WeekLine(_("minutes"), _minutes(words, week))
    yield WeekLine(_("next"), _coming(words, week))


def _titled(week: Week, name: str, numbers: Sequence[int]) -> Iterator[WeekLine]:
    if numbers:
        titles = [(number, shown_title(week.resources[number])) for number in numbers[:MOST_TITLES]]
        yield WeekLine(name, f"{len(numbers)}:", titles, max(0, len(numbers) - MOST_TITLES))


def _minutes(words: PageWords, week: Week) -> str:
    said = words.many(
        "%(minutes)d on %(num)d day, of %(set)d",
        "%(minutes)d on %(num)d days, of %(set)d",
        week.done.days,
    )
    return said % {
        "minutes": week.done.minutes,
        "num": week.done.days,
        "set": week.minutes_of_days,
    }


def _coming(words: PageWords, week: Week) -> str:
    until = words.day(week.until, week.last)
    if not week.coming:
        return words._("no revisits until %(day)s") % {"day": until}
    said = words.many(
        "%(num)d revisit, %(minutes)d min, until %(day)s",
        "%(num)d revisits, %(minutes)d min, until %(day)s",
        week.coming,
    )
    return said % {"num": week.coming, "minutes": week.coming_minutes, "day": until}
