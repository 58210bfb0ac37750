"""From what a format found to a catalog: one entry a resource, series kept apart."""

from pathlib import Path

import pytest

from recall.domain.library.catalog import Catalog, Entry, Item, ParsedList, Skipped
from recall.domain.library.resource import Place, Section
from recall.formats.catalog_json import dump
from recall.usecases.lists.cataloging import LONGEST_TITLE, assemble
from recall.usecases.lists.reading_files import read_catalog, read_list


def item(
    title: str, url: str | None = "", section: Section = ("One",), *, checked: bool = False
) -> Item:
    written = f"https://example.org/{title}" if url == "" else url
    return Item(title, written, section, checked, line=1)


def assembled(*items: Item, skipped: tuple[Skipped, ...] = ()) -> Catalog:
    sections = tuple(dict.fromkeys(one.section for one in items))
    return assemble("list", ParsedList(sections, items, skipped))


def only(*items: Item) -> Entry:
    (entry,) = assembled(*items).entries
    return entry


def test_an_entry_has_what_can_be_told_from_its_link_and_title() -> None:
    entry = only(item("论文", "http://arxiv.org/pdf/2309.06180v1"))
    assert (entry.url, entry.canonical_url) == (
        "http://arxiv.org/pdf/2309.06180v1",
        "https://arxiv.org/abs/2309.06180",
    )
    assert (entry.kind, entry.language, entry.minutes) == ("paper", "zh", 60)


def test_the_minutes_of_the_list_go_before_the_usual_ones() -> None:
    assert only(item("A")._replace(minutes=7)).minutes == 7


def test_one_link_in_two_sections_is_one_entry_with_two_places() -> None:
    url = "https://example.org/a"
    entry = only(item("First", url), item("Second", f"{url}/?utm_source=x", ("Two",), checked=True))
    assert (entry.title, entry.url, entry.read) == ("First", url, True)
    assert entry.places == (Place(("One",), "First"), Place(("Two",), "Second"))


def test_the_same_line_twice_is_one_place() -> None:
    assert len(only(item("A"), item("A")).places) == 1


def test_a_second_place_can_tell_the_series() -> None:
    first, second = "https://example.org/1", "https://example.org/2"
    two: Section = ("Two",)
    catalog = assembled(
        item("Alone", first), item("Course (1)", first, two), item("Course (2)", second, two)
    )
    assert [(one.series, one.part) for one in catalog.entries] == [("Course", 1), ("Course", 2)]


def test_without_links_equal_titles_are_one_in_a_section_and_two_in_two() -> None:
    assert len(assembled(item("A", None), item("A", None)).entries) == 1
    assert len(assembled(item("A", None), item("A", None, ("Two",))).entries) == 2


def test_a_link_that_cannot_be_used_is_skipped_with_its_line() -> None:
    bad = item("Bad", "javascript:alert(1)")._replace(line=5)
    catalog = assembled(item("Good"), bad, skipped=(Skipped(9, "text", "no link"),))
    assert [one.title for one in catalog.entries] == ["Good"]
    assert [(one.line, one.text) for one in catalog.skipped] == [
        (5, "javascript:alert(1)"),
        (9, "text"),
    ]


def test_a_title_as_long_as_a_book_is_cut() -> None:
    assert len(only(item("A" * 20_000, "https://example.org/long")).title) == LONGEST_TITLE


SECTIONS: list[tuple[list[Section], list[str]]] = [
    ([("A",), ("B",)], ["Course", "Course (B)"]),
    (
        [("A", "Notes"), ("B", "Notes"), ("C", "Notes")],
        ["Course", "Course (Notes)", "Course (C › Notes)"],
    ),
    ([("A",), ()], ["Course", "Course [2]"]),
]


@pytest.mark.parametrize(("sections", "names"), SECTIONS)
def test_series_of_one_name_in_several_sections_are_kept_apart(
    sections: list[Section], names: list[str]
) -> None:
    items = [
        item(f"Course ({part})", f"https://example.org/{number}/{part}", section)
        for number, section in enumerate(sections)
        for part in (1, 2)
    ]
    catalog = assembled(*items)
    assert [(one.series, one.part) for one in catalog.entries] == [
        (name, part) for name in names for part in (1, 2)
    ]


def test_a_series_may_begin_with_part_0(tmp_path: Path) -> None:
    lines = [f"- [ ] [Lecture {n}: x](https://example.org/{n})" for n in range(3)]
    (tmp_path / "list.md").write_text("\n".join(lines), encoding="utf-8")
    made = read_list(tmp_path / "list.md")
    assert [entry.part for entry in made.entries] == [0, 1, 2]
    (tmp_path / "list.json").write_text(dump(made), encoding="utf-8")
    assert read_catalog(tmp_path / "list.json").entries == made.entries
