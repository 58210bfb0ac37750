"""The table of formats: which format a file has, and what is loaded to know it."""

import subprocess
import sys

import pytest

from recall.errors import BadFile
from recall.formats.resembling import MARKUPS
from recall.formats.table import FORMATS, NAMES, format_of, named

MARKDOWN = "- [ ] [CUDA](https://example.org)\n"
CATALOG = '{"schema": 1, "resources": []}'


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        (MARKDOWN, ".md", "markdown"),
        (MARKDOWN, "", "markdown"),
        (MARKDOWN, ".txt", "markdown"),
        ("no links", ".MD", "markdown"),
        ("<html>\n\n- [CUDA](https://example.org)\n", ".md", "markdown"),
        ("#!/bin/sh\n- https://example.org\n", ".md", "markdown"),
        (CATALOG, ".MD", "catalog"),
        (CATALOG, "", "catalog"),
        (f"\ufeff\n {CATALOG}", ".txt", "catalog"),
    ],
)
def test_the_content_tells_the_format_and_the_ending_where_it_does_not(
    text: str, ending: str, name: str
) -> None:
    assert format_of(text, ending).name == name


@pytest.mark.parametrize(
    ("text", "ending", "what"),
    [
        ("", "", "an empty file"),
        ("\n \n", ".txt", "an empty file"),
        ("no links", ".txt", "a text without links and checkboxes"),
        ("<!doctype html><a href='https://a.org'>", ".txt", "a web page"),
        ("<!doctype html><title>T</title><a href='https://a.org'>", ".md", "a web page"),
        ("#!/bin/sh\ncurl https://a.org\n", ".md", "a script"),
        ("2024-01-02 10:00:00 INFO https://a.org\n" * 3, ".md", "a log"),
        ("import os\nimport re\ndef f(x):\n    return 'https://a.org'\n", ".md", "source code"),
        ("https://a.org", ".py", "source code"),
        ("<p><a href='https://a.org'>a</a>", ".html", "a web page"),
    ],
)
def test_what_is_no_list_is_refused_with_what_it_looks_like_and_what_was_looked_for(
    text: str, ending: str, what: str
) -> None:
    with pytest.raises(BadFile) as refused:
        format_of(text, ending, "my file")
    assert str(refused.value).startswith(f"my file: it looks like {what}, not like library")
    assert all(name in str(refused.value) for name in NAMES)


@pytest.mark.parametrize(("what", "endings"), MARKUPS)
def test_a_text_with_links_of_another_shape_is_refused_with_how_to_convert_it(
    what: str, endings: str
) -> None:
    for ending in endings.split():
        with pytest.raises(BadFile) as refused:
            format_of("* https://a.org[A title]\n", ending, "my file")
        assert str(refused.value) == (
            f"my file: it looks like {what}; 'pandoc -t gfm' makes Markdown of it"
        )


def test_a_text_without_links_is_a_list_of_titles_if_the_person_says_so() -> None:
    assert format_of("Dune\nEmma\n", ".txt", plain=True).name == "markdown"
    for text in (" \n", "<!doctype html><title>T</title>"):
        with pytest.raises(BadFile):
            format_of(text, ".txt", plain=True)


def test_a_format_is_found_by_its_name() -> None:
    assert [named(name) for name in NAMES] == list(FORMATS)
    assert named("docx") is None


def test_the_table_loads_no_format() -> None:
    code = "import sys, recall.formats.table; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "recall.formats.table" in loaded
    assert not loaded & {"recall.formats.catalog_json", "json", "markdown_it", "url_normalize"}
    assert not any(name.startswith("recall.formats.markdown") for name in loaded)
