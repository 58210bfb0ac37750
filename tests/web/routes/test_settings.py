"""The settings on the page: all of the one table, checked and kept as by the command line."""

import re

import pytest

from recall.settings.table import SETTINGS
from recall.web.words.sentences import said
from recall.web.words.words import words_of
from testing.web.browser import Browser

KEEP = "/settings/keep"
SECRET = "postgresql://me:secret@desk/recall"


def test_each_setting_stands_there_but_those_that_may_hold_a_password(browser: Browser) -> None:
    page = browser.get("/settings").text
    named = re.findall(r'<(?:input|select) id="([^"]+)"', page)
    assert len(named) == len(SETTINGS) - 1
    assert set(named) == set(SETTINGS) - {"database_url"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_setting_has_its_help_in_the_language_of_the_page(
    browser: Browser, language: str
) -> None:
    browser.recall.configure(f'language = "{language}"')
    page = browser.get("/settings").text
    for row in SETTINGS.values():
        if not row.is_private:
            text = row.help_zh if language == "zh" else row.help
            assert text.split("`")[0].split("'")[0] in page


def test_what_is_changed_is_kept_and_the_rest_of_the_file_too(browser: Browser) -> None:
    browser.recall.configure("# my own", "sitting_minutes = 25")
    page = browser.get("/settings").text
    answer = browser.submit(page, KEEP, daily_minutes="1h", **{"remind.on": "false"})
    assert "Kept." in answer.text
    printed = browser.recall.ok("config", "--json").json
    assert printed["settings"]["daily_minutes"] == 60
    assert printed["settings"]["remind.on"] is False
    with open(printed["file"], encoding="utf-8") as file:
        text = file.read()
    assert "# my own" in text
    assert "sitting_minutes = 25" in text
    assert "maximum_interval" not in text


def test_a_value_that_cannot_be_is_told_beside_it_and_nothing_is_kept(browser: Browser) -> None:
    page = browser.get("/settings").text
    answer = browser.submit(page, KEEP, daily_minutes="30", new_share="<b>lots</b>")
    assert answer.status_code == 422
    assert "new_share cannot be" in answer.text
    assert "&lt;b&gt;lots&lt;/b&gt;" in answer.text
    assert 'name="daily_minutes" value="30"' in answer.text
    assert browser.recall.ok("config", "get", "daily_minutes").out == "45\n"
    mended = browser.submit(answer.text, KEEP, daily_minutes="30", new_share="0.5")
    assert "Kept." in mended.text
    assert browser.recall.ok("config", "get", "daily_minutes").out == "30\n"


def test_a_form_that_is_old_changes_only_what_was_changed_in_it(browser: Browser) -> None:
    old = browser.get("/settings").text
    browser.recall.ok("config", "set", "daily_minutes", "90")
    browser.submit(old, KEEP, daily_minutes="45", sitting_minutes="15")
    assert browser.recall.ok("config", "get", "daily_minutes").out == "90\n"
    assert browser.recall.ok("config", "get", "sitting_minutes").out == "15\n"


def test_where_the_library_is_cannot_be_seen_or_changed(browser: Browser) -> None:
    url = browser.recall.environ["RECALL_DATABASE_URL"]
    browser.recall.configure(f'database_url = "{SECRET}"')
    browser.recall.environ["RECALL_DATABASE_URL"] = url
    page = browser.get("/settings").text
    assert "secret" not in page
    browser.submit(page, KEEP, database_url="sqlite:////tmp/other.db", daily_minutes="50")
    assert f'database_url = "{SECRET}"' in browser.recall.config.read_text(encoding="utf-8")


def test_a_name_that_is_no_setting_is_left_alone(browser: Browser) -> None:
    answer = browser.submit(browser.get("/settings").text, KEEP, nonsense="1", **{"remind.x": "2"})
    assert answer.status_code == 200
    assert "nonsense" not in answer.text


@pytest.mark.parametrize("name", [name for name, row in SETTINGS.items() if not row.is_private])
def test_what_is_wrong_with_each_setting_is_told_in_chinese(browser: Browser, name: str) -> None:
    refused = browser.recall("config", "set", name, "!!")
    assert refused.code == 2
    error = refused.err.removeprefix("recall: ").strip()
    chinese = said(words_of("zh"), error)
    assert "cannot be" not in chinese
    assert "应为" in chinese
    assert chinese.split("应为")[1] != error.split("it must be ")[1]


def test_what_counts_after_a_restart_says_so(browser: Browser) -> None:
    page = browser.get("/settings").text
    assert page.count("It counts when the page starts next.") == 2
