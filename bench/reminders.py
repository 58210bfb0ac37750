"""Measures the cost of idle reminders, and checks it against limits.

python -m bench.reminders --minutes 3 --postgres
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.processes import home
from testing.databases import postgres
from testing.desktop.dbus_server import notification_server, session_bus

CHECKOUT = Path(__file__).parents[1]
RECALL = (sys.executable, "-P", "-m", "recall")
"""The command that `recall remind install` starts."""

MEMORY = 60
"""The most MiB of an idle daemon."""

PERCENT = 0.1
"""Of one processor."""

PATIENCE = 60
"""Seconds to wait for the first tick."""

SETTLING = 5
"""Seconds after it that are not measured."""

DESKTOP = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY")
"""Removed from the environment, so that nothing appears on the real desktop."""

# With nothing owed, and with a digest owed at once; no series of the list is unlocked.
WAITING = {"remind.kinds": "series"}
SENDING = {"remind.kinds": "digest", "remind.times": "00:00", "remind.quiet": "none"}


class Cost(NamedTuple):
    """Resident and proportional memory, processor time, and the seconds measured."""

    rss_mebibytes: float
    pss_mebibytes: float
    cpu_seconds: float
    seconds: float

    @property
    def percent(self) -> float:
        """Of one processor."""
        return 100 * self.cpu_seconds / self.seconds


class Result(NamedTuple):
    """An idle daemon on one kind of library, with or without a reminder sent before."""

    library: str
    sent: bool
    cost: Cost

    @property
    def is_within(self) -> bool:
        """Whether both limits are kept."""
        return self.cost.rss_mebibytes <= MEMORY and self.cost.percent <= PERCENT


def measure(library: str, environment: Mapping[str, str], seconds: float) -> Iterator[Result]:
    """Measure a daemon that sends nothing and, with a desktop, one that has sent a reminder."""
    recall(environment, "init")
    has_desktop = "DBUS_SESSION_BUS_ADDRESS" in environment
    for settings in (WAITING, SENDING) if has_desktop else (WAITING,):
        for name, value in settings.items():
            recall(environment, "config", "set", name, value)
        with daemon(environment) as process:
            sends = settings is SENDING
            until(partial(is_settled, environment, sends=sends), "the first tick is over")
            yield Result(library, sends, idle(process.pid, seconds))


def recall(environment: Mapping[str, str], *words: str) -> None:
    """Run one command; SystemExit if it fails."""
    done = subprocess.run([*RECALL, *words], check=False, env=environment, capture_output=True)
    if done.returncode:
        raise SystemExit(f"recall {' '.join(words)} failed: {done.stderr.decode()}")


@contextmanager
def daemon(environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run `recall remind run` for the length of the with block."""
    process = subprocess.Popen(
        [*RECALL, "remind", "run"], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def is_settled(environment: Mapping[str, str], *, sends: bool) -> bool:
    """Return whether the daemon has ticked once, and sent what was owed."""
    words = [*RECALL, "remind", "status", "--json"]  # its exit status is 1 while there is a problem
    told = json.loads(
        subprocess.run(words, check=False, env=environment, capture_output=True).stdout
    )
    return told["last_sent"] is not None if sends else told["heartbeat"] is not None


def until(what: Callable[[], bool], meaning: str) -> None:
    """Wait until it is true; SystemExit if it never is."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            raise SystemExit(f"waited {PATIENCE} s in vain until {meaning}")
        time.sleep(1)


def idle(pid: int, seconds: float) -> Cost:
    """Return what a process uses during some seconds and holds at their end (from /proc)."""
    time.sleep(SETTLING)
    began, used = time.monotonic(), cpu_seconds(pid)
    time.sleep(seconds)
    passed, used = time.monotonic() - began, cpu_seconds(pid) - used
    sizes = dict(line.split()[:2] for line in proc(pid, "smaps_rollup").splitlines()[1:])
    return Cost(int(sizes["Rss:"]) / 1024, int(sizes["Pss:"]) / 1024, used, passed)


def cpu_seconds(pid: int) -> float:
    """Return the processor time of a process so far, user and system."""
    after_name = proc(pid, "stat").rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) / os.sysconf("SC_CLK_TCK")


def proc(pid: int, name: str) -> str:
    """Return a file of a process in /proc."""
    return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8")


def table(results: Sequence[Result]) -> Iterator[str]:
    """Yield the results as a markdown table, and the limits."""
    yield "| library | reminder sent | RSS, MiB | PSS, MiB | CPU, s | of | CPU, % | |"
    yield "|---|---|---:|---:|---:|---:|---:|---|"
    for result in results:
        rss, pss, used, seconds = result.cost
        yield (
            f"| {result.library} | {'yes' if result.sent else 'no'} | {rss:.1f} | {pss:.1f} "
            f"| {used:.2f} | {seconds:.0f} s | {result.cost.percent:.3f} "
            f"| {'within' if result.is_within else 'OVER'} |"
        )
    yield f"\nThe limits are {MEMORY} MiB of RSS and {PERCENT} % of a processor."


def to_json(results: Sequence[Result]) -> str:
    """Return the results as JSON; memory in MiB, times in seconds."""
    rows = [
        {
            "library": result.library,
            "sent": result.sent,
            **result.cost._asdict(),
            "cpu_percent": result.cost.percent,
            "within": result.is_within,
        }
        for result in results
    ]
    limits = {"rss_mebibytes": MEMORY, "cpu_percent": PERCENT}
    return json.dumps({"schema": 1, "limits": limits, "results": rows}, indent=1)


def measured(seconds: float, *, on_postgres: bool) -> Iterator[Result]:
    """Measure each kind of library, in its own home and, if possible, on its own bus."""
    with ExitStack() as held:
        desktop = {}
        if shutil.which("dbus-daemon"):
            bus = held.enter_context(session_bus())
            held.enter_context(notification_server(bus))
            desktop = bus.environ
        for library in ("SQLite", "PostgreSQL") if on_postgres else ("SQLite",):
            folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
            # This checkout's recall, not another one installed for this Python.
            around = {**home(folder, folder / "library.db"), "PYTHONPATH": str(CHECKOUT / "src")}
            for name in DESKTOP:
                around.pop(name, None)
            if library == "PostgreSQL":
                around["RECALL_DATABASE_URL"] = held.enter_context(
                    postgres.running()
                ).new_database()
            yield from measure(library, {**around, **desktop}, seconds)


def main() -> int:
    """Measure as the command line asks, print the results, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.reminders", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3, help="how long each daemon idles")
    parser.add_argument("--postgres", action="store_true", help="also on a PostgreSQL of its own")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    results = list(measured(60 * given.minutes, on_postgres=given.postgres))
    print(to_json(results) if given.json else "\n".join(table(results)))
    return 0 if all(result.is_within for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
