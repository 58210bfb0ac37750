"""The fields of a resource are changed as `recall edit` changes them."""

from html import unescape
from typing import Any

import pytest

from testing.web.browser import Browser


def fields(browser: Browser, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = browser.recall.ok("show", str(number), "--json").json["resource"]
    return found


def edit(browser: Browser, number: int = 1, **changed: str) -> Any:
    page = browser.get(f"/r/{number}/edit").text
    return browser.submit(page, f"/r/{number}/edit", **changed)


@pytest.mark.parametrize(
    ("name", "value", "field", "after"),
    [
        ("title", "A better title", "title", "A better title"),
        ("url", "https://example.org/new", "url", "https://example.org/new"),
        ("kind", "video", "kind", "video"),
        ("minutes", "1h30", "reading_minutes", 90),
        ("length", "4000", "length", 4000),
        ("language", "zh", "language", "zh"),
        ("priority", "high", "priority", "high"),
        ("question", "Why?", "question", "Why?"),
        ("description", "About it", "description", "About it"),
        ("section", "A › B", "sections", [["A", "B"]]),
        ("read_on", "2025-11", "read_on", "2025-11"),
        ("new_label", "kernels", "labels", ["kernels"]),
        ("once", "1", "once", True),
        ("series", "S", "series", "S"),
    ],
)
def test_a_field_is_changed_and_nothing_else(
    browser: Browser, name: str, value: str, field: str, after: object
) -> None:
    before = fields(browser)
    assert edit(browser, **{name: value}).url.path == "/r/1"
    now = fields(browser)
    assert now[field] == after
    others = {"minutes", "canonical_url", "read_on_said", "due", "reading_minutes"}
    changed = {one for one in now if now[one] != before[one]} - others
    assert changed <= {field}


def test_what_is_not_changed_is_no_action(browser: Browser) -> None:
    before = browser.recall.ok("history", "--json").json
    page = browser.get("/r/1/edit").text
    shown = {"title": "Thing 1", "url": "https://example.org/1", "section": "", "once": ""}
    assert browser.submit(page, "/r/1/edit", **shown).url.path == "/r/1"
    assert browser.recall.ok("history", "--json").json == before


def test_what_cannot_be_read_stays_in_the_form_with_what_is_wrong(browser: Browser) -> None:
    answer = edit(browser, minutes="soon", title="Kept", new_label="kept label")
    assert answer.status_code == 422
    assert "minutes cannot be 'soon'" in unescape(answer.text)
    for value in ("soon", "Kept", "kept label"):
        assert f'value="{value}"' in answer.text
    assert fields(browser)["title"] == "Thing 1"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": ""}, "a title cannot be empty"),
        ({"url": "javascript:alert(1)"}, "is not a URL"),
        ({"kind": "novel"}, "'novel' is not a kind"),
        ({"read_on": "2031"}, "in the future"),
        ({"part": "2"}, "a part needs its series"),
        ({"new_after": "1"}, "cannot wait for itself"),
        ({"new_after": "nobody"}, "no resource matches"),
        ({"new_link": "ftp://example.org"}, "is not a URL"),
        ({"new_link": "https://example.org/p", "new_link_role": "x"}, "is no role"),
    ],
)
def test_mistakes_are_told_as_on_the_command_line(
    browser: Browser, changed: dict[str, str], sentence: str
) -> None:
    before = fields(browser)
    answer = edit(browser, **changed)
    assert answer.status_code in (404, 409, 422)
    assert sentence in unescape(answer.text)
    assert fields(browser) == before


def test_labels_links_and_earlier_ones_are_taken_off_by_their_ticks(browser: Browser) -> None:
    options = ("--label", "a", "--label", "b", "--link", "code=https://github.com/a/b")
    browser.recall.ok("edit", "4", *options, "--after", "1", "--after", "2")
    page = browser.get("/r/4/edit").text
    form = browser.fields(page, "/r/4/edit")
    answer = browser.client.post(
        "/r/4/edit", data={**form, "keep_label": ["b"], "keep_after": ["2"]}
    )
    assert answer.url.path == "/r/4"
    now = fields(browser, 4)
    assert (now["labels"], now["links"]) == (["b"], [])
    assert browser.recall.ok("show", "4", "--json").json["after"] == [2]


def test_what_keeps_its_ticks_stays(browser: Browser) -> None:
    browser.recall.ok("edit", "4", "--label", "a", "--link", "code=https://github.com/a/b")
    page = browser.get("/r/4/edit").text
    ticks = {"keep_label": "a", "keep_link": "1", "new_link": "https://arxiv.org/abs/2309.06180"}
    assert browser.submit(page, "/r/4/edit", **ticks).url.path == "/r/4"
    now = fields(browser, 4)
    assert now["labels"] == ["a"]
    assert [one["role"] for one in now["links"]] == ["code", "paper"]


def test_what_was_edited_elsewhere_is_not_written_over(browser: Browser) -> None:
    page = browser.get("/r/1/edit").text
    browser.recall.ok("edit", "1", "--title", "From the terminal")
    answer = browser.submit(page, "/r/1/edit", title="Typed here", url="https://example.org/1")
    assert answer.status_code == 409
    assert 'value="Typed here"' in answer.text
    assert fields(browser)["title"] == "From the terminal"


def test_what_was_only_graded_elsewhere_can_be_edited(browser: Browser) -> None:
    page = browser.get("/r/1/edit").text
    browser.recall.ok("grade", "1", "good")
    assert browser.submit(page, "/r/1/edit", title="Typed here").url.path == "/r/1"
    assert fields(browser)["title"] == "Typed here"


def test_the_series_is_left_by_emptying_it(browser: Browser) -> None:
    browser.recall.ok("edit", "1", "--series", "S", "--part", "2")
    assert edit(browser, series="", part="").url.path == "/r/1"
    assert (fields(browser)["series"], fields(browser)["part"]) == (None, None)
