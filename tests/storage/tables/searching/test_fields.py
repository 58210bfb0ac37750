"""Which resources have a word, and the notes of all, on both databases."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables.resources import LONGEST_PATTERN
from recall.storage.tables.searching.fields import look_at
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import TODAY


def change(library: Context, number: int, **values: object) -> None:
    given = ", ".join(f"{name} = :{name}" for name in values)
    with library.store.transaction() as connection:
        connection.execute(f"UPDATE resource SET {given} WHERE id = :id", {**values, "id": number})


def test_a_word_is_looked_for_in_titles_details_and_addresses(library: Context) -> None:
    change(library, 3, folded_details="about 100 %\\nhttps://example.org/code")
    change(library, 4, url="https://Example.org/ABC_d")
    change(library, 5, folded="gone about", status="removed")
    words = ["about", "0 %", "0_%", "abc_d", "resource 2", "x" * LONGEST_PATTERN]
    assert look_at(library.store, words).with_word == [{3}, {3}, set(), {4}, {2}, set()]


def test_the_persons_own_words_are_given_newest_first(library: Context) -> None:
    grade(library, "1", Grade(Rating.GOOD, TODAY, note="first"))
    later = library._replace(now=library.now + timedelta(days=3))
    grade(later, "1", Grade(Rating.GOOD, later.today, note="second"))
    sit(library, "3", Grade(Rating.GOOD, TODAY, 5, "in the middle"))
    note(later, "2", "by hand")
    edit(later, "4", Edit(question="Why?"))
    _, notes, questions = look_at(library.store, [])
    assert notes == {1: ["second", "first"], 2: ["by hand"], 3: ["in the middle"]}
    assert questions == {4: ["Why?"]}
    for _ in range(3):
        undo(later)
    _, notes, questions = look_at(library.store, [])
    assert (notes, questions) == ({1: ["second", "first"]}, {})


@pytest.mark.parametrize("word", ["", "'", "!", "\\", "%"])
def test_no_word_breaks_the_question(library: Context, word: str) -> None:
    before = dump(library.store)
    look_at(library.store, [word, word])
    assert dump(library.store) == before
