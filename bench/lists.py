"""Measures how the time of an import grows with lists of odd shapes, by doubling their size.

python -m bench.lists --lines 25000

An exponent of 1 is linear growth. Times are of the processor, as ratios to a bare interpreter.
"""

import argparse
import math
import shutil
import statistics
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.processes import BARE, RECALL, home, run

LINES = 25_000
ROUNDS = 3
END = "\n\n[A title at the end](https://example.org/end)\n"

Shape = Callable[[int], str]
"""Gives the text of a list with a number of lines, or of signs where it has a single line."""


def _each(line: str) -> Shape:
    return lambda lines: "".join(line.format(number) for number in range(lines))


SHAPES: Mapping[str, Shape] = {
    "usual links": _each("- [ ] [Title of the work {0}](https://example.org/{0})\n"),
    "links, descriptions, notes": _each(
        "- [x] [Title of the work {0}](https://example.org/{0}) - on nets (45 min) #ml\n"
        "  - read 2024-05-01, good\n"
    ),
    "rows": lambda lines: (
        "a|b\n-|-\n" + _each("[Title of the work {0}](https://example.org/{0})|x\n")(lines)
    ),
    "papers with code": _each(
        "- **Title of the work {0}**, *Ann Lee*. [[pdf]](https://arxiv.org/abs/{0})"
        " [[repo{0}]](https://github.com/a/repo{0})\n"
    ),
    "rows with code": lambda lines: (
        "|Title|Paper|Code|\n|-|-|-|\n"
        + _each("|Work {0} of them|[pdf](https://a.org/{0})|[code](https://b.org/{0})|\n")(lines)
    ),
    "works of one bullet": lambda links: (
        "- " + _each("[Title of the work {0}](https://example.org/{0}), ")(links)
    ),
    "links of one work": lambda links: (
        "- A title of a work " + _each("[pdf](https://example.org/{0}) ")(links)
    ),
    "columns": lambda columns: (
        f"{'|h' * columns}|\n{'|-' * columns}|\n" + _each("|[pdf](https://a.org/{0})")(columns)
    ),
    "a section for each": _each("# S {0}\n- [Title of the work {0}](https://example.org/{0})\n"),
    "one URL": _each("- [Title of the work {0}](https://example.org/)\n"),
    "a quote": _each("> A line of words number {0}\n"),
    "one paragraph of links": _each("[Title of the work {0}](https://example.org/{0})\n"),
    "numbered parts": _each("- [{0}. Part {0} of it](https://example.org/{0})\n"),
    "lines that end in a colon": _each("A:\n\n- x\n\n"),
    "pipes": _each("|\n"),
    "empty boxes": _each("- [ ] \n"),
    "empty lines": _each("\n"),
    "folds in folds": _each("<details><summary>x</summary>\n\n"),
    "levels of indents": lambda signs: "".join(
        f"{'  ' * level}- level {level} of them\n" for level in range(math.isqrt(20 * signs))
    ),
    "open brackets": lambda signs: "[" * signs,
    "signs in a heading": lambda signs: f"# a {'$' * signs} b\n- [A title](https://a.org)",
    "signs behind a label": lambda signs: f"Authors: {'{' * signs}",
    "levels in a line": lambda signs: "- " * signs + "a",
}
REFUSED: Mapping[str, Shape] = {
    "1,200,000 pipes": lambda _: "|\n" * 1_200_000,
    "20 MB of empty boxes": lambda _: "- [ ] \n" * 2_900_000,
    "60 MB of empty lines": lambda _: "\n" * 60_000_000,
}


IMPORT = ("import", "--format", "markdown")


def new_library(folder: Path) -> Path:
    """Make an empty library, of which each import gets a copy."""
    empty = folder / "empty.db"
    run((*RECALL, "init", "--empty"), home(folder, empty))
    return empty


def seconds(text: str, empty: Path) -> float:
    """Return the median processor time of an import of a text into a copy of a library."""
    source, library = empty.with_name("list.md"), empty.with_name("library.db")
    source.write_text(text, encoding="utf-8")
    around = home(empty.parent, library)
    times = []
    for number in range(ROUNDS + 1):  # the first warms up the disk and bytecode
        shutil.copy(empty, library)
        sample = run((*RECALL, *IMPORT, str(source)), around)
        times += [sample.cpu_seconds] if number else []
    return statistics.median(times)


def refusal_seconds(text: str, empty: Path) -> float:
    """Return the processor time of an import that has to be refused."""
    source = empty.with_name("list.md")
    source.write_text(text, encoding="utf-8")
    # The shell turns the refusal into success, and success into failure.
    refused = ("/bin/sh", "-c", '! "$@" 2>/dev/null', "sh", *RECALL, *IMPORT, str(source))
    return run(refused, home(empty.parent, empty)).cpu_seconds


def main() -> None:
    """Print a table of times and exponents, and the time of each refusal."""
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("--lines", type=int, default=LINES)
    parser.add_argument("--only", nargs="*", default=list(SHAPES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = statistics.median(
            run(BARE, home(folder, folder / "x.db")).cpu_seconds for _ in range(9)
        )
        empty = new_library(folder)
        start = seconds(END, empty)
        print("| shape | lines | × bare | twice as many, × bare | exponent |")
        print("|---|---:|---:|---:|---:|")
        for shape in given.only:
            once, twice = (seconds(SHAPES[shape](n * given.lines) + END, empty) for n in (1, 2))
            grows = math.log2(max(twice - start, bare) / max(once - start, bare))
            ratios = f"{once / bare:.0f} | {twice / bare:.0f}"
            print(f"| {shape} | {given.lines:,} | {ratios} | {grows:.2f} |", flush=True)
        for what, made in REFUSED.items():
            took = refusal_seconds(made(0), empty) / bare
            print(f"{what}: refused after {took:.0f} × bare", flush=True)


if __name__ == "__main__":
    main()
