"""What is told and what is logged when something goes wrong."""

import logging

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
    (told,) = [one for one in caplog.records if one.name == WEB_LOGGER]
    assert "ValueError at /" in told.getMessage()
    assert "broken" in told.getMessage()
    assert TITLE not in caplog.text + answer.text


def test_a_library_that_cannot_be_read_is_told_in_a_sentence(browser: Browser) -> None:
    browser.recall.library.write_bytes(b"no library at all, but long enough to be looked at " * 99)
    answer = browser.get("/")
    assert answer.status_code == 503
    assert "<h1>" in answer.text


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
