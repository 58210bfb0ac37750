"""What was done without a connection counts for the moment at which it was done."""

from datetime import timedelta

import pytest

from testing.web.browser import Browser


def graded(browser: Browser, given_at: str) -> list[str]:
    page = browser.get("/session/1/grades").text
    browser.recall.now += timedelta(days=2)
    fields = browser.fields(page, "/visit/1/grade") | {"since": "", "given_at": given_at}
    for _ in range(2):
        browser.post("/visit/1/grade", rating="good", **fields)
    log = browser.recall.ok("show", "1", "--json").json["log"]
    return [one["study_date"] for one in log]


def test_it_counts_for_its_own_day_and_once(browser: Browser) -> None:
    assert graded(browser, "2026-03-02T10:00:00Z") == ["2026-02-20", "2026-03-02"]


@pytest.mark.parametrize(
    "given_at",
    ["", "x", "2026-03-02", "2026-03-02T10:00:00", "2999-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
)
def test_a_moment_that_cannot_be_is_now(browser: Browser, given_at: str) -> None:
    assert graded(browser, given_at) == ["2026-02-20", "2026-03-04"]
