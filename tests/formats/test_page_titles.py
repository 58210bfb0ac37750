"""Titles of pages, as browsers save them, lose the name of the site that every page of it has."""

import pytest

from recall.formats.bookmarks import parse
from recall.formats.page_titles import page_title

SAVED = [
    ("A fine talk - YouTube", "https://www.youtube.com/watch?v=abcdefghijk", "A fine talk"),
    ("(3) A fine talk - YouTube", "https://youtu.be/abcdefghijk", "A fine talk"),
    ("一门好课_哔哩哔哩_bilibili", "https://www.bilibili.com/video/BV1pu411o7BE", "一门好课"),
    ("GitHub - a/b: A fine tool", "https://github.com/a/b", "a/b: A fine tool"),
    ("[2401.00001] A Fine Paper", "https://arxiv.org/abs/2401.00001", "A Fine Paper"),
    ("Attention - Wikipedia", "https://en.wikipedia.org/wiki/Attention", "Attention"),
    ("注意力 - 维基百科，自由的百科全书", "https://zh.wikipedia.org/wiki/注意力", "注意力"),
    ("How to plant? - Stack Overflow", "https://stackoverflow.com/q/1", "How to plant?"),
    ("A fine post | by Ann Lee | Medium", "https://medium.com/p/1", "A fine post"),
    # The site itself, other sites, and what is a part of the title stay.
    ("YouTube", "https://www.youtube.com/", "YouTube"),
    ("A history of talks - YouTube", "https://a.org/1", "A history of talks - YouTube"),
    ("[2401] of them", "https://arxiv.org/abs/2401.00001", "[2401] of them"),
    ("A title", "http://[broken", "A title"),
    ("A title", None, "A title"),
]


@pytest.mark.parametrize(("saved", "url", "title"), SAVED)
def test_the_title_without_its_site(saved: str, url: str | None, title: str) -> None:
    assert page_title(saved, url) == title


def test_bookmarks_have_it() -> None:
    link = '<DT><A HREF="https://youtu.be/abcdefghijk">A fine talk - YouTube</A>'
    (found,) = parse(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>{link}</DL>", "marks.html").items
    assert found.title == "A fine talk"
