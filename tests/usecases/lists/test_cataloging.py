"""From what a format found to a catalog: one entry a resource, series kept apart."""

from datetime import date
from pathlib import Path

import pytest

from recall.domain.library.catalog import Catalog, Entry, Item, ParsedList, Skipped
from recall.domain.library.resource import Link, Place, Section
from recall.domain.lists.details import LONGEST_TEXT
from recall.formats.catalog_json import dump
from recall.usecases.lists.cataloging import TWICE, assemble
from recall.usecases.lists.reading_files import read_catalog, read_list


def item(
    title: str, url: str | None = "", section: Section = ("One",), *, checked: bool = False
) -> Item:
    written = f"https://example.org/{title}" if url == "" else url
    return Item(title, written, section, checked, line=1)


def assembled(*items: Item, skipped: tuple[Skipped, ...] = ()) -> Catalog:
    sections = tuple(dict.fromkeys(item.section for item in items))
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
    assert [(entry.series, entry.part) for entry in catalog.entries] == [
        ("Course", 1),
        ("Course", 2),
    ]


def test_without_links_equal_titles_are_one_in_a_section_and_two_in_two() -> None:
    assert len(assembled(item("A", None), item("A", None)).entries) == 1
    assert len(assembled(item("A", None), item("A", None, ("Two",))).entries) == 2


def test_a_link_that_cannot_be_used_is_skipped_with_its_line() -> None:
    bad = item("Bad", "javascript:alert(1)")._replace(line=5)
    catalog = assembled(item("Good"), bad, skipped=(Skipped(9, "text", "no link"),))
    assert [entry.title for entry in catalog.entries] == ["Good"]
    assert [(one.line, one.text) for one in catalog.skipped] == [
        (5, "javascript:alert(1)"),
        (9, "text"),
    ]


def test_a_title_as_long_as_a_book_is_cut() -> None:
    assert len(only(item("A" * 20_000, "https://example.org/long")).title) == LONGEST_TEXT


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
    assert [(entry.series, entry.part) for entry in catalog.entries] == [
        (name, part) for name in names for part in (1, 2)
    ]


def test_a_series_may_begin_with_part_0(tmp_path: Path) -> None:
    lines = [f"- [ ] [Lecture {n}: x](https://example.org/{n})" for n in range(3)]
    (tmp_path / "list.md").write_text("\n".join(lines), encoding="utf-8")
    made = read_list(tmp_path / "list.md")
    assert [entry.part for entry in made.entries] == [0, 1, 2]
    (tmp_path / "list.json").write_text(dump(made), encoding="utf-8")
    assert read_catalog(tmp_path / "list.json").entries == made.entries


WORK = "https://example.org/work"


def test_an_entry_has_what_its_item_says() -> None:
    told = item("A", WORK)._replace(
        kind="book",
        language="de",
        links=(Link("code", " the\trepo ", "https://example.org/code"),),
        description=" about graphs ",
        note="from a friend",
        labels=("math", "Math"),
        read_on="2024-05",
        saved_on=date(2024, 4, 30),
    )
    entry = only(told)
    assert (entry.kind, entry.language, entry.minutes) == ("book", "de", 600)
    assert entry.links == (Link("code", "the repo", "https://example.org/code"),)
    assert (entry.description, entry.note) == ("about graphs", "from a friend")
    assert (entry.labels, entry.read_on) == (("math",), "2024-05")
    assert entry.saved_on == date(2024, 4, 30)


def test_a_link_to_the_work_itself_is_no_further_link() -> None:
    again = Link("page", "again", f"{WORK}/?utm_source=x")
    code, other = Link("code", "", "https://github.com/a/b"), Link("page", "", "https://a.example")
    spelled = Link("page", "readme", "https://github.com/A/B.git")
    entry = only(item("A", WORK)._replace(links=(again, code, spelled, other)))
    assert entry.links == (code, other)


def test_links_that_cannot_be_opened_and_impossible_dates_are_skipped() -> None:
    bad = item("A", WORK)._replace(
        links=(Link("page", "x", "javascript:alert(1)"), Link("page", "", "https://a b")),
        read_on="2024-02-30",
    )
    catalog = assembled(bad)
    assert (catalog.entries[0].links, catalog.entries[0].read_on) == ((), None)
    assert [(one.line, one.text) for one in catalog.skipped] == [
        (1, "javascript:alert(1)"),
        (1, "https://a b"),
        (1, "2024-02-30"),
    ]


def test_a_second_occurrence_adds_links_and_labels_and_fills_what_is_missing() -> None:
    code, video = Link("code", "", "https://example.org/c"), Link("video", "", "https://b.example")
    first = item("A", WORK)._replace(links=(code,), labels=("a",), note="first")
    second = item("A", WORK, ("Two",))._replace(
        links=(video, code),
        labels=("A", "b"),
        description="second",
        note="second",
        read_on="2024",
        saved_on=date(2024, 4, 30),
    )
    entry = only(first, second)
    assert (entry.links, entry.labels) == ((code, video), ("a", "b"))
    assert (entry.description, entry.note, entry.read_on) == ("second", "first", "2024")
    assert entry.saved_on == date(2024, 4, 30)


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        ("checked", "dropped", "read"),
        ("begun", "checked", "read"),
        ("dropped", "begun", "begun"),
        ("dropped", "", ""),
        ("dropped", "dropped", "dropped"),
        ("begun", "", "begun"),
    ],
)
def test_of_several_boxes_of_a_resource_the_furthest_counts(
    first: str, second: str, mark: str
) -> None:
    marked = [item("A", WORK, (name,)) for name in ("One", "Two")]
    for number, name in enumerate((first, second)):
        if name:
            marked[number] = marked[number]._replace(**{name: True})  # type: ignore[arg-type]
    assert only(*marked).mark == mark


def test_what_no_database_takes_is_replaced() -> None:
    entry = only(item("A\0\ud800", WORK)._replace(description="a\0", labels=("x\0",)))
    assert (entry.title, entry.description) == ("A\ufffd\ufffd", "a\ufffd")
    assert entry.labels == ("x\ufffd",)
    catalog = assembled(item("A", WORK, ("x\0", "y\udcff")))
    assert catalog.sections == (("x\ufffd", "y\ufffd"),)
    assert catalog.entries[0].places[0].section in catalog.sections


def test_remarks_of_the_format_are_kept() -> None:
    assert assemble("list", ParsedList((), (), remarks=("a column",))).remarks == ("a column",)


def test_many_occurrences_of_a_resource_take_no_longer_than_as_many_resources() -> None:
    many = [item("A", WORK, (str(number),)) for number in range(3_000)]
    assert len(only(*many).places) == len(many)


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Lecture {}: nets", "Lecture (CS 1)"),
        ("Part {}", "Part (CS 1)"),
        ("第{}讲 网络", "第 N 讲 (CS 1)"),
        ("{}. Alpha", "CS 1"),
        ("Nets, part {}", "Nets"),
    ],
)
def test_a_series_without_a_name_of_its_own_has_that_of_its_section(
    title: str, series: str
) -> None:
    items = tuple(
        Item(title.format(number), f"https://a.org/{number}", ("X", "CS 1"), False, number)
        for number in (1, 2, 3)
    )
    catalog = assemble("list", ParsedList((("X", "CS 1"),), items))
    assert {entry.series for entry in catalog.entries} == {series}


def test_a_text_that_stands_twice_in_a_section_is_told() -> None:
    items = tuple(
        Item(title, url, (section,), checked=False, line=line)
        for line, (title, url, section) in enumerate(
            [
                ("A book", None, "Trees"),
                ("A book", None, "Trees"),
                ("A book", None, "Birds"),
                ("A page", "https://ex.com/1", "Trees"),
                ("A page", "https://ex.com/1", "Trees"),
            ]
        )
    )
    catalog = assemble("list", ParsedList((("Trees",), ("Birds",)), items, ()))
    assert catalog.skipped == (Skipped(1, "A book", TWICE),)
    assert len(catalog.entries) == 3
