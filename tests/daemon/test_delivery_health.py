"""What the daemon knows of its desktop: when it looks, when it sits out, what it tells."""

from datetime import timedelta
from pathlib import Path

import pytest

from recall.daemon.delivery_health import LOOK_INTERVAL, SITS_OUT
from recall.domain.reminders.message import Delivery, Message, Undelivered
from recall.storage.tables import reminders
from testing.desktop.daemons import Recorder, Stepped

BLIND = "cannot deliver: desk: no screen (buy one)"
REFUSED = "not delivered: desk: not today (ask tomorrow)"


class Desk(Recorder):
    """A desktop that counts how often it is looked at, and may take nothing."""

    name = "desk"

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0
        self.tries = 0
        self.refuses = False

    def problem(self) -> Undelivered | None:
        self.looks += 1
        return super().problem()

    def send(self, message: Message) -> Delivery:
        self.tries += 1
        if self.refuses:
            return Undelivered(self.name, reason="not today", hint="ask tomorrow")
        return super().send(message)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def url(due_library: Path) -> str:
    return f"sqlite:///{due_library}"


@pytest.fixture
def stepped(url: str, desk: Desk) -> Stepped:
    return Stepped(url, [desk])


@pytest.fixture
def idle(stepped: Stepped) -> Stepped:
    """Nothing is owed until the evening."""
    stepped.settings = stepped.settings._replace(remind_times="23:30")
    return stepped


def test_without_a_reminder_it_looks_at_its_start_and_once_an_hour(
    idle: Stepped, desk: Desk
) -> None:
    assert [idle.tick() for _ in range(30)] == [None] * 30
    assert desk.looks == 1
    idle.tick(LOOK_INTERVAL)
    assert desk.looks == 2


def test_a_desktop_that_is_gone_is_told_before_anything_is_owed_and_watched(
    idle: Stepped, desk: Desk
) -> None:
    desk.is_there = False
    assert [idle.tick(), idle.tick()] == [BLIND] * 2
    desk.is_there = True
    assert [idle.tick(), idle.tick()] == [None] * 2
    assert desk.looks == 3, "once it is well, it is believed again"
    desk.is_there = False
    assert idle.tick(LOOK_INTERVAL) == BLIND


def test_what_was_sent_shows_that_it_can_be(stepped: Stepped, desk: Desk) -> None:
    assert stepped.tick() is None
    before = desk.looks
    stepped.tick()
    assert desk.looks == before


def test_a_look_from_before_the_clock_went_back_counts_no_more(idle: Stepped, desk: Desk) -> None:
    idle.tick()
    idle.tick(-timedelta(minutes=30))
    assert desk.looks == 2


def test_who_wants_no_reminders_needs_no_desktop(idle: Stepped, desk: Desk) -> None:
    desk.is_there = False
    assert idle.tick() == BLIND
    idle.settings = idle.settings._replace(remind_on=False)
    assert idle.tick() is None
    assert desk.looks == 1


def fail_to_release(*_: object) -> None:
    """As when the library goes away just then."""


@pytest.mark.parametrize("released", [True, False])
def test_a_machine_that_fails_leaves_the_reminder_to_one_that_does_not(
    stepped: Stepped, desk: Desk, url: str, monkeypatch: pytest.MonkeyPatch, released: bool
) -> None:
    desk.refuses = True
    healthy = Desk()
    other = Stepped(url, [healthy])
    if not released:
        monkeypatch.setattr(reminders, "release", fail_to_release)
    for _ in range(1 if released else 5):  # the one that fails is the first in each minute
        stepped.tick()
        other.tick()
    assert (desk.tries, len(healthy.shown)) == (1, 1)
    desk.refuses = False
    for _ in range(10):
        stepped.tick()
        other.tick()
    assert len(healthy.shown + desk.shown) == 1


def test_who_has_failed_sits_out_and_then_tries_again(stepped: Stepped, desk: Desk) -> None:
    desk.refuses = True
    assert stepped.tick() == REFUSED
    for _ in range(int(SITS_OUT / timedelta(minutes=1)) - 1):
        assert stepped.tick() == REFUSED
    assert desk.tries == 1
    desk.refuses = False
    assert stepped.tick() is None
    assert len(desk.shown) == 1


def test_asleep_between_claim_and_sending_it_leaves_it_to_who_took_it_over(
    stepped: Stepped, desk: Desk, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    healthy = Desk()
    other = Stepped(url, [healthy])
    claim = reminders.claim

    def claim_and_sleep(*claimed: object) -> bool:
        monkeypatch.undo()
        won = claim(*claimed)  # type: ignore[arg-type] # whatever it was given
        stepped.now += timedelta(minutes=5)
        other.tick(timedelta(minutes=5))
        return won

    monkeypatch.setattr(reminders, "claim", claim_and_sleep)
    assert stepped.tick() is None
    assert (desk.tries, len(healthy.shown)) == (0, 1)
    assert [stepped.tick(), stepped.tick()] == [None] * 2
    assert desk.tries == 0


def test_asleep_between_claim_and_sending_it_is_sent_by_the_next_tick(
    stepped: Stepped, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = reminders.claim

    def claim_and_sleep(*claimed: object) -> bool:
        stepped.now += timedelta(minutes=1)
        return claim(*claimed)  # type: ignore[arg-type] # whatever it was given

    with monkeypatch.context() as patch:
        patch.setattr(reminders, "claim", claim_and_sleep)
        assert stepped.tick() is None
    assert desk.tries == 0
    assert stepped.tick() is None
    assert len(desk.shown) == 1
