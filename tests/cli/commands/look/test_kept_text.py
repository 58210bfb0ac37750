"""`recall text` shows the text that was kept of a page."""

import pytest

from testing.commands.command_line import CommandLine
from testing.network.online import ONE, TWO, WALL, online
from testing.network.pages import ENGLISH, page
from testing.network.sites import reply


@pytest.fixture
def three(fresh: CommandLine) -> CommandLine:
    """Three links whose pages were not asked."""
    fresh.ok("add", ONE, TWO, WALL)
    return fresh


def test_a_text_is_shown_without_control_characters(three: CommandLine) -> None:
    hostile = reply(page("T", "<p>a\x1b[31mred\x07\u202e text that is long enough to keep</p>" * 9))
    with online(three) as sites:
        sites.replies["a.example/1"] = hostile
        three.ok("fetch", "1", "--keep-text")
    shown = three.ok("text", "1").out
    assert "red text that is long enough" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_text_as_json(three: CommandLine) -> None:
    with online(three):
        three.ok("fetch", "2", "--keep-text")
    found = three.ok("text", "2", "--json").json
    assert found["resource"]["id"] == 2
    assert found["kept_at"] == "2026-03-02T01:30:00Z"
    assert ENGLISH.strip() in found["text"]
    assert "kept 2026-03-02; 'recall text 2' shows it" in three.ok("show", "2").out


def test_no_text_is_told_with_what_to_do(three: CommandLine) -> None:
    outcome = three("text", "2")
    assert outcome.code == 1
    assert "no text is kept of 2 b.example/2; 'recall fetch 2 --keep-text' keeps it" in outcome.err
