"""The library in a real browser: search as one types, and the bookmarklet on a page of others."""

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, expect

from recall.web.routes.library.bookmarklet import bookmarklet
from testing.web.chromium import Served

pytestmark = pytest.mark.timeout(120)  # a browser starts, on a machine that may be busy

ARTICLE = "<p>推理引擎把显存分成块，每块存放固定数量的词元。</p>" * 50
CHINESE = f"""<!doctype html><meta charset="utf-8"><title>块表 & "quotes"</title>
<nav>{"A word or two about other things. " * 300}</nav>
<main><div class="RichText" id="text">{ARTICLE}</div></main>"""
ENGLISH = f"""<!doctype html><title>Pages</title>
<nav>{"menu " * 500}</nav><article>{"Don't copy a block. " * 250}</article>"""


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = (CHINESE if "zh" in self.path else ENGLISH).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def others() -> Iterator[str]:
    """A site of others, on another port of this computer."""
    with HTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def context(chromium: Chromium) -> Iterator[BrowserContext]:
    made = chromium.new_context()
    yield made
    made.close()


@pytest.fixture
def page(served: Served, context: BrowserContext) -> Page:
    """A page that is signed in."""
    found = context.new_page()
    served.sign_in(found)
    return found


def titles(page: Page) -> list[str]:
    return page.locator("#found .item > a").all_inner_texts()


def test_the_list_follows_what_is_typed(served: Served, page: Page) -> None:
    more = [f"https://example.org/more/{number}" for number in range(60)]
    served.recall.ok("add", *more)
    page.goto(f"{served.url}/library")
    page.keyboard.press("/")
    page.keyboard.type("note 2")
    page.wait_for_url("**/library?q=note+2")
    expect(page.locator("#found .item")).to_have_count(1)
    assert titles(page) == ["Thing 2"]
    page.fill("[name=q]", "more")
    expect(page.locator("#found .item")).to_have_count(50)
    page.click("[data-more]")
    expect(page.locator("#found .item")).to_have_count(60)
    page.click("text=Filter")
    page.select_option("[name=status]", "read")
    page.wait_for_selector("text=No resource fits.")
    page.go_back()
    assert page.url != f"{served.url}/library"  # typing fills no history


def test_what_the_bookmarklet_finds_comes_into_the_form(
    served: Served, page: Page, context: BrowserContext, others: str
) -> None:
    page.goto(f"{others}/zh")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text p'))")
    form = _opened(served, page, context)
    sent = {name: one for name, (one,) in parse_qs(urlsplit(form.url).query).items()}
    assert sent["url"] == f"{others}/zh"
    assert (sent["length"], sent["unit"]) == ("1050", "characters")
    assert form.input_value("[name=title]") == '块表 & "quotes"'
    assert form.input_value("[name=note]") == "推理引擎把显存分成块，每块存放固定数量的词元。"
    assert len(served.recall.ok("list", "--json").json["resources"]) == 4
    form.click("text=Add it")
    form.wait_for_url("**/r/5")
    added = served.recall.ok("show", "5", "--json").json["resource"]
    assert (added["language"], added["length"], added["minutes"]) == ("zh", 1050, 5)


def test_words_are_counted_without_the_frame_of_the_page(
    served: Served, page: Page, context: BrowserContext, others: str
) -> None:
    page.goto(f"{others}/en")
    form = _opened(served, page, context)
    assert form.input_value("[name=length]") == str(4 * 250)
    assert form.input_value("[name=unit]") == "words"


def test_others_cannot_send_the_form(
    served: Served, page: Page, others: str, context: BrowserContext
) -> None:
    context.route(
        "**/attack", lambda route: route.fulfill(body=_attack(served.url), content_type="text/html")
    )
    page.goto(f"{others}/attack")
    with page.expect_navigation():
        page.click("button")
    assert "did not come from the page itself" in page.inner_text("main")
    assert len(served.recall.ok("list", "--json").json["resources"]) == 4


def _attack(url: str) -> str:
    field = '<input name="url" value="https://example.org/attack">'
    return f'<form method="post" action="{url}/add">{field}<button>win</button></form>'


def _opened(served: Served, page: Page, context: BrowserContext) -> Page:
    """Press the bookmarklet on a page; return the form that it opens."""
    with context.expect_page() as opened:
        page.evaluate("code => { location.href = code; }", bookmarklet(served.url))
    opened.value.wait_for_load_state()
    return opened.value
