"""Measures fitted parameters: on cuts of a real log, and the time of the whole command.

python -m bench.fitting fsrs-review-log.csv

The log is CSV with card_id, review_rating (1 to 4) and review_time (RFC 3339). At each cut the
gate judges a fit as `recall optimize` does. Then the defaults, that fit to the older 80 %, and a
fit to the whole cut predict the next 500 revisits, which none of them has seen. This compares the
gate's answer with the outcome.
"""

import argparse
import csv
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from recall.domain.calendar.study_day import study_date
from recall.domain.library.card import Rating
from recall.domain.memory import fitting, optimizer
from recall.domain.memory.accuracy import log_loss
from recall.domain.memory.fitting import Rated
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.errors import RecallError
from recall.settings.table import Settings
from recall.usecases.memory.optimizing import optimize
from recall.usecases.undoing import undo
from testing.simulated import library, rated

CUTS = (32, 100, 400, 512, 800, 1000, 1024, 1250, 1500, 2000, 2500, 3000, 4000, 5000)
NEXT = 500
REVISITS = 30_000
ROUNDS = 5


def read(path: Path) -> list[Rated]:
    """Return the log as recall would store it: the first rating of a card and study day."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (datetime.fromisoformat(row["review_time"]), row["card_id"], row["review_rating"])
            for row in csv.DictReader(file)
        ]
    numbers: dict[str, int] = {}
    last: dict[int, date] = {}
    log: list[Rated] = []
    for at, card, rating in sorted(rows):
        number = numbers.setdefault(card, len(numbers) + 1)
        on = study_date(at, Settings().day_start)
        before = last.get(number)
        if before != on:
            elapsed = None if before is None else (on - before).days
            log.append(Rated(number, on, Rating(int(rating)), elapsed, elapsed and 0.9))
            last[number] = on
    return fitting.checked(log)


def until(log: Sequence[Rated], revisits: int) -> list[Rated]:
    """Return a log up to its nth revisit."""
    told = fitting.revisits(log)
    return list(log[: log.index(told[revisits - 1]) + 1])


def cuts(log: Sequence[Rated]) -> Iterator[str]:
    """Yield for each cut the losses that the gate sees, its answer, and the later losses."""
    yield "revisits  gate: default  fitted  answer    next 500: default  fitted  to all"
    for count in CUTS:
        begun, whole = until(log, count), until(log, count + NEXT)
        judged = fitting.replay(whole, DEFAULT_WEIGHTS).judged[-NEXT:]
        older = until(begun, count - fitting.tested(begun))
        try:
            fitted = optimizer.fit(older)
        except RecallError as error:
            yield f"{count:8,}  {error}"
            continue
        scores = fitting.weighed(begun, fitted, DEFAULT_WEIGHTS, DEFAULT_WEIGHTS)
        after, refitted = (
            log_loss(fitting.replay(whole, one).judged[-NEXT:])
            for one in (fitted, optimizer.fit(begun))
        )
        answer = "adopted" if scores.passes else "refused"
        yield (
            f"{count:8,}  {scores.log_loss_default:13.4f}  {scores.log_loss:.4f}  {answer}  "
            f"{log_loss(judged):19.4f}  {after:.4f}  {refitted:.4f}"
        )


def speed(folder: Path) -> str:
    """Return the seconds of the whole use case, from reading the library to the adopted set."""
    now = datetime.now(UTC)
    context = library(f"sqlite:///{folder}/library.db", rated(REVISITS, now.date()), now)
    seconds, cpu = [], []
    with context.store:
        for number in range(ROUNDS):
            later = context._replace(now=now + timedelta(seconds=number))
            began, cpu_began = time.perf_counter(), time.process_time()
            fit = optimize(later)
            seconds.append(time.perf_counter() - began)
            cpu.append(time.process_time() - cpu_began)
            if fit.adopted_id is not None:
                undo(later)
    spent = f"{median(seconds):.2f} s, of them {median(cpu):.2f} s of a processor"
    return f"{fit.scores.revisits:,} revisits: {spent}; target 1 s"


def main() -> None:
    """Print the cuts and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", type=Path, help="a review log, as CSV")
    for line in cuts(read(parser.parse_args().log)):
        print(line)
    with tempfile.TemporaryDirectory(prefix="recall-") as name:
        print(speed(Path(name)))


if __name__ == "__main__":
    main()
