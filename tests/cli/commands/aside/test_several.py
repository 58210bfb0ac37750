"""Several resources in one call of suspend, archive, resume and keep."""

import pytest

from testing.commands.command_line import CommandLine


@pytest.mark.parametrize(
    ("command", "says"),
    [("suspend", "suspended"), ("archive", "archived")],
)
def test_several_are_put_aside_with_a_line_each_and_undone_as_one(
    shipped: CommandLine, command: str, says: str
) -> None:
    lines = shipped.ok(command, "3", "5", "3").out.splitlines()
    assert [line.split()[0] for line in lines] == ["3", "5"]
    assert all(f": {says}; 'recall resume" in line for line in lines)
    taken_up = shipped.ok("resume", "5", "3", "--json").json
    assert [one["id"] for one in taken_up["resources"]] == [5, 3]
    assert (taken_up["action"], taken_up["resource"]) == ("resume", None)
    assert shipped.ok("undo").out == "undone: resume (2 resources: 5, 3)\n"
    assert shipped.ok("undo").out == f"undone: {command} (2 resources: 3, 5)\n"


def test_one_has_the_same_json_as_ever_and_a_list_of_one(shipped: CommandLine) -> None:
    printed = shipped.ok("archive", "3", "--json").json
    assert printed["resources"] == [printed["resource"]]
    assert printed["resource"]["id"] == 3


def test_if_one_cannot_be_put_aside_none_is(shipped: CommandLine) -> None:
    shipped.ok("suspend", "5")
    before = shipped.state()
    outcome = shipped("suspend", "3", "5")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "recall: 5 is suspended already\n"
    assert shipped.state() == before
