"""Headings that are the titles of books, and lines under groups, with --plain."""

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.reader import parse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "# Books\n\nMost are fine.\n\n## 《一本书》\n\n很好。\n\n---\n\n## 二本书\n\n"
            "作者：李明\n\n还好。\n\n## 《三本书》——王五\n\n## 四本书\n",
            [
                ("Books", "《一本书》", "很好。"),
                ("Books", "二本书", "作者：李明\n还好。"),
                ("Books", "《三本书》", None),
                ("Books", "四本书", None),
            ],
        ),
        # Facts under a heading are about a book, if one of them is an author.
        (
            "# A\n\n## [[Fine nets]]\n- **Author:** Ann Lee\n- **Why I read it:** Short.\n"
            "## Oaks\n- **Added:** 2024",
            [
                ("A", "Fine nets", "Author: Ann Lee\nWhy I read it: Short."),
                ("A", "Oaks", "Added: 2024"),
            ],
        ),
        # Headings and lines in bold above words are books, if most name an author.
        (
            "Some words.\n\n# A\n\n### Oaks — Ann Lee, and Ray\n\n> It is fine. It is good.\n\n"
            "### Elms — Tom Gilb\n\n### Nets — Poe\n\nIt is short.",
            [
                ("A", "Oaks", "It is fine. It is good."),
                ("A", "Elms", None),
                ("A", "Nets", "It is short."),
            ],
        ),
        (
            "# A\n\n**Oaks / Ann Lee**  \nIt is fine.\n\n**Elms / Tom Gilb**  \nIt is short.\n\n"
            "**Nets / Poe**",
            [("A", "Oaks", "It is fine."), ("A", "Elms", "It is short."), ("A", "Nets", None)],
        ),
        (
            "## Nets\n- Law: the trees\n- Oaks: the elms",
            [("Nets", "Law: the trees", None), ("Nets", "Oaks: the elms", None)],
        ),
        # Beside bullets, only what is in marks is a title.
        (
            "# A\n\n### Starting out\n\nThese are fine.\n\n### *Nets* — Ann Lee\n\n"
            "**Note:** Good.\n\n## B\n- *Fine trees* — Bob\n  - Note: Short.\n- *Oaks*\n  - Dune",
            [
                ("A", "Nets", "Note: Good."),
                ("B", "Fine trees", "Note: Short."),
                ("Oaks", "Dune", None),
            ],
        ),
        (
            "- Lee 1955: _Fine nets_\n  - The first\n- Ray and Poe 1977 (review): _Oaks, Elms_",
            [("", "Fine nets", "The first"), ("", "Oaks, Elms", None)],
        ),
        (
            "1. Nets:\n\nFine Nets\n\nMore Nets\n\n2. Fine trees\n\nOaks\n\nElms\n",
            [
                ("Nets", "Fine Nets", None),
                ("Nets", "More Nets", None),
                ("Fine trees", "Oaks", None),
                ("Fine trees", "Elms", None),
            ],
        ),
        ("1. Nets\n\nIt is fine.\n\nIt is good.\n", [("", "Nets", None)]),
        ("- 无\n- Dune\n- *更新于: 2026-03-08*", [("", "Dune", None)]),
    ],
)
def test_headings_and_lines_are_titles(text: str, shown: list[tuple[str, str, str | None]]) -> None:
    found = parse(text, options=ReadOptions(plain=True)).items
    assert [("".join(item.section[-1:]), item.title, item.note) for item in found] == shown
