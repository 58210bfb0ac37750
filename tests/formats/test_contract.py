"""Every format of the table, held to the one contract: what it reads, and what it writes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog, ParsedList
from recall.errors import BadFile
from recall.formats.table import FORMATS, Format
from testing.catalogs import catalogs

ROWS = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
WRITTEN = pytest.mark.parametrize(
    "row", [row for row in FORMATS if row.writes], ids=lambda row: row.name
)

MARKS = ("\n", " ", "- [x] ", "x ", "(A) ", "# ", "<", "{", "[", "}", '"a": ', ",", "\t", "\ufeff")
WORDS = ("https://a.org/b", "[title](http://a/b)", "2026-11-20", "+project", "@context", "null")
FRAGMENTS = st.sampled_from(MARKS + WORDS)
TEXTS = st.text() | st.lists(FRAGMENTS | st.text(max_size=3), max_size=30).map("".join)


def test_names_and_endings_are_each_of_one_format() -> None:
    words = Counter(row.name for row in FORMATS) + Counter(
        ending for row in FORMATS for ending in row.endings
    )
    assert {word for word, rows in words.items() if rows > 1} == set()


@ROWS
def test_a_name_can_be_typed_and_an_ending_compared(row: Format) -> None:
    assert row.name == row.name.lower().strip()
    assert " " not in row.name
    assert all(ending == ending.lower() and ending[0] == "." for ending in row.endings)


@ROWS
@given(text=TEXTS)
def test_any_text_gives_a_list_or_is_refused_with_the_file(row: Format, text: str) -> None:
    assert isinstance(row.looks_like(text), bool)
    found: Catalog | ParsedList | None = None
    refused = ""
    try:
        found = row.reads(text, "my file")
    except BadFile as error:
        refused = str(error)
    assert found is not None or refused.startswith("my file: ")


@WRITTEN
@settings(max_examples=20)
@given(catalog=catalogs())
def test_what_a_format_writes_it_reads_back(row: Format, catalog: Catalog) -> None:
    assert row.writes is not None
    text = row.writes(catalog)
    assert row.looks_like(text)
    assert row.reads(text, "my file") == catalog


def test_some_format_can_be_written() -> None:
    assert any(row.writes for row in FORMATS)


@given(text=TEXTS)
def test_the_last_format_takes_whatever_no_other_does(text: str) -> None:
    assert FORMATS[-1].looks_like(text)
