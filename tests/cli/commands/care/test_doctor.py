"""`recall doctor`: whether the library agrees with its own log."""

import sqlite3
from contextlib import closing

from testing.commands.command_line import CommandLine


def test_a_healthy_library_is_named_with_its_place(one: CommandLine) -> None:
    one.ok("grade", "1", "good")
    said = one.ok("doctor").out
    assert said == f"{one.library} is healthy: every card follows from its log\n"


def test_a_second_name_that_a_killed_command_left_is_told(one: CommandLine) -> None:
    kept = one.library.with_name("library-2026-11-29.db")
    kept.hardlink_to(one.library)
    outcome = one("doctor")
    assert outcome.code == 1
    assert f"its file has a second name, {kept}, from a command that was killed" in outcome.out
    one.ok("backup", str(one.library.with_name("copy.db")))
    kept.unlink()
    one.ok("doctor")


def test_a_card_that_does_not_follow_from_its_log_is_named_and_the_exit_code_is_1(
    one: CommandLine,
) -> None:
    one.ok("grade", "1", "good")
    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute("UPDATE resource SET stability = stability + 1")
    outcome = one("doctor")
    assert outcome.code == 1
    assert "1 An article" in outcome.out
    assert one("doctor", "--json").json["healthy"] is False
