"""The page of today."""

from datetime import timedelta

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser


def test_the_plan_of_today_stands_there_in_order(browser: Browser) -> None:
    page = browser.get("/")
    assert page.status_code == 200
    planned = [one["title"] for one in browser.recall.ok("today", "--json").json["plan"]]
    listed = page.text[page.text.index("<ol") :]
    places = [listed.index(f"<bdi>{title}</bdi>") for title in planned]
    assert len(planned) == 4
    assert places == sorted(places)


def test_the_page_is_chinese_where_the_setting_says_so(browser: Browser) -> None:
    browser.recall.configure('language = "zh"')
    page = browser.get("/").text
    assert '<html lang="zh-Hans">' in page
    assert "开始" in page
    assert "Start the session" not in page


@pytest.mark.parametrize("path", ["/", "/session"])
def test_an_empty_library_leads_to_what_fills_it(empty: CommandLine, path: str) -> None:
    page = Browser(empty).get(path).text
    assert "The library is empty." in page
    assert 'class="button primary" href="/lists/import"' in page
    assert "Add more to today" not in page


def test_a_day_without_anything_says_what_comes_next(browser: Browser) -> None:
    browser.recall.ok("suspend", "4")
    for number in range(1, 4):
        browser.recall.ok("postpone", str(number), "in 9 days")
    browser.recall.now += timedelta(days=1)
    page = browser.get("/").text
    assert "Nothing to do today. The next revisit is due on Wed 11 Mar." in page
    assert "Add more to today" not in page
    for number in range(1, 4):
        browser.recall.ok("suspend", str(number))
    assert "4 resources are suspended or archived." in browser.get("/").text


def test_in_a_pause_it_leads_to_the_pauses(browser: Browser) -> None:
    browser.recall.ok("pause")
    assert 'class="button primary" href="/days"' in browser.get("/").text


def test_what_has_waited_long_can_be_laid_out(shipped: CommandLine) -> None:
    browser = Browser(shipped)
    browser.recall.ok(
        "grade", str(browser.recall.ok("today", "--json").json["plan"][-1]["id"]), "good"
    )
    browser.recall.now += timedelta(days=20)
    assert 'href="/days#backlog"' in browser.get("/").text
    page = browser.get("/days").text
    assert "would be spread over the coming days" in page
    assert browser.post("/days/resume").is_success
    assert 'href="/days#backlog"' not in browser.get("/").text


def test_a_revisit_that_was_left_out_for_days_is_asked_about(shipped: CommandLine) -> None:
    browser = Browser(shipped)
    browser.recall.ok("config", "set", "daily_minutes", "8")
    for _ in range(12):
        browser.recall.ok("today")
        browser.recall.now += timedelta(days=1)
    neglected = browser.recall.ok("today", "--json").json["passed_over"]
    assert neglected is not None
    page = browser.get("/").text
    assert "Left out since" in page
    assert f'href="/r/{neglected["id"]}"' in page
