"""Titles, notes and questions of others are shown as text, and do nothing."""

import re
import sqlite3
from html import unescape
from urllib.parse import quote, urlencode

import pytest

from recall.domain.library.resource import Link
from recall.storage.database.codec import from_section
from recall.storage.tables.details import from_lines, from_links
from recall.web.pages.drawing import web_link
from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

MARKUP = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' autofocus onfocus=alert(1) x="
HIDDEN = "\u202egnp\u2066.exe\u200b\u0007\x1b[31mred\x9b0m\u2028{{ 7*7 }}"
SESSION = ("/", "/session", "/session/1", "/session/1/grades", "/session/4", "/session/4/grades")
GIVEN = urlencode(dict.fromkeys(("url", "title", "note", "section", "length"), MARKUP + HIDDEN))
LIBRARY = ("/library", "/library/found?q=alert", "/library/sections", "/r/1", "/r/4", "/r/1/edit")
ADDING = (f"/add?{GIVEN}", f"/library?q={quote(MARKUP + HIDDEN)}&status={quote(MARKUP)}")
PATHS = (*SESSION, *LIBRARY, *ADDING)


@pytest.fixture
def hostile(planned: CommandLine) -> Browser:
    """A library of which every text that a person or a list wrote is hostile."""
    with sqlite3.connect(planned.library) as library:
        texts = {"t": MARKUP + HIDDEN, "u": "javascript:alert(1)//https://x"}
        library.execute("UPDATE resource SET title = :t, note = :t, question = :t, url = :u", texts)
        library.execute("UPDATE resource SET series = :t, part = 1", texts)
        texts |= {"s": from_section((MARKUP + HIDDEN, "b")), "l": from_lines([MARKUP + HIDDEN])}
        texts |= {"k": from_links([Link("code", MARKUP + HIDDEN, "javascript:alert(1)")])}
        library.execute("UPDATE place SET title = :t, section = :s", texts)
        library.execute("UPDATE resource SET description = :t, labels = :l, links = :k", texts)
        library.execute("UPDATE resource SET folded = :t", texts)
    library.close()
    return Browser(planned)


@pytest.mark.parametrize("path", PATHS)
def test_no_text_becomes_markup_or_hides_something(hostile: Browser, path: str) -> None:
    page = hostile.get(path)
    assert page.status_code == (422 if "status=" in path else 200)
    assert "alert(1)" in unescape(page.text)
    assert page.text.count("<script") == page.text.count('<script src="/static/') <= 2
    assert "<img" not in page.text
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', page.text))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x07\x1b\x9b\u2028]", page.text)
    assert "49" not in page.text.split("{{")[-1][:9]


@pytest.mark.parametrize("path", PATHS)
def test_no_address_but_of_the_web_is_a_link(hostile: Browser, path: str) -> None:
    text = hostile.get(path).text
    links = re.findall(r'(?:href|src|action|formaction|data-more|data-find)="([^"]*)"', text)
    assert links or "found" in path
    assert all(re.match(r"#main$|/(?!/)", link) for link in links)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "java\nscript:alert(1)",
        "",
        None,
    ],
)
def test_what_is_no_address_of_the_web_gets_no_link(url: str | None) -> None:
    assert web_link(url) is None


def test_an_address_is_a_link_without_hidden_characters() -> None:
    assert web_link("https://example.org/a\u202eb c") == "https://example.org/ab%20c"


def test_links_tell_other_pages_nothing(browser: Browser) -> None:
    for path in ("/", "/session/4"):
        for link in re.findall(r'<a [^>]*href="https?://[^>]*>', browser.get(path).text):
            assert 'rel="noopener noreferrer"' in link
