"""`recall backup`: a copy of the library that is a library itself."""

from pathlib import Path

from testing.commands.command_line import CommandLine


def test_a_backup_says_where_it_is_and_can_be_used_as_the_library(
    one: CommandLine, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    assert one.ok("backup", str(copy)).out == f"copied to {copy}\n"
    shown = one("list", "--json", RECALL_DATABASE_URL=f"sqlite:///{copy}").json
    assert shown == one.ok("list", "--json").json


def test_a_backup_does_not_replace_a_file(one: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine", encoding="utf-8")
    assert one("backup", str(copy)).code != 0
    assert copy.read_text(encoding="utf-8") == "mine"
