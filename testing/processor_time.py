"""The costliest tests by processor time: `pytest -p testing.processor_time`, with `-n` or without.

User and system time of a test with its fixtures, child processes that have ended included. A
server that several tests share is counted in the test at whose end it stops. Elapsed time, which
`--durations` shows, says little on a machine that does other things meanwhile.
"""

import os
from collections.abc import Generator

import pytest

SHOWN = 25
PROPERTY = "processor seconds"

_BEGAN = pytest.StashKey[float]()
_seconds: dict[str, float] = {}


def spent() -> float:
    """Seconds of this process, and of its children that have ended."""
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note when a test begins."""
    item.stash[_BEGAN] = spent()
    return (yield)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Record its time; it goes to the process that reports, with the test's report."""
    item.user_properties.append((PROPERTY, spent() - item.stash[_BEGAN]))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect the recorded times."""
    for name, value in report.user_properties:
        if name == PROPERTY and report.when == "teardown" and isinstance(value, float):
            _seconds[report.nodeid] = value


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the sum and the costliest tests."""
    terminalreporter.section(f"{sum(_seconds.values()):.0f} s of processor time in tests")
    costliest = sorted(_seconds.items(), key=lambda one: one[1], reverse=True)
    for nodeid, seconds in costliest[:SHOWN]:
        terminalreporter.write_line(f"{seconds:6.2f} s  {nodeid}")
