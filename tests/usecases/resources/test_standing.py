"""Moving resources to another section, what imports make of it, and undoing it."""

from collections.abc import Iterator

import pytest

from recall.domain.library.resource import Place
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.sections import lay_down
from recall.usecases.resources.changing import Edit, edit, edit_all
from recall.usecases.resources.standing import headings
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import catalog, entry, everything, make_library, titled

LISTED = (
    entry("A", section=("List", "Papers")),
    entry("B", section=("List", "Papers")),
    entry("Loose", None, section=("List", "Papers")),
    entry("C", section=("List", "Talks")),
    entry("Both", places=(Place(("List", "Talks"), "Both"), Place(("Code",), "Twice"))),
)


@pytest.fixture
def library(database_url: str) -> Iterator[Context]:
    made = make_library(database_url, catalog(*LISTED))
    with made.store:
        yield made


def sections(context: Context, title: str) -> list[str]:
    return [" › ".join(place.section) for place in titled(context, title).places]


def titles(context: Context) -> list[str]:
    return [one.title for one in everything(context)]


def test_several_move_in_one_action_that_is_undone_as_one(library: Context) -> None:
    before = shown(library)
    edit_all(library, ["A", "B", "1"], Edit(section="code"))
    assert sections(library, "A") == sections(library, "B") == ["Code"]
    assert titles(library) == ["Loose", "C", "A", "B", "Both"]
    assert history(library, 1)[0].summary == "2 resources, in Code: 1, 2"
    assert doctor(library) == []
    undo(library)
    assert shown(library) == before


def test_what_stands_there_already_stays(library: Context) -> None:
    edit_all(library, ["A", "C"], Edit(section="talks"))
    assert sections(library, "A") == sections(library, "C") == ["List › Talks"]
    before = dump(library.store)
    with pytest.raises(BadInput, match="1, 4 stand in List › Talks already"):
        edit_all(library, ["A", "C"], Edit(section="talks"))
    with pytest.raises(BadInput, match=r"^1 stands in List › Talks already"):
        edit(library, "A", Edit(new_section="List/Talks"))
    assert dump(library.store) == before


def test_it_then_stands_there_alone_and_can_leave_all_sections(library: Context) -> None:
    assert sections(edit_and_keep(library, "Both", "Papers"), "Both") == ["List › Papers"]
    assert titles(library) == ["A", "B", "Loose", "Both", "C"]
    assert sections(edit_and_keep(library, "Both", " "), "Both") == [""]
    assert doctor(library) == []


def edit_and_keep(library: Context, title: str, section: str) -> Context:
    edit(library, title, Edit(section=section))
    return library


def test_a_new_section_comes_last(library: Context) -> None:
    edit_all(library, ["A", "B"], Edit(section="Books/Long", priority="high"))
    assert sections(library, "A") == ["Books › Long"]
    assert titles(library) == ["Loose", "C", "A", "B", "Both"]
    assert headings(library.store) == ["Books", "Long", "Code", "List", "Papers", "Talks"]


@pytest.mark.parametrize("title", ["A", "Loose", "Both"])
def test_imports_leave_it_there_and_bring_all_else(library: Context, title: str) -> None:
    edit(library, title, Edit(section="Books"))
    again = import_catalog(library, Source(catalog(*LISTED), None))
    assert (again.new, again.updated, again.gone) == (0, 0, 0)
    new = entry("New", section=("List", "Papers"))
    changed = [
        one._replace(description="Now told", places=(*one.places, Place(("Code",), title)))
        if one.title == title
        else one
        for one in LISTED
    ]
    report = import_catalog(library, Source(catalog(new, *changed), None))
    assert (report.new, report.gone) == (1, 0)
    assert sections(library, title) == ["Books"]
    assert titled(library, title).description == "Now told"
    gone = [one for one in LISTED if one.title != title]
    assert import_catalog(library, Source(catalog(new, *gone), None)).gone == 1
    for _ in range(3):
        undo(library)
    assert sections(library, title) == [
        " › ".join(place.section) for one in LISTED if one.title == title for place in one.places
    ]
    assert doctor(library) == []


def test_a_moved_resource_does_not_take_the_rule_of_a_section_along(library: Context) -> None:
    lay_down(library, "Code", "hold")
    edit(library, "Both", Edit(section="Talks"))
    report = import_catalog(library, Source(catalog(*LISTED), None))
    assert report.names.sections == ()
    undo(library)
    assert sections(library, "Both") == ["List › Talks", "Code"]


@pytest.mark.parametrize(
    "fields",
    [
        Edit(title="T"),
        Edit(url="https://example.org/x"),
        Edit(series="S", part=1),
        Edit(question="Q"),
    ],
    ids=str,
)
def test_what_only_one_can_have_is_refused_for_several(library: Context, fields: Edit) -> None:
    before = dump(library.store)
    with pytest.raises(BadInput, match="several resources cannot have the same"):
        edit_all(library, ["A", "B"], fields)
    assert dump(library.store) == before


def test_other_fields_are_changed_in_all(library: Context) -> None:
    changed = edit_all(library, ["A", "C"], Edit(minutes=7, labels=("gpu",), series="S"))
    assert [one.resource.title for one in changed] == ["A", "C"]
    assert {(one.resource.minutes, one.resource.labels) for one in changed} == {(7, ("gpu",))}
    with pytest.raises(BadInput, match="nothing to change"):
        edit_all(library, ["A", "C"], Edit())


@pytest.mark.parametrize("text", ["/", " / ", "//"])
def test_a_section_without_a_name_is_refused(library: Context, text: str) -> None:
    with pytest.raises(BadInput, match="a section needs a name"):
        edit(library, "1", Edit(section=text))
