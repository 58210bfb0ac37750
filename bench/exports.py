"""Measures an import of 14,000 links from other programs: bookmarks, tables, references, outlines.

python -m bench.exports

The target is 8 seconds and 200 MiB for the whole command, into a library that it creates.
"""

import argparse
import csv
import json
import statistics
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.plain_exports import PLAIN_EXPORTS
from bench.processes import RECALL, Sample, home, run

LINKS = 14_000
LEVELS = 13
IN_A_FOLDER = 40
ICON = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQ" * 25
SAVED = 1_609_459_200


def address(number: int) -> str:
    return f"https://site{number % 900}.example.org/posts/{number}?a={number}&utm_source=x"


def title(number: int) -> str:
    return f"Title number {number} of a page, of a usual length"


def bookmarks(links: int) -> str:
    """Return bookmarks in folders of all levels, with icons as browsers write them."""
    lines = ["<!DOCTYPE NETSCAPE-Bookmark-file-1>", "<TITLE>Bookmarks</TITLE>", "<DL><p>"]
    for start in range(0, links, IN_A_FOLDER):
        depth = 1 + start // IN_A_FOLDER % LEVELS
        lines += [f"<DT><H3>Folder {start} {level}</H3>\n<DL><p>" for level in range(depth)]
        for number in range(start, min(links, start + IN_A_FOLDER)):
            attributes = f'HREF="{address(number)}" ADD_DATE="{SAVED + number}" ICON="{ICON}"'
            lines.append(f'<DT><A {attributes} TAGS="t{number % 50}">{title(number)}</A>')
            lines.append("<DD>What it is about")
        lines += ["</DL><p>"] * depth
    return "\n".join((*lines, "</DL><p>"))


def table(links: int) -> str:
    """Return a table as Pocket wrote it."""
    with tempfile.TemporaryFile("w+", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("title", "url", "time_added", "tags", "status"))
        for number in range(links):
            state = "unread" if number % 3 else "archive"
            rows.writerow((title(number), address(number), SAVED, f"t{number % 50}|x", state))
        file.seek(0)
        return file.read()


def objects(links: int) -> str:
    """Return JSON as wallabag writes it, with the text of each page."""
    entries = [
        {
            "title": title(number),
            "url": address(number),
            "is_archived": number % 3 == 0,
            "tags": [f"t{number % 50}"],
            "created_at": "2024-01-01T10:00:00+00:00",
            "content": "<p>" + "text " * 400,
        }
        for number in range(links)
    ]
    return json.dumps(entries)


EXPORTS: Mapping[str, Callable[[int], str]] = {
    "bookmarks.html": bookmarks,
    "pocket.csv": table,
    "wallabag.json": objects,
    **PLAIN_EXPORTS,
}


def measured(folder: Path, name: str, links: int, rounds: int) -> list[Sample]:
    """Import one export into a new library, several times."""
    source, library = folder / name, folder / "library.db"
    source.write_text(EXPORTS[name](links), encoding="utf-8")
    samples = []
    for _ in range(rounds):
        library.unlink(missing_ok=True)
        samples.append(run((*RECALL, "import", str(source)), home(folder, library)))
    return samples


def main() -> None:
    """Print the median times and the peak of each export."""
    parser = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__)
    parser.add_argument("--links", type=int, default=LINKS)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    print(f"| import of {given.links:,} links | MB | wall, s | processor, s | peak, MiB |")
    print("|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for name in EXPORTS:
            samples = measured(Path(folder), name, given.links, given.rounds)
            wall = statistics.median(sample.seconds for sample in samples)
            cpu = statistics.median(sample.cpu_seconds for sample in samples)
            size = (Path(folder) / name).stat().st_size / 1e6
            peak = max(sample.mebibytes for sample in samples)
            print(f"| {name} | {size:.1f} | {wall:.2f} | {cpu:.2f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
