"""The whole library as JSON: known by its content, and refused with the path of what is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.export import LibraryRows
from recall.errors import BadFile
from recall.formats.exports.library_json import looks_like, parse, write
from recall.formats.table import format_of
from recall.usecases.context import Context
from recall.usecases.upkeep.exporting import collected

VALID = {
    "recall": "library",
    "schema": 1,
    "revision": 7,
    "at": "2026-03-02T01:30:00Z",
    "tables": {"resource": [{"id": 1}]},
}


def test_what_is_written_is_read_back(sqlite_library: Context) -> None:
    library = collected(sqlite_library)
    text = write(library)
    assert looks_like(text)
    assert parse(text, "my file") == library.rows
    assert text.endswith("}\n")
    assert sum(line.startswith('{"id": ') for line in text.splitlines()) == sum(
        map(len, library.rows.tables.values())
    )


@pytest.mark.parametrize("ending", ["", ".json", ".md"])
@pytest.mark.parametrize("options", [{"indent": 2}, {"sort_keys": True}, {}])
def test_it_is_known_whatever_rewrote_it(options: dict[str, bool], ending: str) -> None:
    text = json.dumps(VALID, **options)  # type: ignore[arg-type]
    assert format_of(text, ending).name == "library"
    assert parse("\ufeff" + text, "my file") == LibraryRows(
        7, "2026-03-02T01:30:00Z", {"resource": [{"id": 1}]}
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"schema": 2}, "at schema: it is not a version that this recall reads; allowed: 1"),
        ({"schema": True}, "at schema: "),
        ({"revision": "7"}, "at revision: it is not a whole number"),
        ({"at": None}, "at at: it is not text"),
        ({"tables": []}, "at tables: it is not an object"),
        ({"tables": {"resource": {}}}, "at tables.resource: it is not a list"),
        ({"tables": {"a\x1bb": {}}}, r"at tables.'a\x1bb': it is not a list"),
        ({"tables": {"place": [{}, 3]}}, "at tables.place[1]: it is not an object"),
        ({"recall": "list"}, "no whole library"),
    ],
)
def test_what_is_damaged_is_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(BadFile) as refused:
        parse(json.dumps(VALID | change), "my file")
    assert str(refused.value).startswith(f"my file: {said}")


@pytest.mark.parametrize("text", ["", "[]", "[" * 9_000, '{"recall": "library", ', "1" * 5_000])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(BadFile, match=r"^my file: "):
        parse(text, "my file")


@given(cut=st.integers(1, 100))
def test_an_export_that_was_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(BadFile, match="not JSON at line 1, column"):
        parse(json.dumps(VALID)[:-cut], "my file")
