"""Asks once when something was read that recall did not see being read."""

from recall.cli.output.screen import Screen
from recall.cli.session.dialog import DialogTurn
from recall.cli.session.screen import draw_message, hints
from recall.errors import BadInput

ANSWERS = {"w": "this week", "m": "this month", "y": "this year", "e": "longer"}
"""What each key says."""


def asks(turn: DialogTurn) -> bool:
    """Return whether the question is open: after the recall, until it is answered or graded."""
    return turn.is_ready and turn.visit.was_read_some_day and not turn.is_asked


def draw_question(screen: Screen) -> None:
    """Print the question and its keys."""
    draw_message(screen, "About when did you read it?", "heading")
    hints(screen, ["w this week", "m this month", "y this year", "e longer", "Enter don't know"])
    screen.write()


def answer(turn: DialogTurn, read_on: str | None) -> None:
    """Keep the answer until the grade is given; None is "don't know".

    BadInput if nothing was asked.
    """
    if not (turn.is_ready and turn.visit.was_read_some_day):
        raise BadInput("? shows the keys")
    turn.is_asked, turn.read_on = True, read_on
