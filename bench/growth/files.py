"""Axes of the files that come in: entries of each format, and texts of odd shapes."""

import json
import re
from collections.abc import Callable, Mapping
from math import isqrt
from pathlib import Path

from bench.exports import EXPORTS
from bench.growth.doing import command, run
from bench.growth.measuring import Axis, Work
from bench.lists import SHAPES
from bench.plain_exports import address, title

ENTRIES = (1_250, 2_500, 5_000, 10_000)
SIGNS = (12_500, 25_000, 50_000, 100_000)
SHAPED = (3_125, 6_250, 12_500, 25_000)

Text = Callable[[int], str]

IN_A_SECTION = 40


def markdown(links: int) -> str:
    """Return a list as people write them."""
    return "".join(
        ("" if number % IN_A_SECTION else f"\n## Section {number}\n\n")
        + f"- [{'x' if number % 4 else ' '}] [{title(number)}]({address(number)}) (45 min) #ml\n"
        for number in range(links)
    )


def csl(links: int) -> str:
    """Return references as Zotero writes them for citation programs."""
    return json.dumps(
        [
            {
                "id": str(number),
                "type": "webpage",
                "title": title(number),
                "URL": address(number),
                "author": [{"family": "Ann", "given": "A."}],
                "abstract": "What it says. " * 20,
            }
            for number in range(links)
        ]
    )


def objects(links: int) -> str:
    """Return JSON of no program that is known."""
    found = [{"name": title(n), "link": address(n), "labels": ["a", "b"]} for n in range(links)]
    return json.dumps({"data": {"bookmarks": found}})


FORMATS: Mapping[str, Text] = {
    "list.md": markdown,
    "zotero.json": csl,
    "any.json": objects,
    **EXPORTS,
}


def edited(text: str) -> str:
    """Return a file after a person edited it: every tenth title and every tenth address."""
    text = re.sub(r"(number \d*3) of a page", r"\1 of a mended page", text)
    return re.sub(r"(posts/\d*7)\b", r"\1-new", text)


def every_format() -> list[Axis]:
    """Return an axis for each format: the first import, the same again, and an edited file."""
    return [_of_format(name, text) for name, text in FORMATS.items()]


def _of_format(name: str, text: Text) -> Axis:
    def make(folder: Path, size: int) -> None:
        written = text(size)
        for place, what in (("now", written), ("later", edited(written))):
            (folder / place).mkdir()
            (folder / place / name).write_text(what, encoding="utf-8")
        run(folder, "init", "--empty")
        (folder / "library.db").rename(folder / "empty.db")
        run(folder, "import", f"{folder}/now/{name}")

    return Axis(f"entries of {name}", ENTRIES, make, _imports(name))


def _imports(name: str) -> Mapping[str, Work]:
    def first(folder: Path) -> None:
        (folder / "empty.db").replace(folder / "library.db")
        run(folder, "import", f"{folder}/now/{name}")

    def changed(folder: Path) -> None:
        (folder / "later" / name).replace(folder / "now" / name)
        run(folder, "import", f"{folder}/now/{name}")

    again = command("import", f"{{folder}}/now/{name}")
    return {"import": first, "import again": again, "import edited": changed}


def _nested(opens: str, inner: str, closes: str) -> Text:
    return lambda levels: opens * levels + inner + closes * levels


ODD: Mapping[tuple[str, str], tuple[Text, tuple[int, ...]]] = {
    ("levels of headings", "o.org"): (
        lambda n: "".join(
            f"{'*' * i} [[https://example.org/{i}][T {i}]]\n" for i in range(1, isqrt(20 * n))
        ),
        SIGNS,
    ),
    ("levels of blocks", "logseq.md"): (
        lambda n: "".join(
            "\t" * i + f"- TODO [T {i}](https://example.org/{i})\n" for i in range(isqrt(20 * n))
        ),
        SIGNS,
    ),
    ("labels of a bookmark", "b.html"): (
        lambda n: (
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
            f'<DT><A HREF="https://example.org/1" TAGS="{",".join(f"t{i}" for i in range(n))}">'
            "Title</A>\n</DL><p>"
        ),
        ENTRIES,
    ),
    ("signs of a cell", "t.csv"): (
        lambda n: f'title,url\n"{"word " * (n // 5)}",https://example.org/1\n',
        SIGNS,
    ),
    ("columns of a table", "t.csv"): (
        lambda n: (
            f"title,url,{','.join(f'c{i}' for i in range(n))}\n"
            f"Title,https://example.org/1{',x' * n}\n"
        ),
        ENTRIES,
    ),
    ("signs of a line", "links.txt"): (
        lambda n: "word " * (n // 5) + "\nhttps://example.org/1\n",
        SIGNS,
    ),
    ("URLs of a line", "links.txt"): (
        lambda n: " ".join(f"https://example.org/{i}" for i in range(n)) + "\n",
        ENTRIES,
    ),
    ("URLs in the words of a line", "links.txt"): (
        lambda n: " ".join(f"some words https://example.org/{i}" for i in range(n)) + " at last\n",
        ENTRIES,
    ),
    ("signs of a task", "todo.txt"): (
        lambda n: f"x 2024-05-01 {'word +p @c ' * (n // 11)} https://example.org/1\n",
        SIGNS,
    ),
    ("braces of a field", "r.bib"): (
        lambda n: (
            "@article{a,\n title = {"
            + _nested("{", "Title", "}")(n)
            + "},\n url = {https://example.org/1}\n}\n"
        ),
        ENTRIES,
    ),
    ("authors of a reference", "r.ris"): (
        lambda n: (
            "TY  - JOUR\nTI  - Title\nUR  - https://example.org/1\n"
            + "".join(f"AU  - Ann, A{i}.\n" for i in range(n))
            + "ER  - \n"
        ),
        ENTRIES,
    ),
    ("levels of objects", "a.json"): (
        lambda n: '{"data":' * n + '[{"title": "Title", "url": "https://example.org/1"}]' + "}" * n,
        (50, 100, 200, 400),
    ),
    ("fields of an object", "a.json"): (
        lambda n: json.dumps(
            [{"title": "T", "url": "https://example.org/1"} | {f"f{i}": i for i in range(n)}]
        ),
        ENTRIES,
    ),
    **{(f"list: {name}", "list.md"): (shape, SHAPED) for name, shape in SHAPES.items()},
}
"""What grows in a single file, and the file."""


def odd_shapes() -> list[Axis]:
    """Return an axis for each odd shape: a first import, and the same again."""
    return [_of_shape(*named, *shaped) for named, shaped in ODD.items()]


def _of_shape(what: str, name: str, text: Text, sizes: tuple[int, ...]) -> Axis:
    def make(folder: Path, size: int) -> None:
        (folder / "now").mkdir()
        end = "\n\n[A title at the end](https://example.org/end)\n" if name == "list.md" else ""
        (folder / "now" / name).write_text(text(size) + end, encoding="utf-8")
        run(folder, "init", "--empty")

    return Axis(what, sizes, make, {"import": command("import", f"{{folder}}/now/{name}")})
