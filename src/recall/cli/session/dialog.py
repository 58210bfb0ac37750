"""The terminal a session is held in, and what is known of each visit shown there."""

from collections.abc import Callable

from recall.cli.environment import Environment
from recall.cli.output.screen import Screen
from recall.cli.session.keyboard import ask_line
from recall.cli.session.screen import draw_message
from recall.domain.day.visit import Visit
from recall.usecases.context import Context
from recall.usecases.session import Session


class DialogTurn:
    """One resource's time on the screen; it goes on where it was when undo brings it back."""

    def __init__(self, visit: Visit) -> None:
        """Nothing of it is revealed yet; no second of it is counted."""
        self.visit = visit
        self.revealed = False
        self.over = False
        self._seconds = 0.0
        self._since = 0.0

    def begin(self, visit: Visit, clock: float) -> None:
        """It comes to the screen, as it is now."""
        self.visit = visit
        self.over = False
        self._since = clock

    def end(self, clock: float) -> None:
        """It leaves the screen."""
        self._seconds = self.seconds(clock)

    def seconds(self, clock: float) -> float:
        """How long it has been on the screen, all in all."""
        return self._seconds + clock - self._since


class Dialog:
    """One session in a terminal."""

    def __init__(
        self, environment: Environment, context: Context, json: bool, monotonic: Callable[[], float]
    ) -> None:
        """With json the session is drawn on stderr; monotonic counts seconds."""
        self.session = Session(context)
        self.environment = environment
        self.clock = monotonic
        self._context = context
        self._stream = environment.stderr if json else environment.stdout
        self._turns: dict[int, DialogTurn] = {}

    @property
    def screen(self) -> Screen:
        """The terminal as wide as it is now."""
        return Screen.of(self._stream, self.environment.environ)

    @property
    def context(self) -> Context:
        """The library at the present moment: a session may go on past the end of its day."""
        return self._context._replace(now=self.environment.now_again(self._context.settings))

    def turn(self, visit: Visit) -> DialogTurn:
        """The turn of a visit that comes to the screen, perhaps not for the first time."""
        turn = self._turns.setdefault(visit.resource.id, DialogTurn(visit))
        turn.begin(visit, self.clock())
        return turn

    def say(self, text: str, style: str = "dim") -> None:
        """One message."""
        draw_message(self.screen, text, style)

    def ask(self, question: str) -> str | None:
        """One line of text; None when the person would rather not."""
        self.say(question, "heading")
        self._stream.flush()
        return ask_line()

    def let_go(self) -> None:
        """Hold nothing open while the person reads: a backup or an upgrade may come by."""
        self._stream.flush()
        self._context.store.close()
