"""`recall list`: what is found by its label, and by what its list says of it."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from testing.commands.command_line import CommandLine
from testing.lists.catalogs import valid

TOLD: dict[str, Any] = {
    "links": [
        {"role": "code", "text": "repository", "url": "https://git.example/kernels"},
        {"role": "video", "text": "", "url": "https://tube.example/talk"},
    ],
    "labels": ["gpu", "数学"],
    "description": "Tiles in shared memory",
    "read_on": "2024-05",
    "saved_on": "2024-04-30",
}


@pytest.fixture
def told(empty: CommandLine, tmp_path: Path) -> CommandLine:
    """A library with a catalog whose first resource has everything."""
    listed = valid()
    listed["resources"][0] |= TOLD
    file = tmp_path / "told.json"
    file.write_text(json.dumps(listed), encoding="utf-8")
    empty.ok("import", str(file))
    return empty


def found(recall: CommandLine, *words: str) -> list[int]:
    return [one["id"] for one in recall.ok("list", *words, "--json").json["resources"]]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--label", "GPU"], [1, 3]),
        (["--label", "数学"], [1]),
        (["--label", "gp"], []),
        (["shared MEMORY"], [1]),
        (["tube.example"], [1]),
        (["repository"], [1]),
        (["gpu"], [1, 3]),
        (["cuda（"], [1]),
        (["cuda", "--label", "gpu", "--status", "unread"], [1]),
        (["nothing of it"], []),
    ],
)
def test_what_a_list_says_is_found(told: CommandLine, words: list[str], ids: list[int]) -> None:
    assert found(told, *words) == ids


def test_a_resource_is_not_named_by_what_its_list_says(told: CommandLine) -> None:
    assert "no resource matches" in told("show", "shared memory").err


def test_all_of_it_is_json(told: CommandLine) -> None:
    resource = told.ok("show", "1", "--json").json["resource"]
    assert {name: resource[name] for name in TOLD} == TOLD
    plain = told.ok("show", "2", "--json").json["resource"]
    assert [plain[name] for name in TOLD] == [[], [], None, None, None]


SHOWN = """\
     url  http://example.org/1
   links  1 code, repository: https://git.example/kernels
          2 video: https://tube.example/talk
"""


def test_all_of_it_is_shown(told: CommandLine) -> None:
    shown = told.ok("show", "1").out
    assert SHOWN in shown
    for line in (
        "  labels  gpu, 数学",
        "    read  2024-05, as the list says",
        "   saved  2024-04-30",
        "   about  Tiles in shared memory",
    ):
        assert f"\n{line}\n" in shown
    assert "links" not in told.ok("show", "2").out


def test_text_from_a_list_cannot_reach_the_terminal_raw(empty: CommandLine, tmp_path: Path) -> None:
    listed = valid()
    listed["resources"][0] |= {"description": "a\x1b]0;t\x07b\u202e", "labels": ["x\u202ey"]}
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps(listed), encoding="utf-8")
    empty.ok("import", str(file))
    shown = empty.ok("show", "1").out
    assert not set(shown) & set("\x1b\x07\u202e")
    assert "   about  ab\n" in shown


@pytest.fixture
def four(empty: CommandLine, tmp_path: Path) -> CommandLine:
    """Four resources in two sections; the last two are read, and one of them is overdue."""
    listed = tmp_path / "list.md"
    listed.write_text(
        "# One\n- [b](https://example.org/b)\n- [x] [A](https://example.org/a)\n"
        "# Two\n- [c](https://example.org/c)\n- [d](https://example.org/d)\n",
        encoding="utf-8",
    )
    empty.ok("import", str(listed))
    empty.ok("read", "4", "good")
    for number, minutes in enumerate(("1h", "40", "10", "20"), 1):
        empty.ok("edit", str(number), "--minutes", minutes)
    empty.now += timedelta(days=1)
    return empty


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--sort", "list"], [1, 2, 3, 4]),
        (["--sort", "title"], [2, 1, 3, 4]),
        (["--sort", "due"], [2, 4, 1, 3]),
        (["--sort", "id"], [1, 2, 3, 4]),
        (["--due"], [2]),
        (["--overdue", "--sort", "due"], [2]),
        (["--due", "--section", "two"], []),
    ],
    ids=str,
)
def test_a_list_has_the_order_and_the_days_that_are_asked_for(
    four: CommandLine, words: list[str], ids: list[int]
) -> None:
    assert found(four, *words) == ids


def test_a_list_by_minutes_begins_with_the_shortest_visit(four: CommandLine) -> None:
    shown = four.ok("list", "--sort", "minutes", "--json").json["resources"]
    minutes = [one["minutes"] for one in shown]
    assert minutes == sorted(minutes)
    assert shown[-1]["id"] == 1


def test_a_sorted_list_is_one_table_without_headings(four: CommandLine) -> None:
    assert four.ok("list").out.startswith("One\n")
    lines = four.ok("list", "--sort", "title").out.splitlines()
    assert [line.split()[0] for line in lines] == ["2", "1", "3", "4"]
    outcome = four("list", "--sort", "size")
    assert (outcome.code, outcome.out) == (2, "")
    assert "allowed: list, due, title, minutes, id" in outcome.err


def test_a_search_says_where_it_found_what_no_title_shows(four: CommandLine) -> None:
    four.ok("note", "3", "keep the blocks in shared memory")
    four.ok("edit", "4", "--ask", "Which blocks?")
    (due,) = [one["due"] for one in four.ok("list", "--json").json["resources"] if one["id"] == 4]
    assert four.ok("search", "blocks").out == (
        "Two\n3  c  unread              10 min  page\n"
        "      note: keep the blocks in shared memory\n"
        f"4  d  read    {due}   5 min  page\n      question: Which blocks?\n"
    )
    assert found(four, "shared", "BLOCKS") == found(four, "shared blocks") == [3]
    assert found(four, '"shared blocks"') == []
    resources = four.ok("list", "memory", "example.org", "--json").json["resources"]
    assert [resource["found"] for resource in resources] == [
        [
            {"in": "url", "excerpt": "https://example.org/c"},
            {"in": "note", "excerpt": "…the blocks in shared memory"},
        ]
    ]
    assert "found" not in four.ok("list", "--json").json["resources"][0]


def test_nothing_to_list_is_said(empty: CommandLine) -> None:
    assert empty.ok("list").err.startswith("the library is empty: 'recall add URL' or")
    assert empty.ok("list", "gpu").err == "no resource fits\n"
