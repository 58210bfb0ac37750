"""The terminal of a session, and the state of each visit shown in it."""

from collections.abc import Callable

from recall.cli.environment import Environment
from recall.cli.output.screen import Screen
from recall.cli.session.keyboard import ask_line
from recall.cli.session.screen import draw_message
from recall.domain.day.visit import Visit
from recall.usecases.context import Context
from recall.usecases.session import Session


class DialogTurn:
    """One resource's time on the screen; after an undo it continues where it was."""

    def __init__(self, visit: Visit) -> None:
        """Begin hidden, with no time counted."""
        self.visit = visit
        self.revealed = False
        self.over = False
        self._seconds = 0.0
        self._since = 0.0

    def begin(self, visit: Visit, clock: float) -> None:
        """Show it in its present state, and start the timer."""
        self.visit = visit
        self.over = False
        self._since = clock

    def end(self, clock: float) -> None:
        """Stop the timer."""
        self._seconds = self.seconds(clock)

    def seconds(self, clock: float) -> float:
        """Return its total time on the screen."""
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
        """The terminal at its present width."""
        return Screen.of(self._stream, self.environment.environ)

    @property
    def context(self) -> Context:
        """The library at the present moment: a session may last past the end of its day."""
        return self._context._replace(now=self.environment.now_again(self._context.settings))

    def turn(self, visit: Visit) -> DialogTurn:
        """Return the turn of a visit, which may have been on the screen before."""
        turn = self._turns.setdefault(visit.resource.id, DialogTurn(visit))
        turn.begin(visit, self.clock())
        return turn

    def say(self, text: str, style: str = "dim") -> None:
        """Print a message."""
        draw_message(self.screen, text, style)

    def ask(self, question: str) -> str | None:
        """Ask for a line of text; None if the person cancels."""
        self.say(question, "heading")
        self._stream.flush()
        return ask_line()

    def let_go(self) -> None:
        """Close the library while the person reads, so that a backup or an upgrade can run."""
        self._stream.flush()
        self._context.store.close()
