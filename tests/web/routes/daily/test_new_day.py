"""A session that goes on past 04:00 says that a new day has begun."""

from datetime import timedelta

import pytest

from testing.web.browser import Browser

BEGUN = "A new day has begun"


@pytest.mark.parametrize("path", ["/session", "/session/1", "/session/1/grades"])
def test_no_day_has_begun_where_a_session_begins(browser: Browser, path: str) -> None:
    assert BEGUN not in browser.get(path).text


def test_the_grades_say_it_when_the_title_was_shown_before(browser: Browser) -> None:
    page = browser.get("/session/1").text
    browser.recall.now += timedelta(days=1)
    assert BEGUN in browser.get(browser.link(page, "/session/1/grades")).text


def test_the_next_thing_says_it_once(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    browser.recall.now += timedelta(days=1)
    after = browser.submit(page, "/visit/1/grade", rating="good", minutes="5")
    assert BEGUN in after.text
    next_page = browser.get(browser.link(after.text, "/session/"))
    assert BEGUN not in next_page.text


def test_a_day_that_nobody_wrote_is_no_error(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    answer = browser.submit(page, "/visit/1/grade", rating="good", day="\r\nx: y&beyond=1")
    assert (answer.status_code, answer.url.path) == (200, "/session")
