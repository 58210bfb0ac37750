"""A page is added by a form that the person confirms."""

import json
import re
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest

from recall.web.app import _STATIC as STATIC
from recall.web.routes.library.bookmarklet import bookmarklet
from testing.web.browser import URL, Browser

ZHIHU = "https://zhuanlan.zhihu.com/p/691038809"


def resources(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.recall.ok("list", "--json").json["resources"]
    return found


def test_the_form_is_filled_by_the_address_and_nothing_is_added(browser: Browser) -> None:
    query = {"url": ZHIHU, "title": "vLLM & <b>", "note": "块表", "length": "6000"}
    page = browser.get("/add", params={**query, "unit": "characters", "section": "S"}).text
    for value in (ZHIHU, "vLLM &amp; &lt;b&gt;", "6000", "S"):
        assert f'value="{value}"' in page
    assert "块表</textarea>" in page
    assert 'value="characters" selected' in page
    assert 'placeholder="about 20"' in page
    assert len(resources(browser)) == 4


def test_what_is_confirmed_is_added_with_all_of_it(browser: Browser) -> None:
    fields = {"url": ZHIHU, "title": "vLLM", "note": "块表", "length": "6000"}
    answer = browser.post("/add", **fields, unit="characters", section="LLM / vLLM", kind="")
    added = resources(browser)[-1]
    assert answer.url.path == f"/r/{added['id']}"
    assert (added["title"], added["note"], added["length"]) == ("vLLM", "块表", 6000)
    assert (added["language"], added["minutes"], added["kind"]) == ("zh", 20, "article")
    assert added["sections"] == [["LLM", "vLLM"]]
    undone = browser.submit(answer.text, "/undo")
    assert (undone.url.path, len(resources(browser))) == ("/library", 4)


def test_minutes_and_kind_that_are_given_count(browser: Browser) -> None:
    browser.post("/add", url="example.org/x", minutes="1h", kind="book", length="900", unit="words")
    added = resources(browser)[-1]
    assert (added["url"], added["minutes"], added["kind"]) == ("https://example.org/x", 60, "book")
    assert (added["language"], added["title"]) == ("en", "example.org/x")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "there is no address"),
        ({"url": "nothing"}, "is not an address of the web"),
        ({"url": "javascript:alert(1)"}, "is not an address of the web"),
        ({"url": "file:///etc/passwd"}, "is not an address of the web"),
        ({"url": "/etc/passwd"}, "is not an address of the web"),
        ({"url": ZHIHU, "minutes": "soon"}, "minutes cannot be 'soon'"),
        ({"url": ZHIHU, "length": "-1"}, "the length cannot be '-1'"),
        ({"url": ZHIHU, "kind": "novel"}, "'novel' is not a kind"),
        ({"url": "https://example.org/1"}, "it is already in the library, as 1 Thing 1"),
    ],
)
def test_mistakes_are_told_and_what_was_typed_is_kept(
    browser: Browser, fields: dict[str, str], sentence: str
) -> None:
    answer = browser.post("/add", **{"title": "typed", "note": "kept", **fields})
    assert answer.status_code in (409, 422)
    assert sentence in unescape(answer.text)
    assert 'value="typed"' in answer.text
    assert "kept</textarea>" in answer.text
    assert len(resources(browser)) == 4


def test_a_section_that_several_could_be_is_asked_about(browser: Browser) -> None:
    browser.recall.ok("edit", "1", "--new-section", "Maths A")
    browser.recall.ok("edit", "2", "--new-section", "Maths B")
    answer = browser.post("/add", url=ZHIHU, section="maths")
    assert answer.status_code == 409
    assert "matches 2 sections" in answer.text


def test_what_is_known_is_said_with_a_link_to_it(browser: Browser) -> None:
    page = browser.get("/add", params={"url": "http://www.example.org/2?utm_source=x"}).text
    assert "It is in the library already" in page
    assert re.search(r'href="/r/2"><bdi>Thing 2', page)
    assert "about" not in re.findall(r'placeholder="([^"]*)"', page)


def test_a_passage_of_what_is_known_goes_into_its_note(browser: Browser) -> None:
    page = browser.get("/add", params={"url": "https://example.org/2", "note": "a passage"}).text
    assert "note 2\na passage</textarea>" in page
    answer = browser.submit(page, "/r/2/note", note="note 2\r\na passage")
    assert answer.url.path == "/r/2"
    assert browser.recall.ok("show", "2", "--json").json["resource"]["note"] == "note 2\na passage"


def test_what_a_phone_shares_opens_the_same_form(browser: Browser) -> None:
    shares = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))["share_target"]
    assert (shares["action"], shares["method"]) == ("/add", "GET")
    names = shares["params"]
    given = {names["title"]: "A talk", names["text"]: f"A talk {ZHIHU}"}
    page = browser.get(shares["action"], params=given).text
    assert f'value="{ZHIHU}"' in page
    assert 'value="A talk"' in page


def test_the_bookmarklet_leads_to_this_page_and_has_no_quotes_of_others(browser: Browser) -> None:
    page = browser.get("/add/bookmarklet").text
    (link,) = re.findall(r'href="(javascript:[^"]*)"', page)
    code = unquote(unescape(link))
    assert f'open("{URL}" + "/add?"' in code
    assert "//" not in code.replace(URL, "")
    assert unescape(link) == bookmarklet(URL)
    assert len(link) < 2000
