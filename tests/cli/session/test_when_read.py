"""The question when something was read, which a session asks at its first grade."""

import pytest

from recall.cli.session.when_read import ANSWERS
from recall.domain.library.card import Rating
from recall.domain.library.when_read import ABOUT
from recall.storage.tables.log import reviews
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.resources.changing import Edit, edit
from testing.commands.session import play
from testing.libraries.factories import TODAY, titled

REVISITS_FIRST = "l"
QUESTION = "About when did you read it?"


@pytest.mark.parametrize(
    ("key", "read_on", "days"),
    [
        *(("w", "this week", 4), ("m", "this month", 15), ("y", "this year", 180)),
        *(("e", "longer", 540), ("E", "longer", 540)),
        *(("\r", None, None), ("\n", None, None), (" ", None, None), ("", None, None)),
    ],
)
def test_a_key_says_when_it_was_read_and_the_grade_keeps_it(
    context: Context, key: str, read_on: str | None, days: int | None
) -> None:
    said = play(context, REVISITS_FIRST, " ", key, "3")
    assert said.count(QUESTION) == 1
    assert said.count("1  again") == 1 + bool(key)
    assert titled(context, "Resource 1").read_on == read_on
    assert [review.elapsed for review in reviews(context.store, 1)] == [days]


def test_each_answer_is_shown_in_the_words_that_are_kept(context: Context) -> None:
    said = play(context, REVISITS_FIRST, " ")
    for key, answer in ANSWERS.items():
        assert f"{key} {answer}" in said
    assert [*ANSWERS.values()] == [*ABOUT]


def test_the_dates_of_the_grades_follow_the_answer(context: Context) -> None:
    said = play(context, REVISITS_FIRST, " ", "y")
    before, after = said.split(QUESTION)[1].split("4  easy")[:2]
    assert "in 2 days" in before
    assert "in 2 days" not in after
    grade(context, "1", Grade(Rating.GOOD, TODAY, read_on="this year"))
    assert f"{titled(context, 'Resource 1').card.due:%b}" in after


def test_the_answer_can_be_changed_until_the_grade(context: Context) -> None:
    play(context, REVISITS_FIRST, " ", "w", "y", "3")
    assert titled(context, "Resource 1").read_on == "this year"


def test_a_grade_that_is_taken_back_is_not_asked_about_again(context: Context) -> None:
    said = play(context, REVISITS_FIRST, " y3", "u", " 4")
    assert said.count(QUESTION) == 1
    assert [(review.rating, review.elapsed) for review in reviews(context.store, 1)] == [
        (Rating.EASY, 180)
    ]


@pytest.mark.parametrize("known", ["2025-09", "graded"])
def test_what_is_known_is_not_asked(context: Context, known: str) -> None:
    if known == "graded":
        grade(context, "1", Grade(Rating.GOOD, TODAY))
    else:
        edit(context, titled(context, "Resource 1"), Edit(read_on=known))
    said = play(context, REVISITS_FIRST, " w")
    assert QUESTION not in said.split("2 Resource 2")[0]


@pytest.mark.parametrize("keys", ["w", "lw", "l e", "dy"])
def test_where_nothing_is_asked_the_keys_do_nothing(context: Context, keys: str) -> None:
    edit(context, titled(context, "Resource 1"), Edit(read_on="2025"))
    assert "? shows the keys" in play(context, keys)
    assert titled(context, "Resource 1").read_on == "2025"
