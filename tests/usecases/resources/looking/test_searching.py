"""Searching: every word has to occur, fields are looked at first, kept texts last."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.card import Rating
from recall.domain.library.resource import fold
from recall.storage.actions import begin
from recall.storage.tables.pages import kept_texts
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.resources.looking.listing import Wanted, looked_up
from recall.usecases.resources.looking.searching import search
from recall.usecases.undoing import undo
from testing.libraries.factories import TODAY, catalog, entry, everything, make_library

TEXT = "第一段。\n注意力机制（Attention）只看需要的部分。\n" + "Blocks are kept in pages. " * 400


@pytest.fixture
def library(database_url: str) -> Iterator[Context]:
    made = make_library(
        database_url,
        catalog(
            entry("Paged memory")._replace(description="About blocks", labels=("GPU",)),
            entry("注意力的显存"),
            entry("Compilers", read=True),
            entry("Kept"),
        ),
    )
    with made.store:
        with begin(made.store, "fetch", made.now, TODAY) as action:
            kept_texts.keep(action, 4, TEXT, made.now)
            kept_texts.keep(action, 1, "memory of another text", made.now)
        edit(made, "2", Edit(question="Wozu Größe?"))
        grade(made, "3", Grade(Rating.GOOD, TODAY, note="Passes und ＳＳＡ"))
        note(made, "3", "only the last")
        yield made


def found(context: Context, text: str) -> dict[int, list[tuple[str, str]]]:
    fit, looked, _ = looked_up(context, Wanted(text))
    assert looked is not None
    return {one.id: [(where, cut) for where, cut in looked.where(one)] for one in fit}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MEMORY", {1: ["title"]}),
        ("blocks memory", {1: ["title", "description"]}),
        ("memory blocks", {1: ["title", "description"]}),
        ('"memory blocks"', {}),
        ("gpu PAGED", {1: ["title", "label"]}),
        ("显存", {2: ["title"]}),
        ("力的显", {2: ["title"]}),
        ("注意力", {2: ["title"], 4: ["text"]}),
        ("注意力 显存", {2: ["title"]}),
        ("机制(attention)", {4: ["text"]}),
        ("kept pages", {4: ["title", "text"]}),
        ("pages 只看需要", {4: ["text"]}),
        ("GRÖSSE", {2: ["question"]}),
        ("ssa", {3: ["note"]}),
        ("passes last", {3: ["note", "note"]}),
        ("example.org/compilers", {3: ["url"]}),
        ("another", {1: ["text"]}),
        ("another compilers", {}),
        ("nothing", {}),
        ("  ", {1: [], 2: [], 3: [], 4: []}),
    ],
)
def test_all_words_have_to_occur_somewhere(
    library: Context, text: str, expected: dict[int, list[str]]
) -> None:
    told = found(library, text)
    assert {number: [where for where, _ in some] for number, some in told.items()} == expected


def test_it_says_what_stands_around_the_word(library: Context) -> None:
    assert found(library, "注意力机制")[4] == [
        ("text", "第一段。 注意力机制（Attention）只看需要的部分。 Blocks are kept in pages.…")
    ]
    assert found(library, "ssa")[3] == [("note", "Passes und ＳＳＡ")]


def test_other_conditions_hold_too(library: Context) -> None:
    wanted = Wanted("注意力", status="unread", section="sec")
    assert [resource.id for resource in looked_up(library, wanted).resources] == [2, 4]
    assert looked_up(library, wanted._replace(kind="video")).resources == []
    assert looked_up(library, Wanted(status="read")).search is None


def test_what_is_undone_is_not_found(library: Context) -> None:
    later = library._replace(now=library.now + timedelta(minutes=1))
    undo(later)
    undo(later)
    assert found(library, "ssa") == {}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    path = tmp_path_factory.mktemp("shared") / "library.db"
    odd = catalog(entry("Σας ﬁnd İt"), entry("注意 100 %_!'\""), entry("a\\b"))
    made = make_library(f"sqlite:///{path}", odd)
    with made.store:
        yield made


@given(text=st.text(st.sampled_from("Σςασﬁiİnd 注100%_!'\\\"ab"), max_size=6))
def test_any_text_is_found_in_the_titles_in_which_it_stands(shared: Context, text: str) -> None:
    looked = search(shared.store, text)
    stands = {
        one.id
        for one in everything(shared)
        if looked.words and all(word in fold(one.title) for word in looked.words)
    }
    assert stands <= set(looked.ids)
