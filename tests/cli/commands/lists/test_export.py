"""`recall export`, and `recall import` of what it wrote."""

import json
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine


def test_a_library_moves(fresh: CommandLine, one: CommandLine, tmp_path: Path) -> None:
    one.ok("read", "1", "--note", "worth it")
    file = str(tmp_path / "library.json")
    assert f"the library is written to {file} as json" in one.ok("export", file).out
    said = [one.ok(*words.split(), "--json").json for words in ("list", "show 1", "history")]
    (tmp_path / "new").mkdir()
    other = CommandLine(tmp_path / "new")
    other.now = one.now
    assert "would bring back 1 resource" in other.ok("import", file, "--dry-run").out
    assert not other.library.exists()
    assert "brought back 1 resource, 1 review, 2 actions of " in other.ok("import", file).out
    again = [other.ok(*words.split(), "--json").json for words in ("list", "show 1", "history")]
    assert again == said
    assert "healthy" in other.ok("doctor").out
    assert "undone" in other.ok("undo").out
    refused = other("import", file)
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert "is in use" in refused.err


def test_programs_read_what_was_done(one: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    printed = one.ok("export", str(file), "--json").json
    assert printed["action"] == "export"
    assert (printed["file"], printed["format"], printed["resources"]) == (str(file), "json", 1)
    (tmp_path / "new").mkdir()
    came = CommandLine(tmp_path / "new").ok("import", str(file), "--json").json
    assert (came["new"], came["updated"], came["reviews"], came["actions"]) == (1, 0, 0, 1)


def test_standard_output_takes_the_export(one: CommandLine) -> None:
    assert json.loads(one.ok("export", "-", "--format", "json").out)["recall"] == "library"
    assert one("export", "-", "--format", "json", "--json").code == 2


@pytest.mark.parametrize(
    "command", ["import {0} {0}", "catalog check {0}", "catalog build {0} -o x"]
)
def test_a_whole_library_is_no_list(one: CommandLine, tmp_path: Path, command: str) -> None:
    file = tmp_path / "library.json"
    one.ok("export", str(file))
    refused = one(*command.format(file).split())
    assert refused.code == 1
    assert len(refused.err.splitlines()) == 1


def test_a_damaged_export_is_refused_by_its_path(one: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    one.ok("export", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace('"minutes": 20', '"minutes": "x"'))
    (tmp_path / "new").mkdir()
    other = CommandLine(tmp_path / "new")
    refused = other("import", str(file))
    assert refused.code == 1
    assert "at tables.resource[0].minutes: 'x' is not what belongs here" in refused.err
    assert not other.library.exists()


def test_one_list_comes_out_by_itself(one: CommandLine, tmp_path: Path) -> None:
    listed = tmp_path / "mine.md"
    listed.write_text("# Papers\n- [ ] [P](https://example.org/p)\n", encoding="utf-8")
    one.ok("import", str(listed))
    mine = one.ok("export", "-", "--format", "markdown", "--list", "MINE").out
    assert mine == "# Papers\n\n- [ ] [P](https://example.org/p)\n"
    by_hand = one.ok("export", "-", "--format", "markdown", "--list", "by hand").out
    assert by_hand == "- [ ] [An article](https://example.org/a) (20 min)\n"
    both = one.ok("export", "-", "--format", "markdown").out
    assert "An article" in both
    assert "[P]" in both
    refused = one("export", "-", "--format", "csv", "--list", "zoo")
    assert (refused.code, refused.out) == (4, "")
    assert refused.err == "recall: no list matches 'zoo'; there are: added by hand, mine.md\n"
    assert one("export", "-", "--format", "json", "--list", "mine").code == 2


def test_a_library_that_is_not_sound_comes_back_only_if_forced(
    one: CommandLine, tmp_path: Path
) -> None:
    one.ok("read", "1")
    file = tmp_path / "library.json"
    one.ok("export", str(file))
    data = json.loads(file.read_text(encoding="utf-8"))
    data["tables"]["resource"][0]["reviews"] = 7
    file.write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "new").mkdir()
    other = CommandLine(tmp_path / "new")
    for more in ([], ["--dry-run"]):
        refused = other("import", str(file), *more)
        assert (refused.code, len(refused.err.splitlines())) == (1, 1)
        assert "not sound: 1 An article: it counts 7 reviews and 0 lapses, the log 1" in refused.err
        assert not other.library.exists()
    assert "brought back 1 resource" in other.ok("import", str(file), "--force").out


def test_a_library_goes_to_postgres_and_back(
    shipped: CommandLine, postgres_url: str, tmp_path: Path
) -> None:
    for words in ("grade 14 good --note pages", "read 15", "archive 3 4", "edit 5 -s vllm", "undo"):
        shipped.ok(*words.split())
    shipped.ok("add", "github.com/a/b", "2401.12345", "--section", "vllm", "--label", "new")
    asked = ("list", "show 14", "show 15", "show 83", "history --limit 100", "list pages")
    said = [shipped.ok(*words.split(), "--json").json for words in asked]
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    shipped.ok("export", str(first))
    there = CommandLine(tmp_path)
    there.now = shipped.now
    there.environ["RECALL_DATABASE_URL"] = postgres_url
    there.ok("import", str(first))
    there.ok("export", str(second))
    (tmp_path / "back").mkdir()
    back = CommandLine(tmp_path / "back")
    back.now = shipped.now
    back.ok("import", str(second))
    for one in (there, back):
        assert [one.ok(*words.split(), "--json").json for words in asked] == said
        assert "healthy" in one.ok("doctor").out
    undone = [[one.ok("undo").out for _ in range(4)] for one in (shipped, there, back)]
    assert undone[0] == undone[1] == undone[2]
    lists = [one.ok("list", "--json").out for one in (shipped, there, back)]
    assert lists[0] == lists[1] == lists[2]
