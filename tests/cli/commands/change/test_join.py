"""`recall join`: two resources become one, and what is said of it."""

from pathlib import Path

from testing.commands.command_line import CommandLine


def test_join_says_what_came_over(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "A new address")
    one.ok("grade", "1", "good")
    one.ok("read", "2", "--sitting", "--minutes", "5")
    outcome = one.ok("join", "1", "a new address")
    assert outcome.out.startswith(
        "1 An article is a part of 2 A new address now: 1 review came over"
    )
    assert ", read, next " in outcome.out
    assert one.ok("show", "1", "--json").json["resource"]["id"] == 2
    assert one.ok("doctor").code == 0


def test_join_says_sittings_too_and_nothing_if_there_was_none(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "New")
    assert one.ok("join", "1", "2").out == "1 An article is a part of 2 New now: unread, not due\n"
    one.ok("undo")
    one.ok("read", "1", "--sitting", "--minutes", "5")
    assert "1 sitting came over, reading" in one.ok("join", "1", "2").out


def test_join_prints_both_as_json(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "New")
    printed = one.ok("join", "1", "2", "--json").json
    assert (printed["action"], printed["resource"]["id"]) == ("join", 2)
    assert printed["old"] == {"id": 1, "title": "An article"}
    assert (printed["reviews"], printed["sittings"]) == (0, 0)


def test_join_of_one_or_of_none_is_refused(one: CommandLine) -> None:
    same = one("join", "1", "1")
    assert (same.code, same.err) == (
        2,
        "recall: 1 cannot be joined with itself; name two resources\n",
    )
    assert one("join", "1", "9").code == 4


def test_join_can_be_undone(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "New")
    before = one.ok("list", "--json").json["resources"]
    one.ok("join", "1", "2")
    assert [found["id"] for found in one.ok("list", "--json").json["resources"]] == [2]
    assert one.ok("undo").out.startswith("undone: join of 2 New (1 An article is a part of it now)")
    assert one.ok("list", "--json").json["resources"] == before


def test_edit_says_what_it_took_over(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "New")
    out = one.ok("edit", "1", "--url", "https://example.org/new", "--label", "kept").out
    assert out.endswith("2 New is a part of it now\n")
    found = one.ok("show", "2", "--json").json["resource"]
    assert (found["id"], found["labels"], found["url"]) == (1, ["kept"], "https://example.org/new")
    one.ok("undo")
    assert one.ok("show", "2", "--json").json["resource"]["title"] == "New"


def test_edit_prints_what_it_took_over_as_json(one: CommandLine) -> None:
    one.ok("add", "https://example.org/new", "--title", "New")
    assert one.ok("edit", "1", "--title", "Mine", "--json").json["old"] is None
    printed = one.ok("edit", "1", "--url", "https://example.org/new", "--json").json
    assert printed["old"] == {"id": 2, "title": "New"}


def test_places_in_one_section_are_one_section(one: CommandLine, tmp_path: Path) -> None:
    lines = (f"- [{name}](https://example.org/{name})" for name in ("first", "second"))
    (tmp_path / "list.md").write_text("\n".join(("## S", *lines)))
    one.ok("import", str(tmp_path / "list.md"))
    one.ok("join", "first", "second")
    assert one.ok("show", "second", "--json").json["resource"]["sections"] == [["S"]]
    shown = [line.split() for line in one.ok("show", "second").out.splitlines()]
    assert shown.count(["in", "S"]) == 1
