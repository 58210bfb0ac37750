"""The table of formats: which format a file has, and what is loaded to know it."""

import subprocess
import sys

import pytest

from recall.formats.table import FORMATS, NAMES, format_of, named

MARKDOWN = "- [ ] [CUDA](https://example.org)\n"
CATALOG = '{"schema": 1, "resources": []}'


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        (MARKDOWN, ".md", "markdown"),
        (CATALOG, ".MD", "markdown"),
        (MARKDOWN, ".Json", "catalog"),
        (MARKDOWN, "", "markdown"),
        (MARKDOWN, ".txt", "markdown"),
        (CATALOG, "", "catalog"),
        (f"\ufeff\n {CATALOG}", ".txt", "catalog"),
        ("{ not a catalog }", "", "markdown"),
        ("", "", "markdown"),
    ],
)
def test_the_ending_tells_the_format_and_the_text_if_the_ending_is_of_none(
    text: str, ending: str, name: str
) -> None:
    assert format_of(text, ending).name == name


def test_a_format_is_found_by_its_name() -> None:
    assert [named(name) for name in NAMES] == list(FORMATS)
    assert named("opml") is None


def test_the_table_loads_no_format() -> None:
    code = "import sys, recall.formats.table; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "recall.formats.table" in loaded
    assert not loaded & {"recall.formats.catalog_json", "json", "markdown_it", "url_normalize"}
    assert not any(name.startswith("recall.formats.markdown") for name in loaded)
