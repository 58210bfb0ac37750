"""Recall's own lines are followed through the person's edits of a file, and through its own."""

import pytest

from recall.domain.lists.syncing.own_lines import Own, OwnLine, OwnStep, TakenOut
from recall.domain.lists.syncing.own_lines_kept import OwnEdits, Placed, edited, followed

LINES = ("# S", "one", "two", "five", "", "## T", "", "three")
FIVE = OwnLine(4, "5", "five", (OwnStep(1, None),))
THREE = OwnLine(8, "3", "three", (OwnStep(2, None),))
LEADS = tuple(OwnLine(n, "", LINES[n - 1], (OwnStep(2, None),)) for n in (5, 6, 7))
OUT = TakenOut(2, "3", 2, "three", (OwnStep(1, "3"),), "three", moved=True)
OWN = Own((FIVE, *LEADS, THREE), (OUT,))


def numbers(own: Own) -> dict[str, int]:
    """Return where each line is, and below which the one taken out belongs."""
    found = {line.text: line.number for line in own.lines if line.text}
    return found | {f"({one.text})": one.below for one in own.out}


def after(*lines: str, keys: dict[int, str] | None = None) -> dict[str, int]:
    return numbers(followed(OWN, LINES, lines, keys or {}))


ALL = {"five": 4, "## T": 6, "three": 8, "(three)": 2}


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        (LINES, ALL),
        (("new", *LINES), {"five": 5, "## T": 7, "three": 9, "(three)": 3}),
        (("# S", "1", *LINES[2:]), ALL),
        ((*LINES[:3], "mine", *LINES[4:]), ALL),
        ((*LINES[:3], "a", "b", *LINES[4:]), {"## T": 7, "three": 9, "(three)": 2}),
        (LINES[:4], {"five": 4}),
        (("three", *LINES[:7]), {"five": 5, "## T": 7}),
        (("five", *LINES[:3], *LINES[4:]), {"five": 1, "## T": 6, "three": 8, "(three)": 3}),
        (("# S", *LINES[4:]), {"## T": 3, "three": 5, "(three)": 1}),
        (("two", "five", *LINES[4:]), {"five": 2, "## T": 4, "three": 6, "(three)": 0}),
        (("five", "mine", "", "three"), {"five": 1, "three": 4, "(three)": 0}),
    ],
)
def test_lines_are_found_again_in_an_edited_file(
    lines: tuple[str, ...], there: dict[str, int]
) -> None:
    assert after(*lines) == there


def test_a_line_that_the_person_has_written_anew_is_known_by_its_reading() -> None:
    lines = ("# S", "one", "a", "b", "my five", *LINES[4:])
    found = after(*lines, keys={5: "5"})
    assert found["five"] == 5
    assert "five" not in after(*lines, keys={4: "5", 5: "5"})


def test_a_line_that_the_person_has_moved_stands_where_they_want_it() -> None:
    ticked = THREE._replace(text="3x", steps=(OwnStep(2, None), OwnStep(3, "three")))
    own = Own((ticked,), (OUT,))
    lines = (*LINES[:7], "3x")
    found = followed(own, lines, ("3x", *LINES[:7]), {})
    assert found == Own((OwnLine(1, "3", "3x", (OwnStep(3, "three"),)),))


def test_nothing_of_recalls_stays_nothing() -> None:
    assert followed(Own(), LINES, ("a",), {}) == Own()


def test_what_was_taken_out_for_a_line_goes_with_it_through_all_its_moves() -> None:
    first = OUT._replace(by=1)
    second = TakenOut(6, "3", 2, "three", (OwnStep(1, None),), "three", moved=True)
    own = Own((THREE,), (first, second))
    assert followed(own, LINES, (*LINES, "new"), {}) == own
    assert followed(own, LINES, LINES[:7], {}) == Own()


def test_own_edits_number_the_lines_anew() -> None:
    edits = OwnEdits(
        by=3,
        changed={2: "one x", 4: "five x"},
        removed={3},
        lost={3: "2"},
        placed={0: (Placed("top", "0", (OwnStep(3, None),)),), 8: (Placed("end"),)},
    )
    found = edited(OWN, edits, LINES, {2: "1", 4: "5"})
    assert numbers(found) == {
        "top": 1,
        "one x": 3,
        "five x": 4,
        "## T": 6,
        "three": 8,
        "(two)": 3,
        "(three)": 3,
    }
    assert found.lines[1] == OwnLine(3, "1", "one x", (OwnStep(3, "one"),))
    assert found.lines[2].steps == (OwnStep(1, None), OwnStep(3, "five"))
    assert found.out[1] == TakenOut(3, "2", 3, "two", (), "two")


def test_a_line_that_becomes_what_it_was_is_the_persons_again() -> None:
    ticked = edited(Own(), OwnEdits(3, changed={1: "[x] S"}), ("[ ] S",), {})
    assert edited(ticked, OwnEdits(4, changed={1: "[ ] S"}), ("[x] S",), {}) == Own()
    mine = ("[x] S, mine",)
    assert edited(ticked, OwnEdits(4, changed={1: "[ ] S, mine"}), mine, {}) == Own()
    (other,) = edited(ticked, OwnEdits(4, changed={1: "else"}), mine, {}).lines
    assert other.steps == (OwnStep(4, "[x] S, mine"),)


def test_a_line_that_was_put_in_and_ticked_stays_recalls_when_it_is_cleared() -> None:
    ticked = FIVE._replace(text="five x", steps=(*FIVE.steps, OwnStep(3, "five")))
    lines = (*LINES[:3], "five x", *LINES[4:])
    (found,) = edited(Own((ticked,)), OwnEdits(4, changed={4: "five"}), lines, {}).lines
    assert found == FIVE


def test_a_moved_line_takes_its_steps_along_and_brings_them_back() -> None:
    edits = OwnEdits(
        5,
        removed={4},
        moved={4: "5"},
        placed={8: (Placed("five", "5", (OwnStep(5, None),)),)},
    )
    away = edited(OWN, edits, LINES, {})
    (out,) = away.taken_out("5", 5)
    assert out == TakenOut(3, "5", 5, "five", FIVE.steps, "five", moved=True)
    back = OwnEdits(
        6,
        removed={8},
        placed={3: (Placed("mine", "5", out.steps, "five"),)},
        back=frozenset({out}),
    )
    assert edited(away, back, (*LINES[:3], *LINES[4:], "five"), {}) == OWN
