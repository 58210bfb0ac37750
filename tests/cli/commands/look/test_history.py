"""`recall history`: the actions, newest first, with the ones that were undone."""

from testing.commands.command_line import CommandLine


def test_history_has_a_line_for_each_action_and_marks_what_was_undone(one: CommandLine) -> None:
    one.ok("note", "1", "the gist")
    one.ok("undo")
    lines = [line.split() for line in one.ok("history").out.splitlines()]
    assert [words[1] for words in lines[-3:]] == ["undo", "note", "add"]
    assert lines[-2][-1] == "undone"
    assert lines[-1][-1] != "undone"


def test_history_shows_as_many_actions_as_asked_for(one: CommandLine) -> None:
    for note in ("a", "b", "c"):
        one.ok("note", "1", note)
    assert len(one.ok("history", "--limit", "2", "--json").json["actions"]) == 2
