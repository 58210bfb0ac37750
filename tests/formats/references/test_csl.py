"""CSL-JSON as Zotero and others write it."""

import json

import pytest

from recall.domain.library.catalog import Item
from recall.errors import BadFile
from recall.formats.references.csl import looks_like, parse

BOOK = {"id": "a", "type": "book", "title": "A", "issued": {"date-parts": [[2020]]}}


def one(**fields: object) -> Item:
    (item,) = parse(json.dumps([BOOK | fields]), "my file").items
    return item


@pytest.mark.parametrize(
    ("accessed", "day"),
    [
        ({"date-parts": [[2024, 5, 1]]}, "2024-05-01"),
        ({"date-parts": [["2024", "05", "01"]]}, "2024-05-01"),
        ({"date-parts": [[2024, 5]]}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": 1}, None),
        ({"date-parts": [[10**30, 1, 1]]}, None),
        ({"raw": "2024-05-01"}, "2024-05-01"),
        ("2024-05-01T10:00:00Z", "2024-05-01"),
        (None, None),
    ],
)
def test_the_day_of_saving_is_found(accessed: object, day: str | None) -> None:
    found = one(accessed=accessed).saved_on
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"URL": "https://example.org"}, "https://example.org"),
        ({"DOI": "10.1000/xyz"}, "https://doi.org/10.1000/xyz"),
        ({"number": "arXiv:1706.03762"}, "https://arxiv.org/abs/1706.03762"),
        ({"note": "arXiv:1706.03762 [cs]"}, "https://arxiv.org/abs/1706.03762"),
        ({"URL": 7, "DOI": None}, None),
    ],
)
def test_an_address_is_found(fields: dict[str, object], url: str | None) -> None:
    assert one(**fields).url == url


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ({"keyword": "a, b"}, ("a", "b")),
        ({"keyword": ["a", 1, "b"]}, ("a", "b")),
        ({"categories": ["a"], "tags": ["b"]}, ("a", "b")),
    ],
)
def test_keywords_are_labels(fields: dict[str, object], labels: tuple[str, ...]) -> None:
    assert one(**fields).labels == labels


def test_a_reading_status_in_the_extra_field_is_no_note() -> None:
    item = one(note="Read_Status: Read\nRead_Status_Date: 2024-05-02T10:00:00\nMine")
    assert (item.checked, item.read_on, item.note) == (True, "2024-05-02", "Mine")


def test_items_may_stand_in_an_object_and_each_has_its_line() -> None:
    text = '{"items":\n[\n' + json.dumps(BOOK) + ",\n" + json.dumps(BOOK) + "\n]}"
    assert looks_like(text)
    assert [item.line for item in parse(text, "my file").items] == [3, 4]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not CSL-JSON"),
        ('{"a": 1}', "not CSL-JSON"),
        ('[{"type": "book", ]', "not JSON at line 1"),
        ('[{"type": "book"}\n', "not JSON at line 2"),
        ('[{"type": "book"}, 7]', "not JSON at line 1"),
        ('[{"a":' + "[" * 100_000, "nested too deep"),
        ('[{"type": "book"}]', "no references"),
    ],
)
def test_a_broken_text_is_refused_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(BadFile, match=f"^my file: .*{problem}"):
        parse(text, "my file")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([BOOK], True),
        ([{"id": 1, "type": "webpage", "title": "A", "accessed": {}}], True),
        ([{"title": "A", "url": "https://example.org"}], False),
        ([{"type": "folder", "name": "x"}], False),
        ({"resources": [BOOK]}, False),
        ([], False),
    ],
)
def test_a_list_of_references_is_told_from_other_json(value: object, *, expected: bool) -> None:
    assert looks_like(json.dumps(value)) is expected
