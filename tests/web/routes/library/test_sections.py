"""The turns and the deadlines of sections on the page."""

import pytest

from testing.commands.command_line import CommandLine
from testing.web.browser import Browser

FORM = "/library/sections/rule"


@pytest.fixture
def sections(shipped: CommandLine) -> Browser:
    return Browser(shipped)


def rules(browser: Browser) -> dict[str, tuple[str, str | None]]:
    found = browser.recall.ok("section", "--json").json["sections"]
    own = [one for one in found if one["laid_down_for"] == one["section"]]
    said = {one["section"][-1]: (one["turn"], one["deadline"]) for one in own}
    return {name: rule for name, rule in said.items() if rule != ("normal", None)}


def test_a_section_gets_a_turn_and_a_date_and_loses_both(sections: Browser) -> None:
    page = sections.post(FORM, section="Resources › VLLM", turn="first", by="in 30 days")
    assert page.url.path == "/library/sections"
    assert rules(sections) == {"VLLM": ("first", "2026-04-01")}
    assert "by Wed 1 Apr" in page.text
    assert "min a day" in page.text
    sections.post(FORM, section="Resources › VLLM", turn="first", by="")
    assert rules(sections) == {"VLLM": ("first", None)}
    sections.post(FORM, section="Resources › VLLM", turn="normal", by="")
    assert rules(sections) == {}


def test_the_rule_of_a_section_is_taken_back_by_its_button(sections: Browser) -> None:
    page = sections.post(FORM, section="Resources › CUDA", turn="hold", by="")
    assert rules(sections) == {"CUDA": ("hold", None)}
    answer = sections.submit(page.text, "/undo")
    assert answer.url.path == "/library/sections"
    assert rules(sections) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"turn": "first", "by": "someday"}, "is not a date"),
        ({"turn": "first", "by": "2026-01-01"}, "2026-01-01"),
        ({"turn": "hold", "by": "in 9 days"}, "has no deadline"),
        ({"turn": "soon", "by": ""}, "is not a turn"),
    ],
)
def test_what_is_wrong_stands_beside_the_section(
    sections: Browser, typed: dict[str, str], told: str
) -> None:
    answer = sections.post(FORM, section="Resources › VLLM", **typed)
    assert answer.status_code == 422
    (beside,) = [one for one in answer.text.split("<li ") if 'role="alert"' in one]
    assert "VLLM" in beside
    assert told in beside
    assert f'value="{typed["by"]}"' in beside
    assert rules(sections) == {}


def test_a_section_that_there_is_not_is_told(sections: Browser) -> None:
    answer = sections.post(FORM, section="<b>no</b>", turn="first", by="")
    assert answer.status_code == 404
    assert "<b>no" not in answer.text
    assert "no section matches" in answer.text


def test_in_chinese_the_rule_is_told_too(sections: Browser) -> None:
    sections.recall.configure('language = "zh"')
    page = sections.post(FORM, section="Resources › VLLM", turn="first", by="in 30 days")
    assert "VLLM：优先，" in page.text
