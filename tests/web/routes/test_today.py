"""The page of today."""

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
