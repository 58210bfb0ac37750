"""The session in the browser: one thing at a time, and nothing twice."""

from datetime import timedelta
from typing import Any

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser


def log(browser: Browser, number: int = 1) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.recall.ok("show", str(number), "--json").json["log"]
    return found


def test_a_revisit_is_recalled_before_its_note_is_shown(browser: Browser) -> None:
    page = browser.get("/session/1").text
    assert "Thing 1" in page
    assert "note 1" not in page
    assert "note 1" in browser.get("/session/1/grades").text


def test_the_persons_own_question_stands_before_the_recall(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    browser.submit(page, "/visit/1/grade", to="/visit/1/question", question="Why pages?")
    assert "Why pages?" in browser.get("/session/1").text


def test_a_grade_leads_to_the_next_thing(browser: Browser) -> None:
    first = browser.get("/session").text
    page = browser.get("/session/1/grades").text
    after = browser.submit(page, "/visit/1/grade", rating="good", note="a new note")
    assert (after.status_code, after.url.path) == (200, "/session")
    assert after.text != first
    assert [(one["rating"], one["note"]) for one in log(browser)][-1] == ("good", "a new note")


def test_the_dates_under_the_grades_are_those_that_they_lead_to(browser: Browser) -> None:
    preview = browser.recall.ok("show", "1", "--json").json["preview"]
    page = browser.get("/session/1/grades").text
    for rating, day in preview.items():
        after = page[page.index(f'value="{rating}"') :]
        assert f"{int(day[-2:])} {'Mar' if day[5:7] == '03' else 'Apr'}" in after[:400]


@pytest.mark.parametrize("action", ["grade", "suspend", "postpone"])
def test_of_two_tabs_the_second_is_told_and_changes_nothing(browser: Browser, action: str) -> None:
    tabs = [browser.get("/session/1/grades").text for _ in range(2)]
    assert browser.submit(tabs[0], "/visit/1/grade", rating="good").status_code == 200
    form = {**browser.fields(tabs[1], "/visit/1/grade"), "rating": "again"}
    answer = browser.post(f"/visit/1/{action}", **form)
    assert answer.status_code == 409
    assert "changed elsewhere" in answer.text
    assert [one["rating"] for one in log(browser)] == ["good", "good"]


def test_what_was_graded_in_the_terminal_meanwhile_is_told(browser: Browser) -> None:
    shown = browser.get("/session/1").text
    page = browser.get("/session/1/grades").text
    browser.recall.ok("grade", "1", "hard")
    following = browser.link(shown, "/session/1/grades")
    assert "changed elsewhere" in browser.get(following).text
    assert browser.submit(page, "/visit/1/grade", rating="again").status_code == 409
    assert [one["rating"] for one in log(browser)] == ["good", "hard"]


def test_the_button_takes_back_what_it_says(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    after = browser.submit(page, "/visit/1/grade", rating="easy").text
    assert "easy, next" in after
    assert browser.submit(after, "/undo").url.path == "/session"
    assert [one["rating"] for one in log(browser)] == ["good"]


def test_a_button_does_not_take_back_something_else(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    after = browser.submit(page, "/visit/1/grade", rating="easy").text
    browser.recall.ok("grade", "2", "good")
    assert browser.submit(after, "/undo").status_code == 409
    assert [one["rating"] for one in log(browser)] == ["good", "easy"]


def test_the_clock_counts_from_when_the_title_was_shown(browser: Browser) -> None:
    shown = browser.get("/session/1").text
    browser.passed = 300
    page = browser.get(browser.link(shown, "/session/1/grades")).text
    browser.passed = 360
    browser.submit(page, "/visit/1/grade", rating="good")
    assert log(browser)[-1]["minutes"] == 6


@pytest.mark.parametrize(("passed", "asleep"), [(7200, 0), (120, 3600)])
def test_a_time_that_may_be_wrong_is_asked_about(
    browser: Browser, passed: float, asleep: float
) -> None:
    page = browser.get("/session/1/grades").text
    browser.passed, browser.asleep = passed, asleep
    asked = browser.submit(page, "/visit/1/grade", rating="good", note="kept")
    assert len(log(browser)) == 1
    assert "How many minutes did it take?" in asked.text
    browser.submit(asked.text, "/visit/1/grade", minutes="7")
    assert (log(browser)[-1]["minutes"], log(browser)[-1]["note"]) == (7, "kept")


def test_the_person_can_say_the_minutes_at_once(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    browser.passed = 7200
    browser.submit(page, "/visit/1/grade", rating="good", minutes="9")
    assert log(browser)[-1]["minutes"] == 9


@pytest.mark.parametrize("minutes", ["0", "-3", "1441", "x", "٣", "9" * 400])
def test_minutes_that_cannot_be_are_refused(browser: Browser, minutes: str) -> None:
    page = browser.get("/session/1/grades").text
    answer = browser.submit(page, "/visit/1/grade", rating="good", minutes=minutes)
    assert answer.status_code == 422
    assert len(log(browser)) == 1


@pytest.mark.parametrize("since", ["", "x", "1-", "-1", "9" * 40 + "-1", "٣-٣", "0-0"])
def test_a_time_that_nobody_wrote_is_no_error(browser: Browser, since: str) -> None:
    page = browser.get("/session/1/grades", params={"since": since})
    assert page.status_code == 200
    answer = browser.submit(page.text, "/visit/1/grade", rating="good", since=since)
    assert answer.status_code == 200


def test_one_sitting_of_a_reading_is_recorded_with_its_place(browser: Browser) -> None:
    page = browser.get("/session/4/grades").text
    answer = browser.submit(
        page, "/visit/4/grade", to="/visit/4/sitting", minutes="10", place="chapter 3"
    )
    assert answer.status_code == 200
    (sitting,) = browser.recall.ok("show", "4", "--json").json["sittings"]
    assert (sitting["minutes"], sitting["stopped_at"]) == (10, "chapter 3")


def test_a_reading_can_be_read_once(browser: Browser) -> None:
    page = browser.get("/session/4/grades").text
    browser.submit(page, "/visit/4/grade", to="/visit/4/once", minutes="10")
    assert browser.recall.ok("show", "4", "--json").json["resource"]["once"] is True


def test_a_revisit_has_no_sitting(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    answer = browser.submit(page, "/visit/1/grade", to="/visit/1/sitting", minutes="3")
    assert answer.status_code == 422


@pytest.mark.parametrize("action", ["later", "off"])
def test_a_visit_is_put_behind_the_others_or_off_the_day(browser: Browser, action: str) -> None:
    before = browser.recall.ok("today", "--json").json["plan"]
    number = before[0]["id"]
    page = browser.get(f"/session/{number}").text
    browser.submit(page, f"/visit/{number}/later", to=f"/visit/{number}/{action}")
    left = [
        one for one in browser.recall.ok("today", "--json").json["plan"] if one["state"] == "left"
    ]
    assert (left[-1]["id"] == number) is (action == "later")


def test_a_revisit_is_postponed_to_a_day(browser: Browser) -> None:
    page = browser.get("/session/1").text
    browser.submit(page, "/visit/1/later", to="/visit/1/postpone", until="in 9 days")
    assert browser.recall.ok("show", "1", "--json").json["resource"]["due"] == "2026-03-11"


def test_beyond_the_minutes_of_the_day_it_asks_once(browser: Browser) -> None:
    number = browser.recall.ok("today", "--json").json["plan"][0]["id"]
    browser.recall.ok("grade", str(number), "good", "--minutes", "60")
    asked = browser.get("/session").text
    assert "goes beyond them" in asked
    page = browser.get("/session?beyond=1").text
    assert "goes beyond them" not in page
    (left, *_) = [
        one["id"] for one in browser.recall.ok("today", "--json").json["plan"] if not one["done"]
    ]
    after = browser.submit(page, f"/visit/{left}/later")
    assert after.url.query == b"beyond=1"


def test_when_something_was_read_moves_the_dates(shipped: CommandLine) -> None:
    browser = Browser(shipped)
    plan = browser.recall.ok("today", "--json").json["plan"]
    number = next(one["id"] for one in plan if one["do"] == "revisit")
    page = browser.get(f"/session/{number}/grades").text
    assert "About when did you read it?" in page
    said = browser.get(f"/session/{number}/grades?read_on=longer").text
    browser.submit(said, f"/visit/{number}/grade", rating="easy")
    shown = browser.recall.ok("show", str(number), "--json").json["resource"]
    assert (shown["read_on"], shown["reviews"]) == ("longer", 1)


def test_a_grade_says_that_all_of_a_long_reading_is_read(shipped: CommandLine) -> None:
    browser = Browser(shipped)
    plan = browser.recall.ok("today", "--json").json["plan"]
    number = next(one["id"] for one in plan if one["do"] == "sitting")
    page = browser.get(f"/session/{number}/grades").text
    asked = browser.submit(page, f"/visit/{number}/grade", rating="good", minutes="20")
    assert "all of it is read" in asked.text
    assert log(browser, number) == []
    browser.submit(asked.text, f"/visit/{number}/grade", minutes="20")
    assert len(log(browser, number)) == 1


def test_after_the_end_of_the_day_the_session_has_the_plan_of_the_new_one(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    browser.recall.now += timedelta(days=1)
    browser.submit(page, "/visit/1/grade", rating="good", minutes="3")
    assert log(browser)[-1]["study_date"] == "2026-03-03"


def test_when_all_is_done_it_says_so_and_what_comes_next(browser: Browser) -> None:
    for one in browser.recall.ok("today", "--json").json["plan"]:
        browser.recall.ok("read" if one["do"] == "read" else "grade", str(one["id"]), "good")
    page = browser.get("/session").text
    assert "Nothing is left of today" in page
    assert "Due next" in page
