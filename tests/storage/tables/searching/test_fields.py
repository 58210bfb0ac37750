"""Which resources have a word, and the notes of all, on both databases."""

from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables.resources import LONGEST_PATTERN
from recall.storage.tables.searching.fields import notes, questions, with_word
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources.changing import Edit, edit, note
from recall.usecases.undoing import undo
from testing.factories import TODAY
from testing.tables import dump


def change(library: Context, number: int, **values: object) -> None:
    given = ", ".join(f"{name} = :{name}" for name in values)
    with library.store.transaction() as connection:
        connection.execute(f"UPDATE resource SET {given} WHERE id = :id", {**values, "id": number})


def test_a_word_is_looked_for_in_titles_details_and_addresses(library: Context) -> None:
    change(library, 3, folded_details="about 100 %\\nhttps://example.org/code")
    change(library, 4, url="https://Example.org/ABC_d")
    change(library, 5, folded="gone about", status="removed")
    store = library.store
    assert with_word(store, "about") == with_word(store, "0 %") == {3}
    assert with_word(store, "0_%") == set()
    assert with_word(store, "abc_d") == {4}
    assert with_word(store, "resource 2") == {2}
    assert with_word(store, "x" * LONGEST_PATTERN) == set()


def test_the_persons_own_words_are_given_newest_first(library: Context) -> None:
    grade(library, "1", Grade(Rating.GOOD, TODAY, note="first"))
    later = library._replace(now=library.now + timedelta(days=3))
    grade(later, "1", Grade(Rating.GOOD, later.today, note="second"))
    sit(library, "3", Grade(Rating.GOOD, TODAY, 5, "in the middle"))
    note(later, "2", "by hand")
    edit(later, "4", Edit(question="Why?"))
    assert list(notes(library.store)) == [
        (1, "second"),
        (2, "by hand"),
        (3, "in the middle"),
        (1, "second"),
        (1, "first"),
        (3, "in the middle"),
    ]
    assert list(questions(library.store)) == [(4, "Why?")]
    for _ in range(3):
        undo(later)
    assert list(questions(library.store)) == []
    assert (3, "in the middle") not in list(notes(library.store))


@pytest.mark.parametrize("word", ["", "'", "!", "\\", "%"])
def test_no_word_breaks_the_question(library: Context, word: str) -> None:
    before = dump(library.store)
    with_word(library.store, word)
    assert dump(library.store) == before
