"""`recall why`: the title, and one paragraph with the reason."""

from testing.command_line import CommandLine


def test_why_says_the_reason_under_the_title(one: CommandLine) -> None:
    title, *paragraph = one.ok("why", "1").out.splitlines()
    assert title == "1 An article"
    printed = one.ok("why", "1", "--json").json
    assert " ".join(paragraph) == printed["paragraph"]
    assert printed["in_queue"] is True


def test_why_says_that_what_is_put_aside_is_not_in_the_queue(one: CommandLine) -> None:
    one.ok("suspend", "1")
    assert "suspended" in one.ok("why", "1").out
    assert one.ok("why", "1", "--json").json["in_queue"] is False
