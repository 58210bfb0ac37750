"""Adding by hand: one resource or many, in one action."""

from collections.abc import Iterator

import pytest

from recall.errors import AmbiguousSection, BadInput, RecallError
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.history import history
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.today import today
from recall.usecases.resources.adding import add, add_all, expected_minutes, known_as
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.standing import ChosenSection
from recall.usecases.resources.typed_links import TypedLink
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump
from testing.libraries.factories import catalog, entry, everything, make_library, titled

PAPER = "https://arxiv.org/abs/2309.06180"


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A library with a list of two."""
    made = make_library(sqlite_url, catalog(entry("A"), entry("B")))
    with made.store:
        yield made


def test_what_is_added_is_known_by_its_link(anywhere: Context) -> None:
    added = add(anywhere, f"{PAPER}v2", None, ("Papers", "vLLM"), Edit())
    assert (added.title, added.kind, added.minutes) == ("arxiv.org/abs/2309.06180v2", "paper", 60)
    assert (added.canonical_url, added.status) == (PAPER, "unread")
    assert [place.section for place in added.places] == [("Papers", "vLLM")]
    assert doctor(anywhere) == []


def test_what_is_told_of_it_is_kept(empty: Context) -> None:
    told = Edit(kind="video", language="zh", minutes=7, series="S", part=2)
    added = add(empty, PAPER, "vLLM", (), told)
    assert (added.title, added.kind, added.language, added.minutes) == ("vLLM", "video", "zh", 7)
    assert (added.series, added.part) == ("S", 2)


def test_additions_stand_behind_each_other_in_one_list(empty: Context) -> None:
    for number in (1, 2, 3):
        add(empty, f"https://example.org/{number}", None, (), Edit())
    assert [one.order for one in everything(empty)] == [(1, 0), (1, 1), (1, 2)]


@pytest.mark.parametrize("url", ["https://example.org/A", "http://www.example.org/A/?utm_source=x"])
def test_nothing_is_added_twice(context: Context, url: str) -> None:
    before = dump(context.store)
    with pytest.raises(RecallError, match="already in the library, as 1 A"):
        add(context, url, None, (), Edit())
    assert dump(context.store) == before


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://", "ftp://a/b", ""])
def test_only_links_that_can_be_opened_are_added(empty: Context, url: str) -> None:
    with pytest.raises(BadInput):
        add(empty, url, None, (), Edit())


def test_an_undone_addition_added_again_has_its_old_id(anywhere: Context) -> None:
    before = shown(anywhere)
    added = add(anywhere, PAPER, None, (), Edit())
    undo(anywhere)
    assert shown(anywhere) == before
    add(anywhere, "https://example.org/other", None, (), Edit())
    again = add(anywhere, PAPER, "Again", ("New",), Edit(minutes=5))
    assert (again.id, again.title, again.minutes) == (added.id, "Again", 5)
    assert doctor(anywhere) == []


@pytest.fixture
def sections(database_url: str) -> Iterator[Context]:
    """A library with a list of three sections, on each kind of database."""
    made = make_library(
        database_url,
        catalog(
            entry("A", section=("List", "Papers")),
            entry("B", section=("List", "Papers")),
            entry("C", section=("List", "Talks")),
            entry("D", section=("List", "Code/Tools")),
        ),
    )
    with made.store:
        yield made


def links(*names: str) -> list[TypedLink]:
    return [TypedLink(f"https://example.org/new/{name}", name) for name in names]


def titles(context: Context) -> list[str]:
    return [one.title for one in everything(context)]


def test_many_are_one_action_that_is_undone_as_one(sections: Context) -> None:
    before = shown(sections)
    added = add_all(sections, links("X", "Y"), Edit(section="papers", kind="video", minutes=9))
    assert [(one.title, one.kind, one.minutes) for one in added.new] == [
        ("X", "video", 9),
        ("Y", "video", 9),
    ]
    assert added.standing == ChosenSection(("List", "Papers"), is_new=False)
    assert titles(sections) == ["A", "B", "X", "Y", "C", "D"]
    assert history(sections, 1)[0].summary == "2 resources: 5, 6"
    assert doctor(sections) == []
    undo(sections)
    assert shown(sections) == before


def test_the_history_does_not_name_hundreds(empty: Context) -> None:
    add_all(empty, links(*map(str, range(12))), Edit())
    assert history(empty, 1)[0].summary == "12 resources: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more"


def test_what_is_known_is_left_and_what_is_given_twice_counts_once(context: Context) -> None:
    known = TypedLink("https://example.org/A?utm_source=x", "Other title")
    added = add_all(context, [known, *links("X"), *links("X"), known], Edit(section="New"))
    assert [one.title for one in added.new] == ["X"]
    assert [(one.title, one.id) for one in added.known] == [("A", 1)]
    assert (added.twice, titled(context, "A").places[0].section) == (2, ("Section",))


def test_if_nothing_is_new_there_is_no_action(context: Context) -> None:
    before = dump(context.store)
    added = add_all(context, [TypedLink("https://example.org/A")], Edit(section="New"))
    assert (added.new, [one.id for one in added.known]) == ((), [1])
    assert dump(context.store) == before


@pytest.mark.parametrize(
    ("fields", "section", "is_new"),
    [
        (Edit(section="talks"), ("List", "Talks"), False),
        (Edit(section="code/tools"), ("List", "Code/Tools"), False),
        (Edit(section="List/Talks"), ("List", "Talks"), False),
        (Edit(section="list > papers"), ("List", "Papers"), False),
        (Edit(section="List"), ("List",), False),
        (Edit(section="Books"), ("Books",), True),
        (Edit(section="tal/Long"), ("List", "Talks", "Long"), True),
        (Edit(section="Books/Long › Old"), ("Books", "Long", "Old"), True),
        (Edit(section=" a\x1b[31mb "), ("ab",), True),
        (Edit(section="  "), (), False),
        (Edit(new_section="Talk"), ("Talk",), True),
        (Edit(new_section="List/Talks"), ("List", "Talks"), False),
        (Edit(), (), False),
    ],
    ids=str,
)
def test_a_section_is_meant_by_a_part_of_its_name_or_is_new(
    sections: Context, fields: Edit, section: tuple[str, ...], is_new: bool
) -> None:
    added = add_all(sections, links("X"), fields)
    assert added.standing == ChosenSection(section, is_new)
    assert [place.section for place in added.new[0].places] == [section]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        (Edit(section="a"), AmbiguousSection),
        (Edit(section="a/Long"), AmbiguousSection),
        (Edit(new_section=" / "), BadInput),
        (Edit(section="Talks", new_section="Talks"), BadInput),
    ],
    ids=str,
)
def test_an_unclear_section_changes_nothing(
    sections: Context, fields: Edit, error: type[RecallError]
) -> None:
    before = dump(sections.store)
    with pytest.raises(error):
        add_all(sections, links("X"), fields)
    assert dump(sections.store) == before


def test_it_is_read_with_its_section_and_not_behind_all_others(sections: Context) -> None:
    add_all(sections, links("X"), Edit(section="papers", minutes=20))
    whole_day = sections._replace(settings=Settings(daily_minutes=200, new_share=100))
    titled_by_id = {one.id: one.title for one in everything(sections)}
    visits = [visit.visit.resource_id for visit in today(whole_day).progress.visits]
    assert [titled_by_id[number] for number in visits] == ["A", "B", "X", "C", "D"]


def test_a_new_import_of_the_list_leaves_it_in_its_section(sections: Context) -> None:
    add_all(sections, links("X"), Edit(section="papers"))
    listed = catalog(
        entry("New 1", section=("List", "Papers")),
        entry("New 2", section=("List", "Papers")),
        entry("A", section=("List", "Papers")),
        entry("B", section=("List", "Papers")),
        entry("C", section=("List", "Talks")),
        entry("D", section=("List", "Code/Tools")),
    )
    report = import_catalog(sections, Source(listed, None))
    assert (report.new, report.gone) == (2, 0)
    assert titles(sections)[:6] == ["New 1", "New 2", "A", "B", "X", "C"]
    assert not titled(sections, "X").gone


def test_a_list_that_has_it_too_takes_it_in(sections: Context) -> None:
    x, y = links("X", "Y")
    add_all(sections, [x, y], Edit(section="talks"))
    old = (
        entry("A", section=("List", "Papers")),
        entry("B", section=("List", "Papers")),
        entry("C", section=("List", "Talks")),
        entry("D", section=("List", "Code/Tools")),
    )
    both = (
        entry("Y", url=y.url, section=("List", "Papers")),
        entry("X", url=x.url, section=("List", "Talks")),
    )
    import_catalog(sections, Source(catalog(*old[:2], both[0], old[2], both[1], old[3]), None))
    assert [place.section[-1] for place in titled(sections, "X").places] == ["Talks"]
    assert {place.section[-1] for place in titled(sections, "Y").places} == {"Papers", "Talks"}
    assert titles(sections) == ["A", "B", "Y", "C", "X", "D"]
    import_catalog(sections, Source(catalog(*old), None))
    assert [titled(sections, name).gone for name in "XY"] == [True, False]
    undo(sections)
    undo(sections)
    assert titles(sections)[:3] == ["A", "B", "C"]
    assert not titled(sections, "X").gone
    assert doctor(sections) == []


def test_a_library_of_one_list_gets_a_second_for_what_is_added(sections: Context) -> None:
    add_all(sections, links("X"), Edit(section="talks"))
    add_all(sections, links("Y"), Edit())
    with Store(sections.store.location.url or f"sqlite:///{sections.store.location.path}") as store:
        rows = store.rows("SELECT name FROM reading_list ORDER BY id")
    assert [name for (name,) in rows][1:] == ["added by hand"]


def test_a_note_and_a_length_come_in_with_the_link_and_go_with_it(empty: Context) -> None:
    link = TypedLink(PAPER, "vLLM", note="a passage")
    (added,) = add_all(empty, [link], Edit(length=4_000, language="zh")).new
    assert (added.note, added.length, added.language) == ("a passage", 4_000, "zh")
    assert expected_minutes(empty, link, Edit(length=4_000, language="zh")) == 13
    assert doctor(empty) == []
    undo(empty)
    assert everything(empty) == []


@pytest.mark.parametrize(
    ("edit", "minutes"),
    [
        (Edit(), 60),
        (Edit(kind="video"), 45),
        (Edit(minutes=7), 7),
        (Edit(length=2_000), 10),
        (Edit(length=2_000, minutes=7), 7),
    ],
)
def test_the_minutes_that_are_expected_are_those_that_it_gets(
    empty: Context, edit: Edit, minutes: int
) -> None:
    link = TypedLink(PAPER, "vLLM")
    assert expected_minutes(empty, link, edit) == minutes
    (added,) = add_all(empty, [link], edit).new
    assert pace_of(empty.store, empty.today).planned(added).minutes == minutes


def test_what_is_known_is_found_by_any_of_its_addresses(empty: Context) -> None:
    added = add(empty, PAPER, "vLLM", (), Edit())
    assert known_as(empty, f"{PAPER}v3?utm_source=x") == added
    assert known_as(empty, "https://example.org/other") is None
