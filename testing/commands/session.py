"""A session without a terminal: keys that are pressed, answers that are given, and two clocks."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import StringIO
from typing import NamedTuple

from recall.cli.environment import Environment
from recall.cli.session.dialog import Dialog
from recall.cli.session.keyboard import QUIT, Keyboard
from recall.cli.session.loop import run
from recall.domain.day.plan import PlannedVisit
from recall.usecases.context import Context
from testing.libraries.factories import NOW


class Pass(NamedTuple):
    """Minutes that pass before the next key: with the computer awake, and asleep."""

    awake: float
    asleep: float = 0


class Meanwhile(NamedTuple):
    """What is done elsewhere before the next key."""

    does: Callable[[], object]


Pressed = str | Pass | Meanwhile


class ScriptedKeyboard(Keyboard):
    """Presses keys and gives answers, then quits; a minute passes before each key."""

    def __init__(self, keys: Sequence[Pressed], answers: Sequence[str | None]) -> None:
        """Begin at the first key; None for an answer cancels."""
        super().__init__()
        self.wall = self.awake = 0.0
        self._keys, self._answers = iter(keys), iter(answers)

    @contextmanager
    def as_before(self) -> Iterator[None]:
        yield

    def read_key(self) -> str:
        key = next(self._keys, QUIT)
        while not isinstance(key, str):
            if isinstance(key, Meanwhile):
                key.does()
            else:
                self._pass(key)
            key = next(self._keys, QUIT)
        self._pass(Pass(1))
        return key

    def ask_line(self) -> str | None:
        return next(self._answers)

    def _pass(self, time: Pass) -> None:
        self.awake += 60 * time.awake
        self.wall += 60 * (time.awake + time.asleep)


def play(
    context: Context,
    *keys: Pressed | list[str],
    answers: Sequence[str | None] = (),
    visits: Sequence[PlannedVisit] | None = None,
    environ: dict[str, str] | None = None,
    start: datetime = NOW,
) -> str:
    """Go through a session that begins at a moment; return all that it says.

    A text of several letters is as many keys; a list has keys that are words.
    """
    said = StringIO()
    pressed = [key for one in keys for key in (one if isinstance(one, str | list) else (one,))]
    keyboard = ScriptedKeyboard(pressed, answers)
    environment = Environment(
        environ or {}, lambda: start + timedelta(seconds=keyboard.wall), out=said
    )
    dialog = Dialog(environment, context, lambda: keyboard.awake, visits)
    dialog.keyboard = keyboard
    run(dialog)
    dialog.say_rest()
    dialog.session.keep_notes(dialog.context)
    return said.getvalue()
