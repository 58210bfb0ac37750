"""The files in a zip, and zips that are broken or mean harm."""

import zipfile
from io import BytesIO

import pytest

from recall.domain.library.catalog import ParsedList
from recall.errors import BadFile
from recall.formats import zips
from recall.formats.opening import opened

PART = "title,url\nA{0},https://example.org/a{0}\n"


def zipped(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def read(files: dict[str, str | bytes]) -> ParsedList:
    found = opened(zipped(files), "my.zip")
    assert isinstance(found, ParsedList)
    return found


def test_all_parts_are_one_list() -> None:
    found = read({f"part_{n}.csv": PART.format(n) for n in range(3)})
    assert [item.title for item in found.items] == ["A0", "A1", "A2"]
    assert (found.sections, found.remarks) == (((),), ())


def test_only_the_outermost_files_are_read_and_the_others_are_counted() -> None:
    files = {
        "out/a.csv": PART.format(0),
        "out/pages/a.html": "<html>",
        "out/pages/b.html": "<html>",
    }
    found = read(files | {"__MACOSX/._a.csv": "x", "out/.DS_Store": "x"})
    assert [item.title for item in found.items] == ["A0"]
    assert found.remarks == ("files in folders below that are not read: 2",)


def test_a_part_that_is_no_list_is_named() -> None:
    found = read({"a.csv": PART.format(0), "b.txt": "hello"})
    assert len(found.items) == 1
    (remark,) = found.remarks
    assert remark.startswith("not read: my.zip › b.txt: it looks like a text without links")


def test_the_sections_of_parts_are_put_together() -> None:
    part = "title,url,folder\nA,https://example.org/{0},F{0}\n"
    found = read({"a.csv": part.format(1), "b.csv": part.format(2) + "B,https://example.org/c,F1"})
    assert found.sections == (("F1",), ("F2",))


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "an empty zip"),
        ({"a.txt": "hello"}, "my.zip › a.txt: it looks like a text without links"),
        ({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}, "an Office file; save it as CSV"),
        ({"mimetype": "application/epub+zip"}, "an e-book"),
        ({"a.zip": zipped({"a.csv": PART})}, "a.zip: it is not a text file"),
    ],
)
def test_a_zip_without_a_list_is_refused(files: dict[str, str | bytes], says: str) -> None:
    with pytest.raises(BadFile, match=r"my\.zip") as refused:
        read(files)
    assert says in str(refused.value)


def test_a_zip_that_is_too_large_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_BYTES", 2**20)
    with pytest.raises(BadFile, match="a zip of more than 1 MiB unpacked"):
        read({f"{n}.csv": b"\n" * 2**19 for n in range(3)})


def test_a_zip_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 2)
    with pytest.raises(BadFile, match="a zip with 3 files; at most 2 are read"):
        read({f"{n}.csv": PART for n in range(3)})


def test_an_encrypted_zip_is_refused() -> None:
    data = bytearray(zipped({"a.csv": PART}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(BadFile, match=r"my\.zip: an encrypted zip; unpack it first"):
        opened(bytes(data), "my.zip")


def test_names_of_parts_are_shown_plain_and_may_be_empty() -> None:
    found = read({"a.csv": PART.format(0), "b\n\x1b[31mc.txt": "hello", "d": "hello", "": "x"})
    assert [remark[:34] for remark in found.remarks] == [
        "not read: my.zip › b c.txt: it loo",
        "not read: my.zip › d: it looks lik",
    ]


def outcome(data: bytes) -> str:
    try:
        opened(data, "my.zip")
    except BadFile as error:
        return str(error)
    return "read"


WHOLE = zipped({"a.csv": PART.format(0), "b.csv": PART.format(1)})


@pytest.mark.parametrize("at", range(0, len(WHOLE), 3))
def test_a_damaged_zip_is_read_or_refused_in_one_line(at: int) -> None:
    for data in (WHOLE[:at], WHOLE[:at] + b"\xff" + WHOLE[at + 1 :]):
        says = outcome(data)
        assert says == "read" or says.startswith("my.zip")
        assert len(says.splitlines()) == 1
