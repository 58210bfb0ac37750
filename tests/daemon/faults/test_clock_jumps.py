"""A daemon whose clock is set by days or by 26 years: each slot is sent once."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine
from testing.desktop.daemons import Recorder, Stepped

DAY, YEARS = timedelta(days=1), timedelta(days=26 * 365)

JOURNEYS = {
    "ahead by days, and corrected": [5 * DAY, -5 * DAY],
    "behind by days, and corrected": [-5 * DAY, 5 * DAY],
    "a battery that is empty: 26 years back, and corrected": [-YEARS, YEARS],
    "26 years ahead, and corrected": [YEARS, -YEARS],
    "to and fro": [YEARS, -2 * YEARS, YEARS, DAY, -DAY, YEARS, -YEARS],
}


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def stepped(tmp_path: Path, due_file: Path, recorder: Recorder) -> Stepped:
    """A daemon that sends every kind of reminder at any time of day."""
    recall = CommandLine(tmp_path)
    recall.library.write_bytes(due_file.read_bytes())
    stepped = Stepped(recall.environ["RECALL_DATABASE_URL"], [recorder])
    kinds = {"remind_kinds": "digest, nudge, series", "remind_nudge": "00:00"}
    stepped.settings = stepped.settings._replace(**kinds)
    return stepped


@pytest.mark.parametrize("jumps", JOURNEYS.values(), ids=JOURNEYS)
def test_nothing_is_sent_twice_and_every_tick_is_well(
    stepped: Stepped, recorder: Recorder, jumps: list[timedelta]
) -> None:
    start = stepped.now
    assert stepped.tick() is None
    assert len(recorder.shown) == 1
    days = [start.date()]
    for jump in jumps:
        assert stepped.tick(jump) is None
        assert [stepped.tick() for _ in range(3)] == [None] * 3
        days.append(stepped.now.date())
    slots = [message.slot for message in recorder.shown]
    assert len(slots) == len(set(slots)), "each once"
    assert len(slots) <= len(set(days)), "one on each day that the clock showed"


def test_after_the_clock_is_right_again_the_days_go_on_as_ever(
    stepped: Stepped, recorder: Recorder
) -> None:
    for jump in (YEARS, -YEARS, -YEARS, YEARS):
        stepped.tick(jump)
    before = len(recorder.shown)
    for day in range(1, 8):
        assert stepped.tick(DAY) is None
        assert len(recorder.shown) == before + day
    slots = [message.slot.split()[1] for message in recorder.shown[before:]]
    assert all(a < b for a, b in pairwise(slots))
