"""YAML with links: data files, and the front matter of a page."""

from pathlib import Path

import pytest

from recall.domain.library.catalog import Item, ReadOptions
from recall.errors import BadFile
from recall.formats.fields.yaml_file import looks_like, parse
from recall.formats.fields.yaml_subset import loads
from recall.formats.table import format_of

A, B = "https://example.org/a", "https://example.org/b"

PAGE = f"""---
layout: page
groups:
    - year: "2020"
      papers:
        - title:   "One: a paper"
          author:  "Ann Lee"
          url:     "{A}"
    - year: "2019"
      papers:
        - title: Two
          arxiv: {B}
---

<br />
"""


def items(text: str) -> tuple[Item, ...]:
    return parse(text, Path("list.yml")).items


def test_without_links_a_title_with_an_author_is_a_reading() -> None:
    books = "- title: 'Emma: a novel'\n  author: Ann Lee\n  status: read\n- title: A post\n"
    assert [(item.title, item.url, item.checked) for item in items(books)] == [
        ("Emma: a novel", None, True)
    ]


def test_texts_in_lists_are_titles_if_the_person_says_so() -> None:
    found = parse("done:\n  - Emma by Ann Lee\n", "a.yml", ReadOptions(plain=True)).items
    assert [(item.title, item.section, item.checked) for item in found] == [
        ("Emma", ("done",), True)
    ]


def test_the_front_matter_of_a_page_is_a_list() -> None:
    assert looks_like(PAGE)
    assert [(item.title, item.url) for item in items(PAGE)] == [("One: a paper", A), ("Two", B)]
    assert format_of(PAGE, ".md").name == "yaml"


def test_a_data_file_is_known_by_its_ending() -> None:
    text = f"- title: One\n  url: {A}\n"
    assert format_of(text, ".yml").name == "yaml"
    assert format_of(text, ".md").name == "markdown"


def test_a_page_with_links_of_its_own_is_markdown() -> None:
    assert format_of(f"{PAGE}\n[Three](https://example.org/c)", ".md").name == "markdown"
    assert format_of(f"---\ntitle: A\n---\n\n- [One]({A})", ".md").name == "markdown"


def test_fields_have_the_names_of_columns() -> None:
    (item,) = items(
        f"# books\n- title: One\n  url: {A}  # fine\n  tags: [gpu, 'deep nets']\n  status: read\n"
        "  notes: >\n    A fine\n    book.\n"
    )
    assert item.labels == ("gpu", "deep nets")
    assert item.checked
    assert item.note == "A fine book."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ""),
        ("a: 1\nb:\nc: x # y", {"a": "1", "b": "", "c": "x"}),
        ("- a\n- 'b # c'\n-\n  d: e\n- - f", ["a", "b # c", {"d": "e"}, ["f"]]),
        ("a:\n- b\n- c", {"a": ["b", "c"]}),
        ("a:\n  b: c\n  {odd\n    deeper\nd: e", {"a": {"b": "c"}, "d": "e"}),
        ("a: |\n  one\n  two", {"a": "one two"}),
        ("- a: b\n  c: d\n- e:", [{"a": "b", "c": "d"}, {"e": ""}]),
        ("-", [""]),
        ("a: b\n    stray: c\nd: e", {"a": "b", "d": "e"}),
    ],
)
def test_lists_and_mappings_are_read(text: str, value: object) -> None:
    assert loads(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: b\nc: d", "YAML without links"),
        ("- " * 100 + "a", "nested too deep"),
    ],
)
def test_what_is_no_list_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadFile, match=reason):
        items(text)
