"""A day in a real browser: by keys, by touch, without JavaScript, in two tabs."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page

from testing.web.chromium import Served

pytestmark = pytest.mark.timeout(120)  # a browser starts, on a machine that may be busy

LIBRARY = ("/library?q=note", "/library/sections", "/r/1", "/r/4", "/r/1/edit")
ADDING = ("/add?url=https://example.org/1&note=x", "/add/bookmarklet")
SESSION = ("/session/1", "/session/1/grades", "/session/4/grades")
CARE = ("/statistics", "/coming", "/lists", "/lists/import", "/settings", "/days")
PATHS = ("/", *SESSION, *LIBRARY, *ADDING, *CARE, "/nothing")


@pytest.fixture
def contexts(chromium: Chromium) -> Iterator[Any]:
    """Make contexts of the browser, each like a browser of its own."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        made.append(chromium.new_context(**options))
        return made[-1]

    yield make
    for context in made:
        context.close()


def signed_in(served: Served, context: BrowserContext) -> Page:
    page = context.new_page()
    page.errors = []  # type: ignore[attr-defined] # what the console says
    page.on("console", lambda message: page.errors.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
    served.sign_in(page)
    return page


def revisits(served: Served) -> list[int]:
    """Return the revisits of the day in their order, done or not."""
    plan = served.recall.ok("today", "--json").json["plan"]
    return [one["id"] for one in plan if one["do"] == "revisit"]


def ratings(served: Served, number: int) -> list[str]:
    log = served.recall.ok("show", str(number), "--json").json["log"]
    return [one["rating"] for one in log]


def test_a_day_by_keyboard_alone(served: Served, contexts: Any) -> None:
    page = signed_in(served, contexts())
    page.keyboard.press("Enter")
    page.wait_for_url("**/session")
    with page.expect_navigation():
        page.keyboard.press("l")  # the reading comes last
    for number in revisits(served):
        assert f"Thing {number}" in page.inner_text("h1")
        page.keyboard.press("Space")
        page.wait_for_url("**/grades?*")
        if number == 1:
            page.keyboard.press("n")
            page.keyboard.type("typed 1 2 3 u z")
            page.keyboard.press("Escape")
        page.keyboard.press("3")
        page.wait_for_url("**/session")
    assert served.recall.ok("show", "1", "--json").json["log"][-1]["note"] == "typed 1 2 3 u z"
    with page.expect_navigation():
        page.keyboard.press("u")
    last = revisits(served)[-1]
    assert f"Thing {last}" in page.inner_text("h1")
    assert len(ratings(served, last)) == 1
    assert page.errors == []  # type: ignore[attr-defined]


def test_a_reading_opens_beside_and_the_grades_wait_here(served: Served, contexts: Any) -> None:
    context = contexts()
    context.route("https://example.org/**", lambda route: route.fulfill(body="the text"))
    page = signed_in(served, context)
    page.goto(f"{served.url}/session/4")
    with context.expect_page() as opened:
        page.keyboard.press("Space")
    assert opened.value.url == "https://example.org/4"
    assert opened.value.evaluate("opener") is None
    page.wait_for_url("**/session/4/grades?*")


def test_a_day_by_touch_on_a_phone_without_javascript(served: Served, contexts: Any) -> None:
    phone = contexts(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        java_script_enabled=False,
    )
    page = phone.new_page()
    page.goto(served.link())
    page.tap("text=Sign in")
    page.tap("text=Start the session")
    page.tap("text=Later today")
    page.tap("text=Show the note and the grades")
    page.tap("button[value=hard]")
    page.wait_for_url("**/session")
    assert ratings(served, revisits(served)[0]) == ["good", "hard"]


def test_two_tabs_and_the_terminal_at_once(served: Served, contexts: Any) -> None:
    context = contexts()
    first = signed_in(served, context)
    second = context.new_page()
    for page in (first, second):
        page.goto(f"{served.url}/session/1/grades")
    served.recall.ok("grade", "1", "hard")
    for page in (first, second):
        page.keyboard.press("1")
        page.wait_for_load_state()
        assert "changed elsewhere" in page.inner_text("main")
    assert ratings(served, 1) == ["good", "hard"]


COLORS = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
"""All that the dark page has of its own."""


@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", {"resultTypes": ["violations"]}), ("dark", COLORS)]
)
def test_nothing_is_found_by_the_rules_of_accessibility(
    served: Served, contexts: Any, scheme: str, rules: dict[str, Any]
) -> None:
    page = signed_in(served, contexts(color_scheme=scheme))
    for path in PATHS:
        page.goto(served.url + path)
        found = Axe().run(page, options=rules)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390, 2000])
def test_each_width_has_room_and_targets_for_thumbs(
    served: Served, contexts: Any, width: int
) -> None:
    page = signed_in(served, contexts(viewport={"width": width, "height": 800}))
    for path in PATHS:
        page.goto(served.url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, summary, input, textarea')]"
            ".filter(one => one.checkVisibility() && one.type !== 'hidden')"
            ".filter(one => !one.matches('.skip'))"
            ".filter(one => (one.closest('.check') || one).getBoundingClientRect().height < 43.5)"
            ".map(one => one.outerHTML)"
        )
        assert small == []


def test_on_a_phone_the_navigation_has_a_single_line_and_a_menu(
    served: Served, contexts: Any
) -> None:
    phone = {"width": 390, "height": 844}
    page = signed_in(served, contexts(viewport=phone, java_script_enabled=True))
    assert page.locator(".top").bounding_box()["height"] < 70  # type: ignore[index]
    assert not page.is_visible("nav >> text=Settings")
    page.click("nav summary")
    page.click(".further >> text=Lists")
    page.wait_for_url("**/lists")
    assert "More" in page.inner_text("nav [aria-current]:visible")


def test_a_page_asks_nobody_else(served: Served, contexts: Any) -> None:
    page = signed_in(served, contexts())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(served.url + path)
    assert asked
    assert all(one.startswith(served.url) for one in asked)


def test_what_is_in_the_session_is_printed_without_buttons(served: Served, contexts: Any) -> None:
    page = signed_in(served, contexts())
    page.emulate_media(media="print")
    assert "Thing 1" in page.inner_text("main")
    assert not page.is_visible("text=Take back")
