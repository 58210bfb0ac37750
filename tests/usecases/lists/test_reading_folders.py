"""The files of a folder are one list."""

from pathlib import Path

import pytest

from recall.errors import BadFile
from recall.formats import zips
from recall.usecases.lists.reading_files import read_list

NOTE = "---\nurl: https://example.org/{0}\n---\n"


def test_each_file_of_a_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(NOTE.format(name), encoding="utf-8")
    (tmp_path / "list.md").write_text("- [C](https://example.org/c)\n", encoding="utf-8")
    (tmp_path / ".hidden.md").write_text(NOTE.format("x"), encoding="utf-8")
    for number in range(5):
        (tmp_path / f"picture{number}.png").write_bytes(b"\x89PNG")
    (tmp_path / "below").mkdir()
    found = read_list(tmp_path)
    assert [entry.title for entry in found.entries] == ["a", "b", "C"]
    monkeypatch.chdir(tmp_path / "below")
    assert {read_list(Path(one)).name for one in (tmp_path, "..", ".././")} == {tmp_path.name}
    monkeypatch.chdir(tmp_path)
    assert read_list(Path()).name == tmp_path.name
    assert [remark.partition(":")[0] for remark in found.remarks] == [
        *["not read"] * 3,
        "further files that are not read",
        "files in folders below that are not read",
    ]


def test_a_folder_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 1)
    for name in ("a", "b"):
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(
        BadFile, match="is a directory with more than 1 files and 64 MiB; name a file"
    ):
        read_list(tmp_path)
