"""Each message of the page has its translation, and no translation stands for nothing."""

import ast
import re

import pytest
from babel.messages.catalog import Message

from docs.scripts import messages

USED, KEPT = messages.used(), messages.kept()
ALL = [one for one in USED if one.id]


def texts(message: Message) -> list[str]:
    return list(message.id) if message.pluralizable else [message.id]


def translations(message: Message) -> list[str]:
    found = KEPT.get(message.id)
    assert found is not None, "run: python docs/scripts/messages.py"
    return list(found.string) if message.pluralizable else [found.string]


@pytest.mark.parametrize("message", ALL, ids=lambda one: texts(one)[0])
def test_each_message_is_translated_with_the_same_values(message: Message) -> None:
    wanted = set(re.findall(r"%\(\w+\)[sd]", texts(message)[-1]))
    for translation in translations(message):
        assert translation.strip()
        assert set(re.findall(r"%\(\w+\)[sd]", translation)) <= wanted


def test_no_message_is_hidden_from_the_file_in_an_f_string() -> None:
    hidden = [
        f"{path.name}:{one.lineno}"
        for path in messages.PACKAGE.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for one in ast.walk(text)
        if isinstance(one, ast.Call) and ast.unparse(one.func).split(".")[-1] in ("_", "many")
    ]
    assert hidden == []


def test_the_file_has_no_message_that_the_page_does_not_use() -> None:
    assert {str(one.id) for one in KEPT if one.id} == {str(one.id) for one in ALL}


def test_no_translation_is_only_a_guess() -> None:
    assert [one.id for one in KEPT if one.id and one.fuzzy] == []
