"""What was done last has a name on the page, whatever it was."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import recall
from recall.domain.library.past_action import PastAction
from recall.web.words.told.actions import action_in_words
from recall.web.words.words import words_of


def kinds() -> Iterator[str]:
    """Give the kinds of actions that the source begins by name."""
    for path in sorted((Path(recall.__file__).parent / "usecases").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "begin":
                kind = node.args[1]
                if isinstance(kind, ast.Constant) and kind.value != "undo":
                    yield str(kind.value)


@pytest.mark.parametrize("kind", sorted({*kinds(), "init", "grade", "import", "sync", "suspend"}))
def test_each_action_has_a_name_in_chinese(kind: str) -> None:
    action = PastAction(1, kind, "", date(2026, 3, 2), None, "", undone=False)
    assert not action_in_words(words_of("zh"), action).what.isascii()


def test_the_rule_of_a_section_is_told_after_its_path() -> None:
    summary = "Notes: a › b: hold, by 2026-12-01"
    action = PastAction(1, "section", "", date(2026, 3, 2), None, summary, undone=False)
    told = action_in_words(words_of("en"), action).what
    assert told == "Section: Notes: a › b: on hold, by Tue 1 Dec 2026"
