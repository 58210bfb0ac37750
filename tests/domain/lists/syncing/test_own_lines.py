"""What a line would be if recall had not written it, and how recall's own lines are kept."""

import json

import pytest

from recall.domain.lists.syncing.origins import origin, texts_before
from recall.domain.lists.syncing.own_lines import Own, OwnLine, OwnStep, TakenOut, line_before

ADDED = OwnLine(3, "five", "- [ ] Five", (OwnStep(5, None),))
TICKED = OwnLine(4, "one", "- [x] One", (OwnStep(2, "- [ ] One"),))
MOVED = OwnLine(9, "two", "  - [x] Two", (OwnStep(6, None), OwnStep(7, "  - [ ] Two")))
HEADING = OwnLine(8, "", "## New", (OwnStep(6, None),))
OUT = TakenOut(1, "two", 6, "- [ ] Two", (OwnStep(3, "- [/] Two"),), "- [ ] Two", moved=True)
OWN = Own((ADDED, TICKED, HEADING, MOVED), (OUT, TakenOut(2, "gone", 4, "- Gone")))


@pytest.mark.parametrize(
    ("before", "written", "now", "then"),
    [
        ("- [ ] A", "- [x] A", "- [x] A", "- [ ] A"),
        ("- [ ] A", "- [x] A", "- [x] A, mine", "- [ ] A, mine"),
        ("| A |  |", "| A | done |", "| Mine | done |", "| Mine |  |"),
        ("- [ ] A", "- [x] A", "- [ ] A", "- [ ] A"),
        ("- [ ] A", "- [x] A", "- [ ] My A", "- [ ] My A"),
        ("- A", "- [x] A", "- A B", "- A B"),
        ("- [ ] A", "- [x] A", "* [ ] A", "* [ ] A"),
        ("- [ ] A", "- [x] A", "- [/] A", None),
        ("- [ ] A", "- [x] A", "* [X] B", None),
        ("- A", "- [x] A", "- [x] A B", "- A B"),
        ("- A", "- A", "- B", "- B"),
        ("- A", "- A ✅", "- My A ✅", "- My A"),
        ("- A", "- A ✅", "- B ✅", None),
        ("", "x", "y", None),
    ],
)
def test_recalls_change_of_a_line_goes_and_that_of_the_person_stays(
    before: str, written: str, now: str, then: str | None
) -> None:
    assert line_before(before, written, now) == then


def test_it_comes_back_from_json_as_it_was() -> None:
    assert Own.of(json.loads(json.dumps(OWN))) == OWN


def test_what_a_line_is_is_told_by_its_steps() -> None:
    assert [line.is_lead for line in OWN.lines] == [False, False, True, False]
    assert [one.put_in for one in (ADDED, TICKED)] == [OwnStep(5, None), None]
    assert [OWN.is_added(line) for line in OWN.lines] == [True, False, True, False]
    assert OWN.is_added(MOVED._replace(key="other"))
    assert OWN.moved_from(MOVED) == (OUT,)
    assert [OWN.moved_from(one) for one in (ADDED, TICKED, HEADING)] == [(), (), ()]


def test_from_an_action_on_all_can_count_as_the_persons() -> None:
    left = OWN.until(6)
    assert left.lines == (ADDED, TICKED)
    assert [one.key for one in left.out] == ["gone"]


def test_it_follows_readings_that_have_new_identities() -> None:
    found = OWN.renamed({"two": "2"})
    assert [line.key for line in found.lines] == ["five", "one", "", "2"]
    assert [one.key for one in found.out] == ["2", "gone"]


def test_a_line_was_what_its_steps_say_back_to_an_action() -> None:
    back = origin(OWN, MOVED, "  - [x] Two", since=7)
    assert (back.text, back.place, back.line.steps) == ("  - [ ] Two", (), (OwnStep(6, None),))
    back = origin(OWN, MOVED, "  - [x] Two, mine", since=6)
    assert (back.text, back.place, back.line.steps) == ("- [ ] Two, mine", (OUT,), OUT.steps)
    assert origin(OWN, MOVED, "  - [x] Two", since=1).text == "- [/] Two"
    assert origin(OWN, TICKED, "- [x] One", since=3).text == "- [x] One"
    assert origin(OWN, TICKED, "* One", since=2).text is None


@pytest.mark.parametrize(("now", "text"), [("- [ ] Five", "- [ ] Five"), ("- [ ] Mine", None)])
def test_a_line_that_recall_put_in_was_not_there(now: str, text: str | None) -> None:
    found = origin(OWN, ADDED, now, since=5)
    assert (found.is_new, found.text) == (True, text)
    assert origin(OWN, HEADING, "## New", since=1).is_new


@pytest.mark.parametrize(
    ("line", "now", "was"),
    [
        (MOVED, "  - [x] Two, mine", ["  - [ ] Two, mine", "- [ ] Two, mine", "- [/] Two, mine"]),
        (TICKED, "- [x] One", ["- [ ] One"]),
        (TICKED, "* One", []),
        (ADDED, "- [ ] Five", []),
        (HEADING, "## New", []),
    ],
)
def test_a_line_was_what_each_of_its_steps_says_wherever_it_stood(
    line: OwnLine, now: str, was: list[str]
) -> None:
    assert [*texts_before(OWN, line, now)] == was
