"""Titles of pages in any encoding, also in a wrong one, and of pages that are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.link_checks.page_title import LONGEST_PAGE_TITLE, page_title

PAGE = "<!doctype html><head><meta charset='{0}'><title>\n 页面  不存在 &amp; mehr</title>"
TITLE = "页面 不存在 & mehr"
HTML = "text/html"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "gb2312", "big5hkscs"])
def test_the_encoding_is_the_headers_or_the_pages(encoding: str) -> None:
    body = PAGE.format(encoding).replace("页面", "頁面" if encoding[:3] == "big" else "页面")
    written = body.encode("gb18030" if encoding.startswith("gb") else encoding)
    wanted = TITLE.replace("页面", "頁面" if encoding[:3] == "big" else "页面")
    assert page_title(written, f"{HTML}; charset={encoding}") == wanted
    assert page_title(written, HTML) == wanted


def test_the_header_counts_more_than_the_page() -> None:
    assert page_title(PAGE.format("big5").encode(), f'{HTML}; Charset="UTF-8"') == TITLE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("named", ["", "no-such", "hex", "ascii", "big5", "utf-16"])
def test_an_encoding_that_is_wrong_or_not_said_is_found(encoding: str, named: str) -> None:
    body = "<title>页面不存在</title>".encode(encoding)
    found = page_title(body, f"{HTML}; charset={named}")
    assert found == "页面不存在" or named == "big5"


@pytest.mark.parametrize("cut", range(1, 4))
def test_a_page_that_is_cut_inside_a_character(cut: int) -> None:
    body = "<title>内容已删除</title>正文𠀀".encode()
    assert page_title(body[:-cut], HTML) == "内容已删除"


@pytest.mark.parametrize(
    "page", ["", "<title>", "<title>cut of", "no title", "<titles>x</titles>", "\x00\xff<b>"]
)
def test_a_page_without_a_title_has_none(page: str) -> None:
    assert page_title(page.encode("latin-1"), HTML) == ""


def test_a_title_of_an_svg_inside_comes_later() -> None:
    assert page_title(b"<TITLE lang=en>One</TITLE><svg><title>Two</title></svg>", HTML) == "One"


def test_a_very_long_title_is_cut() -> None:
    assert len(page_title(b"<title>" + b"x" * 9000 + b"</title>", HTML)) == LONGEST_PAGE_TITLE


@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_bytes_give_one_line(body: bytes, content_type: str) -> None:
    assert not {"\n", "\x00", "\x1b"} & set(
        page_title(b"<title>" + body + b"</title>", content_type)
    )
