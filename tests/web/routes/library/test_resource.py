"""A resource's own page, and what can be done there."""

import re
from html import unescape

import pytest

from testing.web.browser import Browser


def status(browser: Browser, number: int = 1) -> str:
    found: str = browser.recall.ok("show", str(number), "--json").json["resource"]["status"]
    return found


def test_it_shows_the_log_the_curve_and_what_each_grade_would_do(browser: Browser) -> None:
    shown = browser.recall.ok("show", "1", "--json").json
    page = browser.get("/r/1").text
    assert "<polyline" in page
    assert page.count('<circle class="recalled"') == len(shown["log"]) == 1
    for rating, day in shown["preview"].items():
        button = page[page.index(f'name="rating" value="{rating}"') :]
        assert f"{int(day[-2:])} {'Mar' if day[5:7] == '03' else 'Apr'}" in button[:400]
    assert "note 1" in page
    assert 'href="https://example.org/1"' in page
    assert "Number 1 of 4 in today" in page or "in today&#39;s plan" in page


def test_what_was_never_read_has_no_curve(browser: Browser) -> None:
    page = browser.get("/r/4").text
    assert "<polyline" not in page
    assert "Read it now" in page


def test_a_lapse_is_another_mark(browser: Browser) -> None:
    browser.recall.ok("grade", "1", "again")
    assert 'class="forgotten"' in browser.get("/r/1").text


@pytest.mark.parametrize(
    ("action", "button", "after"),
    [("suspend", "suspend", "suspended"), ("suspend", "archive", "archived")],
)
def test_it_is_put_aside_and_taken_up_again(
    browser: Browser, action: str, button: str, after: str
) -> None:
    page = browser.get("/r/1").text
    done = browser.submit(page, f"/r/1/{action}", to=f"/r/1/{button}")
    assert (done.url.path, status(browser)) == ("/r/1", after)
    assert "/visit/1/grade" not in done.text
    assert browser.submit(done.text, "/r/1/resume").is_success
    assert status(browser) == "read"


def test_it_is_graded_there_and_that_is_taken_back_there(browser: Browser) -> None:
    page = browser.get("/r/1").text
    after = browser.submit(page, "/visit/1/grade", rating="hard", minutes="4")
    assert after.url.path == "/r/1"
    assert len(browser.recall.ok("show", "1", "--json").json["log"]) == 2
    undone = browser.submit(after.text, "/undo")
    assert undone.url.path == "/r/1"
    assert len(browser.recall.ok("show", "1", "--json").json["log"]) == 1


def test_a_date_that_cannot_be_read_stays_with_what_is_wrong(browser: Browser) -> None:
    page = browser.get("/r/1").text
    answer = browser.submit(page, "/r/1/suspend", to="/r/1/postpone", until="someday")
    assert answer.status_code == 422
    assert "'someday' is not a date" in unescape(answer.text)
    assert 'value="someday"' in answer.text
    assert browser.submit(page, "/r/1/suspend", to="/r/1/postpone", until="in 9 days").is_success
    assert "2026-03-11" in browser.recall.ok("show", "1").out


def test_a_note_is_written_over_several_lines(browser: Browser) -> None:
    page = browser.get("/r/1").text
    assert browser.submit(page, "/r/1/note", note="one\r\ntwo").url.path == "/r/1"
    assert browser.recall.ok("show", "1", "--json").json["resource"]["note"] == "one\ntwo"


def test_a_note_that_was_changed_elsewhere_is_not_written_over(browser: Browser) -> None:
    page = browser.get("/r/1").text
    browser.recall.ok("note", "1", "from the terminal")
    answer = browser.submit(page, "/r/1/note", note="typed here")
    assert answer.status_code == 409
    assert "typed here</textarea>" in answer.text
    assert browser.recall.ok("show", "1", "--json").json["resource"]["note"] == "from the terminal"


def test_what_was_graded_elsewhere_is_not_suspended_unseen(browser: Browser) -> None:
    page = browser.get("/r/1").text
    browser.recall.ok("grade", "1", "good")
    assert browser.submit(page, "/r/1/suspend").status_code == 409
    assert status(browser) == "read"


def test_one_that_is_the_same_is_joined(browser: Browser) -> None:
    page = browser.get("/r/1/edit").text
    answer = browser.submit(page, "/r/1/join", other="Thing 4")
    assert answer.url.path == "/r/1"
    assert "4 Thing 4 is a part of it now" in answer.text
    assert browser.get("/r/4").text.count("Thing 1") > 0
    again = browser.post("/r/1/join", other="1")
    assert (again.status_code, "cannot be joined with itself" in again.text) == (422, True)


def test_a_long_reading_says_how_far_it_is(browser: Browser) -> None:
    browser.recall.ok("edit", "4", "--minutes", "600")
    browser.recall.ok("read", "4", "--sitting", "--minutes", "30", "--at", "chapter 3")
    page = browser.get("/r/4").text
    assert "30 of 600 min, 5 %" in page
    assert "stopped at chapter 3" in page
    assert "<td>chapter 3</td>" in page


def test_links_have_their_roles(browser: Browser) -> None:
    browser.recall.ok("edit", "1", "--link", "code=https://github.com/a/b")
    page = browser.get("/r/1").text
    assert re.search(r'href="https://github.com/a/b"[^>]*noopener noreferrer.*?<small>code', page)


@pytest.mark.parametrize("path", ["/r/77", "/r/77/edit", "/r/999999999999999999999"])
def test_what_is_not_there_is_told(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "no resource matches" in answer.text


def test_a_neglected_revisit_is_kept(browser: Browser) -> None:
    answer = browser.post("/r/1/keep")
    assert answer.is_success
    assert browser.post("/r/4/keep").status_code == 422
