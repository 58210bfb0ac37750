"""Claims, what was sent, and snoozes, on both kinds of database."""

import multiprocessing
from datetime import UTC, datetime, timedelta

import pytest

from recall.domain.reminders.delivered import DeliveredSlot
from recall.domain.reminders.owed import Snooze
from recall.storage.store import Store
from recall.storage.tables import reminders
from recall.storage.tables.reminders import LEASE, Claim, Sent
from recall.usecases.context import Context

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DIGEST = Claim("digest", "2026-03-02@09:00")
SECOND = timedelta(seconds=1)


def test_a_slot_is_claimed_once(library: Context) -> None:
    assert reminders.claim(library.store, DIGEST, "me", NOW)
    assert not reminders.claim(library.store, DIGEST, "you", NOW + SECOND)
    assert reminders.claim(library.store, DIGEST._replace(kind="nudge"), "you", NOW)
    assert reminders.claim(library.store, DIGEST._replace(slot="later"), "you", NOW)
    assert reminders.claim(library.store, DIGEST._replace(machine="desk"), "you", NOW)


@pytest.mark.parametrize("later", [LEASE + SECOND, -LEASE - SECOND])
def test_a_claim_that_sent_nothing_can_be_taken_after_its_lease(
    library: Context, later: timedelta
) -> None:
    assert reminders.claim(library.store, DIGEST, "killed", NOW)
    assert not reminders.claim(library.store, DIGEST, "heir", NOW + LEASE)
    assert reminders.claim(library.store, DIGEST, "heir", NOW + later)
    assert not reminders.claim(library.store, DIGEST, "killed", NOW + later)


def send(library: Context, claim: Claim, who: str, moment: datetime = NOW) -> None:
    assert reminders.claim(library.store, claim, who, moment)
    reminders.mark_sent(library.store, claim, who, "dbus", moment)


def test_what_was_sent_is_never_claimed_again(library: Context) -> None:
    reminders.claim(library.store, DIGEST, "me", NOW)
    assert reminders.delivered(library.store, NOW.date()) == []
    reminders.mark_sent(library.store, DIGEST, "me", "dbus", NOW + SECOND)
    assert not reminders.claim(library.store, DIGEST, "you", NOW + 10 * LEASE)
    told = DeliveredSlot("digest", "2026-03-02@09:00", NOW + SECOND)
    assert reminders.delivered(library.store, NOW.date()) == [told]
    assert reminders.delivered(library.store, NOW.date() + timedelta(days=1)) == []


def test_what_was_told_is_known_for_all_machines_and_for_each(library: Context) -> None:
    slots = {name: DIGEST._replace(slot=f"2026-03-02@{name}") for name in ("all", "desk", "lap")}
    send(library, slots["all"], "desk")
    for machine in ("desk", "lap"):
        send(library, slots[machine]._replace(machine=machine), machine)

    def told(machine: str = "") -> set[str]:
        found = reminders.delivered(library.store, NOW.date(), machine)
        return {one.slot.partition("@")[2] for one in found}

    assert told() == {"all", "desk", "lap"}
    assert told("desk") == {"all", "desk"}, "what it sent for all, it has sent"
    assert told("lap") == {"lap"}
    assert told("another") == set()


def test_what_arrived_is_remembered_though_its_claim_is_gone(library: Context) -> None:
    reminders.mark_sent(library.store, DIGEST, "me", "dbus", NOW)
    assert len(reminders.delivered(library.store, NOW.date())) == 1
    assert not reminders.claim(library.store, DIGEST, "you", NOW + 10 * LEASE)


def test_a_claim_that_is_released_can_be_taken_at_once(library: Context) -> None:
    assert reminders.claim(library.store, DIGEST, "me", NOW)
    reminders.release(library.store, DIGEST, "me")
    assert reminders.claim(library.store, DIGEST, "you", NOW + SECOND)


def test_neither_the_claim_of_another_nor_what_was_sent_is_released(library: Context) -> None:
    assert reminders.claim(library.store, DIGEST, "you", NOW)
    reminders.release(library.store, DIGEST, "me")
    assert not reminders.claim(library.store, DIGEST, "me", NOW)
    reminders.mark_sent(library.store, DIGEST, "you", "dbus", NOW)
    reminders.release(library.store, DIGEST, "you")
    assert len(reminders.delivered(library.store, NOW.date())) == 1


def test_the_last_that_was_sent_is_known(library: Context) -> None:
    now = NOW + timedelta(hours=1)
    assert reminders.last_sent(library.store, now) is None
    for minutes, slot in enumerate(("first", "second")):
        moment = NOW + timedelta(minutes=minutes)
        send(library, DIGEST._replace(slot=slot), "me", moment)
    expected = Sent("digest", "second", NOW + timedelta(minutes=1), "dbus")
    assert reminders.last_sent(library.store, now) == expected
    send(library, DIGEST._replace(slot="third"), "me", NOW + timedelta(days=9490))
    assert reminders.last_sent(library.store, now) == expected, "its clock was 26 years ahead"


HOUR = timedelta(hours=1)


def test_the_last_snooze_counts(library: Context) -> None:
    assert reminders.last_snooze(library.store, NOW) is None
    reminders.snooze(library.store, NOW + 48 * HOUR, NOW, "digest")
    reminders.snooze(library.store, NOW + HOUR, NOW, "nudge")
    assert reminders.last_snooze(library.store, NOW) == Snooze(NOW + HOUR, "nudge")
    assert reminders.last_snooze(library.store, NOW + 2 * HOUR) == Snooze(NOW + HOUR, "nudge")


@pytest.mark.parametrize(
    ("until", "counts"),
    [
        (NOW + timedelta(days=367), True),
        (NOW + timedelta(days=369), False),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), False),
    ],
)
def test_a_snooze_longer_than_any_that_can_be_asked_for_does_not_count(
    library: Context, until: datetime, counts: bool
) -> None:
    reminders.snooze(library.store, until, NOW, "digest")
    last = reminders.last_snooze(library.store, NOW)
    assert last == (Snooze(until, "digest") if counts else None)


def test_a_kind_that_no_recall_knows_is_none(library: Context) -> None:
    reminders.snooze(library.store, NOW + HOUR, NOW, "sermon")
    assert reminders.last_snooze(library.store, NOW) == Snooze(NOW + HOUR, None)


def test_an_ended_snooze_is_none_and_another_can_follow(library: Context) -> None:
    reminders.snooze(library.store, NOW + 48 * HOUR, NOW)
    reminders.end_snooze(library.store, NOW + SECOND)
    assert reminders.last_snooze(library.store, NOW + SECOND) is None
    reminders.snooze(library.store, NOW + HOUR, NOW)
    assert reminders.last_snooze(library.store, NOW) == Snooze(NOW + HOUR, None)


def test_a_snooze_of_a_clock_that_was_ahead_is_none(library: Context) -> None:
    """Two machines may differ by a little."""
    ahead = NOW + LEASE + SECOND
    reminders.snooze(library.store, ahead + HOUR, ahead)
    assert reminders.last_snooze(library.store, NOW) is None
    assert reminders.last_snooze(library.store, NOW + SECOND) is not None


def claim_all(url: str, name: str, slots: int) -> list[str]:
    """In a process of its own: every slot, as a daemon claims and sends it."""
    won = []
    with Store(url, timeout=60) as store:
        for number in range(slots):
            wanted = DIGEST._replace(slot=f"slot {number}")
            if reminders.claim(store, wanted, name, NOW):
                won.append(wanted.slot)
                reminders.mark_sent(store, wanted, name, "dbus", NOW)
    return won


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_three_processes_send_each_slot_once(library: Context, library_url: str) -> None:
    slots = 100 if library.store.location.path else 40
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        won = pool.starmap(claim_all, [(library_url, name, slots) for name in "abc"])
    assert sorted(slot for slots_won in won for slot in slots_won) == sorted(
        f"slot {number}" for number in range(slots)
    )
    assert len(reminders.delivered(library.store, NOW.date())) == slots
