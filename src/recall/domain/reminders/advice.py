"""Advice on reminder settings: what is switched off, and what can never come."""

from datetime import UTC, date, timedelta

from recall.domain.reminders.slots import ReminderKind, ReminderPlan, slots

_WEEK = tuple(date(2027, 1, 4) + timedelta(days=days) for days in range(7))
"""Any week will do."""


def notes(plan: ReminderPlan) -> list[str]:
    """Return sentences on reminders that a person switched off and may have forgotten."""
    if not plan.on:
        return ["reminders are off; turn them on with 'recall config set remind.on true'"]
    if "digest" not in plan.kinds:
        return ["there is no daily digest; 'recall config set remind.kinds all' brings it"]
    return []


def faults(plan: ReminderPlan) -> list[str]:
    """Return reminders that are set but can never come, as sentences that say what to change.

    A digest always comes, at the end of quiet hours at the latest; a nudge only on its own day.
    """
    if not plan.on or "nudge" not in plan.kinds or _nudges(plan):
        return []
    return [
        f"the nudge at {plan.nudge_at:%H:%M} can never come: the quiet hours last beyond its day; "
        "change remind.nudge or remind.quiet"
    ]


def _nudges(plan: ReminderPlan) -> bool:
    alone = plan._replace(kinds=frozenset[ReminderKind](["nudge"]))
    return any(slots(alone, day, UTC) for day in _WEEK)
