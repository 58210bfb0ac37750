"""What holds for each page in the table: looking changes nothing, and nobody else gets in."""

import re
import sqlite3

import pytest

from recall.web.pages.endpoint import Page
from recall.web.routes.table import PAGES
from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

LOOKING = [page for page in PAGES if page.method == "GET"]
DOING = [page for page in PAGES if page.method == "POST"]


def path_of(page: Page) -> str:
    return page.path.replace("{number:id}", "1")


def content(recall: CommandLine) -> list[str]:
    with sqlite3.connect(recall.library) as library:
        found = list(library.iterdump())
    library.close()
    return found


@pytest.mark.parametrize("page", LOOKING, ids=path_of)
def test_looking_at_a_page_changes_nothing(page: Page, browser: Browser) -> None:
    before = content(browser.recall)
    assert browser.get(path_of(page)).status_code == 200
    assert content(browser.recall) == before


@pytest.mark.parametrize("page", PAGES, ids=path_of)
def test_a_browser_that_is_not_signed_in_sees_and_changes_nothing(
    page: Page, planned: CommandLine
) -> None:
    stranger, before = Browser(planned, is_signed_in=False), content(planned)
    answer = stranger.client.request(page.method, path_of(page))
    assert answer.status_code == 401
    assert "Thing" not in answer.text
    assert content(planned) == before


@pytest.mark.parametrize("page", DOING, ids=path_of)
def test_what_changes_something_cannot_be_done_by_looking(page: Page, browser: Browser) -> None:
    before = content(browser.recall)
    has_form = page.path in {one.path for one in LOOKING}
    assert browser.get(path_of(page)).status_code in ((200,) if has_form else (404, 405))
    assert content(browser.recall) == before


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/", "/"),
        ("/r/1", "/library"),
        ("/library/sections", "/library"),
        ("/add/bookmarklet", "/add"),
        ("/coming", "/statistics"),
        ("/lists/import", "/lists"),
        ("/days", "/settings"),
    ],
)
def test_the_navigation_marks_the_entry_that_a_page_belongs_to(
    browser: Browser, path: str, entry: str
) -> None:
    nav = browser.get(path).text.partition("<nav")[2].partition("</nav>")[0]
    assert set(re.findall(r'<a href="([^"]*)" aria-current', nav)) == {entry}
