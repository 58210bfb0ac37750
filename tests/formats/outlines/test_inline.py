"""Links and boxes in a row, as three programs write them."""

import re
from pathlib import Path

import pytest

from recall.formats.markdown.lines import MarkdownLink
from recall.formats.outlines import inline


def links(text: str, pattern: re.Pattern[str] | None, base: str | None = None) -> list[str]:
    line = inline.said(text, 1, pattern, base)
    return [f"{'' if link.bare else link.label} {link.url}" for link in line.links]


@pytest.mark.parametrize(
    ("pattern", "text", "expected", "visible"),
    [
        (None, "see https://a.org/b, ok", [" https://a.org/b"], "see https://a.org/b, ok"),
        (None, "www.a.org", [" http://www.a.org"], "www.a.org"),
        (None, "https://", [], "https://"),
        (None, "https://a.org/https://b.org", [" https://a.org/https://b.org"], None),
        (inline.MARKDOWN, "[a](https://a.org) b", ["a https://a.org"], "a b"),
        (inline.MARKDOWN, "[a [b]](https://a.org/(c))", ["a [b] https://a.org/(c)"], "a [b]"),
        (inline.MARKDOWN, '[a](<https://a.org> "t")', ["a https://a.org"], "a"),
        (inline.MARKDOWN, "![a](https://a.org/b.png) c", [], " c"),
        (inline.MARKDOWN, "![a](https://a.org/b.pdf)", ["a https://a.org/b.pdf"], "a"),
        (inline.MARKDOWN, "[a](b", [], "[a](b"),
        (inline.HTML, '<b>x</b> <a class="y" href="https://a.org?b&amp;c">d &lt;</a>', None, None),
        (inline.HTML, "a &amp; b", [], "a & b"),
        (inline.ORG, "[[https://a.org][b]] c", ["b https://a.org"], "b c"),
        (inline.ORG, "[[https://a.org]]", [" https://a.org"], "https://a.org"),
        (inline.ORG, "[[https://a.org][b [c]]]", ["b [c] https://a.org"], "b [c]"),
        (inline.ORG, "[[doi:10.1000/xyz][b]]", ["b https://doi.org/10.1000/xyz"], "b"),
        (inline.ORG, "[[id:123][b]] [[*Head]] [[c d]]", [], "b *Head c d"),
        (inline.ORG, "[[mailto:a@b.org][c]]", ["c mailto:a@b.org"], "c"),
    ],
)
def test_links_are_found(
    pattern: re.Pattern[str] | None, text: str, expected: list[str] | None, visible: str | None
) -> None:
    if expected is not None:
        assert links(text, pattern) == expected
    else:
        assert links(text, pattern) == ["d < https://a.org?b&c"]
    if visible is not None:
        assert inline.said(text, 1, pattern).text == visible


def test_a_relative_link_starts_from_the_folder_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x", encoding="utf-8")
    base = f"{tmp_path.as_uri()}/"
    for written in ("file:a.html", "./a.html"):
        assert links(f"[[{written}][b]]", inline.ORG, base) == [f"b {base}a.html"]
    assert links("[[file:a.html][b]]", inline.ORG) == ["b a.html"]
    assert links("[[./none.html][b]]", inline.ORG, base) == ["b ./none.html"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ ] a", ("unread", "a")),
        ("[x] a", ("read", "a")),
        ("[X]", ("read", "")),
        ("[-] a", ("dropped", "a")),
        ("[/] a", ("begun", "a")),
        ("[?] a", ("unread", "a")),
        ("[x](https://a.org)", ("", "[x](https://a.org)")),
        ("[] a", ("", "[] a")),
        ("a [x]", ("", "a [x]")),
    ],
)
def test_a_box_is_taken_from_the_beginning(text: str, expected: tuple[str, str]) -> None:
    assert inline.take_box(text, inline.DROPPED_DASH) == expected


def test_an_address_beside_a_text_is_one_more_link() -> None:
    line = inline.said("A title", 4)
    assert inline.with_address(line, "in the drawer") == line
    found = inline.with_address(line, "https://a.org").links
    assert found == [MarkdownLink("https://a.org", "https://a.org", 4, bare=True)]


def test_an_address_without_its_slashes_is_mended() -> None:
    line = inline.said("[[https:www.example.org/a][A]] [[http:/example.org][B]]", 1, inline.ORG)
    assert [link.url for link in line.links] == ["https://www.example.org/a", "http://example.org"]
