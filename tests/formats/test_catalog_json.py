"""The catalog file: reading and writing."""

import contextlib
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.domain.library.catalog import Catalog, Entry, Skipped
from recall.domain.library.resource import Link, Place
from recall.errors import BadCatalog, BadFile
from recall.formats.catalog_json import dump, parse
from testing.checkout import ROOT
from testing.lists.catalogs import JSON, catalogs

WRITTEN = """\
{
  "schema": 1,
  "identity_rules": 7,
  "name": "清单",
  "sections": [
    ["GPU", "CUDA"],
    ["空"]
  ],
  "resources": [
    {
      "title": "GEMM \\"fast\\"",
      "url": "http://example.org/1",
      "canonical_url": "https://example.org/1",
      "kind": "article",
      "language": "en",
      "minutes": 30,
      "series": null,
      "part": null,
      "read": true,
      "places": [
        {"section": ["GPU", "CUDA"], "title": "GEMM"},
        {"section": ["空"], "title": "又"}
      ]
    }
  ]
}
"""


def written() -> Catalog:
    link = ("http://example.org/1", "https://example.org/1")
    places = (Place(("GPU", "CUDA"), "GEMM"), Place(("空",), "又"))
    entry = Entry('GEMM "fast"', *link, "article", "en", 30, None, None, True, places)
    return Catalog("清单", (("GPU", "CUDA"), ("空",)), (entry,))


def test_a_catalog_is_written_for_people() -> None:
    assert dump(written(), 7) == WRITTEN


def test_the_written_text_is_read_back() -> None:
    assert parse(WRITTEN, "catalog.json") == written()


def test_what_was_skipped_is_not_part_of_the_file() -> None:
    assert dump(written()._replace(skipped=(Skipped(1, "x", "no link"),)), 7) == WRITTEN


TOLD = """\
      "places": [
        {"section": ["GPU", "CUDA"], "title": "GEMM"},
        {"section": ["空"], "title": "又"}
      ],
      "links": [
        {"role": "code", "text": "repo", "url": "https://example.org/code"},
        {"role": "page", "text": "", "url": "https://example.org/p"}
      ],
      "description": "fast",
      "labels": ["gpu", "数学"],
      "read_on": "2024-05",
      "saved_on": "2024-04-30"
    }
"""


def test_what_an_entry_has_beyond_its_places_is_written_after_them() -> None:
    (entry,) = written().entries
    links = (
        Link("code", "repo", "https://example.org/code"),
        Link("page", "", "https://example.org/p"),
    )
    told = written()._replace(
        entries=(
            entry._replace(
                links=links,
                description="fast",
                labels=("gpu", "数学"),
                read_on="2024-05",
                saved_on=date(2024, 4, 30),
            ),
        )
    )
    assert TOLD in dump(told)
    assert parse(dump(told), "catalog.json") == told


def test_an_empty_catalog_has_no_lines_for_its_lists() -> None:
    assert '"sections": [],\n  "resources": []\n}\n' in dump(Catalog("x", (), ()), 1)


@given(catalogs(), st.integers(1, 10_000))
def test_every_catalog_comes_back_from_its_file(catalog: Catalog, rules_version: int) -> None:
    text = dump(catalog, rules_version)
    assert parse(text, "catalog.json") == catalog
    assert json.loads(text)["identity_rules"] == rules_version


@settings(max_examples=20)
@given(catalogs())
def test_one_more_minute_changes_one_line(catalog: Catalog) -> None:
    before = dump(catalog, 1).split("\n")
    later = tuple(entry._replace(minutes=entry.minutes + 1) for entry in catalog.entries)
    after = dump(catalog._replace(entries=later), 1).split("\n")
    assert len(before) == len(after)
    changes = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changes) == len(catalog.entries)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not JSON at line 1, column 1"),
        ('{\n  "name": x}', "not JSON at line 2, column 11"),
        (WRITTEN + "}", "not JSON at line 27, column 1: Extra data"),
        ("[" * 200_000, "nested too deep"),
        ("9" * 5_000, "a number too long"),
        (
            WRITTEN.replace('"part": null', '"minutes": 5'),
            "the key 'minutes' stands twice in the object that begins 'title': 'GEMM \"fast\"'",
        ),
    ],
    ids=["empty", "a bare word", "a brace too many", "deep", "digits", "a key twice"],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(BadFile) as caught:
        parse(text, "my.json")
    assert not isinstance(caught.value, BadCatalog)
    assert str(caught.value).startswith("my.json: ")
    assert says in str(caught.value)


def test_a_broken_rule_is_refused_with_the_path_of_the_value() -> None:
    with pytest.raises(BadCatalog, match=r"^my\.json: at resources\[0\]\.minutes: NaN is not a "):
        parse(WRITTEN.replace("30", "NaN"), "my.json")


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse("\ufeff" + WRITTEN, "my.json") == written()


@given(st.text() | JSON.map(json.dumps))
def test_no_text_makes_it_fail_in_another_way(text: str) -> None:
    with pytest.raises(BadFile):
        parse(text, "my.json")


@given(st.integers(0, len(WRITTEN)), st.integers(1, 40))
def test_a_file_with_a_piece_torn_out_is_read_or_refused(start: int, length: int) -> None:
    with contextlib.suppress(BadFile):
        parse(WRITTEN[:start] + WRITTEN[start + length :], "my.json")


def test_the_shipped_catalog_is_written_as_recall_writes_it() -> None:
    text = (ROOT / "data" / "catalog.json").read_text(encoding="utf-8")
    rules_version = json.loads(text)["identity_rules"]
    assert dump(parse(text, "catalog.json"), rules_version) == text
    assert parse(text, "catalog.json", shape_is_known=True) == parse(text, "catalog.json")
