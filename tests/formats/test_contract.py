"""Every format of the table, held to the one contract: what it reads, and what it writes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog, ParsedList
from recall.errors import BadFile
from recall.formats.encodings.decoding import decode
from recall.formats.opening import opened
from recall.formats.table import FORMATS, Format, Found, format_of
from testing.lists.catalogs import catalogs
from testing.samples import SAMPLES
from testing.samples.sample import Sample

ROWS = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
WRITTEN = pytest.mark.parametrize(
    "row", [row for row in FORMATS if row.writes], ids=lambda row: row.name
)

MARKS = ("\n", " ", "- [x] ", "x ", "(A) ", "# ", "<", "{", "[", "}", '"a": ', ",", "\t", "\ufeff")
WORDS = (
    "<A HREF=",
    "<H3>",
    "<DL>",
    "url",
    "title",
    ";",
    '"',
    "['a']",
    "PK",
    "https://a.org/b",
    "[title](http://a/b)",
    "2026-11-20",
    "+project",
    "@context",
    "null",
)
FRAGMENTS = st.sampled_from(MARKS + WORDS)
TEXTS = st.text() | st.lists(FRAGMENTS | st.text(max_size=3), max_size=30).map("".join)


BYTES = (
    st.binary()
    | TEXTS.map(lambda text: text.encode("utf-8", "replace"))
    | st.binary().map(b"PK\x03\x04".__add__)
)


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
    found: Found | None = None
    refused = ""
    try:
        found = row.reads(text, "my file")
    except BadFile as error:
        refused = str(error)
    assert found is not None or refused.startswith("my file: ")


@pytest.mark.slow
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


@settings(max_examples=50)
@given(data=BYTES)
@pytest.mark.parametrize(
    "path", ["my file", *(f"my{end}" for row in FORMATS for end in row.endings)]
)
def test_any_bytes_give_a_list_or_one_line_that_names_the_file(path: str, data: bytes) -> None:
    found: Found | None = None
    refused = ""
    try:
        found = opened(data, path)
    except BadFile as error:
        refused = str(error)
    assert found is not None or refused.startswith(f"{path}: ")
    assert len(refused.splitlines()) == (found is None)


SAMPLE = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@SAMPLE
def test_a_sample_is_read_as_its_program_meant_it(sample: Sample) -> None:
    found = opened(sample.data, sample.name)
    assert isinstance(found, ParsedList)
    assert tuple(item._replace(line=0, box=None) for item in found.items) == sample.items
    assert tuple(one.reason for one in found.skipped) == sample.reasons
    assert found.remarks == sample.remarks
    assert {item.section for item in found.items} <= set(found.sections)


@SAMPLE
def test_a_sample_is_known_by_its_content(sample: Sample) -> None:
    found = opened(sample.data, "a file without ending")
    assert isinstance(found, ParsedList)
    assert tuple(item._replace(line=0, box=None) for item in found.items) == sample.items


@SAMPLE
def test_a_sample_is_told_from_every_other_format(sample: Sample) -> None:
    if not sample.data.startswith(b"PK"):
        text = decode(sample.data, sample.name)
        assert format_of(text, "").name == sample.format


def test_there_is_a_sample_of_every_list_that_is_only_read() -> None:
    only_read = {row.name for row in FORMATS if not row.writes} - {"library"}
    assert {sample.format for sample in SAMPLES} >= only_read


RUNS = ("\n", " ", "\t", "- \n", "> ", "- - ", "[", "* ", "a:: \n", " \n")


@pytest.mark.parametrize("piece", RUNS)
@pytest.mark.parametrize("end", ["", "a", "\n- [T](https://a.org)\n"])
def test_no_format_looks_at_a_long_run_of_one_piece_again_and_again(piece: str, end: str) -> None:
    text = "- a\n" + piece * 300_000 + end
    for row in FORMATS:
        assert row.looks_like(text) in {True, False}
