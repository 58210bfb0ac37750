"""A line that goes back to where it stood keeps what recall did to it elsewhere."""

import pytest

from recall.domain.lists.syncing.moved_back import moved_back
from recall.domain.lists.syncing.own_lines import OwnLine, OwnStep, TakenOut

ADDED = OwnStep(1, None)
AWAY = OwnStep(3, None)
FURTHER = OwnStep(5, None)


def out(text: str, *steps: OwnStep, as_left: str = "") -> TakenOut:
    return TakenOut(4, "k", 3, text, steps=steps, as_left=as_left or text, moved=True)


def line(text: str, *steps: OwnStep) -> OwnLine:
    return OwnLine(9, "k", text, steps)


@pytest.mark.parametrize(
    ("now", "stood", "back"),
    [
        pytest.param(line("  a", AWAY), [out("a", ADDED)], line("a", ADDED), id="only moved"),
        pytest.param(line("a", AWAY), [out("a")], line("a"), id="the person's"),
        pytest.param(
            line("  x", AWAY, OwnStep(4, "  a")),
            [out("a", ADDED)],
            line("x", ADDED, OwnStep(4, "a")),
            id="changed there",
        ),
        pytest.param(
            line("x", AWAY), [out("a")], line("x", OwnStep(3, "a")), id="changed on the way"
        ),
        pytest.param(
            line("y", FURTHER, OwnStep(6, "x")),
            [out("a", ADDED), out(" x", AWAY, OwnStep(4, " a"))],
            line("y", ADDED, OwnStep(4, "a"), OwnStep(6, "x")),
            id="in two places",
        ),
        pytest.param(
            line("a", AWAY, OwnStep(4, "x")),
            [out("x", OwnStep(2, "a"))],
            line("a"),
            id="changed and changed back",
        ),
        pytest.param(
            line("mine", AWAY),
            [out("mine", ADDED, as_left="a")],
            line("a", ADDED),
            id="edited by the person before",
        ),
        pytest.param(
            line("x", AWAY, OwnStep(4, "mine")),
            [out("mine", ADDED, as_left="a")],
            line("x", OwnStep(4, "mine")),
            id="edited by the person before, and changed there",
        ),
    ],
)
def test_a_line_goes_back(now: OwnLine, stood: list[TakenOut], back: OwnLine) -> None:
    assert moved_back(now, stood, str.strip) == back._replace(number=0)
