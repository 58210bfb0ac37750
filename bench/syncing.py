"""Measures a sync of a long list beside an import of it, in seconds of processor time.

python -m bench.syncing --lines 5000
"""

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from recall.domain.library.card import Rating
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.reading_files import read_list
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, read
from recall.usecases.syncing.pairs import pairs
from recall.usecases.syncing.syncing import How, sync
from recall.usecases.upkeep.opening import open_library

SECTION = 50
"""Lines of a section."""


def listed(lines: int) -> str:
    """Return a list in which every fourth box is ticked."""
    found = []
    for number in range(lines):
        if number % SECTION == 0:
            found += [f"\n## Section {number // SECTION}\n"]
        box = " " if number % 4 else "x"
        found.append(f"- [{box}] [A title of a paper, {number}](https://example.org/{number})")
    return "\n".join([*found, ""])


class Bench:
    """A library and a list, each made anew."""

    def __init__(self, context: Context, path: Path) -> None:
        self.context = context
        self.path = path
        self.done = 1

    def take_in(self) -> None:
        """Import the list."""
        import_catalog(self.context, Source(read_list(self.path), str(self.path)))

    def sync(self) -> None:
        """Bring it in step."""
        (pair,) = pairs(self.context.store, "bench")
        sync(self.context, pair, How(may_write=True))

    def change_both(self) -> None:
        """Read a resource in recall, and rename one in the file."""
        grade = Grade(Rating.GOOD, self.context.today)
        url = f"https://example.org/{self.done}"
        read(self.context, url, grade, is_rated=True)
        text = self.path.read_text()
        old = f"paper, {self.done + 1}]"
        self.path.write_text(text.replace(old, f"renamed paper, {self.done + 1}]"))
        self.done += 4


def seconds(work: Callable[[], None]) -> float:
    """Return the processor time of some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Print the median times."""
    parser = argparse.ArgumentParser(prog="python -m bench.syncing", description=__doc__)
    parser.add_argument("--lines", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path, url = Path(folder, "list.md"), f"sqlite:///{folder}/library.db"
        path.write_text(listed(given.lines))
        made = open_library(url, Settings(), datetime.now(UTC), lambda _: None, empty=True)
        with Store(url) as store:
            bench = Bench(made._replace(store=store), path)
            bench.take_in()
            bench.sync()
            times: dict[str, list[float]] = {}
            for _ in range(given.rounds):
                times.setdefault("import, nothing new", []).append(seconds(bench.take_in))
                times.setdefault("sync, nothing new", []).append(seconds(bench.sync))
                bench.change_both()
                times.setdefault("sync, changes on both sides", []).append(seconds(bench.sync))
    print(f"| a list of {given.lines:,} lines | processor, s |")
    print("|---|---:|")
    for what, found in times.items():
        print(f"| {what} | {statistics.median(found):.2f} |")


if __name__ == "__main__":
    main()
