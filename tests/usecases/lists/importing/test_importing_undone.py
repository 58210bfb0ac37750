"""Imports of the person's own list and of edited copies, undone and done again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.lists.own_list import PEFT, TEXT, take_text, with_own_list


@pytest.fixture
def mine(empty: Context, tmp_path: Path) -> Context:
    return with_own_list(empty, tmp_path)


def kinds(context: Context) -> list[str]:
    return [action.kind for action in log.history(context.store, 100)]


EDITS: dict[str, Callable[[str], str]] = {
    "a tick": lambda text: text.replace("- [ ] **[VLLM", "- [x] **[VLLM"),
    "a title": lambda text: text.replace("[VLLM官方文档]", "[Manual of vLLM]"),
    "a line less": lambda text: text.replace(PEFT, ""),
    "half of it": lambda text: text[: len(text) // 2 + 900],
    "a line more": lambda text: f"- [x] [First](https://example.org/first)\n\n{text}",
    "another link": lambda text: text.replace("https://opencs.app/", "https://opencs.example"),
    "other order": lambda text: "---".join(reversed(text.split("---"))),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS.keys())
def test_undoing_an_import_gives_back_the_library_as_it_was(
    mine: Context, tmp_path: Path, change: Callable[[str], str]
) -> None:
    before = shown(mine)
    assert take_text(mine, tmp_path, change(TEXT)).changes
    first = shown(mine)
    assert first != before
    undo(mine)
    assert shown(mine) == before
    assert doctor(mine) == []
    take_text(mine, tmp_path, change(TEXT))  # and again: the same resources under the same IDs
    assert shown(mine) == first
    undo(mine)
    assert shown(mine) == before


def test_the_first_import_can_be_undone_and_done_again(anywhere: Context, tmp_path: Path) -> None:
    nothing = shown(anywhere)
    take_text(anywhere, tmp_path, TEXT)
    first = shown(anywhere)
    undo(anywhere)
    assert shown(anywhere) == nothing
    take_text(anywhere, tmp_path, TEXT)
    assert shown(anywhere) == first
    assert kinds(anywhere) == ["import", "undo", "import"]
    assert doctor(anywhere) == []


@pytest.mark.slow
def test_edits_of_a_list_and_their_undoing_are_the_same_on_every_database(
    anywhere: Context, tmp_path: Path
) -> None:
    states = [shown(anywhere)]
    for number, change in enumerate(EDITS.values()):
        take_text(anywhere, tmp_path, change(TEXT), f"{number}.md")
        states.append(shown(anywhere))
    while states:
        assert shown(anywhere) == states.pop()
        if states:
            undo(anywhere)
