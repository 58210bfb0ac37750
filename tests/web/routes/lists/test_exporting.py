"""Taking the library out as a file."""

import pytest

from recall.formats.exports.table import EXPORT_NAMES
from testing.web.browser import Browser


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_each_format_is_sent_as_the_terminal_writes_it(browser: Browser, name: str) -> None:
    answer = browser.get(f"/export?format={name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="recall-')
    assert "html" not in answer.headers["content-type"]
    assert answer.text == browser.recall.ok("export", "-", "--format", name).out


@pytest.mark.parametrize("name", ["exe", '"; filename="x.html', "../json", "\u202e"])
def test_a_format_that_there_is_not_is_told(browser: Browser, name: str) -> None:
    answer = browser.get("/export", params={"format": name})
    assert answer.status_code == 422
    assert "content-disposition" not in answer.headers
    assert "<h1>" in answer.text
