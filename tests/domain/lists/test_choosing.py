"""Which sections of a list are taken."""

from typing import NamedTuple

import pytest

from recall.domain.library.catalog import WHOLE, Catalog, Item, ParsedList, ReadOptions, Skipped
from recall.domain.library.resource import Place, Section
from recall.domain.lists.choosing import (
    LEFT_OUT,
    OUTSIDE,
    left_out,
    names_contents,
    with_choice,
    with_choice_known,
    with_furniture_known,
    without_furniture,
    without_left_out,
)
from recall.domain.lists.merge import identity
from recall.errors import BadInput
from testing.libraries.factories import entry

A: Section = ("Course", "Week 1")
B: Section = ("Course", "Week 2")
C: Section = ("阅读",)


def listed(*sections: Section, ticked: Section | None = None) -> ParsedList:
    items = (
        Item(f"T{line}", None, path, checked=path == ticked, line=line)
        for line, path in enumerate(sections, 1)
    )
    return ParsedList(tuple(dict.fromkeys(sections)), tuple(items))


class Choice(NamedTuple):
    """What a person chooses, and which of the sections A, B and C are taken."""

    options: ReadOptions
    taken: tuple[Section, ...]


@pytest.mark.parametrize(
    "choice",
    [
        Choice(WHOLE, (A, B, C)),
        Choice(ReadOptions(sections=("week 1",)), (A,)),
        Choice(ReadOptions(sections=("COURSE",)), (A, B)),
        Choice(ReadOptions(sections=("ｃｏｕｒｓｅ", "阅")), (A, B, C)),
        Choice(ReadOptions(not_sections=("week",)), (C,)),
        Choice(ReadOptions(sections=("Course",), not_sections=("week 2",)), (A,)),
    ],
)
def test_a_fragment_of_a_heading_chooses_what_stands_under_it(choice: Choice) -> None:
    parsed = listed(A, B, C)
    assert set(left_out(parsed.sections, choice.options)) == {A, B, C} - set(choice.taken)
    found = with_choice(parsed, choice.options)
    assert found.items == parsed.items
    assert len(found.skipped) == 3 - len(choice.taken)
    assert {one.reason for one in found.skipped} <= {OUTSIDE, LEFT_OUT}


def test_a_fragment_of_no_heading_is_refused_with_the_headings() -> None:
    with pytest.raises(BadInput) as error:
        with_choice(listed(A, C), ReadOptions(sections=("Weak",)))
    said = "no section of the list is called 'Weak'; its headings are: Course, Week 1, 阅读"
    assert str(error.value) == said
    with pytest.raises(BadInput, match="it has no headings"):
        with_choice(listed(()), ReadOptions(not_sections=("A",)))
    many = listed(*((f"H{number}",) for number in range(20)))
    with pytest.raises(BadInput, match=", …"):
        with_choice(many, ReadOptions(sections=(" ",)))


def test_what_is_not_chosen_stays_if_the_list_has_it_already() -> None:
    both = entry("One")._replace(places=(Place(A, "One"), Place(C, "Eins")))
    others = [entry(name)._replace(places=(Place(C, name),)) for name in ("Two", "Three")]
    catalog = Catalog("list", (A, C), (both, *others))
    assert with_choice_known(catalog, WHOLE) == catalog == without_left_out(catalog, ())
    found = with_choice_known(catalog, ReadOptions(sections=("Week 1",)))
    assert found.left_out == {C}
    assert without_left_out(found, ()).entries == (both,)
    known = {identity(others[0])}
    assert without_left_out(found, known).entries == (both, others[0])


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Table of Contents", "in the table of contents"),
        ("📖 目录", "in the table of contents"),
        ("1. Contents", "in the table of contents"),
        ("Contributors ✨", "in the list of contributors"),
        ("Changelog", "in the changelog"),
        ("Code of Conduct Index", "in the code of conduct"),
        ("贡献者", "in the list of contributors"),
        ("Contributing", "in the section on contributing"),
        ("Лицензия", "in the license"),
        ("前言", "in the preface"),
        ("Badges", "among the badges"),
        ("致谢", "in the acknowledgements"),
        ("Star History", "in the star history"),
    ],
)
def test_what_is_about_the_file_is_left_out_and_named(heading: str, reason: str) -> None:
    section: Section = ("Awesome", heading)
    found = without_furniture(listed(A, B, section), WHOLE)
    assert found.sections == (A, B)
    assert [one.reason for one in found.skipped] == [reason]
    asked = ReadOptions(sections=(heading[:4],))
    assert without_furniture(listed(A, B, section), asked).sections == (A, B, section)


def test_what_is_about_the_file_can_be_left_out_by_name() -> None:
    options = ReadOptions(not_sections=("license",))
    found = with_choice(without_furniture(listed(A, B, ("License",)), options), options)
    assert [one.reason for one in found.skipped] == [LEFT_OUT]


@pytest.mark.parametrize("heading", ["Licensing of models", "Content", "Thanks for reading", "A"])
def test_a_heading_that_only_begins_so_is_a_section(heading: str) -> None:
    assert without_furniture(listed(A, B, (heading,)), WHOLE).skipped == ()


def test_a_section_that_is_half_of_the_list_or_is_ticked_stays() -> None:
    contents: Section = ("Contents",)
    assert without_furniture(listed(A, contents), WHOLE).skipped == ()
    assert without_furniture(listed(A, B, C, contents, ticked=contents), WHOLE).skipped == ()


def test_a_code_of_conduct_is_left_out_unless_there_is_nothing_else() -> None:
    conduct: Section = ("Code of Conduct",)
    assert without_furniture(listed(A, conduct), WHOLE).sections == (A,)
    assert without_furniture(listed(conduct), WHOLE).skipped == ()


def explained(path: Section, *more: Item, boxes: tuple[bool, ...] = (False, True)) -> ParsedList:
    """Return a list with a legend of these boxes, and then the items of more."""
    legend = [Item(f"It is {box}", None, path, checked=box, line=1) for box in boxes]
    items = (*legend, *more)
    return ParsedList(tuple(dict.fromkeys(item.section for item in items)), items)


LINKED = Item("T", "https://a.org", A, checked=False, line=4)


@pytest.mark.parametrize("heading", ["Legend", "Notation", "🔑 Legende"])
def test_boxes_before_all_else_that_explain_boxes_are_no_readings(heading: str) -> None:
    found = without_furniture(explained(("Papers", heading), LINKED), WHOLE)
    assert (found.items, found.sections) == ((LINKED,), (A,))
    assert [one.reason for one in found.skipped] == ["in the legend"] * 2


@pytest.mark.parametrize(
    "kept",
    [
        explained(("Key",), LINKED),
        explained((), LINKED),
        explained(("Legend",)),
        explained(("Legend",), LINKED, boxes=(True, True)),
        explained(("Legend",), LINKED._replace(section=("Legend",))),
        ParsedList((A, ("Legend",)), (LINKED, *explained(("Legend",)).items)),
        ParsedList((), ()),
    ],
)
def test_other_boxes_without_a_link_are_readings(kept: ParsedList) -> None:
    assert without_furniture(kept, WHOLE) == kept


def test_a_legend_that_is_asked_for_is_taken() -> None:
    parsed = explained(("Legend",), LINKED)
    assert without_furniture(parsed, ReadOptions(sections=("Legend",))) == parsed


def test_a_section_about_the_file_that_was_asked_for_once_is_left_out_later() -> None:
    thanks: Section = ("Thanks",)
    skipped = (Skipped(3, "Ann", "in the acknowledgements"),)
    later = Catalog("list", (A,), (), skipped)
    assert with_furniture_known(later, [A, B, thanks]).left_out == {thanks}
    assert with_furniture_known(later._replace(skipped=()), [A, B, thanks]) == later._replace(
        skipped=()
    )
    asked = later._replace(sections=(A, thanks))
    assert with_furniture_known(asked, [A, thanks]) == asked


def test_homes_of_people_and_links_to_the_list_itself_are_left_out_and_named() -> None:
    people, papers = ("People",), ("Papers",)
    items = (
        Item("Ann Lee", "https://ann.example/", people, checked=False, line=1),
        Item("Papers", "https://github.com/ann/list#papers", (), checked=False, line=2),
        Item("A paper", "https://example.org/a", papers, checked=False, line=3),
        Item(
            "English",
            "https://github.com/ann/list/blob/main/README_en.md",
            (),
            checked=False,
            line=4,
        ),
    )
    found = without_furniture(ParsedList((people, papers), items), WHOLE)
    assert [item.title for item in found.items] == ["A paper"]
    assert [(one.line, one.reason) for one in found.skipped] == [
        (1, "a person, not a reading"),
        (2, "an in-page anchor"),
        (4, "a translation of the list, not a reading"),
    ]


def test_people_stay_if_there_is_nothing_else() -> None:
    items = (Item("Ann Lee", "https://ann.example/", ("People",), checked=False, line=1),)
    assert without_furniture(ParsedList((("People",),), items), WHOLE).items == items


def test_a_table_of_contents_is_known_by_its_heading() -> None:
    assert names_contents(("Table of contents",))
    assert not names_contents(("Papers",))
