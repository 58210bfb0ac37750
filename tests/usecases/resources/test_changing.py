"""Editing and notes, and undoing each."""

from collections.abc import Callable, Iterator

import pytest

from recall.domain.library.card import Rating
from recall.errors import BadInput, RecallError
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.resources.shelving import archive
from recall.usecases.undoing import undo
from recall.usecases.upkeep.checking import doctor
from testing.commands.shown import shown
from testing.databases.tables import dump, living_now
from testing.libraries.factories import TODAY, catalog, entry, everything, make_library, titled

PAPER = "https://arxiv.org/abs/2309.06180"


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A library with a list of two."""
    made = make_library(sqlite_url, catalog(entry("A"), entry("B")))
    with made.store:
        yield made


EDITS = [
    Edit(title="New"),
    Edit(url="https://example.org/new"),
    Edit(kind="book"),
    Edit(language="ja"),
    Edit(minutes=90),
    Edit(series="S", part=3),
    Edit(series="S"),
    Edit(priority="high"),
    Edit(question="What does it\n keep in pages?"),
]


@pytest.mark.parametrize("wanted", EDITS, ids=str)
def test_each_field_can_be_edited_and_undone(context: Context, wanted: Edit) -> None:
    before = shown(context)
    after = edit(context, titled(context, "A"), wanted)
    for name, value in wanted._asdict().items():
        if value not in (None, False, ()):
            assert getattr(after, name) == value
    undo(context)
    assert shown(context) == before


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_question_removes_it(context: Context, text: str) -> None:
    edit(context, titled(context, "A"), Edit(question=" Why? "))
    assert titled(context, "A").question == "Why?"
    note(context, titled(context, "A"), "a note")
    assert titled(context, "A").question == "Why?"
    assert edit(context, titled(context, "A"), Edit(question=text)).question is None
    undo(context)
    assert titled(context, "A").question == "Why?"


def test_a_resource_can_be_taken_out_of_its_series(context: Context) -> None:
    edit(context, titled(context, "A"), Edit(series="S", part=3))
    after = edit(context, titled(context, "A"), Edit(no_series=True))
    assert (after.series, after.part) == (None, None)


def test_a_part_can_be_changed_where_there_is_a_series(context: Context) -> None:
    edit(context, titled(context, "A"), Edit(series="S", part=3))
    assert edit(context, titled(context, "A"), Edit(part=4)).part == 4


REFUSED = [
    (Edit(), "nothing to change"),
    (Edit(part=2), "a part needs its series"),
    (Edit(title=" "), "an empty title"),
    (Edit(series=""), "an empty series"),
    (Edit(series="S", no_series=True), "give one of them"),
    (Edit(part=2, no_series=True), "give one of them"),
    (Edit(url="javascript:alert(1)"), "is not a URL"),
]


@pytest.mark.parametrize(("wanted", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_an_edit_that_says_nothing_or_too_much_is_refused(
    context: Context, wanted: Edit, says: str
) -> None:
    before = dump(context.store)
    with pytest.raises(BadInput, match=says):
        edit(context, titled(context, "A"), wanted)
    assert dump(context.store) == before


HISTORIES: dict[str, Callable[[Context], object]] = {
    "a review": lambda context: grade(context, "2", Grade(Rating.GOOD, TODAY)),
    "a sitting": lambda context: sit(context, "2", Grade(Rating.GOOD, TODAY, minutes=5)),
    "a note": lambda context: note(context, "2", "Of B"),
    "a question": lambda context: edit(context, "2", Edit(question="Why?")),
}


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES.keys())
def test_a_link_of_a_resource_with_a_history_is_refused(
    context: Context, history: Callable[[Context], object]
) -> None:
    history(context)
    before = dump(context.store)
    says = "already in the library, as 2 B; 'recall join 2 1' makes the two one"
    with pytest.raises(RecallError, match=says):
        edit(context, titled(context, "A"), Edit(url="http://example.org/B/"))
    assert dump(context.store) == before


def test_a_link_of_a_resource_without_a_history_is_taken_over(context: Context) -> None:
    grade(context, "1", Grade(Rating.GOOD, TODAY, note="Of A"))
    archive(context, "2")
    before = living_now(context.store)
    after = edit(context, titled(context, "A"), Edit(url="http://example.org/B/"))
    assert (after.id, after.note, after.status) == (1, "Of A", "read")
    assert after.url == "http://example.org/B/"
    assert [place.title for place in after.places] == ["A", "B"]
    for name in ("2", "https://example.org/B", "https://example.org/A", "B"):
        assert find(context.store, name).id == 1
    for listed in (("A", "B"), ("B",), ("A",), ("A", "B")):
        import_catalog(context, Source(catalog(*map(entry, listed)), "/list.md"))
        assert [one.id for one in everything(context)] == [1]
    assert doctor(context) == []
    while living_now(context.store) != before:
        undo(context)
    assert doctor(context) == []


def test_taking_a_link_over_is_one_action(context: Context) -> None:
    before = living_now(context.store)
    edit(context, titled(context, "A"), Edit(url="http://example.org/B/"))
    undo(context)
    assert living_now(context.store) == before


def test_the_same_link_in_another_spelling_is_no_clash(context: Context) -> None:
    after = edit(context, titled(context, "A"), Edit(url="http://example.org/A"))
    assert after.url == "http://example.org/A"


def test_a_link_given_by_hand_cannot_be_added_again(context: Context) -> None:
    edit(context, titled(context, "A"), Edit(url="https://example.org/new"))
    for url in ("https://example.org/new", "https://example.org/A"):
        with pytest.raises(RecallError, match="as 1 A"):
            add(context, url, None, (), Edit())


def test_a_link_of_something_that_was_taken_back_can_be_given(context: Context) -> None:
    add(context, PAPER, None, (), Edit())
    undo(context)
    assert edit(context, titled(context, "A"), Edit(url=PAPER)).url == PAPER
    undo(context)
    assert add(context, PAPER, None, (), Edit()).url == PAPER


def test_a_new_title_is_found_and_so_is_the_one_in_the_list(context: Context) -> None:
    edit(context, titled(context, "A"), Edit(title="New"))
    assert find(context.store, "new").id == 1
    assert find(context.store, "a").id == 1


def test_a_note_is_written_cleared_and_undone(context: Context) -> None:
    assert note(context, titled(context, "A"), "Line one\nLine two").note == "Line one\nLine two"
    assert note(context, titled(context, "A"), "").note is None
    undo(context)
    assert titled(context, "A").note == "Line one\nLine two"
    undo(context)
    assert titled(context, "A").note is None
