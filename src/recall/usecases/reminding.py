"""Sends the reminder that is owed, and records whether it arrived."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from recall.domain.calendar.study_day import study_date
from recall.domain.lists.shown_titles import titled
from recall.domain.reminders import settings as written
from recall.domain.reminders import wording
from recall.domain.reminders.delivered import DeliveredSlot, Sent
from recall.domain.reminders.message import Delivery, Message
from recall.domain.reminders.owed import (
    MEMORY,
    Reminder,
    ReminderFacts,
    Unlocked,
    may_be_owed,
    owed,
)
from recall.domain.reminders.slots import ReminderKind, ReminderPlan, next_slot, opens_on, zone_of
from recall.domain.reminders.snooze import end_on, read_snooze
from recall.domain.reminders.wording import Language, Waiting
from recall.domain.text.weekdays import read_days
from recall.errors import StorageError
from recall.notify import table
from recall.notify.notifier import Notifier
from recall.settings.table import Settings
from recall.storage.tables import day as days
from recall.storage.tables import reminders
from recall.storage.tables.reminders import Claim
from recall.usecases.context import Context
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.today import StudyDay, today

State = Literal["nothing owed", "cannot deliver", "taken", "not delivered", "sent", "not noted"]
"""The outcome of one check. "taken": another machine has claimed it; "not noted": it arrived, but
could not be recorded in the library yet."""


LEASE = reminders.LEASE
"""How long a claim holds without having been sent."""

IN_TIME = LEASE / 2
"""The oldest a claim may be when delivery begins; the rest of its lease is for the delivery."""


class Reminding(NamedTuple):
    """The result of one check for owed reminders, with every attempt to deliver."""

    state: State
    reminder: Reminder | None = None
    attempts: tuple[Delivery, ...] = ()


class Overview(NamedTuple):
    """How a person is reminded now: when next, what came last, and how long nothing is to come.

    next_slot is the present moment if a reminder is owed already; owed is that reminder.
    """

    plan: ReminderPlan
    owed: Reminder | None
    next_slot: datetime | None
    last_sent: Sent | None
    snoozed_until: datetime | None


class Machine(NamedTuple):
    """This machine: its name, used in claims, and its language."""

    name: str
    language: Language = "en"


def plan_of(settings: Settings, since: datetime | None = None) -> ReminderPlan:
    """Return the plan of reminders from the settings; since is when they were last changed."""
    return ReminderPlan(
        times=written.read_times(settings.remind_times),
        quiet=written.read_quiet(settings.remind_quiet),
        days=read_days(settings.remind_days),
        kinds=written.read_kinds(settings.remind_kinds),
        nudge_at=written.read_time(settings.remind_nudge),
        on=settings.remind_on,
        since=since,
    )


def language_of(settings: Settings, environ: Mapping[str, str]) -> Language:
    """Return the language in the settings, or else that of the locale."""
    if settings.language == "auto":
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        locale = next((environ[name] for name in names if environ.get(name)), "")
        return wording.language_of(locale)
    return "zh" if settings.language == "zh" else "en"


class _Owed(NamedTuple):
    """The reminder that is owed now, and what its text is made from."""

    reminder: Reminder
    study: StudyDay


def facts(context: Context, study: StudyDay) -> ReminderFacts:
    """Return the present facts of today."""
    return _counted(study, _glance(context))


def _glance(context: Context) -> ReminderFacts:
    """Return the facts that need no plan, which takes many times as long to read."""
    snooze = reminders.last_snooze(context.store, context.now)
    return ReminderFacts(0, 0, untouched=False, unlocked=_unlocked(context), snooze=snooze)


def _counted(study: StudyDay, known: ReminderFacts) -> ReminderFacts:
    waiting = _waiting(study)
    is_away = study.pause is not None or not study.progress.plan.minutes
    return known._replace(
        due=waiting.revisits,
        minutes=waiting.revisit_minutes + sum(minutes for _, minutes in waiting.readings),
        untouched=not study.progress.spent_minutes,
        unlocked=() if is_away else known.unlocked,  # then there is nothing to say
    )


def _waiting(study: StudyDay) -> Waiting:
    """Return what is left of today's plan, as its reminder says it."""
    left = [
        (planned.visit, _title(study, planned.visit.resource_id)) for planned in study.progress.left
    ]
    revisits = [visit.minutes for visit, _ in left if visit.task == "revisit"]
    return Waiting(
        revisits=len(revisits),
        revisit_minutes=sum(revisits),
        readings=[(title, visit.minutes) for visit, title in left if visit.task != "revisit"],
        titles=[title for _, title in left],
    )


def _title(study: StudyDay, resource_id: int) -> str:
    state = study.states[resource_id]
    return titled(state.title, state.section)


def compose(reminder: Reminder, study: StudyDay, language: Language) -> Message:
    """Return the message. Its slot includes the kind, so that a nudge does not replace a digest."""
    left = study.progress.left
    url = study.states[left[0].visit.resource_id].url if left else None
    if reminder.part:
        part = reminder.part
        text = wording.unlocked(part.series, part.part, part.title, language)
    elif reminder.kind == "nudge":
        text = wording.nudge(_waiting(study), language)
    else:
        text = wording.digest(_waiting(study), language)
    slot = f"{reminder.kind} {reminder.slot}"
    return Message(
        title=text.title, body=text.body, slot=slot, actions=wording.actions(language), url=url
    )


def remind(
    context: Context,
    chain: Sequence[Notifier],
    machine: Machine,
    clock: Callable[[], datetime] | None = None,
) -> Reminding:
    """Send the owed reminder, if any. If it cannot be delivered, its claim is released.

    With a clock, nothing is sent if the computer has slept since `context.now`: the claim's
    lease may be over, and another machine may have taken it. StorageError if the library is
    missing, locked or unreachable: it is never created here.
    """
    scope = _scope(context, machine)
    found = _owed_now(context, scope)
    if found is None:
        return Reminding("nothing owed")
    reminder, study = found.reminder, found.study
    if obstacles := table.obstacles(chain):  # a machine without a desktop must not use up reminders
        return Reminding("cannot deliver", reminder, tuple(obstacles))
    claim = Claim(reminder.kind, reminder.slot, scope)
    if not reminders.claim(context.store, claim, machine.name, context.now):
        return Reminding("taken", reminder)
    message = _kept(compose(reminder, study, machine.language), reminder, context.settings)
    is_late = clock is not None and _is_late(context, clock())
    attempts = () if is_late else tuple(table.deliver(message, chain))
    if attempts and attempts[-1].delivered:
        state = note(context, reminder, attempts[-1].backend, machine)
        return Reminding(state, reminder, attempts)
    _release(context, claim, machine)
    return Reminding("taken" if is_late else "not delivered", reminder, attempts)


def note(context: Context, reminder: Reminder, backend: str, machine: Machine) -> State:
    """Record in the library that a reminder arrived."""
    claim = Claim(reminder.kind, reminder.slot, _scope(context, machine))
    try:
        reminders.mark_sent(context.store, claim, machine.name, backend, now=context.now)
    except StorageError:
        return "not noted"
    return "sent"


def trial(context: Context | None, language: Language) -> Message:
    """Return a test message, with the present facts if there is a library."""
    text = wording.trial(language)
    sample = Message(*text, "digest test", wording.actions(language))
    if context is None:
        return sample
    message = compose(Reminder("digest", "test"), today(context), language)
    return (message if message.body else sample)._replace(stays=context.settings.remind_stay)


def snooze(context: Context, until: datetime, kind: ReminderKind | None = None) -> None:
    """Be quiet until then, which must be later than now; then a reminder of this kind comes again.

    None is the kind delivered last today, on any machine.
    """
    reminders.snooze(context.store, until, context.now, kind or _last_kind(context))


def overview(context: Context, machine: Machine) -> Overview:
    """Return how a person is reminded now, on a machine that may remind for itself alone."""
    plan, until = plan_of(context.settings), snoozed_until(context)
    scope = _scope(context, machine)
    found = _owed_now(context, scope)
    upcoming = context.now if found else _next_slot(context, plan, until, _told(context, scope))
    return Overview(
        plan,
        owed=found and found.reminder,
        next_slot=upcoming,
        last_sent=reminders.last_sent(context.store, context.now),
        snoozed_until=until,
    )


def _next_slot(
    context: Context,
    plan: ReminderPlan,
    snoozed: datetime | None,
    delivered: Sequence[DeliveredSlot],
) -> datetime | None:
    """Return when the next slot opens at which something is sent, as far as that is known.

    A slot of today counts if its reminder is owed then, as today stands now, and the end of a
    snooze if anything is left today. What is due later is not known yet: a slot of another day
    counts if that day can have a plan. None if there is none within a year.
    """
    budget, last = open_days(context.store, context), context.now + timedelta(days=366)
    study = today(context)
    known = facts(context, study)
    slot = next_slot(plan, context.now, snoozed)
    if snoozed and slot and (study.progress.left or not _is_today(context, slot)):
        return slot
    while slot is not None and slot < last:
        if _is_today(context, slot):
            is_sent = owed(plan, delivered, known, slot) is not None
        else:
            is_sent = not budget.is_away(study_date(slot, context.settings.day_start))
        if is_sent:
            return slot
        slot = next_slot(plan, slot)
    return None


def _is_today(context: Context, moment: datetime) -> bool:
    return study_date(moment, context.settings.day_start) == context.today


def end_snooze(context: Context) -> datetime | None:
    """End the snooze; return the end it would have had, None if there was none."""
    until = snoozed_until(context)
    if until is not None:
        reminders.end_snooze(context.store, context.now)
    return until


def snoozed_until(context: Context) -> datetime | None:
    """Return the end of the current snooze, in the person's zone; None if there is none."""
    last = reminders.last_snooze(context.store, context.now)
    is_on = last is not None and last.until > context.now
    return last.until.astimezone(context.now.tzinfo) if last and is_on else None


def end_meant(context: Context, text: str) -> datetime | None:
    """Return the end of a snooze from a person's text; None to end one. BadInput if invalid."""
    return read_snooze(text, plan_of(context.settings), context.now, context.today)


def end_of_snooze(context: Context, day: date) -> datetime:
    """Return when a snooze until a day ends."""
    return end_on(plan_of(context.settings), day, context.now)


def _owed_now(context: Context, scope: str) -> _Owed | None:
    plan = plan_of(context.settings, context.settings_changed)
    before, known = _told(context, scope), _glance(context)
    if not may_be_owed(plan, before, known, context.now):  # true nearly every minute
        return None
    study = today(context)
    told = _counted(study, known)
    reminder = owed(plan, before, told, context.now)
    return None if reminder is None else _Owed(reminder, study)


def _kept(message: Message, reminder: Reminder, settings: Settings) -> Message:
    """Return the message, made to stay if that is set.

    One that stays replaces the last of its kind, or they would pile up while the person is away.
    Each piece of news of a series is its own.
    """
    if not settings.remind_stay:
        return message
    slot = message.slot if reminder.part else reminder.kind
    return message._replace(stays=True, slot=slot)


def _scope(context: Context, machine: Machine) -> str:
    """Return the machine whose slots count; empty for all machines together."""
    return machine.name if context.settings.remind_machines == "each" else ""


def _told(context: Context, scope: str = "") -> list[DeliveredSlot]:
    return reminders.delivered(context.store, (context.now - MEMORY).date(), scope)


def _last_kind(context: Context) -> ReminderKind | None:
    day, zone = context.now.date(), zone_of(context.now)
    today = (slot for slot in _told(context) if opens_on(slot.at, day, zone))
    last = max(today, key=lambda slot: slot.at, default=None)
    return last and last.kind


def _is_late(context: Context, at: datetime) -> bool:
    return abs(at.astimezone(UTC) - context.now) >= IN_TIME


def _release(context: Context, claim: Claim, machine: Machine) -> None:
    try:
        reminders.release(context.store, claim, machine.name)
    except StorageError:
        return  # its lease expires


def _unlocked(context: Context) -> tuple[Unlocked, ...]:
    found = days.unlocked(context.store, context.today - MEMORY)
    return tuple(Unlocked._make(part) for part in found)
