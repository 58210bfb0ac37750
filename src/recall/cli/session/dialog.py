"""The terminal of a session, and the state of each visit shown in it."""

from collections.abc import Callable, Sequence

from recall.cli.environment import Environment
from recall.cli.output.screen import Screen
from recall.cli.session.keyboard import Keyboard
from recall.cli.session.screen import draw_message
from recall.domain.day.plan import PlannedVisit
from recall.domain.library.timing.stopwatch import Clocks, Elapsed
from recall.usecases.context import Context
from recall.usecases.session.session import Session, SessionVisit

TITLE_COLUMNS = 30
"""Columns of a title in a message, which is to fit one line of a usual terminal."""

UNDOES = " · u undoes"
"""The end of a message that says what was done."""


class DialogTurn:
    """One visit's time on the screen; after an undo it goes on where it was.

    is_ready: it can be graded, because a revisit was shown, or a reading opened or said to be read.
    is_sure: the person was told that a grade says that a long reading is finished.
    is_asked: when it was read was asked, and read_on is the answer, None if they do not know.
    """

    def __init__(self) -> None:
        """Begin hidden, with no time counted."""
        self.is_ready = False
        self.is_opened = self.is_sure = self.is_asked = False
        self.read_on: str | None = None
        self._elapsed = Elapsed()

    def begin(self, visit: SessionVisit, clocks: Clocks) -> None:
        """Show it in its present state, and start the time."""
        self.visit = visit
        self.is_over = False
        self.refused = ""
        self._since = clocks

    def hide(self) -> None:
        """Let it be recalled anew; its time goes on."""
        self.is_ready = self.is_opened = self.is_sure = False

    def end(self, clocks: Clocks) -> None:
        """Stop the time."""
        self._elapsed = self.elapsed(clocks)

    def elapsed(self, clocks: Clocks) -> Elapsed:
        """Return its whole time on the screen."""
        return self._elapsed.until(self._since, clocks)


class Dialog:
    """One session in a terminal."""

    def __init__(
        self,
        environment: Environment,
        context: Context,
        monotonic: Callable[[], float],
        visits: Sequence[PlannedVisit] | None = None,
        *,
        json: bool = False,
    ) -> None:
        """Without visits it goes through today's plan; with json it is drawn on stderr.

        monotonic counts seconds while the computer is awake; the environment has the other clock.
        """
        self.session = Session(context, visits)
        self.environment = environment
        self.keyboard = Keyboard()
        self.is_beside = visits is not None
        self._monotonic = monotonic
        self._context = context
        self._stream = environment.stderr if json else environment.stdout
        self._turns: dict[int, DialogTurn] = {}
        self._messages: list[tuple[str, str]] = []
        self._is_first = True

    @property
    def screen(self) -> Screen:
        """The terminal at its present width."""
        return Screen.of(self._stream, self.environment.environ)

    @property
    def context(self) -> Context:
        """The library at the present moment: a session may last past the end of its day."""
        return self._context._replace(now=self.environment.now_again(self._context.settings))

    @property
    def clocks(self) -> Clocks:
        """Both clocks as they are now."""
        return Clocks(self.environment.clock().timestamp(), self._monotonic())

    def turn(self, visit: SessionVisit) -> DialogTurn:
        """Return the turn of a visit, which may have been on the screen before."""
        turn = self._turns.setdefault(visit.resource.id, DialogTurn())
        turn.begin(visit, self.clocks)
        return turn

    def begin_screen(self) -> None:
        """Take the last visit off the screen, and say what became of it."""
        if not self._is_first:
            self.screen.clear()
        self._is_first = False
        self.say_rest()

    def say_last(self) -> None:
        """Say what was kept, when no key is read any more."""
        self._messages = [(text.removesuffix(UNDOES), style) for text, style in self._messages]
        self.say_rest()

    def say_rest(self) -> None:
        """Say what was kept for the next screen."""
        for text, style in self._messages:
            self.say(text, style)
        self._messages.clear()

    def say_next(self, text: str, style: str = "good") -> None:
        """Say something on top of the next screen."""
        self._messages.append((text, style))

    def say(self, text: str, style: str = "dim") -> None:
        """Print a message."""
        draw_message(self.screen, text, style)

    def refuse(self, turn: DialogTurn, text: str) -> None:
        """Say why a key does nothing, once: a held key is not to push the visit off the screen."""
        if turn.refused != text:
            turn.refused = text
            self.say(text, "warn")

    def ask(self, question: str) -> str | None:
        """Ask for a line of text; None if the person cancels."""
        self.say(question, "heading")
        self.let_go()
        return self.keyboard.ask_line()

    def read_key(self) -> str:
        """Wait for a key."""
        self.let_go()
        return self.keyboard.read_key()

    def let_go(self) -> None:
        """Close the library while the person reads, so that a backup or an upgrade can run."""
        self._stream.flush()
        self._context.store.close()
