"""`recall restore`: asks, tells where the library before is kept, and refuses a damaged copy."""

import sqlite3
from contextlib import closing

from testing.commands.command_line import CommandLine


def test_nothing_is_brought_back_unasked(one: CommandLine) -> None:
    one.ok("backup", str(one.library.with_name("copy.db")))
    one.ok("grade", "1", "good")
    before = one.state()
    said = one.ok("restore", str(one.library.with_name("copy.db"))).out
    assert said.startswith("nothing was changed; 'recall restore ")
    assert said.endswith(" --yes' brings it back\n")
    assert one.ok("restore", str(one.library.with_name("copy.db")), "--json").json["action"] is None
    assert one.state() == before


def test_a_copy_is_brought_back_and_the_library_before_is_named(one: CommandLine) -> None:
    copy = one.library.with_name("copy.db")
    one.ok("backup", str(copy))
    one.ok("grade", "1", "good")
    said = one.ok("restore", str(copy), "--yes").out
    kept = one.library.with_name(f"library-{one.now.date()}.db")
    assert said == (
        f"brought back to {one.library}: 1 resource, 0 reviews, last used 2026-03-02T01:30:00Z; "
        f"the library before is kept in {kept}\n"
    )
    assert one.ok("show", "1", "--json").json["log"] == []
    again = one.ok("restore", str(kept), "--yes", "--json").json
    assert again["action"] == "restore"
    assert again["kept"] == str(one.library.with_name(f"library-{one.now.date()}-2.db"))
    assert len(one.ok("show", "1", "--json").json["log"]) == 1


def test_a_damaged_copy_comes_back_only_by_force(one: CommandLine) -> None:
    copy = one.library.with_name("copy.db")
    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute("UPDATE resource SET kind = 'artXcle'")
    warned = one.ok("backup", str(copy))
    assert "the library is damaged, and so is its copy: resource 1, kind: 'artXcle'" in warned.err
    refused = one("restore", str(copy), "--yes")
    assert refused.code == 1
    assert "is damaged: resource 1, kind: 'artXcle' is not one of" in refused.err
    assert "--force brings it back nevertheless\n" in refused.err
    one.ok("restore", str(copy), "--yes", "--force")
    assert one.ok("doctor", "--repair", "--yes").out.startswith(
        "resource 1, kind: 'artXcle' is not one of article, paper, video, book, course, docs, code"
    )
