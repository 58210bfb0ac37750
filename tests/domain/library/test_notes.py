"""A note that is written while another one may take its place."""

import pytest

from recall.domain.library.notes import after, mark_of


@pytest.mark.parametrize(
    ("seen", "now", "written", "then"),
    [
        ("old", "old", "mine", "mine"),
        ("old", "old", "", ""),
        (None, None, "mine", "mine"),
        ("", None, "mine", "mine"),
        ("old", None, "mine", "mine"),  # it was cleared elsewhere: there is nothing to keep
        ("old", "theirs", "mine", "theirs\n\nmine"),
        (None, "theirs", "mine", "theirs\n\nmine"),
        ("old", "theirs", "theirs", "theirs"),
        ("old", "theirs\n\nmine", "mine", "theirs\n\nmine"),  # it was sent twice
        ("old", "theirs", "", "theirs"),
    ],
)
def test_a_note_takes_the_place_only_of_the_note_that_its_writer_saw(
    seen: str | None, now: str | None, written: str, then: str
) -> None:
    assert after(now, written, mark_of(seen)) == then


def test_a_note_of_somebody_who_saw_none_stands_alone() -> None:
    assert after("theirs", "mine", None) == "mine"


def test_notes_have_marks_of_their_own() -> None:
    assert mark_of(None) == mark_of("") != mark_of("-") != mark_of("a \ud800")
