"""Measures planning: a day with a large backlog, a year's forecast, and a year's workload.

python -m bench.planning
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from bench.library import make
from recall.__main__ import SELDOM
from recall.settings.table import Settings
from recall.storage.database.connections.connection import Row
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.planning.ahead.forecast import Forecast, forecast
from recall.usecases.planning.ahead.workload import workload
from recall.usecases.planning.today import today

DUE = 100_000
SIZES = (1_000, 10_000)
DAYS = 366
ROUNDS = 5

OVERDUE = (
    "UPDATE resource SET status = 'read', reviews = 3, stability = 1 + id % 300, "
    "difficulty = 1 + id % 10, due = date(:today, '-' || (id % 60) || ' days'), "
    "last_review = date(:today, '-' || (id % 60 + 1 + id % 300) || ' days')"
)
"""Makes everything overdue by up to two months, after intervals of up to ten months."""


class ClockedStore(Store):
    """A store that adds up the seconds of its queries."""

    seconds = 0.0

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Run a SELECT and time it."""
        began = time.perf_counter()
        try:
            return super().rows(sql, params)
        finally:
            self.seconds += time.perf_counter() - began


def library(folder: Path, count: int, now: datetime) -> tuple[Context, ClockedStore]:
    """Make a library of `count` resources. Close its store after use."""
    path = folder / f"{count}.db"
    make(path, count, now)
    store = ClockedStore(f"sqlite:///{path}")
    return Context(store, Settings(), now), store


def let_all_fall_due(store: Store, on: date) -> None:
    """Turn every resource into a revisit that is due."""
    with store.transaction() as connection:
        connection.execute(OVERDUE, {"today": on.isoformat()})


def spent(work: Callable[[Context], object], context: Context) -> str:
    """Return the median wall and processor time of some rounds."""
    seconds, cpu = [], []
    for _ in range(ROUNDS):
        began, cpu_began = time.perf_counter(), time.process_time()
        work(context)
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - cpu_began)
    return f"{median(seconds):.2f} s, of them {median(cpu):.2f} s of a processor"


def day(context: Context, store: ClockedStore) -> str:
    """Measure planning a day: reading, and everything else."""
    reading, beyond = [], []
    for _ in range(ROUNDS):
        store.seconds, began = 0.0, time.perf_counter()
        today(context)
        beyond.append(time.perf_counter() - began - store.seconds)
        reading.append(store.seconds)
    return (
        f"a day with {DUE:,} due: {median(beyond) * 1000:.0f} ms; target 150 ms, "
        f"beyond reading them in {median(reading) * 1000:.0f} ms"
    )


def year(context: Context) -> Forecast:
    """Return the forecast of a year."""
    return forecast(context, DAYS)


def measured(folder: Path, now: datetime) -> Iterator[str]:
    """Yield the lines to print."""
    for count in SIZES:
        context, store = library(folder, count, now)
        with store:
            yield f"forecast of {DAYS} days, {count:,} resources: {spent(year, context)}"
            if count == SIZES[0]:
                took = spent(workload, context)
                yield f"workload of a year, {count:,} resources: {took}; target 3 s"
    context, store = library(folder, DUE, now)
    with store:
        let_all_fall_due(store, context.today)
        yield day(context, store)


def main() -> None:
    """Print all measurements."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    gc.set_threshold(SELDOM)  # as every command does
    with tempfile.TemporaryDirectory(prefix="recall-") as name:
        for line in measured(Path(name), datetime.now(UTC)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
