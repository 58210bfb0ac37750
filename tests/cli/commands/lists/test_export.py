"""`recall export`, and `recall import` of what it wrote."""

import json
from pathlib import Path

import pytest

from testing.command_line import CommandLine


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
