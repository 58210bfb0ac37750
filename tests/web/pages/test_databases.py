"""The page on each kind of database: looking changes nothing, and a grade is kept once."""

from collections.abc import Iterator
from contextlib import contextmanager

from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from testing.commands.command_line import CommandLine
from testing.libraries.factories import NOW
from testing.web.browser import Browser


def ratings(url: str) -> list[tuple[object, ...]]:
    with Store(url) as store:
        return [tuple(row) for row in store.rows("SELECT resource_id, rating FROM review")]


def test_a_revisit_is_graded_once(library_url: str, fresh: CommandLine) -> None:
    @contextmanager
    def library() -> Iterator[Context]:
        with Store(library_url) as store:
            yield Context(store, Settings(), NOW)

    browser = Browser(fresh, library)
    assert browser.get("/").status_code == 200
    page = browser.get("/session/1/grades").text
    assert ratings(library_url) == []
    answers = [browser.submit(page, "/visit/1/grade", rating="good") for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 409]
    assert ratings(library_url) == [(1, 3)]
