"""Relative links lead from the folder of the list, or from a base URL; no box is lost to one."""

from pathlib import Path

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.markdown.parsing.relative import resolved
from recall.formats.markdown.reader import parse

BASE = "https://ex.com/lists/"


@pytest.mark.parametrize(
    ("link", "base", "leads_to"),
    [
        ("a.md", BASE, "https://ex.com/lists/a.md"),
        ("./a.md", BASE, "https://ex.com/lists/a.md"),
        ("../a/", BASE, "https://ex.com/a/"),
        ("/a", BASE, "https://ex.com/a"),
        ("?page=2", BASE, "https://ex.com/lists/?page=2"),
        ("a.md#part", BASE, "https://ex.com/lists/a.md#part"),
        ("My Paper.pdf", BASE, "https://ex.com/lists/My%20Paper.pdf"),
        ("a%20b.pdf", BASE, "https://ex.com/lists/a%20b.pdf"),
        ("注意力.md", BASE, "https://ex.com/lists/%E6%B3%A8%E6%84%8F%E5%8A%9B.md"),
        ("a.md", "https://ex.com/lists", "https://ex.com/lists/a.md"),
        ("a.md", "https://ex.com/lists/README.md", "https://ex.com/lists/a.md"),
        ("//cdn.com/a", BASE, "https://cdn.com/a"),
        ("//cdn.com/a", None, "https://cdn.com/a"),
        ("paper.pdf", "file:///lists/", "file:///lists/paper.pdf"),
        ("file:paper.pdf", BASE, "file:paper.pdf"),
        ("missing.md", "file:///lists/", "missing.md"),
        ("/papers/a.pdf", "file:///lists/", "file:///lists/papers/a.pdf"),
        ("a\x00.md", "file:///lists/", "a\x00.md"),
        ("x" * 5_000, "file:///lists/", "x" * 5_000),
        ("README.md", BASE, "README.md"),
        ("oaks/README.md#top", BASE, "https://ex.com/lists/oaks/README.md#top"),
        (
            "chrome-extension://abc/viewer.html?file=https%3A%2F%2Fex.com%2Fa.pdf#zoom=1",
            BASE,
            "https://ex.com/a.pdf",
        ),
        ("a.md", None, "a.md"),
        ("", BASE, ""),
        ("#part", BASE, "#part"),
        ("mailto:a@b.c", BASE, "mailto:a@b.c"),
        ("www.a.com", BASE, "www.a.com"),
        ("http://[", BASE, "http://["),
        ("a.md", "http://[", "a.md"),
        ("CONTRIBUTING.md", BASE, "CONTRIBUTING.md"),
        ("docs/LICENSE", BASE, "docs/LICENSE"),
        ("README.zh.md", BASE, "README.zh.md"),
    ],
)
def test_a_link_leads_where_a_person_would_go(link: str, base: str | None, leads_to: str) -> None:
    assert resolved(link, base) == leads_to


def test_a_file_that_is_there_is_a_reading(tmp_path: Path) -> None:
    (tmp_path / "my notes.md").write_text("x")
    base = f"{tmp_path.as_uri()}/"
    assert resolved("my notes.md", base) == (tmp_path / "my notes.md").as_uri()
    assert resolved("my%20notes.md#top", base).endswith("/my%20notes.md#top")
    (tmp_path / "trees").mkdir()
    assert resolved("./trees/", base) == f"{base}trees/"
    assert resolved(".", base) == "."


@pytest.mark.parametrize(
    ("text", "items", "reasons"),
    [
        ("- [x] [Notes](n.md)", [("Notes", None, True)], ["a relative link; its title is kept"]),
        ("- [ ] [Paper]()", [("Paper", None, False)], []),
        ("- [x] [Part](#part)", [("Part", None, True)], []),
        (
            "- [x] [Notes](n.md)\n  - [ ] [More](m.md)",
            [("Notes", None, True), ("More", None, False)],
            None,
        ),
        ("|论文|情况|标签|\n|-|-|-|\n|[甲](n.md)|√|nets|", [("甲", None, True)], None),
        ("- [x] [A](http://a/1)\n- ✅ ❌", [("A", "http://a/1", True)], None),
        (
            "- [ ] Ask [Ann](mailto:a@b.c)",
            [("Ask Ann", None, False)],
            ["an e-mail address; its title is kept"],
        ),
        ("- [x] [Notes](n.md) [pdf](http://a/1)", [("Notes", "http://a/1", True)], None),
        ("- [x] [Mine](file:///a/b.pdf)", [("Mine", "file:///a/b.pdf", True)], []),
    ],
)
def test_a_box_is_not_lost_to_its_link(
    text: str, items: list[tuple[str, str | None, bool]], reasons: list[str] | None
) -> None:
    found = parse(text)
    assert [(item.title, item.url, item.checked) for item in found.items] == items
    if reasons is not None:
        assert [skipped.reason for skipped in found.skipped] == reasons


def test_seventy_relative_papers_are_one_list() -> None:
    text = "\n".join(f"- [Paper number {n}](papers/{n}.pdf)" for n in range(70))
    found = parse(text, "list.md", ReadOptions(base=BASE))
    assert [item.url for item in found.items] == [f"{BASE}papers/{n}.pdf" for n in range(70)]
