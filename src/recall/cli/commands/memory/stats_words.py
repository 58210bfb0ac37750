"""What `recall stats` says in sentences, before its tables."""

from collections.abc import Iterator
from datetime import date

from recall.domain.ahead.list_end import HORIZON_DAYS
from recall.domain.memory.recalled import LEAST_JUDGED, Recalled, Verdict
from recall.domain.memory.retention import KEPT_FROM
from recall.domain.statistics.list_progress import ListProgress
from recall.domain.statistics.streak import Streak
from recall.domain.statistics.time_spent import TimeSpent
from recall.domain.text.wording import about_date, counted, percent
from recall.usecases.memory.plain_statistics import KeptNow, PlainStatistics
from recall.usecases.memory.statistics import Statistics

_ADVICE: dict[Verdict, str] = {
    "as wanted": "That is near enough for {revisits}, so there is nothing to change.",
    "came late": (
        "That is less than you want, and no surprise: they came late, or after long breaks. "
        "More minutes a day (daily_minutes) or fewer new readings (new_share) bring them in time."
    ),
    "below expected": (
        "That is less than you want and less than recall expected of you. 'recall optimize' says "
        "whether recall can learn it from your grades; until then a higher desired_retention "
        "brings revisits sooner."
    ),
    "came early": (
        "That is more than you want, for they came early. Nothing is wrong with it; to spend less "
        "time, leave revisits to their days."
    ),
    "above": (
        "That is more than you want and more than recall expected of you. 'recall optimize' says "
        "whether recall can learn it from your grades; 'recall workload' says how many minutes a "
        "lower desired_retention would save."
    ),
}


def facts(counts: Statistics) -> Iterator[tuple[str, str]]:
    """Yield the sentences, each with the word that stands before it."""
    told = counts.told
    yield "recalled", _recalled(told, counts.today)
    if told.kept.graded or told.beginning.read_before:
        yield "kept", _kept(told.kept, told.beginning.read_before)
    if counts.has_begun:
        yield "minutes", _minutes(counts.spent, counts.total.estimated_minutes)
    if told.progress.resources:
        yield "read", _read(told.progress, counts.today)
    if counts.has_begun:
        yield "streak", _streak(counts.streak)


def _recalled(told: PlainStatistics, today: date) -> str:
    total = told.total
    if total.share is None:
        if told.has_revisits:
            return "no revisits in these weeks; a larger number of --weeks looks further back"
        return f"nothing was revisited yet{_first_revisit(told, today)}"
    said = f"{total.passed} of {counted(total.revisits, 'revisit')}, {percent(total.share)}"
    return f"{said}{_expected(total)}. {_others(told)}{_judgement(told)}"


def _first_revisit(told: PlainStatistics, today: date) -> str:
    """Say when the first one is due."""
    due = told.beginning.first_due
    if due is None:
        return ": revisits begin after the first reading"
    when = "today" if due <= today else f"on {due.isoformat()}"
    return f"; the first revisit is due {when}"


def _expected(total: Recalled) -> str:
    if total.expected_share is None:
        return ""
    of_some = "" if total.judged == total.revisits else f" of the {total.judged} it could predict"
    return f"; expected {percent(total.expected_share)}{of_some}"


def _others(told: PlainStatistics) -> str:
    """Set apart the first revisits of what was read before, whose dates follow from no recall."""
    first, others = told.total.revisits - told.dated.revisits, told.dated
    if not first:
        return ""
    said = "1 was a first revisit" if first == 1 else f"{first} were first revisits"
    said += " of what you had read before"
    if others.share is None:
        return f"{said}. "
    return (
        f"{said}; of the other {others.revisits} you recalled {others.passed}, "
        f"{percent(others.share)}. "
    )


def _judgement(told: PlainStatistics) -> str:
    if told.verdict == "too few":
        which = "revisits" if told.dated == told.total else "others"
        return f"From {LEAST_JUDGED} {which} on, they say whether that is what you want."
    wanted = percent(told.dated.wanted_share or 0.0)
    advice = _ADVICE[told.verdict].format(revisits=counted(told.dated.revisits, "revisit"))
    return f"You want {wanted}. {advice}"


def _kept(kept: KeptNow, read_before: int) -> str:
    likely = f"{kept.kept} of {counted(kept.graded, 'graded resource')}, each with a chance of "
    likely += f"{percent(KEPT_FROM)} or more to be recalled today"
    before = f"{read_before} read before recall knew of them {_were(read_before)} not graded yet"
    if not kept.graded:
        return before
    return f"{likely}; {before}" if read_before else likely


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _minutes(spent: TimeSpent, estimated: int) -> str:
    days = max(1, spent.days)
    said = f"{spent.minutes / days:.0f} a day, of {spent.planned / days:.0f} that you set: "
    said += f"{spent.minutes} on {spent.done} of {counted(days, 'day')}"
    if not estimated:
        return said
    return f"{said}, of them {estimated} as planned, for none were recorded"


def _read(progress: ListProgress, today: date) -> str:
    share = percent(progress.read / progress.resources)
    return (
        f"{progress.read} of {progress.resources} on the list, {share}{_done_by(progress, today)}"
    )


def _done_by(progress: ListProgress, today: date) -> str:
    held = f", without {progress.held} on hold" if progress.held else ""
    if progress.read + progress.held >= progress.resources:
        return held
    if not progress.has_pace:
        return "; when it is done shows after a week with readings"
    if progress.done_by is None:
        return f"; at your pace it takes more than {HORIZON_DAYS // 365} years{held}"
    return f"; done by about {about_date(progress.done_by, today)} at your pace{held}"


def _streak(streak: Streak) -> str:
    longest = f"; {counted(streak.longest, 'day')} the longest" if streak.longest else ""
    if not streak.days:
        return f"begins with your next reading or revisit{longest and f'{longest} so far'}"
    free = f", {streak.free_days} of them with nothing due" if streak.free_days else ""
    return f"{counted(streak.days, 'day')}{free}{longest if streak.longest > streak.days else ''}"
