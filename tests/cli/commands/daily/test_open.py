"""`recall open` and `recall note`: the programs they start, and what these are given."""

import json
import os
import sys
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine
from testing.lists.catalogs import valid

RECORD = """\
#!{python}
import sys
with open({log!r}, "a", encoding="utf-8") as log:
    print(*sys.argv[1:], file=log)
"""
WRITE = """\
#!{python}
import sys
with open(sys.argv[-1], encoding="utf-8") as file:
    old = file.read()
with open(sys.argv[-1], "w", encoding="utf-8") as file:
    file.write({text!r}.format(old=old))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="scripts with a first line #!")


def script(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it is asked to open."""
    log = tmp_path / "opened"
    text = RECORD.format(python=sys.executable, log=str(log))
    monkeypatch.setenv("BROWSER", script(tmp_path / "browser", text))
    monkeypatch.setattr("webbrowser._tryorder", None)  # it remembers the browsers it found
    monkeypatch.setattr("webbrowser._browsers", {})
    return log


def editor(folder: Path, text: str) -> str:
    return script(folder / "editor", WRITE.format(python=sys.executable, text=text))


def test_open_shows_the_note_and_then_opens_the_url(one: CommandLine, opened: Path) -> None:
    one.ok("note", "1", "first line\nsecond line")
    outcome = one.ok("open", "1")
    assert outcome.out == "  first line\n  second line\nopened 1 An article\n"
    assert opened.read_text(encoding="utf-8") == "https://example.org/a\n"


def test_open_opens_several_in_their_order(one: CommandLine, opened: Path) -> None:
    one.ok("add", "https://example.org/b", "--title", "B")
    assert one.ok("open", "2", "1").out == "opened 2 B\nopened 1 An article\n"
    assert opened.read_text(encoding="utf-8").split() == [
        "https://example.org/b",
        "https://example.org/a",
    ]
    printed = one.ok("open", "example.org/b", "1", "--json").json
    assert [each["id"] for each in printed["resources"]] == [2, 1]
    assert (printed["resource"], printed["link"]) == (None, None)


def test_open_opens_nothing_if_one_of_several_is_not_there(one: CommandLine, opened: Path) -> None:
    assert one("open", "1", "77").code == 4
    assert not opened.exists()


def test_open_shows_how_far_a_reading_has_come_and_where_it_stopped(
    one: CommandLine, opened: Path
) -> None:
    one.ok("edit", "1", "--minutes", "600")
    one.ok("read", "1", "--to", "25%", "--at", "chapter 3", "--note", "first line\nsecond line")
    how_far = "  150 of 600 min, 25 %, about 23 sittings left\n  stopped at chapter 3, 2 Mar: "
    note = "first line\n  second line\n"
    assert one.ok("open", "1").out == f"{how_far}{note}opened 1 An article\n"
    one.ok("note", "1", "another")
    assert one.ok("open", "1").out == f"{how_far}{note}  another\nopened 1 An article\n"
    assert opened.exists()


def test_open_without_a_note_just_opens(one: CommandLine, opened: Path) -> None:
    assert one.ok("open", "an art").out == "opened 1 An article\n"
    assert opened.exists()


def test_open_as_json_prints_the_resource_alone(one: CommandLine, opened: Path) -> None:
    one.ok("note", "1", "a note")
    printed = one.ok("open", "1", "--json").json
    assert (printed["action"], printed["resource"]["note"]) == ("open", "a note")
    assert opened.exists()


def test_open_changes_nothing(one: CommandLine, opened: Path) -> None:
    before = one.state()
    one.ok("open", "1")
    assert one.state() == before


def test_a_file_is_opened(one: CommandLine, opened: Path) -> None:
    one.ok("add", "file:///tmp/notes.pdf")
    one.ok("open", "2")
    assert opened.read_text(encoding="utf-8") == "file:///tmp/notes.pdf\n"


def test_a_resource_without_a_url_is_not_opened(
    empty: CommandLine, opened: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# A\n- [ ] A book on paper\n", encoding="utf-8")
    empty.ok("import", str(mine))
    outcome = empty("open", "1")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "recall: 1 A book on paper has no URL; set one with 'recall edit'\n"
    assert not opened.exists()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/"])
def test_a_url_of_any_other_scheme_is_not_opened_even_when_it_is_stored(
    one: CommandLine, opened: Path, url: str
) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(one.library)) as library, library:
        library.execute("UPDATE resource SET url = ?", (url,))
    outcome = one("open", "1")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "recall: 1 An article: only http, https and file URLs are opened\n"
    assert not opened.exists()


def test_no_browser_at_all_is_said(one: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda url: False)
    outcome = one("open", "1")
    assert (outcome.code, outcome.out) == (1, "")
    assert "set BROWSER, or go to https://example.org/a" in outcome.err


def test_a_note_is_written_in_the_editor_which_begins_with_the_old_one(
    one: CommandLine, tmp_path: Path
) -> None:
    one.ok("note", "1", "old")
    one.environ["EDITOR"] = editor(tmp_path, "{old}, and\nnew\n")
    assert one.ok("note", "1").out == "1 An article: note written\n"
    assert one.ok("show", "1", "--json").json["resource"]["note"] == "old, and\nnew"


def test_visual_goes_before_editor_and_may_have_arguments(one: CommandLine, tmp_path: Path) -> None:
    one.environ["EDITOR"] = "false"
    one.environ["VISUAL"] = editor(tmp_path, "by visual") + " --wait"
    one.ok("note", "1")
    assert one.ok("show", "1", "--json").json["resource"]["note"] == "by visual"


def test_an_editor_that_writes_nul_does_not_spoil_the_library(
    one: CommandLine, tmp_path: Path
) -> None:
    one.environ["EDITOR"] = editor(tmp_path, "a\0b")
    one.ok("note", "1")
    assert one.ok("show", "1", "--json").json["resource"]["note"] == "ab"
    assert one.ok("doctor")


def test_an_empty_note_is_cleared(one: CommandLine) -> None:
    one.ok("note", "1", "old")
    assert one.ok("note", "1", "").out == "1 An article: note cleared\n"
    assert one.ok("show", "1", "--json").json["resource"]["note"] is None


UNUSABLE = [
    ("", 2, "no editor is set; give the text, or set EDITOR"),
    ("no-such-editor-here", 1, "the editor 'no-such-editor-here' was not found; set EDITOR"),
    ("false", 1, "the editor 'false' gave up (1); nothing changed"),
    ("'unclosed", 1, "the editor"),
    ("/dev/null", 1, "the editor '/dev/null'"),
]


@pytest.mark.parametrize(("command", "code", "says"), UNUSABLE, ids=[row[0] for row in UNUSABLE])
def test_an_editor_that_does_not_work_changes_nothing(
    one: CommandLine, command: str, code: int, says: str
) -> None:
    one.ok("note", "1", "old")
    before = one.state()
    outcome = one("note", "1", EDITOR=command)
    assert (outcome.code, outcome.out) == (code, "")
    (line,) = outcome.err.splitlines()
    assert says in line
    assert one.state() == before


def test_a_note_that_was_not_changed_is_no_mistake(one: CommandLine) -> None:
    one.ok("note", "1", "old")
    before = one.state()
    one.environ["EDITOR"] = "true"
    assert one.ok("note", "1").out == "1 An article: note unchanged\n"
    assert one.ok("note", "1", "--json").json["action"] is None
    assert one.state() == before


@pytest.mark.parametrize(
    ("written", "note", "said"),
    [
        ("mine", "theirs\n\nmine", "changed elsewhere meanwhile; both stand, yours last"),
        ("theirs", "theirs", "written"),
        ("", "theirs", "changed elsewhere meanwhile; that one stays"),
    ],
)
def test_an_editor_does_not_write_over_a_note_that_is_newer(
    one: CommandLine, tmp_path: Path, written: str, note: str, said: str
) -> None:
    one.ok("note", "1", "old")
    script = tmp_path / "editor"
    change = f"sqlite3.connect({str(one.library)!r}, isolation_level=None).execute"
    script.write_text(
        f"#!{sys.executable}\nimport sqlite3, sys\n"
        f"{change}(\"UPDATE resource SET note = 'theirs' WHERE id = 1\")\n"
        f"open(sys.argv[1], 'w').write({written!r})\n"
    )
    script.chmod(0o755)
    one.environ["EDITOR"] = str(script)
    assert one.ok("note", "1").out == f"1 An article: note {said}\n"
    assert one.ok("show", "1", "--json").json["resource"]["note"] == note


def test_a_note_that_cannot_be_stored_is_shown(one: CommandLine, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text(
        f'#!/bin/sh\nprintf "a thought" > "$1"\nrm {one.library}\nmkdir {one.library}\n'
    )
    script.chmod(0o755)
    outcome = one("note", "1", EDITOR=str(script))
    assert outcome.code == 5
    assert outcome.err.startswith("this note could not be kept: a thought\nrecall: ")


LINKS = [
    {"role": "code", "text": "first repo", "url": "https://git.example/1"},
    {"role": "code", "text": "", "url": "https://git.example/2"},
    {"role": "video", "text": "talk", "url": "https://tube.example/talk"},
]


@pytest.fixture
def linked(empty: CommandLine, tmp_path: Path) -> CommandLine:
    """A library whose first resource has further links, and whose second has none."""
    listed = valid()
    listed["resources"][0]["links"] = LINKS
    file = tmp_path / "linked.json"
    file.write_text(json.dumps(listed), encoding="utf-8")
    empty.ok("import", str(file))
    return empty


@pytest.mark.parametrize(
    ("link", "number", "named"),
    [
        ("video", 3, "talk (video of 1 CUDA（一）)"),
        ("2", 2, "https://git.example/2 (code of 1 CUDA（一）)"),
        ("first", 1, "first repo (code of 1 CUDA（一）)"),
    ],
)
def test_a_further_link_is_opened_by_its_role_its_number_or_its_text(
    linked: CommandLine, opened: Path, link: str, number: int, named: str
) -> None:
    assert linked.ok("open", "1", "--link", link).out == f"opened {named}\n"
    assert opened.read_text(encoding="utf-8") == f"{LINKS[number - 1]['url']}\n"
    assert linked.ok("open", "1", "--link", link, "--json").json["link"] == LINKS[number - 1]
    assert linked.ok("open", "1", "--json").json["link"] is None


@pytest.mark.parametrize(
    ("number", "link", "says"),
    [
        (
            "1",
            "code",
            "'code' matches 2 links of 1, give the number: "
            "1 code (first repo), 2 code (https://git.example/2)",
        ),
        (
            "1",
            "slides",
            "1 has no further link 'slides'; it has 1 code (first repo), "
            "2 code (https://git.example/2), 3 video (talk)",
        ),
        ("2", "code", "2 has no further link 'code'; it has none"),
    ],
)
def test_a_further_link_that_is_not_there_or_not_the_only_one_opens_nothing(
    linked: CommandLine, opened: Path, number: str, link: str, says: str
) -> None:
    outcome = linked("open", number, "--link", link)
    assert (outcome.code, outcome.out, outcome.err) == (4, "", f"recall: {says}\n")
    assert not opened.exists()
