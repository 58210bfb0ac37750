"""What a session says at its end: how the day stands, and what comes next."""

from datetime import date, time

from recall.cli.output.day_screen import finished, waiting
from recall.cli.report import day_name
from recall.domain.text.wording import counted
from recall.usecases.session.coming import NextRevisits
from recall.views.day import DayView


def day_lines(view: DayView) -> list[str]:
    """Return how today stands, the whole of it and not only this session."""
    if not view.left:
        off = sum(visit.progress.state == "put off" for visit in view.visits)
        told = f"{counted(off, 'thing')} put off for today." if off else ""
        return [line for line in (finished(view), told, waiting(view)) if line]
    stands = view.study.progress
    done = sum(visit.progress.state == "done" for visit in view.visits) + len(view.unplanned)
    if not done:
        return ["Nothing is done today yet.", _left(view)]
    told = f"{counted(done, 'thing')} done today, {stands.spent_minutes} of {stands.plan.minutes}"
    return [f"{told} min.", _left(view)]


def _left(view: DayView) -> str:
    """Return what is left within the day and beyond it, and what to type."""
    stands = view.study.progress
    beyond = sum(visit.progress.beyond for visit in view.left)
    within = len(view.left) - beyond
    parts = [f"{within} left, {stands.left_minutes} min"] if within else []
    if beyond:
        parts.append(f"{beyond} more beyond today's {stands.plan.minutes} min")
    return f"{', and '.join(parts)}: 'recall review' goes on."


def past_day_lines(view: DayView, day_start: time) -> list[str]:
    """Return how the day ended on which the session began, as `today --on` that day tells it."""
    day, since = view.study.study_date, [visit.done_on for visit in view.left if visit.done_on]
    begins = "'recall review' begins today's plan."
    if not view.left:
        return [f"{day:%A}'s plan is done.", begins]
    left = counted(len(view.left), "thing")
    told = f"{day:%A} ended at {day_start:%H:%M} with {left} of its plan left."
    if not since:
        return [told, begins]
    verb = "is" if len(since) == 1 else "are"
    days = " and ".join(f"{one:%A}" for one in sorted(set(since)))
    return [told, f"{len(since)} of them {verb} done since, and counted for {days}.", begins]


def coming_line(coming: NextRevisits | None, today: date, still_due: int = 0) -> str:
    """Return what becomes due next; empty if nothing does.

    still_due is how much is due today and not done; tomorrow it waits too.
    """
    if coming is None:
        return ""
    revisits = f"{counted(coming.revisits, 'revisit')}, {coming.minutes} min"
    if (coming.day - today).days == 1:
        return f"Due tomorrow{' as well' if still_due else ''}: {revisits}."
    return f"Due next, {day_name(coming.day, today)}: {revisits}."
