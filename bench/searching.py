"""Measures `recall list TEXT` in a library that keeps the texts of many pages.

python -m bench.searching
"""

import argparse
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import repeat
from pathlib import Path
from random import Random

from bench.daily import make
from bench.processes import home, in_turn
from recall.storage.database.codec import compressed

TARGET = 25
"""Times `python -c pass`, with 1,000 texts of 15 kB."""

ENGLISH = ("the", "of", "a", "attention", "page", "block", "model", "is", "Layer", "cache,", "it.")
CHINESE = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会，。（）①\u00a0"
"""With the wide punctuation that a search takes for the narrow one."""

SEARCHES = {
    "in a title": "compiler",
    "in one English text": "zyzzyva",
    "in one Chinese text": "饕餮",
    "two words, one in titles": "memory zyzzyva",
    "in every text": "attention",
    "nowhere": "quetzalcoatl",
}


def texts(count: int, size: int) -> Iterator[str]:
    """Give texts of a size in bytes, half of them Chinese; two hold a word that no other has."""
    random = Random(1)
    for number in range(count):
        if number % 2:
            text = "".join(random.choice(CHINESE) for _ in range(size // 3))
        else:
            text = " ".join(random.choice(ENGLISH) for _ in range(size // 6))
        middle = len(text) // 2
        rare = {count // 2: " zyzzyva ", count // 2 + 1: "饕餮"}.get(number, "")
        yield text[:middle] + rare + text[middle:]


def keep(library: Path, count: int, size: int) -> None:
    """Keep texts of the first resources of a library."""
    rows = [
        (number, "2026-01-01T00:00:00Z", compressed(text))
        for number, text in enumerate(texts(count, size), 1)
    ]
    with closing(sqlite3.connect(library)) as connection, connection:
        sql = "INSERT INTO kept_text (resource_id, kept_at, text) VALUES (?, ?, ?)"
        connection.executemany(sql, rows)


def main() -> None:
    """Measure as the command line asks, and print the results."""
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description=__doc__)
    parser.add_argument("--resources", type=int, default=1_000)
    parser.add_argument("--texts", type=int, default=1_000)
    parser.add_argument("--bytes", type=int, default=15_000, help="of each text")
    parser.add_argument("--rounds", type=int, default=11)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.db"
        make(library, given.resources)
        keep(library, given.texts, given.bytes)
        print(f"{library.stat().st_size / 2**20:.1f} MiB")
        for what, words in SEARCHES.items():
            runs = repeat(("list", words), given.rounds + 1)
            measured = in_turn(runs, home(folder, library))
            verdict = "reached" if measured.ratio <= TARGET else "NOT REACHED"
            print(
                f"{what}: {measured.ratio:.1f} × python -c pass, {1000 * measured.seconds:.0f} ms, "
                f"{measured.mebibytes:.0f} MiB; target {TARGET}: {verdict}"
            )


if __name__ == "__main__":
    main()
