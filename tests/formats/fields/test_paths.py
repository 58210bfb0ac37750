"""Relative links in tables and JSON lead from the folder of the list, or from a base."""

from pathlib import Path

import pytest

from recall.domain.library.catalog import ReadOptions
from recall.formats.fields.paths import with_base
from recall.usecases.lists.reading_files import read_list

BASE = "https://example.org/list/"


@pytest.mark.parametrize(
    ("value", "leads"),
    [
        ("papers/a.pdf", f"{BASE}papers/a.pdf"),
        ("./notes", f"{BASE}notes"),
        ("../b.html", "https://example.org/b.html"),
        ("/c", "https://example.org/c"),
        ("n/a", "n/a"),
        ("-", "-"),
        ("", ""),
        ("two words.pdf", "two words.pdf"),
        ("https://a.example/b.pdf", "https://a.example/b.pdf"),
        ("example.org/page.html", "example.org/page.html"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        (7, 7),
    ],
)
def test_a_path_leads_from_the_base(value: object, leads: object) -> None:
    assert list(with_base(("title", "url"), ["./t.pdf", value], BASE)) == ["./t.pdf", leads]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "title,url,code\nA,a.pdf,\nB,https://b.example,src/b.py\nC,gone.html,\n"),
        (
            "t.json",
            '[{"title": "A", "url": "a.pdf"}, {"title": "C", "url": "gone.html"},'
            ' {"title": "B", "url": "https://b.example", "code": "src/b.py"}]',
        ),
    ],
)
def test_a_file_is_read_with_its_folder_and_with_a_base(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = {entry.title: entry for entry in read_list(tmp_path / name).entries}
    assert found["A"].url == f"{tmp_path.as_uri()}/a.pdf"
    assert "C" not in found or found["C"].url is None
    based = {e.title: e for e in read_list(tmp_path / name, None, ReadOptions(base=BASE)).entries}
    assert (based["A"].url, based["C"].url) == (f"{BASE}a.pdf", f"{BASE}gone.html")
    assert [link.url for link in based["B"].links] == [f"{BASE}src/b.py"]
