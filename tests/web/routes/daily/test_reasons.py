"""Each reason that a plan gives is a sentence that the page can tell in Chinese."""

from datetime import timedelta

from recall.web.words.sentences import said
from recall.web.words.words import words_of
from testing.commands.command_line import CommandLine


def test_the_reasons_of_coming_days_are_known(shipped: CommandLine) -> None:
    shipped.ok("read", "1", "--sitting", "--minutes", "30")
    shipped.ok("edit", "30", "--priority", "high")
    reasons: set[str] = set()
    for days in (0, 1, 2, 30, 60):
        day = (shipped.now + timedelta(days=days)).date().isoformat()
        plan = shipped.ok("today", "--on", day, "--json").json["plan"]
        reasons |= {one["reason"] for one in plan}
    assert len(reasons) > 4
    assert {one for one in reasons if said(words_of("zh"), one) == one} == set()
