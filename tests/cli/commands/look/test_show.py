"""`recall show`: how far a long reading has come, its sittings, and the notes of all visits."""

from datetime import timedelta

import pytest

from testing.commands.command_line import CommandLine


@pytest.fixture
def begun(one: CommandLine) -> CommandLine:
    """A book was read in three sittings, on two days."""
    one.ok("edit", "1", "--minutes", "600", "--title", "A book")
    one.ok("read", "1", "--sitting", "-m", "30", "-n", "begun")
    one.now += timedelta(days=3)
    one.ok("read", "1", "--to", "50%", "-m", "45")
    one.ok("read", "1", "--to", "25%", "--at", "chapter 3", "-n", "again from\nthe lemma")
    return one


FACTS = """\
 reading  600 min, given: set by hand
  so far  150 of 600 min, 25 %, about 23 sittings left: 450 min, up to 20 each time
          stopped at chapter 3, 5 Mar: again from
          the lemma
 revisit  30 min, given: at most 30, though a quarter of its reading, 600 min, set by hand, would \
be 150
  status  reading
sittings  2026-03-02, 30 min
          2026-03-05, 45 min, covered 270 min
          2026-03-05, 20 min, went 150 min back, stopped at chapter 3

earlier notes, newest first
2026-03-02  sitting  begun

"""


def test_the_minutes_of_a_long_reading_add_up(begun: CommandLine) -> None:
    assert FACTS in begun.ok("show", "1").out


def test_a_note_that_was_written_since_is_shown_beside_that_of_the_sitting(
    begun: CommandLine,
) -> None:
    begun.ok("note", "1", "ask about the lemma")
    said = begun.ok("show", "1").out
    assert "stopped at chapter 3, 5 Mar: again from\n          the lemma\n" in said
    assert "\n    note  ask about the lemma\n" in said
    assert "2026-03-05  sitting  at chapter 3: again from\n                     the lemma\n" in said


def test_a_sitting_of_another_year_is_told_with_its_year(begun: CommandLine) -> None:
    begun.now += timedelta(days=365)
    assert "stopped at chapter 3, 5 Mar 2026: again" in begun.ok("show", "1").out


def test_a_sitting_without_a_place_is_told_by_its_day(begun: CommandLine) -> None:
    begun.ok("read", "1", "--sitting")
    assert "\n          last sitting, 5 Mar\n" in begun.ok("show", "1").out


def test_when_nothing_is_left_it_says_what_to_do(begun: CommandLine) -> None:
    begun.ok("read", "1", "-m", "460", "--sitting")
    left = "610 min read, 600 expected; 'recall read 1' when it is finished"
    assert f"\n  so far  {left}\n          last sitting, 5 Mar\n" in begun.ok("show", "1").out


def test_the_notes_of_all_visits_are_shown_newest_first(begun: CommandLine) -> None:
    begun.ok("read", "1", "good", "-n", "read, all of it")
    begun.now += timedelta(days=5)
    begun.ok("grade", "1", "hard")
    begun.now += timedelta(days=5)
    begun.ok("grade", "1", "good", "-n", "pages, not contiguous")
    said = begun.ok("show", "1").out
    assert "so far" not in said
    assert begun.ok("show", "1", "--json").json["progress"] is None
    assert "\n    note  pages, not contiguous\n" in said
    _, _, notes = said.partition("earlier notes, newest first\n")
    assert notes.startswith(
        "2026-03-05  good     read, all of it\n"
        "2026-03-05  sitting  at chapter 3: again from\n"
        "                     the lemma\n"
        "2026-03-02  sitting  begun\n"
        "\n"
    )
