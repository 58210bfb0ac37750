"""`recall add` and moves: many links, several forms, sections, and what is said of it."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine

PIPED = """\
- [ ] [Attention](https://arxiv.org/abs/1706.03762) - worth it
2401.12345 On pages

# Papers
https://example.org/1 One
- [x] https://example.org/2
https://example.org/2
https://example.org/a
"""


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(PIPED.encode())))


def ids(recall: CommandLine, *words: str) -> list[int]:
    return [one["id"] for one in recall.ok("list", *words, "--json").json["resources"]]


def test_several_links_of_any_form_are_added_at_once(shipped: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.pdf"
    file.touch()
    typed = ["github.com/a/b", "2401.12345v3", "10.1145/3600006.3613165", str(file)]
    outcome = shipped.ok("add", *typed, "--section", "vllm", "--label", "new")
    assert outcome.out.splitlines() == [
        "added 83 github.com/a/b, code, 45 min",
        "added 84 arxiv.org/abs/2401.12345, paper, 60 min",
        "added 85 doi.org/10.1145/3600006.3613165, paper, 60 min",
        "added 86 notes, page, 10 min",
        "4 links added, in Resources › VLLM",
    ]
    assert ids(shipped, "--section", "vllm") == [*range(14, 20), 83, 84, 85, 86]
    assert ids(shipped, "--label", "new") == [83, 84, 85, 86]
    assert shipped.ok("undo").out == "undone: add (4 resources: 83, 84, 85, 86)\n"
    assert shipped("show", "84").code == 4


@pytest.mark.usefixtures("piped")
def test_lines_are_piped_in(one: CommandLine) -> None:
    outcome = one("add", "-", "--section", "Later")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "added 2 Attention, paper, 60 min",
        "added 3 On pages, paper, 60 min",
        "added 4 One, page, 10 min",
        "added 5 example.org/2, page, 10 min",
        "already there: 1 An article, unread",
        "4 links added, in the new section Later; 1 there already; 1 given twice; 1 not added",
    ]
    told, ticks = outcome.err.splitlines()
    assert told.startswith("not added: there is no address in '# Papers'; give an https:// address")
    assert ticks == "ticks are not taken here; 'recall import -' takes lists with their ticks"
    assert one.ok("show", "2", "--json").json["resource"]["description"] == "worth it"


@pytest.mark.usefixtures("piped")
def test_all_of_it_is_json(one: CommandLine) -> None:
    outcome = one("add", "-", "--json")
    assert outcome.code == 1
    found = outcome.json
    assert (found["action"], found["resource"], found["section"]) == ("add", None, [])
    assert [each["id"] for each in found["resources"]] == [2, 3, 4, 5]
    assert [each["id"] for each in found["known"]] == [1]
    assert found["new_section"] is False
    (wrong,) = found["not_added"]
    assert (wrong["line"], wrong["text"]) == (4, "# Papers")


def test_what_is_there_already_is_named(one: CommandLine) -> None:
    known = one.ok("show", "1", "--json").json["resource"]["url"]
    before = one.state()
    outcome = one("add", known)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "recall: it is already in the library, as 1 An article\n"
    both = one("add", known, known, "--json")
    assert (both.code, both.json["action"], len(both.json["known"])) == (1, None, 1)
    assert one.state() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "'nonsense' is not a URL; give an https:// address, github.com/a/b"),
        (["gone.pdf"], "there is no file 'gone.pdf'"),
        (["a b", "c"], "there is no address in 'a b'"),
        (["-"], "nothing to add: give"),
        (["https://example.org/x", "https://example.org/y", "--title", "T"], "for a single link"),
        (["https://example.org/x", "https://example.org/y", "--note", "N"], "for a single link"),
        (["https://example.org/x", "-s", "a", "--new-section", "b"], "give --section or"),
    ],
    ids=str,
)
def test_what_cannot_be_added_is_one_line_and_changes_nothing(
    one: CommandLine, words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n \n")))
    before = one.state()
    outcome = one("add", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert one.state() == before


def test_an_unclear_section_is_answered_with_the_candidates(shipped: CommandLine) -> None:
    outcome = shipped("add", "https://example.org/x", "--section", "系列")
    assert (outcome.code, outcome.out) == (4, "")
    assert "'系列' matches 6 sections, give more of the path: Resources › BBuf" in outcome.err
    assert shipped("edit", "14", "--section", "系列").code == 4


def test_resources_are_moved(shipped: CommandLine) -> None:
    outcome = shipped.ok("edit", "20", "21", "--section", "vllm")
    assert outcome.out.splitlines() == [
        "20 Pytorch Transformers from Scratch (Attention is all you nee…: video, 45 min, "
        "in Resources › VLLM",
        "21 对应源码 (VLLM): code, 45 min, in Resources › VLLM",
    ]
    moved = shipped.ok("edit", "20", "--new-section", "VL", "--json").json
    assert (moved["action"], moved["resource"]["sections"]) == ("edit", [["VL"]])
    assert shipped.ok("undo").out.endswith("(in VL)\n")


def test_a_title_needs_no_quotes(one: CommandLine) -> None:
    outcome = one.ok("add", "https://example.org/x", "A", "great title", "!")
    assert (outcome.out, outcome.err) == ("added 2 A great title !, page, 10 min\n", "")


@pytest.mark.parametrize("wrong", [["x", "htp://y"], ["gone.pdf"], ["a@example"]], ids=str)
def test_what_may_be_meant_as_a_link_is_no_title(one: CommandLine, wrong: list[str]) -> None:
    outcome = one("add", "https://example.org/x", *wrong)
    assert (outcome.code, outcome.out.splitlines()[0]) == (1, "added 2 example.org/x, page, 10 min")
    said = outcome.err.splitlines()
    assert len(said) == len(wrong)
    assert all(line.startswith(("not added: '", "not added: there is")) for line in said)
    assert sum("give an https:// address" in line for line in said) <= 1


def test_a_terminal_is_told_how_to_end(one: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Typed(BytesIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", TextIOWrapper(Typed(b"https://example.org/x Title\n")))
    outcome = one.ok("add", "-")
    assert outcome.err == "a link a line; end with Ctrl-D on a line of its own\n"
    assert outcome.out == "added 2 Title, page, 10 min\n"


def test_a_password_in_an_address_is_no_part_of_the_title(fresh: CommandLine) -> None:
    outcome = fresh.ok("add", "https://me:secret@example.org/a", "--no-fetch")
    assert "example.org/a" in outcome.out
    assert "secret" not in outcome.out + outcome.err
    assert fresh.ok("show", "1", "--json").json["resource"]["title"] == "example.org/a"


def test_a_note_comes_in_with_its_link(one: CommandLine) -> None:
    one.ok("add", "https://example.org/x", "--note", "a passage")
    assert one.ok("list", "--json").json["resources"][-1]["note"] == "a passage"
