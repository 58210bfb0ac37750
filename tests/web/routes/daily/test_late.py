"""What was done without a connection: delivered twice, late, or after other things were done."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from testing.web.browser import Browser

GIVEN_AT = "2026-03-02T03:00:00.123Z"


@pytest.fixture
def offline(browser: Browser) -> Browser:
    """A browser that gets its connection back an hour after what it did."""
    assert browser.get("/").is_success  # the plan is kept
    browser.recall.now += timedelta(hours=3)
    return browser


def fields(browser: Browser, **more: str) -> Mapping[str, str]:
    """Return the form of the first thing as the browser keeps it."""
    page = browser.get("/session/1/grades").text
    form = browser.fields(page, "/visit/1/grade")
    return form | {"since": "", "sure": "1", "given_at": GIVEN_AT, **more}


def planned(browser: Browser) -> list[int]:
    """Return what is left of the day, in order."""
    plan = browser.recall.ok("today", "--json").json["plan"]
    return [one["id"] for one in plan if not one["done"]]


def actions(browser: Browser) -> list[str]:
    """Return the kinds of what was done, newest first."""
    return [one["kind"] for one in browser.recall.ok("history", "--json").json["actions"]]


@pytest.mark.parametrize("what", ["later", "off", "postpone", "suspend", "grade"])
def test_it_counts_once_though_other_things_were_done_since(offline: Browser, what: str) -> None:
    form = fields(offline, rating="good")
    assert offline.post(f"/visit/1/{what}", **form).is_success
    other = next(one for one in planned(offline) if one != 1)
    offline.post(f"/visit/{other}/later")
    before, done = planned(offline), actions(offline)
    assert offline.post(f"/visit/1/{what}", **form).is_success
    assert (planned(offline), actions(offline)) == (before, done)


@pytest.mark.parametrize("what", ["later", "off", "postpone", "suspend", "grade"])
def test_what_was_undone_since_is_not_done_again(offline: Browser, what: str) -> None:
    form = fields(offline, rating="good")
    assert offline.post(f"/visit/1/{what}", **form).is_success
    offline.recall.ok("undo")
    before, done = planned(offline), actions(offline)
    assert offline.post(f"/visit/1/{what}", **form).is_success
    assert (planned(offline), actions(offline)) == (before, done)


@pytest.mark.parametrize("what", ["later", "grade"])
def test_it_counts_once_though_only_the_answer_to_it_was_lost(offline: Browser, what: str) -> None:
    form = fields(offline, rating="good", key="a key")
    assert offline.post(f"/visit/1/{what}", **{**form, "given_at": ""}).is_success
    other = next(one for one in planned(offline) if one != 1)
    offline.post(f"/visit/{other}/later", key="another key")
    before, done = planned(offline), actions(offline)
    assert offline.post(f"/visit/1/{what}", **form).is_success
    assert (planned(offline), actions(offline)) == (before, done)


def test_a_form_that_was_refused_or_asked_about_is_not_done_by_its_key(offline: Browser) -> None:
    form = fields(offline, rating="good", key="a key", given_at="", sure="")
    assert offline.post("/visit/1/grade", **form, minutes="none").status_code == 422
    assert offline.post("/visit/1/grade", **form, minutes="7").is_success
    assert actions(offline)[0] == "grade"


def test_two_moments_are_two_things(offline: Browser) -> None:
    form = fields(offline)
    offline.post("/visit/1/later", **form)
    other = next(one for one in planned(offline) if one != 1)
    offline.post(f"/visit/{other}/later")
    offline.post("/visit/1/later", **{**form, "given_at": "2026-03-02T03:00:09Z"})
    assert planned(offline)[-1] == 1


@pytest.mark.parametrize("times", [1, 2])
def test_a_note_stays_though_its_grade_was_given_elsewhere_meanwhile(
    offline: Browser, times: int
) -> None:
    form = fields(offline, rating="good", note="from the train")
    offline.recall.ok("grade", "1", "again", "--note", "at the desk")
    for _ in range(times):
        assert offline.post("/visit/1/grade", **form).status_code == 409
    shown = offline.recall.ok("show", "1", "--json").json
    assert shown["resource"]["note"] == "at the desk\n\nfrom the train"
    assert shown["log"][-1]["rating"] == "again"
    assert actions(offline)[:2] == ["note", "grade"]


def test_a_grade_that_is_refused_without_a_note_changes_nothing(offline: Browser) -> None:
    form = fields(offline, rating="good")
    offline.recall.ok("grade", "1", "again")
    done = actions(offline)
    assert offline.post("/visit/1/grade", **form).status_code == 409
    assert actions(offline) == done


def test_a_note_of_the_page_does_not_take_the_place_of_a_newer_one(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    browser.recall.ok("note", "1", "theirs")
    browser.submit(page, "/visit/1/grade", rating="good", note="mine")
    shown = browser.recall.ok("show", "1", "--json").json
    assert shown["resource"]["note"] == "theirs\n\nmine"
    assert shown["log"][-1]["note"] == "mine"
