"""Attacks on every page of the table, as another page or program would try them."""

import sqlite3

import pytest

from recall.web.guard.bodies import USUAL_BYTES
from recall.web.pages.endpoint import Page
from recall.web.routes.table import PAGES
from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

DOING = [page for page in PAGES if page.method == "POST"]
NUMBERED = [page for page in PAGES if "{number:id}" in page.path]
FIELDS = (
    *("action", "base", "daily_minutes", "day", "description", "fields", "first", "format"),
    *("from", "given_at", "keep_label", "keep_link", "key", "kind", "label", "language"),
    *("length", "minutes", "name", "new_after", "new_label", "new_link", "note", "once"),
    *("other", "part", "percent", "place", "priority", "question", "rating", "read_on"),
    *("section", "sections", "seen", "series", "since", "sure", "text", "title", "unit"),
    *("until", "url", "kept", "digest", "shown", "set", "sync.on", "turn", "by", "noted"),
)
"""Names that the forms of the page have, and some that none has."""


def path_of(page: Page, number: str = "1") -> str:
    return page.path.replace("{number:id}", number)


def content(recall: CommandLine) -> list[str]:
    with sqlite3.connect(recall.library) as library:
        found = list(library.iterdump())
    library.close()
    return found


@pytest.mark.parametrize("page", DOING, ids=path_of)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_another_page_changes_nothing(page: Page, site: str, browser: Browser) -> None:
    before = content(browser.recall)
    headers = {"sec-fetch-site": site}
    answer = browser.client.post(path_of(page), data={"rating": "good"}, headers=headers)
    assert answer.status_code == 403
    assert content(browser.recall) == before


@pytest.mark.parametrize("page", DOING, ids=path_of)
def test_what_is_too_long_changes_nothing(page: Page, browser: Browser) -> None:
    before = content(browser.recall)
    answer = browser.post(path_of(page), note="x" * (max(page.most_bytes, USUAL_BYTES) + 1))
    assert answer.status_code == 413
    assert content(browser.recall) == before


@pytest.mark.parametrize("page", PAGES, ids=path_of)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_do_nothing(page: Page, method: str, browser: Browser) -> None:
    before = content(browser.recall)
    assert browser.client.request(method, path_of(page)).status_code == 405
    assert content(browser.recall) == before


@pytest.mark.parametrize("page", NUMBERED, ids=path_of)
@pytest.mark.parametrize("number", ["0", "99999", "9" * 19, "9" * 30, "9" * 5000])
def test_a_number_that_nothing_has_is_no_defect(page: Page, number: str, browser: Browser) -> None:
    sent = {"data": {"rating": "good"}} if page.method == "POST" else {}
    answer = browser.client.request(page.method, path_of(page, number), **sent)
    assert answer.status_code in (404, 405, 409, 422)


@pytest.mark.parametrize("page", DOING, ids=path_of)
@pytest.mark.parametrize(
    "value", ["\x00", "\ud800", "<script>alert(1)</script>", "../../etc/passwd", "9" * 5000]
)
def test_no_value_of_a_field_is_a_defect(page: Page, value: str, browser: Browser) -> None:
    body = "&".join(f"{name}={quoted(value)}" for name in FIELDS)
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = browser.client.post(path_of(page), content=body, headers=kind)
    assert answer.status_code < 500
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("page", DOING, ids=path_of)
def test_a_file_where_a_text_belongs_is_no_defect(page: Page, browser: Browser) -> None:
    files = dict.fromkeys(FIELDS, ("../../x.md", b"- [A](https://example.org)"))
    answer = browser.client.post(path_of(page), files=files)
    assert answer.status_code < 500


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff\xfe", b"%", b"=&=&;", b"--x\r\n\r\n"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_body_that_is_broken_is_no_defect(body: bytes, kind: str, browser: Browser) -> None:
    for path in ("/visit/1/grade", "/add", "/lists/upload", "/settings/keep"):
        answer = browser.client.post(path, content=body, headers={"content-type": kind})
        assert answer.status_code < 500


def quoted(value: str) -> str:
    return "".join(f"%{byte:02x}" for byte in value.encode("utf-8", "surrogatepass"))
