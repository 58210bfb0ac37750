"""The session in the browser."""

from testing.web.browser import Browser


def test_a_revisit_is_recalled_before_its_note_is_shown(browser: Browser) -> None:
    page = browser.get("/session/1").text
    assert "Thing 1" in page
    assert "note 1" not in page
    assert "note 1" in browser.get("/session/1/grades").text


def test_a_grade_leads_to_the_next_thing(browser: Browser) -> None:
    page = browser.get("/session/1/grades").text
    after = browser.submit(page, "/visit/1/grade", rating="good", note="a new note")
    assert after.status_code == 200
    assert after.url.path == "/session"
    shown = browser.recall.ok("show", "1", "--json").json
    assert (shown["log"][-1]["rating"], shown["log"][-1]["note"]) == ("good", "a new note")


def test_a_grade_is_given_once_though_two_tabs_are_open(browser: Browser) -> None:
    tabs = [browser.get("/session/1/grades").text for _ in range(2)]
    assert browser.submit(tabs[0], "/visit/1/grade", rating="good").status_code == 200
    assert browser.submit(tabs[1], "/visit/1/grade", rating="again").status_code == 409
    log = browser.recall.ok("show", "1", "--json").json["log"]
    assert [one["rating"] for one in log] == ["good", "good"]
