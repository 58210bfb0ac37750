"""`recall list`: what is found by its label, and by what its list says of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from testing.catalogs import valid
from testing.command_line import CommandLine

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
