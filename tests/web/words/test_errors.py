"""Each error that a page can show is in the tables of sentences, and so in Chinese too."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import recall
from recall.errors import BadFile
from recall.formats import resembling, zips
from recall.formats.opening import opened
from recall.web.words.sentences import said
from recall.web.words.tables.page_sentences import PAGE_SENTENCES
from recall.web.words.words import words_of

CHINESE, ENGLISH = words_of("zh"), words_of("en")
ROOT = Path(recall.__file__).parent
ROOMS = (
    "domain/library",
    "formats",
    "usecases/lists/reading_files.py",
    "usecases/planning/revising.py",
    "usecases/planning/sections.py",
    "usecases/rating",
    "usecases/resources",
    "usecases/syncing",
    "web/pages",
    "web/routes",
    "web/uploads.py",
)
"""Where the errors are raised that a form, a link or a file can lead to."""

VALUES = ("7", "1,000", "title", "good", "2026-12-03", "2026-12-09")
"""What may stand in an error: a number, a name, a state, or a day."""

ERRORS = ("BadInput", "BadFile", "RecallError", "StorageError")

NOT_ON_THE_PAGE = {
    "formats/catalog_json.py": "catalogs that programs write; their messages name keys of JSON",
    "formats/exports/library_json.py": "whole libraries, which only the command line reads",
    "usecases/resources/labeling.py:{} has no label '{}'; {}": "the form only offers labels it has",
    "several resources cannot have": "the page edits one resource at a time",
    "a section and a new section at once": "the page has one field for both",
    "a list cannot be sorted": "the page does not sort",
    "'{}' is not a {}; allowed": "said of statuses and kinds, which have sentences each",
    "cannot wait for itself": "has its title in it, as a sentence of the table",
    "{} '{}'{}; give a number": "the page takes links off by their number",
    "is a directory": "a browser sends files",
    "a list cannot be written as": "the page offers the formats that can be written",
    "names several lists": "the page gives lists by their number",
    "is no list of the library": "as above",
    "{}; say when it was read: {}": "two sentences, each in the table with its end",
    "{} is in the future; say when": "as above",
    "there is no address in {}; {}": "as above",
    "{} is not an address of the web; {}": "as above",
    "{} is not a URL; {}": "as above",
    "{} {}": "an address and what is wrong with it: each is in the table",
}
"""Errors that no page shows, or that stand in the table in several sentences; and why."""


def errors() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each error that is raised: where, and its text in parts with a value between two."""
    for room in ROOMS:
        place = ROOT / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if parts := raised(node):
                    yield path.relative_to(ROOT).as_posix(), parts


def raised(node: ast.AST) -> tuple[str, ...] | None:
    if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
        return None
    name = getattr(node.exc.func, "id", "")
    text = node.exc.args[-1] if node.exc.args and name in ERRORS else None
    parts = [""]
    for one in text.values if isinstance(text, ast.JoinedStr) else [text]:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            parts[-1] += one.value
        elif isinstance(one, ast.FormattedValue):
            parts.append("")
        else:
            return None
    return ("x: " + parts[0] if name == "BadFile" else parts[0], *parts[1:])


def is_shown(place: str, parts: tuple[str, ...]) -> bool:
    text = f"{place}:{'{}'.join(parts)}"
    return not any(
        text.endswith(f":{one}") if one == "{} {}" else one in text for one in NOT_ON_THE_PAGE
    )


def texts(parts: tuple[str, ...]) -> Iterator[str]:
    for values in product(VALUES, repeat=len(parts) - 1):
        yield parts[0] + "".join(map("".join, zip(values, parts[1:], strict=True)))


SHOWN = [error for error in errors() if is_shown(*error)]


@pytest.mark.parametrize(("place", "parts"), SHOWN, ids=["{}".join(parts) for _, parts in SHOWN])
def test_an_error_that_a_page_can_show_is_told_in_chinese(
    place: str, parts: tuple[str, ...]
) -> None:
    assert any(said(CHINESE, text) != text for text in texts(parts)), place


def test_every_exception_to_this_is_still_raised() -> None:
    found = [f"{place}:{'{}'.join(parts)}" for place, parts in errors()]
    assert [one for one in NOT_ON_THE_PAGE if not any(one in text for text in found)] == []


LOOKS = [
    *(what for _, what in resembling._SIGNATURES),
    *(what for what, _ in resembling._ENDINGS),
    *(what for _, what in zips._OTHERS),
]


@pytest.mark.parametrize("what", LOOKS)
def test_what_a_file_looks_like_is_told_in_chinese(what: str) -> None:
    assert said(CHINESE, what) != what


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("prose.md", "# Words\n\nand nothing to read"),
        ("bullets.md", "- words\n- and more words"),
        ("nowhere.md", "[a link](nowhere)"),
        ("empty.md", ""),
        ("words.txt", "some words alone"),
        ("page.html", "<html><p>a page</html>"),
        ("script", "#!/bin/sh\ntrue"),
        ("cut.json", '[{"url": "https://example.org"},'),
        ("cut.csl", '[{"id": "a", "type": "book", "title": "cut"'),
        ("newer.json", '{"recall": "library", "schema": 99, "revision": 1, "at": ""}'),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_chinese(name: str, content: str) -> None:
    with pytest.raises(BadFile) as refused:
        opened(content.encode(), name)
    told = said(CHINESE, str(refused.value)).removeprefix(name)
    assert not re.search("[a-z]+ [a-z]+ [a-z]+", told)


@pytest.mark.parametrize("sentence", [shown for _, shown in PAGE_SENTENCES])
def test_where_the_page_has_a_button_no_command_is_named(sentence: str) -> None:
    assert "'recall " not in sentence.replace("'recall import' it from where it is now", "")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("It is suspended; 'recall resume 12' takes it up again.", "It is suspended."),
        (
            "12 is archived; 'recall resume 12' takes it up again",
            "12 is archived; its page in the library takes it up again",
        ),
    ],
)
def test_a_sentence_that_names_a_command_names_a_button_on_the_page(
    sentence: str, shown: str
) -> None:
    assert said(ENGLISH, sentence) == shown
