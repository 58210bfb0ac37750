"""What is told and what is logged when something goes wrong."""

import logging
import sqlite3
from contextlib import closing

import pytest

from recall.errors import StorageError
from recall.web.pages.endpoint import WEB_LOGGER
from recall.web.routes.daily import today
from testing.web.browser import Browser

TITLE = " ".join(("Thing", "1"))


def broken(*_: object, **__: object) -> None:
    raise ValueError(TITLE)


def test_a_defect_is_a_page_and_a_log_without_anything_of_the_library(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(today, "day_view", broken)
    with caplog.at_level(logging.DEBUG):
        answer = browser.get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    (told,) = [record for record in caplog.records if record.name == WEB_LOGGER]
    assert "ValueError at /" in told.getMessage()
    assert "broken" in told.getMessage()
    assert TITLE not in caplog.text + answer.text


def test_a_library_that_cannot_be_read_is_told_in_a_sentence(browser: Browser) -> None:
    browser.recall.library.write_bytes(b"no library at all, but long enough to be looked at " * 99)
    answer = browser.get("/")
    assert answer.status_code == 503
    assert "<h1>" in answer.text


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "the library is damaged, and this goes on"), ("zh", "资料库有损坏")],
)
def test_a_page_that_goes_on_without_damaged_rows_says_so_in_a_line(
    browser: Browser, language: str, told: str
) -> None:
    browser.recall.configure(f'language = "{language}"')
    assert told not in browser.get("/library").text
    with closing(sqlite3.connect(browser.recall.library)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = 1")
        file.execute("UPDATE resource SET minutes = 'long' WHERE id < 3")
    for path in ("/", "/library", "/r/1", "/session/4/grades"):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert (answer.text.count(told), answer.text.count("resource 1, minutes: ")) == (1, 1)


@pytest.mark.parametrize("path", ["/", "/nothing", "/enter/x", "/static/nothing"])
def test_settings_that_cannot_be_read_are_a_page_too(browser: Browser, path: str) -> None:
    browser.recall.configure('language = "zh"')
    assert browser.get("/").status_code == 200
    browser.recall.configure("language = zh")
    answer = browser.get(path)
    assert "没有成功" in answer.text or answer.url.path == "/enter/x"
    assert answer.status_code in (200, 404, 409)
    assert browser.post("/visit/1/grade", rating="good").status_code == 409


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('daily_minutes = "lots"', "必须是"),
        ("nonsense = 1", "没有"),
        ("remind = 3", "[remind]"),
        ("[other]\nx = 1", "没有"),
    ],
)
def test_in_chinese_it_is_told_what_is_wrong_with_the_settings(
    browser: Browser, line: str, told: str
) -> None:
    browser.recall.configure('language = "zh"\n' + line)
    answer = browser.get("/")
    assert answer.status_code == 409
    assert told in answer.text
    assert " must be " not in answer.text
    assert " is called " not in answer.text


def test_settings_that_are_wrong_are_told_in_a_sentence(browser: Browser) -> None:
    browser.recall.configure("daily_minutes = 0")
    answer = browser.get("/")
    assert answer.status_code == 409
    assert "daily_minutes" in answer.text


def test_devices_that_cannot_be_read_are_told_and_let_nobody_in(browser: Browser) -> None:
    browser.recall.library.with_name("web-devices.json").write_text("{", encoding="utf-8")
    answer = browser.get("/")
    assert answer.status_code == 409
    assert "delete it" in answer.text


def test_a_library_that_is_looked_at_refuses_every_change(browser: Browser) -> None:
    with browser.site.library() as context, context.store.for_looking() as looking:
        assert looking.rows("SELECT count(*) FROM resource") == [(4,)]
        with pytest.raises(StorageError, match="nothing was changed"), looking.transaction():
            pass


FORMS = {
    "/days/pause": {"until": "in 9 days"},
    "/today/minutes": {"minutes": "9"},
    "/r/1/archive": {},
    "/r/1/edit": {"title": "Another"},
}


@pytest.mark.parametrize(("path", "fields"), FORMS.items(), ids=FORMS)
def test_damage_has_the_same_page_and_status_wherever_it_is_met(
    browser: Browser, path: str, fields: dict[str, str]
) -> None:
    with closing(sqlite3.connect(browser.recall.library)) as file:
        file.execute("DROP TABLE change")  # the pages can be drawn, nothing can be done
    answer = browser.post(path, **fields)
    assert (answer.status_code, "brings a backup back" in answer.text) == (503, True)
    assert 'class="problem"' not in answer.text
