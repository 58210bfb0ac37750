"""What `recall import` says: names, ten of each, and skipped lines by their reason."""

from pathlib import Path

import pytest

from recall.cli.output.width import width
from recall.domain.library.catalog import TITLE_KEPT
from testing.commands.command_line import CommandLine, Terminal

LIST = """\
# A

- [x] [One](https://a.example/1)
- [ ] [Two of them](https://a.example/2)
- [ ] [Three of them](https://a.example/3)

# B

- [ ] [One again](https://a.example/1)
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.md"
    path.write_text(LIST, encoding="utf-8")
    return path


def edited(path: Path, *edits: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_first_import_names_what_is_new_and_says_what_today_holds(
    fresh: CommandLine, mine: Path
) -> None:
    lines = fresh.ok("import", str(mine)).out.splitlines()
    assert lines == [
        "mine.md: 3 new (1 read, in 2 sections)",
        "  new:",
        "    1 One",
        "    2 Two of them",
        "    3 Three of them",
        "  one link under several titles, taken as one:",
        "    1 One: One / One again",
        "today: 1 revisit, 3 min and 2 readings, 20 min; 'recall' shows it, 'recall review' begins",
    ]
    assert "Two of them" in fresh.ok("today").out


def test_a_day_off_holds_nothing(fresh: CommandLine, mine: Path) -> None:
    fresh.configure("daily_minutes = 15", 'weekday_minutes = "mon=0"')
    out = fresh.ok("import", str(mine)).out
    assert "today: nothing, with the minutes that the day has;" in out


def test_a_second_import_says_that_nothing_changed(empty: CommandLine, mine: Path) -> None:
    empty.ok("import", str(mine))
    out = empty.ok("import", str(mine)).out
    assert out == "mine.md: nothing changed, 3 resources as they were (1 read, in 2 sections)\n"


EDITS = (
    ("[Two of them](https://a.example/2)", "[Two of them](https://b.example/two)"),
    ("[Three of them](https://a.example/3)", "[Three of them, new edition](https://b.example/3)"),
    ("[x]", "[ ]"),
)


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_an_edit_is_told_by_name(empty: CommandLine, mine: Path, dry: list[str]) -> None:
    empty.ok("import", str(mine))
    lines = empty.ok("import", str(edited(mine, *EDITS)), *dry).out.splitlines()
    new = "Three" if dry else "4 Three"
    assert lines == [
        f"mine.md{' (dry run)' if dry else ''}: "
        "1 new, 1 updated, 1 unchanged, 1 gone from the list (0 read, in 2 sections)",
        "  new:",
        f"    {new} of them, new edition",
        "  updated:",
        "    2 Two of them: link",
        "  gone from the list, kept with their history:",
        "    3 Three of them",
        "  likely the same; 'recall join OLD NEW' makes two one:",
        f"    3 Three of them → {new} of them, new edition",
        "  no longer ticked in the list, and still read here; see --take-unticks:",
        "    1 One",
    ]


def test_unticks_are_taken_if_the_person_says_so(empty: CommandLine, mine: Path) -> None:
    empty.ok("import", str(mine))
    empty.ok("grade", "1", "good")
    edited(mine, ("[x]", "[ ]"))
    out = empty.ok("import", str(mine), "--take-unticks").out
    assert out.endswith("see --take-unticks:\n    1 One: visited on 2026-03-02\n")
    empty.ok("undo")
    out = empty.ok("import", str(mine), "--take-unticks").out
    assert out.splitlines()[1:] == ["  updated:", "    1 One: unread again"]


def test_a_renamed_section_takes_its_rule_with_it(empty: CommandLine, mine: Path) -> None:
    empty.ok("import", str(mine))
    empty.ok("section", "B", "first")
    out = empty.ok("import", str(edited(mine, ("# B", "# Beta")))).out
    assert out.endswith("  the rule of B is of Beta now\n")


def test_skipped_lines_are_grouped_by_their_reason(empty: CommandLine, tmp_path: Path) -> None:
    links = "".join(f"- [Mail {n}](mailto:a{n}@b.example)\n" for n in range(5))
    path = tmp_path / "skips.md"
    path.write_text(f"{LIST}{links}- [x] [Bad](gopher://b.example/)\n", encoding="utf-8")
    out = empty.ok("import", str(path)).out
    printed = empty.ok("import", str(path), "--json").json
    reasons = [line["reason"] for line in printed["skipped"]]
    for reason in set(reasons):
        number = reasons.count(reason)
        thing = "link" if TITLE_KEPT in reason else "line"
        assert f"  {number} {thing}{'s' * (number != 1)} not taken, {reason}:" in out
    assert out.count("    line ") == sum(min(3, reasons.count(one)) for one in set(reasons))
    again = empty.ok("import", str(path)).out.splitlines()
    assert again[1:] == [f"  {len(reasons)} lines not taken; --json has them all"]


def test_a_skipped_address_is_left_out_where_it_does_not_fit(
    empty: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "skips.md"
    person = f"- [Ann Lee](https://twitter.com/{'ann' * 30})\n- [Bob](https://twitter.com/bob)\n"
    path.write_text(f"{LIST}- [/] [Notes](n.md)\n{person}", encoding="utf-8")
    lines = empty("import", str(path), stream=Terminal, COLUMNS="80", NO_COLOR="1").out.splitlines()
    assert lines[0] == "skips.md: 4 new (1 read, 1 begun, in 2 sections)"
    assert lines[-7:-2] == [
        "  2 lines not taken, a person, not a reading:",
        "    line 11: Ann Lee",
        "    line 12: Bob (https://twitter.com/bob)",
        "  1 link not taken, a relative link; its title is kept:",
        "    line 10: Notes",
    ]


def test_many_names_are_counted_and_many_reasons_too(empty: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "many.md"
    text = "".join(f"- [Number {n}](https://n.example/{n})\n" for n in range(30))
    bad = "".join(f"- [Bad {n}](mailto:b{n}@b.example)\n" for n in range(12))
    path.write_text(text + bad, encoding="utf-8")
    out = empty.ok("import", str(path)).out
    assert "    and 20 more; --json names them all\n" in out
    assert len(empty.ok("import", str(path), "--json").json["names"]["new"]) == 0


@pytest.mark.parametrize("columns", ["40", "80"])
def test_nothing_is_wider_than_the_terminal(empty: CommandLine, mine: Path, columns: str) -> None:
    long = "书" * 30 + " a very long title " * 10
    edited(mine, ("[Two of them]", f"[{long}]"))
    out = empty("import", str(mine), stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
    assert max(map(width, out.splitlines())) <= int(columns)
    assert long[:10] in out


def test_everything_is_in_the_json(empty: CommandLine, mine: Path) -> None:
    first = empty.ok("import", str(mine), "--json").json
    assert (first["new"], first["read"], first["sections"]) == (3, 1, 2)
    assert first["names"]["new"][1] == {"id": 2, "title": "Two of them"}
    assert first["joined"] == [{"id": 1, "title": "One", "why": ["One", "One again"]}]
    assert first["today"] == {
        "revisits": 1,
        "revisit_minutes": 3,
        "readings": 2,
        "reading_minutes": 20,
    }
    empty.ok("section", "B", "first")
    printed = empty.ok("import", str(edited(mine, *EDITS, ("# B", "# Beta"))), "--json").json
    assert printed["names"]["updated"][1] == {"id": 2, "title": "Two of them", "why": ["link"]}
    assert printed["names"]["gone"] == [{"id": 3, "title": "Three of them"}]
    assert printed["likely"] == [
        {
            "old": {"id": 3, "title": "Three of them"},
            "new": {"id": 4, "title": "Three of them, new edition"},
        }
    ]
    assert printed["unticked"] == [{"id": 1, "title": "One", "why": []}]
    assert printed["renamed_sections"] == [{"before": ["B"], "now": ["Beta"]}]
    assert printed["today"] is None


def test_a_list_of_one_that_did_not_change_is_one_resource(
    empty: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "one.md").write_text("- [An article](https://example.org/a)")
    empty.ok("import", str(tmp_path / "one.md"))
    again = empty.ok("import", str(tmp_path / "one.md")).out
    assert again == "one.md: nothing changed, 1 resource as it was (0 read)\n"


def test_a_dry_run_of_several_lists_says_what_each_does_after_those_before_it(
    empty: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("- [One article](https://example.org/1)")
    (tmp_path / "b.md").write_text("- [x] [One article](https://example.org/1)")
    files = [str(tmp_path / name) for name in ("a.md", "b.md", "a.md")]
    before = empty.state()
    planned = empty.ok("import", *files, "--dry-run").out
    assert empty.state() == before
    done = empty.ok("import", *files).out.partition("today:")[0]
    assert planned.replace(" (dry run)", "").replace("    One", "    1 One") == done
    assert "1 One article: read, in this list too" in done
