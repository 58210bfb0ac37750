"""Lists as people write them: a reading done, ticked back with the fewest bytes."""

import re
from pathlib import Path

import pytest

from recall.usecases.context import Context
from testing.lists.synced import synced

TICKED = [
    ("- [ ] [A](https://a.org/1)", "- [x] [A](https://a.org/1)"),
    ("- [] [A](https://a.org/1)", "- [x] [A](https://a.org/1)"),
    ("- [ ] **[A**](https://a.org/1)", "- [x] **[A**](https://a.org/1)"),
    ("1. [ ] [A](https://a.org/1)", "1. [x] [A](https://a.org/1)"),
    ("- [/] [A](https://a.org/1)", "- [x] [A](https://a.org/1)"),
    ("- ⬜ [A](https://a.org/1)", "- ✅ [A](https://a.org/1)"),
    ("- ☐ [A](https://a.org/1)", "- ☑ [A](https://a.org/1)"),
    ("- 【 】[A](https://a.org/1)", "- 【x】[A](https://a.org/1)"),
    ("# S\n- TODO [A](https://a.org/1)", "# S\n- DONE [A](https://a.org/1)"),
    ("\t- [ ]\t[A](https://a.org/1)  ", "\t- [x]\t[A](https://a.org/1)  "),
    ("> - [ ] [A](https://a.org/1)", "> - [x] [A](https://a.org/1)"),
    ("- [ ] A", "- [x] A"),
    (
        "- [X] [B](https://a.org/2)\n- [ ] [A](https://a.org/1)",
        "- [X] [B](https://a.org/2)\n- [X] [A](https://a.org/1)",
    ),
    (
        "- [x] [B](https://a.org/2)\n- [A](https://a.org/1)",
        "- [x] [B](https://a.org/2)\n- [x] [A](https://a.org/1)",
    ),
    ("- [ ] A\n  - [link](https://a.org/1)", "- [x] A\n  - [link](https://a.org/1)"),
    (
        "| t | ✅ |\n|---|---|\n| [A](https://a.org/1) | ⬜ |\n| [B](B) | ✅ |",
        "| t | ✅ |\n|---|---|\n| [A](https://a.org/1) | ✅ |\n| [B](B) | ✅ |",
    ),
    (
        "| t | Status |\n|---|---|\n| [A](https://a.org/1) | todo |\n| [B](B) | Done |",
        "| t | Status |\n|---|---|\n| [A](https://a.org/1) | Done |\n| [B](B) | Done |",
    ),
    (
        "| 书 | 状态 |\n|---|---|\n| [A](https://a.org/1) | 未读 |",
        "| 书 | 状态 |\n|---|---|\n| [A](https://a.org/1) | 已读 |",
    ),
    (
        "| t | Read |\n|---|---|\n| [A](https://a.org/1) |  |\n| [B](B) | ✅ |",
        "| t | Read |\n|---|---|\n| [A](https://a.org/1) | ✅ |\n| [B](B) | ✅ |",
    ),
    *(
        (
            f"| t | {head} |\n|---|---|\n| [A](https://a.org/1) |  |\n| [B](B) |  |",
            f"| t | {head} |\n|---|---|\n| [A](https://a.org/1) | ✅ |\n| [B](B) |  |",
        )
        for head in ("✅", "Read?", "状态", "已读", "Done")
    ),
    ("|✔️|t|\n|-|-|\n||[A](https://a.org/1)|", "|✔️|t|\n|-|-|\n| ✅ |[A](https://a.org/1)|"),
    (
        "| t | Progress |\n|---|---|\n| [A](https://a.org/1) | 40% |",
        "| t | Progress |\n|---|---|\n| [A](https://a.org/1) | 100% |",
    ),
    (
        "| done | t |\n|---|---|\n| [ ] | [A](https://a.org/1) |",
        "| done | t |\n|---|---|\n| [x] | [A](https://a.org/1) |",
    ),
    (
        "# S\n- [ ] [A](https://a.org/1)\n# T\n- [ ] [A again](https://a.org/1)",
        "# S\n- [x] [A](https://a.org/1)\n# T\n- [x] [A again](https://a.org/1)",
    ),
]

UNTICKED = re.compile(r"\[[ x]\]|[⬜✅☐☑]|TODO|DONE|\bdone\b|\btodo\b|已读|未读| ")
"""What says whether something is read, and spaces beside it."""


@pytest.mark.parametrize(("before", "after"), TICKED)
def test_a_reading_done_is_ticked_in_any_shape_and_undone_again(
    sqlite_library: Context, tmp_path: Path, before: str, after: str
) -> None:
    before, after = (text.replace("](B)", "](https://a.org/2)") for text in (before, after))
    made = synced(sqlite_library, tmp_path / "list.md", before)
    (one,) = [one for one in made.all() if one.url == "https://a.org/1" or one.title == "A"]
    made.read(one.title)
    report = made.sync(by_itself=True)
    assert made.text == after
    assert not report.imported.changes
    assert not made.sync().changes
    made.undo()
    made.sync(by_itself=True)
    assert made.text == before
    assert not made.sync().changes


BOXLESS = [
    "- [A](https://a.org/1)\n- [B](https://a.org/2)",
    "[A](https://a.org/1)",
    "| t |\n|---|\n| [A](https://a.org/1) |",
]


@pytest.mark.parametrize("text", BOXLESS)
def test_where_there_are_no_boxes_there_is_nothing_to_tick_and_it_is_said(
    sqlite_library: Context, tmp_path: Path, text: str
) -> None:
    made = synced(sqlite_library, tmp_path / "list.md", text)
    made.read("A")
    report = made.sync()
    assert made.text == text
    assert [one.title for one in report.file.boxless] == ["A"]


def test_a_box_that_several_share_is_ticked_when_all_of_them_are_read(
    sqlite_library: Context, tmp_path: Path
) -> None:
    text = "- [ ] Course\n  - [Alpha paper](https://a.org/1)\n  - [Beta paper](https://a.org/2)\n"
    made = synced(sqlite_library, tmp_path / "list.md", text)
    made.read("Alpha paper")
    report = made.sync()
    assert (made.text, [one.title for one in report.file.waiting]) == (text, ["Alpha paper"])
    made.read("Beta paper")
    made.sync()
    assert made.text == text.replace("[ ]", "[x]")
    assert not made.sync().changes


ENCODED = [
    ("utf-8-sig", "\r\n"),
    ("utf-16", "\n"),
    ("gb18030", "\n"),
    ("gb18030", "\r\n"),
    ("utf-8", "\r"),
]


@pytest.mark.parametrize(("encoding", "end"), ENCODED)
@pytest.mark.parametrize("last", ["", "\n"])
def test_encoding_line_ends_and_the_last_one_stay(
    sqlite_library: Context, tmp_path: Path, encoding: str, end: str, last: str
) -> None:
    lines = [
        "# 大模型",
        "",
        "- [ ] [注意力机制的文章](https://a.org/1)",
        "- [ ] [另一篇](https://a.org/2)",
    ]
    data = (end.join(lines) + last.replace("\n", end)).encode(encoding)
    made = synced(sqlite_library, tmp_path / "list.md", data)
    made.read("注意力机制的文章")
    made.add("新的", ("大模型",), "https://a.org/3")
    made.sync()
    lines[2] = lines[2].replace("[ ]", "[x]")
    lines.append("- [ ] [新的](https://a.org/3)")
    assert made.path.read_bytes() == (end.join(lines) + last.replace("\n", end)).encode(encoding)
    made.undo()
    assert made.path.read_bytes() == data


ADDED = [
    ("# S\n- [ ] [A](https://a.org/1)", "# S\n- [ ] [A](https://a.org/1)\n- [ ] NEW"),
    (
        "# S\n\n* [ ] [A](https://a.org/1)\n\n* [x] [B](https://a.org/2)\n\n# T\n- [ ] [C](https://a.org/3)\n",
        "# S\n\n* [ ] [A](https://a.org/1)\n\n* [x] [B](https://a.org/2)\n\n* [ ] NEW\n\n# T\n- [ ] [C](https://a.org/3)\n",
    ),
    (
        "# S\n1. [A](https://a.org/1)\n2. [B](https://a.org/2)\n",
        "# S\n1. [A](https://a.org/1)\n2. [B](https://a.org/2)\n3. NEW\n",
    ),
    (
        "# S\n1. [A](https://a.org/1)\n1. [B](https://a.org/2)\n",
        "# S\n1. [A](https://a.org/1)\n1. [B](https://a.org/2)\n1. NEW\n",
    ),
    (
        "# S\n- [ ] [A](https://a.org/1)\n  a note\n    > and more\n# T\n- [ ] [C](https://a.org/3)\n",
        "# S\n- [ ] [A](https://a.org/1)\n  a note\n    > and more\n- [ ] NEW\n# T\n- [ ] [C](https://a.org/3)\n",
    ),
    (
        "# S\n| t | Read |\n|---|---|\n| [A](https://a.org/1) | ⬜ |\n| [B](B) | ✅ |\n",
        "# S\n| t | Read |\n|---|---|\n| [A](https://a.org/1) | ⬜ |\n| [B](B) | ✅ |\n"
        "| NEW | ⬜ |\n",
    ),
    (
        "# S\n\n# T\n- [ ] [C](https://a.org/3)\n",
        "# S\n\n- [ ] NEW\n\n# T\n- [ ] [C](https://a.org/3)\n",
    ),
    ("# T\n- [ ] [C](https://a.org/3)\n", "# T\n- [ ] [C](https://a.org/3)\n\n# S\n\n- [ ] NEW\n"),
    (
        "**T**\n\n- [ ] [C](https://a.org/3)",
        "**T**\n\n- [ ] [C](https://a.org/3)\n\n**S**\n\n- [ ] NEW",
    ),
    (
        "# S\n| t | ✅ |\n|---|---|\n| [A](https://a.org/1) |  |\n",
        "# S\n| t | ✅ |\n|---|---|\n| [A](https://a.org/1) |  |\n| NEW |  |\n",
    ),
    ("# S\n[A](https://a.org/1)\n", "# S\n[A](https://a.org/1)\n\nNEW\n"),
    ("# S\n- ⬜ [A](https://a.org/1)\n", "# S\n- ⬜ [A](https://a.org/1)\n- ⬜ NEW\n"),
    ("# S\n- TODO [A](https://a.org/1)\n", "# S\n- TODO [A](https://a.org/1)\n- TODO NEW\n"),
    ("# S\n- [A](https://a.org/1)\n", "# S\n- [A](https://a.org/1)\n- NEW\n"),
    (
        "# S\n| t | Read |\n|---|---|\n| [A](https://a.org/1) | ⬜ |\n\n\t- [ ] [B](B)\n",
        "# S\n| t | Read |\n|---|---|\n| [A](https://a.org/1) | ⬜ |\n| NEW | ⬜ |\n"
        "\n\t- [ ] [B](B)\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_what_is_added_is_written_as_its_neighbor_is(
    sqlite_library: Context, tmp_path: Path, before: str, after: str
) -> None:
    before, after = (text.replace("](B)", "](https://a.org/2)") for text in (before, after))
    made = synced(sqlite_library, tmp_path / "list.md", before)
    made.add("New [one] *here*", ("S",), "https://a.org/new_(1)")
    report = made.sync(by_itself=True)
    assert not report.file.failed
    link = "[New [one] \\*here\\*](<https://a.org/new_(1)>)"
    assert made.text.replace("New \\[one\\] \\*here\\*", "New [one] \\*here\\*") == after.replace(
        "NEW", link
    )
    assert not made.sync().changes
    made.undo()
    made.sync(by_itself=True)
    kept = made.text.rstrip().replace("\n\n# S", "").replace("\n\n**S**", "").rstrip()
    assert kept in (before.rstrip(), before.replace("\n\n# S", "").rstrip())


@pytest.mark.parametrize(("before", "after"), ADDED)
def test_what_is_added_and_read_already_comes_too_with_or_without_a_box(
    sqlite_library: Context, tmp_path: Path, before: str, after: str
) -> None:
    before, after = (text.replace("](B)", "](https://a.org/2)") for text in (before, after))
    made = synced(sqlite_library, tmp_path / "list.md", before)
    made.add("New", ("S",), "https://a.org/new")
    made.read("New")
    assert not made.sync(by_itself=True).file.failed
    bare = (made.text, after.replace("NEW", "[New](https://a.org/new)"))
    assert len({UNTICKED.sub("", one) for one in bare}) == 1
    assert made.one("New").status == "read"
    assert not made.sync().changes


def test_what_has_no_section_gets_one_and_of_several_lists_the_oldest(
    sqlite_library: Context, tmp_path: Path
) -> None:
    first = synced(sqlite_library, tmp_path / "first.md", "# A\n- [ ] [One](https://a.org/1)\n")
    second = synced(sqlite_library, tmp_path / "second.md", "# B\n- [ ] [Two](https://a.org/2)\n")
    first.add("Loose", ())
    first.add("Ours", ("B",))
    first.add("Nobody's", ("C",))
    report = second.sync()
    assert "Ours" in second.text
    assert [one.title for one in report.homeless] == ["Nobody's"]
    first.sync()
    assert "# Added by hand\n\n- [ ] [Loose](https://example.org/Loose)\n" in first.text
    assert "Ours" not in first.text
    assert first.one("Ours").places[0].section == ("B",)
