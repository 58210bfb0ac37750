"""Files as they come: their encoding, their format, and what is no list."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.domain.library.export import LibraryRows
from recall.errors import BadCatalog, BadFile, BadInput
from recall.formats.table import NAMES
from recall.usecases.lists import reading_files
from recall.usecases.lists.reading_files import (
    read_catalog,
    read_file,
    read_list,
    read_stream,
    written,
)
from testing.lists.catalogs import valid

LINE = "- [x] [一本书](https://example.org/a)\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(LINE.encode(encoding))
    catalog = read_list(path)
    assert catalog.name == "list.md"
    (entry,) = catalog.entries
    assert (entry.title, entry.read) == ("一本书", True)


def test_a_json_file_is_a_catalog(tmp_path: Path) -> None:
    path = tmp_path / "catalog.JSON"
    path.write_text(json.dumps(valid()), encoding="utf-8")
    assert read_list(path) == read_catalog(path)
    assert read_list(path).name == "reading"


def test_a_format_that_is_named_goes_before_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(LINE, encoding="utf-8")
    assert len(read_list(path, "markdown").entries) == 1
    with pytest.raises(BadFile):
        read_list(path)


@pytest.mark.parametrize("name", ["list", "list.txt", "list.JSON5"])
def test_a_file_with_another_ending_is_read_as_it_looks(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(valid()), encoding="utf-8")
    assert read_list(path).exact
    path.write_text(LINE, encoding="utf-8")
    assert not read_list(path).exact


def test_an_unknown_format_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        read_list(tmp_path / "list.docx", "docx")
    assert str(error.value) == f"'docx' is not a format; allowed: {', '.join(NAMES)}"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is a directory without files"):
        read_list(tmp_path)
    with pytest.raises(BadFile, match="cannot be read: No such file"):
        read_list(tmp_path / "missing.md")


@pytest.mark.parametrize(
    ("name", "text"), [("many.txt", "https://a.org/1\nhttps://a.org/2\n"), ("one.json", None)]
)
def test_a_list_of_too_many_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str | None
) -> None:
    path = tmp_path / name
    path.write_text(text or json.dumps(valid()), encoding="utf-8")
    monkeypatch.setattr(reading_files, "MOST_ITEMS", 0)
    with pytest.raises(BadFile, match=r"has \d links and titles; a list may have 0"):
        read_list(path)


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "LARGEST_FILE_BYTES", 100)
    path = tmp_path / "list.md"
    path.write_text(LINE * 10, encoding="utf-8")
    with pytest.raises(BadFile, match="that is no reading list"):
        read_list(path)


def test_a_catalog_by_older_rules_has_the_identities_of_this_version(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    older = valid()
    older["identity_rules"] = 1
    first, second = older["resources"][:2]
    first |= dict.fromkeys(("url", "canonical_url"), "https://bilibili.com/video/av170001")
    second |= dict.fromkeys(("url", "canonical_url"), "https://bilibili.com/video/BV17x411w7KC")
    path.write_text(json.dumps(older), encoding="utf-8")
    found = read_catalog(path)
    assert [entry.canonical_url for entry in found.entries].count(second["url"]) == 1
    assert len(found.entries) == len(older["resources"]) - 1


def test_a_catalog_that_is_wrong_about_an_identity_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    wrong = valid()
    wrong["resources"][0]["canonical_url"] = "https://example.org/another"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    with pytest.raises(BadCatalog, match=r"resources\[0\]\.canonical_url: .* is not the identity"):
        read_catalog(path)


def test_a_catalog_is_written_in_a_format_that_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(valid()), encoding="utf-8")
    catalog = read_list(path)
    path.write_text(written(catalog, "catalog"), encoding="utf-8")
    assert read_list(path) == catalog
    with pytest.raises(BadInput, match="a list cannot be written as markdown"):
        written(catalog, "markdown")


def test_relative_links_start_from_the_folder_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    path = tmp_path / "list.md"
    path.write_text("- [My notes](notes.md)\n", encoding="utf-8")
    (entry,) = read_list(path).entries
    assert entry.url == (tmp_path / "notes.md").resolve().as_uri()
    (entry,) = read_list(path, options=ReadOptions(base="https://ex.com/lists")).entries
    assert entry.url == "https://ex.com/lists/notes.md"


def test_a_base_that_is_no_url_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text(LINE, encoding="utf-8")
    with pytest.raises(BadInput, match="is not a URL"):
        read_list(path, options=ReadOptions(base="lists"))


def test_a_list_may_come_from_a_stream_that_has_no_file() -> None:
    catalog = read_stream(BytesIO(LINE.encode()))
    assert (catalog.name, len(catalog.entries)) == ("standard input", 1)
    assert read_stream(BytesIO(b"x 2024-05-01 Dune\n")).entries[0].title == "Dune"
    assert read_stream(BytesIO(b"x 2024-05-01 Dune\n- [ ] Solaris\n"), "markdown").entries
    with pytest.raises(BadFile, match=r"^standard input: it looks like an empty file"):
        read_stream(BytesIO())


def test_relative_links_of_a_stream_need_a_base() -> None:
    line = b"- [ ] [A fine paper](paper.pdf)\n"
    assert read_stream(BytesIO(line)).entries[0].url is None
    based = read_stream(BytesIO(line), options=ReadOptions(base="https://example.org/"))
    assert based.entries[0].url == "https://example.org/paper.pdf"


def test_a_stream_that_breaks_or_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "LARGEST_FILE_BYTES", 10)
    with pytest.raises(BadFile, match=r"^standard input: is larger than"):
        read_stream(BytesIO(b"-" * 11))
    with pytest.raises(BadFile, match=r"^standard input: cannot be read"):
        read_stream(Broken())


class Broken(BytesIO):
    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_whole_library_may_be_larger_than_any_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.json"
    text = '{"recall": "library", "schema": 1, "revision": 7, "at": "x", "tables": {}}'
    path.write_text(text)
    monkeypatch.setattr(reading_files, "LARGEST_FILE_BYTES", 40)
    assert read_file(path) == LibraryRows(7, "x", {})
    monkeypatch.setattr(reading_files, "LARGEST_LIBRARY_BYTES", 60)
    with pytest.raises(BadFile, match="is larger than 0 MiB"):
        read_file(path)
    monkeypatch.undo()
    with pytest.raises(BadFile, match="a whole library, not a list; 'recall import' brings it"):
        read_list(path)
