"""Reads and writes of reminders: delivered slots, claims and snoozes."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from recall.domain.reminders.delivered import DeliveredSlot, Sent
from recall.domain.reminders.owed import Snooze
from recall.domain.reminders.slots import REMINDER_KINDS, ReminderKind
from recall.domain.reminders.snooze import LONGEST_SNOOZE
from recall.domain.text.choice import chosen
from recall.storage.database.codec import instant, moment

if TYPE_CHECKING:
    from recall.storage.database.connections.connection import Connection
    from recall.storage.reads import Reads
from recall.storage.store import Store

LEASE = timedelta(minutes=2)
"""How long a claim holds if it is not sent: the process that made it may have been killed."""


_FARTHEST = LONGEST_SNOOZE + timedelta(days=2)
"""How far away a snooze ends at most: on its day, after its quiet hours, in any zone."""


class Claim(NamedTuple):
    """A slot claimed by one process; machine is empty if one machine reminds for all.

    The links of a library are checked by one machine at a time too, and that is claimed likewise.
    """

    kind: ReminderKind | Literal["links"]
    slot: str
    machine: str = ""


def delivered(reads: "Reads", since: date, machine: str = "") -> list[DeliveredSlot]:
    """Return the reminders delivered for slots of a day and later: anywhere, or on one machine.

    On one machine, these are the ones for it alone and the ones it sent for all machines.
    """
    # Asks by kind and by the date that a slot begins with, to use the index.
    kinds = ", ".join(f"'{kind}'" for kind in REMINDER_KINDS)
    rows = reads.rows(
        f"SELECT kind, slot, sent_at FROM reminder WHERE kind IN ({kinds}) AND slot >= :since "
        "AND (:machine = '' OR machine = :machine OR machine = '' AND claimed_by = :machine) "
        "AND sent_at IS NOT NULL",
        {"machine": machine, "since": since.isoformat()},
    )
    return [DeliveredSlot(kind, slot, moment(at)) for kind, slot, at in rows]


def claim(store: "Store", wanted: Claim, who: str, now: datetime, lease: timedelta = LEASE) -> bool:
    """Claim a slot; False if another has claimed or sent it. One statement, so one winner.

    A claim whose lease is over can be taken, also one dated as far in the future.
    """
    with store.transaction() as connection:
        _one_at_a_time(connection)
        return _changed(
            connection,
            "INSERT INTO reminder (kind, slot, machine, claimed_at, claimed_by) "
            "VALUES (:kind, :slot, :machine, :now, :who) "
            "ON CONFLICT (kind, slot, machine) DO UPDATE "
            "SET claimed_at = excluded.claimed_at, claimed_by = excluded.claimed_by "
            "WHERE reminder.sent_at IS NULL "
            "AND reminder.claimed_at NOT BETWEEN :earliest AND :latest",
            **wanted._asdict(),
            now=instant(now),
            who=who,
            earliest=instant(now - lease),
            latest=instant(now + lease),
        )


def release(store: "Store", claimed: Claim, who: str) -> None:
    """Give up one's own claim on a slot that could not be sent, so that others can."""
    with store.transaction() as connection:
        _one_at_a_time(connection)
        _changed(
            connection,
            "DELETE FROM reminder WHERE kind = :kind AND slot = :slot AND machine = :machine "
            "AND claimed_by = :who AND sent_at IS NULL",
            **claimed._asdict(),
            who=who,
        )


def mark_sent(store: "Store", claimed: Claim, who: str, backend: str, now: datetime) -> None:
    """Record a delivery, even if the claim is gone: it must not come again."""
    with store.transaction() as connection:
        _one_at_a_time(connection)
        _changed(
            connection,
            "INSERT INTO reminder (kind, slot, machine, claimed_at, claimed_by, sent_at, backend) "
            "VALUES (:kind, :slot, :machine, :now, :who, :now, :backend) "
            "ON CONFLICT (kind, slot, machine) DO UPDATE "
            "SET sent_at = excluded.sent_at, backend = excluded.backend",
            **claimed._asdict(),
            who=who,
            now=instant(now),
            backend=backend,
        )


def last_sent(reads: "Reads", now: datetime) -> Sent | None:
    """Return the last delivered reminder of any machine; none of a clock that was far ahead."""
    rows = reads.rows(
        "SELECT kind, slot, sent_at, backend FROM reminder WHERE sent_at <= :latest "
        "ORDER BY sent_at DESC, id DESC LIMIT 1",
        {"latest": instant(now + LEASE)},
    )
    return next((Sent(kind, slot, moment(at), backend) for kind, slot, at, backend in rows), None)


def snooze(
    store: "Store", until: datetime, now: datetime, kind: ReminderKind | None = None
) -> None:
    """Replace the snooze: quiet until then, and then a reminder of this kind again."""
    with store.transaction() as connection:
        _changed(
            connection,
            "INSERT INTO snooze (until, at, kind) VALUES (:until, :at, :kind)",
            until=instant(until),
            at=instant(now),
            kind=kind,
        )


def end_snooze(store: "Store", now: datetime) -> None:
    """End the snooze, by one of no length."""
    snooze(store, now, now)


def last_snooze(reads: "Reads", now: datetime) -> Snooze | None:
    """Return the last snooze, over or not; None if there was none or it was ended.

    A snooze set by a clock that was far ahead is ignored, and so is one that lasts for more than
    a year, which a person cannot ask for: nobody would know why no reminders come.
    """
    rows = reads.rows(
        "SELECT until, kind FROM snooze WHERE id = (SELECT max(id) FROM snooze) "
        "AND until > at AND at <= :latest AND until <= :farthest",
        {"latest": instant(now + LEASE), "farthest": instant(now + _FARTHEST)},
    )
    return next((Snooze(moment(until), chosen(kind, REMINDER_KINDS)) for until, kind in rows), None)


def _one_at_a_time(connection: "Connection") -> None:
    """Lock on PostgreSQL, where a repeatable read would fail instead of waiting, as SQLite does."""
    if connection.is_postgres:
        connection.execute("LOCK TABLE reminder IN EXCLUSIVE MODE")


def _changed(connection: "Connection", sql: str, **values: object) -> bool:
    return connection.execute(sql, values) > 0
