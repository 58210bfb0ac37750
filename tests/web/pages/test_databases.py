"""The page on each kind of database: looking changes nothing, and a grade is kept once."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW
from testing.web.browser import Browser


def ratings(url: str) -> list[tuple[object, ...]]:
    with Store(url) as store:
        return [tuple(row) for row in store.rows("SELECT resource_id, rating FROM review")]


@pytest.fixture
def browser(library_url: str, fresh: CommandLine) -> Browser:
    """A browser at the page of a library on each kind of database."""

    @contextmanager
    def library() -> Iterator[Context]:
        with Store(library_url) as store:
            yield Context(store, Settings(), NOW)

    return Browser(fresh, library)


def test_a_revisit_is_graded_once(library_url: str, browser: Browser) -> None:
    assert browser.get("/").status_code == 200
    page = browser.get("/session/1/grades").text
    assert ratings(library_url) == []
    answers = [browser.submit(page, "/visit/1/grade", rating="good") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert ratings(library_url) == [(1, 3)]


def test_the_library_is_searched_and_added_to(library_url: str, browser: Browser) -> None:
    added = browser.post("/add", url="https://example.org/a-new-page", section="A/B", length="900")
    assert added.is_success
    number = added.url.path.removeprefix("/r/")
    browser.post("/visit/1/grade", rating="good")
    assert "<polyline" in browser.get("/r/1").text
    found = browser.get("/library?q=new-page&in=A&status=unread").text
    assert f'href="/r/{number}"' in found
    assert "0 of 1 read" in browser.get("/library/sections").text
    page = browser.get(f"/r/{number}/edit").text
    assert browser.submit(page, f"/r/{number}/edit", title="Another").url.path == f"/r/{number}"
    assert browser.submit(page, f"/r/{number}/edit", title="Third").status_code == 409
