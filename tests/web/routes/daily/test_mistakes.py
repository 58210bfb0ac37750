"""What is typed wrong stands beside its form, and nothing that a person wrote is lost."""

from typing import Any

import pytest

from testing.web.browser import Browser


def log(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.recall.ok("show", "1", "--json").json["log"]
    return found


def test_wrong_minutes_stand_beside_the_grades_of_the_session(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    typed = {"rating": "good", "minutes": "0", "note": "typed before the mistake"}
    answer = browser.submit(page, "/visit/1/grade", **typed)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'value="0"' in answer.text
    assert "typed before the mistake</textarea>" in answer.text
    browser.submit(answer.text, "/visit/1/grade", **{**typed, "minutes": "5"})
    assert (log(browser)[-1]["minutes"], log(browser)[-1]["note"]) == (5, typed["note"])


def test_after_a_mistake_the_clock_goes_on_from_the_beginning(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    answer = browser.submit(page, "/visit/1/grade", rating="good", minutes="0")
    before, after = (browser.fields(one, "/visit/1/grade") for one in (page, answer.text))
    assert after == before


def test_wrong_minutes_stand_beside_the_grades_of_a_resource(browser: Browser) -> None:
    page = browser.get("/r/1").text
    answer = browser.submit(page, "/visit/1/grade", rating="good", minutes="0")
    assert answer.status_code == 422
    assert 'action="/r/1/note"' in answer.text
    assert 'role="alert"' in answer.text
    assert 'value="0"' in answer.text
    assert len(log(browser)) == 1


def test_a_percentage_that_cannot_be_stands_beside_its_form(browser: Browser) -> None:
    page = browser.get("/session/4/grades").text
    where = {"to": "/visit/4/sitting", "percent": "100", "minutes": "10"}
    answer = browser.submit(page, "/visit/4/grade", **where)
    assert answer.status_code == 422
    assert 'name="percent" inputmode="numeric" pattern="[0-9]*" size="3" value="100"' in answer.text


TITLE = ("/session/1", {"from": "title"})
STEP = ("/session/1/grades", {"from": "session"})
TODAY = ("/", {"from": "today"})
BESIDE = {"/": "About it", "/session/1": "Try to recall", "/session/1/grades": "note 1"}


@pytest.mark.parametrize("came_from", [TODAY, TITLE, STEP], ids=lambda one: one[0])
@pytest.mark.parametrize(
    ("action", "typed", "told"),
    [
        ("postpone", {"until": "someday"}, "is not a date"),
        ("postpone", {"until": "2026-03-01"}, "2026-03-01"),
        ("grade", {"rating": "good", "minutes": "many"}, "whole number"),
        ("sitting", {}, "is read already"),
    ],
)
def test_what_cannot_be_used_stands_where_it_was_typed(
    browser: Browser,
    came_from: tuple[str, dict[str, str]],
    action: str,
    typed: dict[str, str],
    told: str,
) -> None:
    path, where = came_from
    answer = browser.post(f"/visit/1/{action}", **where, **typed)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert BESIDE[path] in answer.text
    assert ("note 1" in answer.text) is (path != "/session/1")
    assert f'value="{typed.get("until", "")}"' in answer.text
    assert told in answer.text
    assert len(log(browser)) == 1


def test_a_visit_that_was_done_elsewhere_is_told_above_today(browser: Browser) -> None:
    page = browser.get("/").text
    browser.recall.ok("grade", "1", "good")
    answer = browser.submit(page, "/visit/1/grade", rating="good")
    assert answer.status_code == 409
    assert "changed elsewhere" in answer.text
    assert "Start the session" in answer.text


@pytest.mark.parametrize("path", ["/today/more", "/today/minutes"])
def test_wrong_minutes_of_today_stand_beside_their_form(browser: Browser, path: str) -> None:
    answer = browser.post(path, minutes="0.5")
    assert answer.status_code == 422
    assert 'value="0.5"' in answer.text
    assert 'action="/today/minutes"' in answer.text


@pytest.mark.parametrize("word", ["today", "session", "lists", "days", "r-1"])
def test_what_cannot_be_taken_back_any_more_is_told_where_the_button_stands(
    browser: Browser, word: str
) -> None:
    browser.recall.ok("grade", "1", "good")
    page = browser.get({"today": "/", "r-1": "/r/1"}.get(word, f"/{word}")).text
    form = browser.fields(page, "/undo")
    assert form["from"] == word
    browser.recall.ok("grade", "2", "good")
    answer = browser.post("/undo", **form)
    assert answer.status_code == 409
    assert "something else was done since" in answer.text
    assert browser.fields(answer.text, "/undo")["from"] == word


@pytest.mark.parametrize("action", ["later", "off", "postpone", "suspend", "question"])
def test_a_note_that_was_written_before_is_kept(browser: Browser, action: str) -> None:
    page = browser.get("/session/1/grades").text
    fields = {"note": "written before", "question": "Why?"}
    browser.submit(page, "/visit/1/grade", to=f"/visit/1/{action}", **fields)
    resource = browser.recall.ok("show", "1", "--json").json["resource"]
    assert resource["note"] == "written before"


def test_after_a_question_the_grades_are_there_again(browser: Browser) -> None:
    page = browser.get("/session/1/grades?beyond=1").text
    answer = browser.submit(page, "/visit/1/grade", to="/visit/1/question", question="Why?")
    assert answer.url.path == "/session/1/grades"
    before, after = (browser.fields(one, "/visit/1/grade") for one in (page, answer.text))
    assert (after["since"], after["beyond"]) == (before["since"], "1")
    assert browser.submit(answer.text, "/visit/1/grade", rating="good").is_success
    assert len(log(browser)) == 2


def test_a_note_is_shown_again_if_its_visit_was_done_elsewhere(browser: Browser) -> None:
    tab = browser.get("/session/1/grades").text
    browser.recall.ok("grade", "1", "good")
    answer = browser.submit(tab, "/visit/1/grade", rating="good", note="not lost <b>")
    assert answer.status_code == 409
    assert "<p>not lost &lt;b&gt;</p>" in answer.text


@pytest.mark.parametrize("path", ["/", "/session", "/library", "/r/1"])
def test_a_browser_that_is_not_signed_in_is_told_what_to_do(browser: Browser, path: str) -> None:
    browser.client.cookies.clear()
    page = browser.get(path).text
    assert "recall web --host" in page
    assert "<nav" not in page
    assert 'class="button' not in page


def test_a_link_that_was_used_leads_nowhere(browser: Browser) -> None:
    browser.client.cookies.clear()
    page = browser.post("/enter", secret="used")
    assert page.status_code == 403
    assert "<nav" not in page.text
    assert 'class="button' not in page.text
