"""How a library comes to be: by the first command, by `init`, by a list of one's own."""

from pathlib import Path

import pytest

from testing.checkout import READING_LIST as LIST
from testing.commands.command_line import CommandLine


def count(recall: CommandLine) -> int:
    return len(recall.ok("list", "--json").json["resources"])


@pytest.mark.parametrize("argv", [[], ["next"], ["list"], ["today", "--json"], ["undo"]])
def test_the_first_command_makes_the_shipped_library_and_says_so_beside_the_data(
    fresh: CommandLine, argv: list[str]
) -> None:
    outcome = fresh(*argv)
    first, *rest = outcome.err.splitlines()
    assert first.startswith(f"made the library at {fresh.library} with the 82 resources")
    assert str(fresh.library) not in outcome.out
    assert rest == ([] if argv != ["undo"] else ["recall: there is nothing to undo"])
    assert count(fresh) == 82


def test_the_first_json_is_one_object_although_a_message_is_printed(fresh: CommandLine) -> None:
    outcome = fresh("today", "--json")
    assert outcome.err
    assert outcome.json["schema"] == 1


def test_importing_a_list_of_ones_own_starts_an_empty_library(
    fresh: CommandLine, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# Mine\n- [ ] [One](https://example.org/one)\n", encoding="utf-8")
    outcome = fresh.ok("import", str(mine))
    assert outcome.err == f"made an empty library at {fresh.library}\n"
    assert count(fresh) == 1


def test_adding_a_resource_starts_an_empty_library(fresh: CommandLine) -> None:
    fresh.ok("add", "https://example.org/one")
    assert count(fresh) == 1


def test_init_makes_the_shipped_library(fresh: CommandLine) -> None:
    outcome = fresh.ok("init", "--json")
    assert outcome.json == {
        "schema": 1,
        "action": "init",
        "resource": None,
        "new": 82,
        "library": str(fresh.library),
        "kept": None,
    }
    assert count(fresh) == 82


def test_init_makes_an_empty_library(fresh: CommandLine) -> None:
    assert fresh.ok("init", "--empty").out.endswith(": 0 resources\n")
    assert count(fresh) == 0


def test_init_takes_another_catalog(fresh: CommandLine, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# Mine\n- [x] [One](https://example.org/one)\n", encoding="utf-8")
    catalog = tmp_path / "mine.json"
    fresh.ok("catalog", "build", str(mine), "-o", str(catalog))
    fresh.ok("init", "--catalog", str(catalog))
    (resource,) = fresh.ok("list", "--json").json["resources"]
    assert (resource["title"], resource["status"]) == ("One", "read")


def test_init_excludes_empty_with_a_catalog(fresh: CommandLine) -> None:
    assert fresh("init", "--empty", "--catalog", "x.json").code == 2
    assert not fresh.library.exists()


@pytest.mark.parametrize("options", [[], ["--empty"], ["--catalog", "missing.json"]])
def test_init_leaves_an_existing_library_untouched(one: CommandLine, options: list[str]) -> None:
    before = one.state()
    outcome = one("init", *options)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"recall: there is a library already at {one.library}; it is untouched\n"
    assert one.state() == before


def test_init_can_begin_anew_and_keeps_the_library_before(one: CommandLine) -> None:
    library = one.library.read_bytes()
    made = one.ok("init", "--fresh", "--empty", "--json").json
    kept = one.library.with_name("library-2026-03-02.db")
    assert (made["new"], made["kept"]) == (0, str(kept))
    assert kept.read_bytes() == library
    assert count(one) == 0
    said = one.ok("init", "--fresh").out
    assert "82 resources; the one before is kept in" in " ".join(said.split())
    assert one.library.with_name("library-2026-03-02-2.db").exists()
    assert kept.read_bytes() == library


def test_init_that_begins_anew_needs_no_library(fresh: CommandLine) -> None:
    assert fresh.ok("init", "--fresh", "--json").json["kept"] is None
    assert count(fresh) == 82


def test_init_that_cannot_begin_anew_leaves_the_library(one: CommandLine) -> None:
    before = one.state()
    assert one("init", "--fresh", "--catalog", "missing.json").code == 1
    assert one.state() == before


@pytest.mark.parametrize(
    "argv",
    [
        ["import", str(LIST), "--dry-run"],
        ["import", "missing.md"],
        ["add", "ftp://example.org/one"],
        ["init", "--catalog", "missing.json"],
        ["grade", "1", "splendid"],
        ["grade", "1", "good", "--on", "tomorrow"],
        ["postpone", "1", "yesterday"],
        ["today", "--on", "someday"],
        ["list", "--status", "lost"],
        ["config"],
        ["catalog", "check", "missing.json"],
        ["db", "upgrade"],
        ["--version"],
    ],
)
def test_what_changes_nothing_makes_no_library(fresh: CommandLine, argv: list[str]) -> None:
    fresh(*argv)
    assert not fresh.library.exists()


def test_a_dry_run_without_a_library_reports_what_would_come(fresh: CommandLine) -> None:
    outcome = fresh.ok("import", str(LIST), "--dry-run")
    first, *names = outcome.out.splitlines()
    assert first == "reading-list.md (dry run): 82 new (20 read, in 16 sections)"
    assert names[:2] == ["  new:", "    动手学深度学习"]
    assert names[11] == "    and 72 more; --json names them all"
    assert outcome.err == ""
