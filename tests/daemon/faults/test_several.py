"""Several daemons on one library: each slot is sent once, whoever is first."""

import os
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from testing.checkout import ROOT
from testing.desktop.daemons import START
from testing.libraries.factories import catalog, entry, make_library

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

DAEMONS = 3


def start(url: str, days: int, home: Path) -> "subprocess.Popen[str]":
    """A machine: a home of its own, and the library of all."""
    return subprocess.Popen(
        [sys.executable, "-m", "testing.desktop.daemons", url, str(days)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src", "XDG_STATE_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(("kind", "days"), [("sqlite", 100), ("postgres", 20)])
def test_three_daemons_send_each_slot_once(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str, days: int
) -> None:
    url: str = request.getfixturevalue(f"{kind}_url")
    listed = catalog(entry("VLLM论文", read=True))
    make_library(url, listed).store.close()
    sent: Counter[str] = Counter()
    with ExitStack() as running:
        machines = [
            running.enter_context(start(url, days, tmp_path / str(number)))
            for number in range(DAEMONS)
        ]
        for machine in machines:
            assert machine.stdout is not None
            assert machine.stdout.readline() == "ready\n"
        for machine in machines:
            assert machine.stdin is not None
            machine.stdin.write("go\n")
            machine.stdin.flush()
        for machine in machines:
            slots, _ = machine.communicate()
            assert machine.returncode == 0
            sent.update(slots.splitlines())
    dates = [(START + timedelta(days=day)).date() for day in range(days)]
    assert sent == Counter(f"digest {date}@00:00" for date in dates)
