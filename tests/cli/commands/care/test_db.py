"""`recall db upgrade`: a library at the newest revision is left alone."""

from recall.storage.database.version import HEAD
from testing.commands.command_line import CommandLine


def test_a_library_of_this_version_is_not_touched(one: CommandLine) -> None:
    before = one.state()
    upgraded = one.ok("db", "upgrade", "--json").json
    assert (upgraded["revision"], upgraded["upgraded"], upgraded["backup"]) == (HEAD, False, None)
    assert one.ok("db", "upgrade").out.count("\n") == 1
    assert one.state() == before
