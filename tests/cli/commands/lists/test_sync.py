"""`recall sync`: what it does, asks and says."""

from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine, Terminal

LIST = """\
# Papers

- [ ] [One](https://example.org/1)
- [x] [Two](https://example.org/2)
"""
TICKED = LIST.replace("- [ ] [One]", "- [x] [One]")


@pytest.fixture
def path(empty: CommandLine, tmp_path: Path) -> Path:
    file = tmp_path / "list.md"
    file.write_text(LIST)
    empty.ok("import", str(file))
    return file


def test_the_first_write_needs_yes_where_nobody_can_be_asked(
    empty: CommandLine, path: Path
) -> None:
    assert empty.ok("sync").out == "list.md: in step, nothing to do\n"
    empty.ok("read", "One", "good")
    refused = empty("sync")
    assert refused.code == 1
    *_, last = refused.err.splitlines()
    assert last == f"recall: {path} was never written by recall; --yes allows it, --dry-run shows"
    assert "+- [x] [One](https://example.org/1)" in refused.err
    assert path.read_text() == LIST
    assert "list.md: 1 ticked\n  ticked in the file:\n    1 One" in empty.ok("sync", "--yes").out
    assert path.read_text() == TICKED
    empty.ok("undo")
    assert path.read_text() == LIST
    empty.ok("sync", "list")  # it was allowed
    assert path.read_text() == TICKED


@pytest.mark.parametrize(("answer", "text"), [("y", TICKED), ("n", LIST)])
def test_at_a_terminal_the_first_write_asks(
    empty: CommandLine, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, text: str
) -> None:
    asked: list[str] = []

    def agrees(question: str, *, yes: bool) -> bool:
        asked.append(question)
        return answer == "y" or yes

    monkeypatch.setattr("recall.cli.confirming.agrees", agrees)
    empty.ok("read", "One", "good")
    assert empty("sync", stream=Terminal).code == (0 if answer == "y" else 1)
    assert asked == [f"recall has not written {path} before. Write this now, and from now on?"]
    assert path.read_text() == text


def test_a_dry_run_shows_the_diff_and_writes_nothing(empty: CommandLine, path: Path) -> None:
    empty.ok("read", "One", "good")
    path.write_text(LIST.replace("[Two]", "[The second]"))
    said = empty.ok("sync", "--dry-run").out
    assert "list.md (dry run): 1 ticked, 1 updated" in said
    assert "-- [ ] [One](https://example.org/1)\n+- [x] [One](https://example.org/1)\n" in said
    assert "    2 The second: title" in said
    assert "- [ ] [One]" in path.read_text()


def test_a_diff_has_the_spaces_of_its_lines_and_no_control_characters(
    empty: CommandLine, path: Path
) -> None:
    path.write_text(LIST + "\n- [x] Parts\n\t- [x]  [Three](https://example.org/3) \x1b[31m\r\n")
    empty.ok("import", str(path))
    empty.ok("add", "https://example.org/9", "--title", "Nine", "--section", "Parts")
    before = path.read_text()
    said = empty.ok("sync", "--dry-run").out
    assert "+" in said
    shown = said[said.index("@@") :]
    assert " \t- [x]  [Three](https://example.org/3)" in shown
    assert "\x1b" not in shown
    assert path.read_text() == before


def test_what_cannot_be_ticked_and_what_stays_read_is_told(empty: CommandLine, path: Path) -> None:
    path.write_text("- [x] [Two](https://example.org/2)\n\n# Bare\n[One](https://example.org/1)\n")
    empty.ok("read", "One", "good")
    empty.ok("grade", "Two", "good")
    assert "read, with nothing to tick in the file:\n    1 One" in empty.ok("sync").out
    path.write_text(path.read_text().replace("[x]", "[ ]"))
    assert "2 Two: visited on 2026-03-02" in empty.ok("sync").out
    assert "unread again" in empty.ok("sync", "--take-unticks").out
    assert empty.ok("show", "Two", "--json").json["resource"]["status"] == "unread"


def test_what_it_did_as_json(empty: CommandLine, path: Path) -> None:
    empty.ok("read", "One", "good")
    empty.ok("add", "https://example.org/3", "--title", "Three", "--section", "Papers")
    (done,) = empty.ok("sync", "--yes", "--json").json["lists"]
    assert (done["file"], done["written"], done["changed"]) == (str(path), True, True)
    assert done["ticked"] == [{"id": 1, "title": "One"}]
    assert done["added"] == [{"id": 3, "title": "Three"}]
    assert done["imported"]["new"] == 0
    assert "+- [ ] [Three](https://example.org/3)" in done["diff"]


def test_a_copy_beside_the_list_is_told_of(empty: CommandLine, path: Path) -> None:
    empty.ok("sync")
    copy = path.with_name("list.sync-conflict-20260301-101500-ABCDEFG.md")
    copy.write_text(TICKED)
    said = empty.ok("sync", "--yes").out
    assert f"taken in from {copy.name}, which stays as it is" in said
    assert copy.read_text() == TICKED == path.read_text()


def test_a_list_that_cannot_be_synced_does_not_keep_the_others_from_it(
    empty: CommandLine, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("- [ ] [Three](https://example.org/3)\n")
    empty.ok("import", str(other))
    empty.ok("sync")
    path.unlink()
    other.write_text("- [x] [Three](https://example.org/3)\n")
    done = empty("sync")
    assert (done.code, done.out.splitlines()[0]) == (1, "other.md: 1 updated")
    assert done.err == (
        f"recall: {path}: is gone; 'recall import' it from where it is now, or "
        "'recall lists forget' it\n"
    )
    other.unlink()
    done = empty("sync", "--json")
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 2)


def test_a_list_in_another_format_is_an_error_only_if_it_was_named(
    empty: CommandLine, path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "saved.csv"
    table.write_text("title,url\nThree,https://example.org/3\n")
    empty.ok("import", str(table))
    told = (
        f"recall: {table}: is csv; recall keeps Markdown in step, 'recall import' takes this in\n"
    )
    done = empty.ok("sync")
    assert (done.out, done.err) == ("list.md: in step, nothing to do\n", told)
    named = empty("sync", "saved.csv", "list.md")
    assert (named.code, named.out, named.err) == (1, done.out, told)
    assert path.read_text() == LIST


def test_a_list_that_there_is_not_is_one_line(empty: CommandLine) -> None:
    refused = empty("sync")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "recall: no list has a file on this computer; 'recall import FILE' brings one in\n"
    )


def test_undo_loses_no_edit_and_names_the_lines_that_stay(empty: CommandLine, path: Path) -> None:
    empty.ok("add", "https://example.org/3", "--title", "Three", "--section", "Papers")
    empty.ok("sync", "--yes")
    path.write_text(path.read_text().replace("[Three]", "[Mine]") + "\nMine.\n")
    mine = path.read_text()
    number = mine.splitlines().index("- [ ] [Mine](https://example.org/3)") + 1
    said = f"line {number} of list.md stays, as you have changed it or what is below it"
    assert empty.ok("undo").out.splitlines()[1:] == [f"{said}: - [ ] [Mine](https://example.org/3)"]
    assert path.read_text() == mine
    assert empty.ok("history", "--json").json["actions"][1]["kind"] == "sync"


def test_undo_says_as_json_what_stays(empty: CommandLine, path: Path) -> None:
    empty.ok("add", "https://example.org/3", "--title", "Three", "--section", "Papers")
    empty.ok("sync", "--yes")
    path.write_text(path.read_text().replace("[Three]", "[Mine]"))
    (left,) = empty.ok("undo", "--json").json["left"]
    assert (left["path"], left["text"]) == (str(path), "- [ ] [Mine](https://example.org/3)")
    assert path.read_text().splitlines()[left["number"] - 1] == left["text"]
