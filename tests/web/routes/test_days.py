"""Pauses and single dates on the page."""

import pytest

from testing.web.browser import Browser


def calendar(browser: Browser) -> tuple[list[object], list[object]]:
    printed = browser.recall.ok("day", "--json").json
    return printed["days"], printed["pauses"]


def test_a_pause_is_begun_seen_and_ended(browser: Browser) -> None:
    page = browser.post("/days/pause", until="in 9 days")
    assert "from Mon 2 Mar until Wed 11 Mar" in page.text
    assert "Paused until" in browser.get("/").text
    over = browser.post("/days/resume")
    assert over.status_code == 200
    assert "Take back" in over.text
    assert "Paused until" not in browser.get("/").text


def test_a_planned_pause_is_called_off(browser: Browser) -> None:
    page = browser.post("/days/pause", first="2026-04-01", until="2026-04-05")
    browser.submit(page.text, "/days/drop")
    assert calendar(browser) == ([], [])


def test_a_pause_is_taken_back_by_one_button(browser: Browser) -> None:
    page = browser.post("/days/pause")
    assert "until you end it" in page.text
    answer = browser.submit(page.text, "/undo")
    assert answer.url.path == "/days"
    assert calendar(browser) == ([], [])


def test_a_date_has_minutes_of_its_own_and_its_usual_ones_again(browser: Browser) -> None:
    page = browser.post("/days/minutes", day="2026-03-05", minutes="0")
    assert "a day off" in page.text
    (day,), _ = calendar(browser)
    assert isinstance(day, dict)
    assert (day["date"], day["minutes"]) == ("2026-03-05", 0)
    browser.post("/days/minutes", day="2026-03-05", minutes="")
    assert calendar(browser) == ([], [])


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        ("/days/pause", {"until": "<b>never</b>"}, "is not a date"),
        ("/days/pause", {"first": "2026-04-05", "until": "2026-04-01"}, "give a later day"),
        ("/days/minutes", {"day": "2026-03-05", "minutes": "-1"}, "whole number"),
        ("/days/minutes", {"day": "2026-03-01", "minutes": "5"}, "is over"),
        ("/days/drop", {"day": "2026-03-05"}, "no planned pause"),
    ],
)
def test_what_is_wrong_stands_beside_the_form_with_what_was_typed(
    browser: Browser, path: str, fields: dict[str, str], told: str
) -> None:
    answer = browser.post(path, **fields)
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1
    assert told in answer.text
    assert "<b>never" not in answer.text
    if "first" in fields:
        assert f'value="{fields["first"]}"' in answer.text
    assert calendar(browser) == ([], [])
