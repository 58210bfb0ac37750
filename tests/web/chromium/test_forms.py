"""Forms in a real browser: what Enter does in a field, and what was written and not sent."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page

from testing.web.chromium import Served

pytestmark = pytest.mark.timeout(120)  # a browser starts, on a machine that may be busy

FIELDS = "input:not([type=hidden])"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def page(request: pytest.FixtureRequest, served: Served, chromium: Chromium) -> Iterator[Page]:
    """A page that is signed in."""
    context: BrowserContext = chromium.new_context(java_script_enabled=request.param)
    found = context.new_page()
    found.goto(served.link())
    if not request.param:
        found.click("text=Sign in")
    found.wait_for_url(f"{served.url}/")
    yield found
    context.close()


def log(served: Served) -> list[list[object]]:
    found = []
    for number in range(1, 5):
        shown = served.recall.ok("show", str(number), "--json").json
        found.append([shown["resource"]["status"], shown["resource"]["due"], *shown["log"]])
    return found


@pytest.mark.parametrize(
    "path", ["/", "/session/1", "/session/1/grades", "/session/4/grades", "/r/1"]
)
def test_enter_in_a_field_grades_nothing_and_puts_nothing_aside(
    served: Served, page: Page, path: str
) -> None:
    before = json.dumps(log(served))
    page.goto(served.url + path)
    fields = page.locator(FIELDS).evaluate_all("all => all.map(one => one.name)")
    assert fields
    for name in dict.fromkeys(fields):  # the forms of all readings are the same
        if name in ("place", "percent"):
            continue  # the button beside them records a sitting
        at = fields.index(name)
        page.goto(served.url + path)
        for hidden in page.locator("details.acts > summary").all():
            hidden.click()
        page.locator(FIELDS).nth(at).fill("5")
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)  # perhaps it leads elsewhere, perhaps it does nothing
    assert json.dumps(log(served)) == before


def test_enter_presses_the_button_beside_a_field(served: Served, chromium: Chromium) -> None:
    context = chromium.new_context()
    page = context.new_page()
    served.sign_in(page)
    page.goto(f"{served.url}/session/1/grades")
    page.fill("textarea", "written before")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.keyboard.type("in 9 days")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    resource = served.recall.ok("show", "1", "--json").json["resource"]
    assert (resource["due"], resource["note"]) == ("2026-03-11", "written before")
    context.close()


def test_what_was_written_is_not_left_without_a_question(
    served: Served, chromium: Chromium
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    served.sign_in(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(f"{served.url}/session/1/grades")
    page.click("text=/^End/")
    page.wait_for_url(f"{served.url}/")
    page.goto(f"{served.url}/session/1/grades")
    page.click("textarea")
    page.keyboard.type("a thought")
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.input_value("textarea") == "a thought"
    page.keyboard.press("3")
    page.wait_for_url(f"{served.url}/session")
    assert asked == ["beforeunload"]
    context.close()
