"""The library in the browser: search, filters, parts of a long list, sections."""

import re
from html import unescape

import pytest

from testing.web.browser import Browser


def titles(page: str) -> list[str]:
    return re.findall(r'<a href="/r/\d+"><bdi>(.*?)</bdi>', page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Thing 1", "Thing 2", "Thing 3", "Thing 4"]),
        ("?q=thing", ["Thing 1", "Thing 2", "Thing 3", "Thing 4"]),
        ("?q=note+2", ["Thing 2"]),
        ("?q=org/3", ["Thing 3"]),
        ("?q=nowhere", []),
        ("?status=read", ["Thing 1", "Thing 2", "Thing 3"]),
        ("?status=unread&q=4", ["Thing 4"]),
        ("?kind=paper", []),
        ("?due=1", ["Thing 1", "Thing 2", "Thing 3"]),
        ("?first=2", ["Thing 3", "Thing 4"]),
        ("?first=x", ["Thing 1", "Thing 2", "Thing 3", "Thing 4"]),
        ("?first=999999999", []),
        ("?q=%20%20", ["Thing 1", "Thing 2", "Thing 3", "Thing 4"]),
    ],
)
def test_the_list_is_narrowed_as_in_the_terminal(
    browser: Browser, query: str, expected: list[str]
) -> None:
    for path in ("/library", "/library/found"):
        assert titles(browser.get(path + query).text) == expected


def test_it_says_where_a_word_was_found(browser: Browser) -> None:
    page = browser.get("/library/found?q=note+2").text
    assert "<b>note</b> <bdi>note 2</bdi>" in page


def test_the_part_that_changes_has_no_page_around_it(browser: Browser) -> None:
    assert "<html" not in browser.get("/library/found").text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("status=old", "'old' is not a status; allowed: unread,"),
        ("kind=<b>", "'<b>' is not a kind"),
        ("in=Nowhere", "no section matches 'Nowhere'"),
    ],
)
def test_what_cannot_be_asked_is_told_beside_the_form(
    browser: Browser, query: str, sentence: str
) -> None:
    answer = browser.get(f"/library?q=kept&{query}")
    assert answer.status_code in (404, 422)
    assert sentence in unescape(answer.text)
    assert 'value="kept"' in answer.text
    assert "<b>" not in answer.text


def test_a_section_and_a_label_narrow_it_and_are_offered(browser: Browser) -> None:
    browser.recall.ok("edit", "2", "--new-section", "A/B & C", "--label", "x y")
    page = browser.get("/library?in=A+%E2%80%BA+B+%26+C&label=X+Y").text
    assert titles(page) == ["Thing 2"]
    assert "<option selected>A › B &amp; C</option>" in page
    assert titles(browser.get("/library?section=b").text) == ["Thing 2"]
    assert titles(browser.get("/library?in=A").text) == ["Thing 2"]


def test_a_long_list_goes_on_behind_a_link(browser: Browser) -> None:
    more = [f"https://example.org/more/{number}" for number in range(60)]
    browser.recall.ok("add", *more)
    page = browser.get("/library?q=example").text
    assert (len(titles(page)), "64 resources · 1 to 50" in page) == (50, True)
    following = unescape(browser.link(page, "/library"))
    assert following == "/library?q=example&first=50" or "first=50" in page
    rest = browser.get("/library?q=example&first=50").text
    assert len(titles(rest)) == 14
    assert "data-more" not in rest
    assert "data-more" in page


def test_sections_show_how_much_is_read(browser: Browser) -> None:
    for number, section in (("1", "A/B"), ("4", "A")):
        browser.recall.ok("edit", number, "--new-section", section)
    page = browser.get("/library/sections").text.partition('class="sections"')[2]
    assert re.findall(r"<bdi>(.*?)</bdi>", page) == ["A", "B"]
    assert re.findall(r"(\d of \d read)", page) == ["1 of 2 read", "1 of 1 read"]
    links = re.findall(r'href="(/library\?[^"]*)"', page)
    assert [len(titles(browser.get(unescape(link)).text)) for link in links] == [2, 1]


def test_a_library_without_anything_says_how_to_begin(browser: Browser) -> None:
    for _ in range(4 + 3):
        browser.recall.ok("undo")
    assert "The library is empty" in browser.get("/library").text
    assert "Nothing stands in a section" in browser.get("/library/sections").text
