"""`recall keep`: a revisit that was crowded out is kept, and recall stops asking about it."""

from testing.commands.command_line import CommandLine


def test_keep_says_what_it_kept_and_changes_no_due_date(one: CommandLine) -> None:
    one.ok("grade", "1", "good")
    before = one.ok("list", "--json").json["resources"]
    assert one.ok("keep", "1").out == "1 An article: kept as it is\n"
    assert one.ok("list", "--json").json["resources"] == before


def test_keep_can_be_undone(one: CommandLine) -> None:
    one.ok("grade", "1", "good")
    one.ok("keep", "1")
    assert one.ok("undo").out.startswith("undone: ")
    kinds = [action["kind"] for action in one.ok("history", "--json").json["actions"]]
    assert kinds == ["undo", "keep", "grade", "add"]
