"""The keys that write: notes and questions, shown back, and earlier notes."""

from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables.log import reviews
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade, sit
from recall.usecases.resources import changing
from recall.usecases.session.beside import named_visits
from testing.commands.session import Meanwhile, play
from testing.libraries.factories import TODAY, titled

REVISIT = "l"
"""Puts the reading last: the first revisit comes up."""


def test_a_note_is_shown_back_and_stored_with_the_grade(context: Context) -> None:
    said = play(context, REVISIT, " n3", answers=("the main\x1b[2J point",))
    assert "Your new note, stored with the grade or when you quit:\n   the main point\n" in said
    assert reviews(context.store, 1)[0].note == titled(context, "Resource 1").note


@pytest.mark.parametrize(
    ("answers", "note"), [(("",), None), ((None,), None), (("first", ""), None), (("a", "b"), "b")]
)
def test_an_empty_note_takes_a_waiting_one_back(
    context: Context, answers: tuple[str | None, ...], note: str | None
) -> None:
    play(context, "n" * len(answers), answers=answers)
    assert titled(context, "Resource 3").note == note


def test_an_editor_starts_from_the_last_note_once_that_is_shown(
    context: Context, tmp_path: Path
) -> None:
    changing.note(context, "1", "old")
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\ncat "$1" >> "$0.seen"; echo "/" >> "$0.seen"\nprintf new > "$1"\n'
    )
    script.chmod(0o755)
    play(context, REVISIT, "n", environ={"EDITOR": str(script)})
    changing.note(context, "1", "old")
    play(context, " nn3", environ={"EDITOR": str(script)})
    assert (tmp_path / "editor.seen").read_text().split("/\n") == ["", "old", "new", ""]
    assert titled(context, "Resource 1").note == "new"


@pytest.mark.parametrize("ending", [" 3", "", "l"])
def test_a_note_of_a_session_does_not_take_the_place_of_a_newer_one(
    context: Context, ending: str
) -> None:
    theirs = Meanwhile(lambda: changing.note(context, "1", "theirs"))
    play(context, REVISIT, "n", theirs, ending, answers=("mine",))
    assert titled(context, "Resource 1").note == "theirs\n\nmine"


def test_an_editor_that_is_not_there_is_told(context: Context) -> None:
    assert "the editor 'nowhere' was not found" in play(context, "n", environ={"EDITOR": "nowhere"})


def test_earlier_notes_are_shown_after_the_recall(context: Context) -> None:
    for rating, note in ((Rating.AGAIN, "first try"), (Rating.HARD, "second try")):
        day = TODAY.replace(day=1) if rating is Rating.AGAIN else TODAY
        grade(context, "1", Grade(rating, day, note=note))
    changing.note(context, "1", "the last")
    said = play(context, "N N", visits=named_visits(context, ["1"]))
    assert said.index("recall it first") < said.index("the last") < said.index("earlier notes")
    assert said.index("2026-03-02  hard     second try") < said.index("again    first try")


def test_where_there_are_no_earlier_notes_it_says_so(context: Context) -> None:
    sit(context, "3", Grade(Rating.GOOD, TODAY, 5, "so far"))
    said = play(context, "N", visits=named_visits(context, ["3"]))
    assert "no earlier notes" in said


@pytest.mark.parametrize(
    ("keys", "answers", "question"),
    [
        ("a", ("What is a page?",), "What is a page?"),
        ("aa", ("What is a page?", ""), "What is a page?"),
        ("aa", ("What is a page?", None), "What is a page?"),
        ("aa", ("What is a page?", "Why pages?"), "Why pages?"),
        ("aa", ("What is a page?", "-"), None),
        ("au", ("What is a page?",), None),
    ],
)
def test_a_question_is_kept_at_once_and_can_be_taken_back(
    context: Context, keys: str, answers: tuple[str | None, ...], question: str | None
) -> None:
    play(context, keys, answers=answers)
    assert titled(context, "Resource 3").question == question


def test_a_question_stands_before_the_recall(context: Context) -> None:
    changing.ask(context, "1", "What is a page?")
    said = play(context, REVISIT)
    assert "Your question: What is a page?\nTry to answer it, then press space." in said
    assert "Your question" not in said[: said.index("1 Resource 1")]


def test_a_long_reading_says_how_far_it_is_and_where_it_stopped(context: Context) -> None:
    sit(context, "3", Grade(Rating.GOOD, TODAY, 5, "so far"), stopped_at="section 2")
    said = play(context, visits=named_visits(context, ["3"]))
    assert "   5 of 20 min, 25 %, about 1 sitting left\n" in said
    assert "   stopped at section 2, 2 Mar: so far\n" in said
    sit(context, "3", Grade(Rating.GOOD, TODAY, 22))
    said = play(context, visits=named_visits(context, ["3"]))
    assert "   27 min read, 20 expected\n" in said, "the keys below say how to finish it"
