"""What statistics say in sentences: in English the same as `recall stats`."""

from collections.abc import Iterator
from datetime import date

from recall.domain.ahead.list_end import HORIZON_DAYS
from recall.domain.memory.recalled import LEAST_JUDGED, Recalled, Verdict
from recall.domain.memory.retention import KEPT_FROM
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.time_spent import TimeSpent
from recall.domain.text.wording import about_date, percent
from recall.usecases.memory.plain_statistics import KeptNow, PlainStatistics
from recall.usecases.memory.statistics import Statistics
from recall.web.words.told.recalled import recalled
from recall.web.words.words import PageWords


def facts(words: PageWords, counts: Statistics) -> Iterator[tuple[str, str]]:
    """Yield the sentences, each with the word that stands before it."""
    _, told = words._, counts.told
    yield _("recalled"), _recalled(words, told, counts.today)
    if told.kept.graded or told.beginning.read_before:
        yield _("kept"), _kept(words, told.kept, told.beginning.read_before)
    if counts.has_begun:
        yield _("minutes"), _minutes(words, counts.spent, counts.total.estimated_minutes)
    if told.progress.resources:
        yield _("read"), list_end(words, told.progress, counts.today)
    if counts.has_begun:
        yield _("streak"), _streak(words, counts.streak)


def list_end(words: PageWords, progress: ListProgress, today: date) -> str:
    """Return how much of the list is read, and by when all of it is."""
    said = words._("%(read)d of %(num)d on the list, %(share)s") % {
        "read": progress.read,
        "num": progress.resources,
        "share": percent(progress.read / progress.resources),
    }
    return said + _done_by(words, progress, today)


def _recalled(words: PageWords, told: PlainStatistics, today: date) -> str:
    _, total = words._, told.total
    if total.share is None:
        if told.has_revisits:
            return _("no revisits in these weeks; choose a longer time above")
        return _first_revisit(words, told, today)
    end = words._("%(first)s. %(then)s")
    return end % {
        "first": recalled(words, total.passed, total.revisits) + _expected(words, total),
        "then": _others(words, told) + _judgement(words, told),
    }


def _first_revisit(words: PageWords, told: PlainStatistics, today: date) -> str:
    """Say that nothing was revisited yet, and when the first one is due."""
    _, due = words._, told.beginning.first_due
    if due is None:
        return _("nothing was revisited yet: revisits begin after the first reading")
    if due <= today:
        return _("nothing was revisited yet; the first revisit is due today")
    said = _("nothing was revisited yet; the first revisit is due on %(day)s")
    return said % {"day": words.day(due, today)}


def _expected(words: PageWords, total: Recalled) -> str:
    if total.expected_share is None:
        return ""
    said = words._("; expected %(share)s")
    if total.judged != total.revisits:
        said = words._("; expected %(share)s of the %(num)d it could predict")
    return said % {"share": percent(total.expected_share), "num": total.judged}


def _others(words: PageWords, told: PlainStatistics) -> str:
    """Set apart the first revisits of what was read before, whose dates follow from no recall."""
    first, others = told.total.revisits - told.dated.revisits, told.dated
    if not first:
        return ""
    said = words.many(
        "%(num)d was a first revisit of what you had read before",
        "%(num)d were first revisits of what you had read before",
        first,
    ) % {"num": first}
    if others.share is None:
        return words._("%(first)s. ") % {"first": said}
    apart = words._("%(first)s; of the other %(num)d you recalled %(passed)d, %(share)s. ")
    return apart % {
        "first": said,
        "num": others.revisits,
        "passed": others.passed,
        "share": percent(others.share),
    }


def _judgement(words: PageWords, told: PlainStatistics) -> str:
    if told.verdict == "too few":
        few = words._("From %(num)d revisits on, they say whether that is what you want.")
        if told.dated != told.total:
            few = words._("From %(num)d others on, they say whether that is what you want.")
        return few % {"num": LEAST_JUDGED}
    wanted = words._("You want %(share)s. %(advice)s")
    return wanted % {
        "share": percent(told.dated.wanted_share or 0.0),
        "advice": _advice(words, told),
    }


def _advice(words: PageWords, told: PlainStatistics) -> str:
    _ = words._
    known: dict[Verdict, str] = {
        "as wanted": _("That is near enough for %(num)d revisits, so there is nothing to change.")
        % {"num": told.dated.revisits},
        "came late": _(
            "That is less than you want, and no surprise: they came late, or after long breaks. "
            "More minutes a day (daily_minutes) or fewer new readings (new_share) bring them in "
            "time."
        ),
        "below expected": _(
            "That is less than you want and less than recall expected of you. 'recall optimize' "
            "says whether recall can learn it from your grades; until then a higher "
            "desired_retention brings revisits sooner."
        ),
        "came early": _(
            "That is more than you want, for they came early. Nothing is wrong with it; to spend "
            "less time, leave revisits to their days."
        ),
        "above": _(
            "That is more than you want and more than recall expected of you. 'recall optimize' "
            "says whether recall can learn it from your grades; 'recall workload' says how many "
            "minutes a lower desired_retention would save."
        ),
    }
    return known.get(told.verdict, "")


def _kept(words: PageWords, kept: KeptNow, read_before: int) -> str:
    before = words.many(
        "%(num)d read before recall knew of them was not graded yet",
        "%(num)d read before recall knew of them were not graded yet",
        read_before,
    ) % {"num": read_before}
    if not kept.graded:
        return before
    likely = words.many(
        "%(kept)d of %(num)d graded resource, each with a chance of %(share)s or more to be "
        "recalled today",
        "%(kept)d of %(num)d graded resources, each with a chance of %(share)s or more to be "
        "recalled today",
        kept.graded,
    ) % {"kept": kept.kept, "num": kept.graded, "share": percent(KEPT_FROM)}
    both = words._("%(one)s; %(other)s")
    return both % {"one": likely, "other": before} if read_before else likely


def _minutes(words: PageWords, spent: TimeSpent, estimated: int) -> str:
    days = max(1, spent.days)
    said = words.many(
        "%(mean).0f a day, of %(set).0f that you set: %(spent)d on %(done)d of %(num)d day",
        "%(mean).0f a day, of %(set).0f that you set: %(spent)d on %(done)d of %(num)d days",
        days,
    ) % {
        "mean": spent.minutes / days,
        "set": spent.planned / days,
        "spent": spent.minutes,
        "done": spent.done,
        "num": days,
    }
    if not estimated:
        return said
    guessed = words._("%(minutes)s, of them %(num)d as planned, for none were recorded")
    return guessed % {"minutes": said, "num": estimated}


def _done_by(words: PageWords, progress: ListProgress, today: date) -> str:
    _ = words._
    held = _(", without %(num)d on hold") % {"num": progress.held} if progress.held else ""
    if progress.read + progress.held >= progress.resources:
        return held
    if not progress.has_pace:
        return _("; when it is done shows after a week with readings")
    if progress.done_by is None:
        years = HORIZON_DAYS // 365
        return _("; at your pace it takes more than %(num)d years") % {"num": years} + held
    about = words.about(about_date(progress.done_by, today))
    return _("; done by about %(day)s at your pace") % {"day": about} + held


def _streak(words: PageWords, streak: Streak) -> str:
    _ = words._
    longest = words.many("%(num)d day", "%(num)d days", streak.longest) % {"num": streak.longest}
    if not streak.days:
        if not streak.longest:
            return _("begins with your next reading or revisit")
        begins = _("begins with your next reading or revisit; %(longest)s the longest so far")
        return begins % {"longest": longest}
    said = words.many("%(num)d day", "%(num)d days", streak.days) % {"num": streak.days}
    if streak.free_days:
        free = _("%(days)s, %(num)d of them with nothing due")
        said = free % {"days": said, "num": streak.free_days}
    if streak.longest > streak.days:
        said = _("%(days)s; %(longest)s the longest") % {"days": said, "longest": longest}
    return said
