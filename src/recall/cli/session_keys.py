"""What each key of a session does."""

from collections.abc import Callable

from recall.cli import session_screen as draw
from recall.cli.acting import due_phrase, named
from recall.cli.editor import edited
from recall.cli.keyboard import IGNORED, QUIT, STOPPED, ask_line, read_key
from recall.cli.open_in_browser import open_resource
from recall.cli.output.screen import Screen
from recall.cli.world import World
from recall.config import DAY_MINUTES
from recall.domain.card import Rating
from recall.domain.dates import parse_future
from recall.domain.queue import Visit
from recall.errors import BadInput, RecallError
from recall.usecases.context import Context
from recall.usecases.grading import preview_dates
from recall.usecases.session import Session, is_revisit, measured


class Turn:
    """One visit while it is on the screen; over when its last key was pressed."""

    def __init__(self, visit: Visit, started: float) -> None:
        """Show nothing of it yet but its title."""
        self.visit = visit
        self.started = started
        self.revealed = False
        self.hinted = False
        self.over = False


class Dialog:
    """A session in a terminal: one visit after the other, each key answered at once."""

    def __init__(
        self, world: World, context: Context, json: bool, monotonic: Callable[[], float]
    ) -> None:
        """With json the session is drawn on stderr; monotonic counts seconds."""
        self.session = Session(context)
        self._world = world
        self._context = context
        self._stream = world.stderr if json else world.stdout
        self._monotonic = monotonic
        self._seconds: dict[int, float] = {}

    @property
    def screen(self) -> Screen:
        """The terminal as wide as it is now."""
        return Screen.of(self._stream, self._world.environ)

    @property
    def context(self) -> Context:
        """The library at the present moment; a session may go on past the end of the day."""
        return self._context._replace(now=self._world.now(self._context.settings))

    def run(self) -> bool:
        """Go through the queue; False when the person quit before its end."""
        while waiting := self.session.waiting(self.context):
            turn = Turn(waiting[0], self._monotonic())
            self._show(turn, len(waiting) - 1)
            while not turn.over:
                # Nothing is held open while the person reads: a backup or an upgrade may come.
                self._context.store.close()
                key = read_key()
                if key == QUIT:
                    return False
                if key == STOPPED:
                    self._show(turn, len(waiting) - 1)
                elif key != IGNORED:
                    self._answer(turn, key)
            number = turn.visit.resource.id
            self._seconds[number] = self._spent(turn)
        return True

    def say(self, text: str, style: str = "dim") -> None:
        """One message."""
        draw.draw_message(self.screen, text, style)

    def _show(self, turn: Turn, to_come: int) -> None:
        draw.draw_visit(self.screen, turn.visit, to_come)
        if turn.revealed or not is_revisit(turn.visit):
            self._try(turn, Dialog._reveal)

    def _answer(self, turn: Turn, key: str) -> None:
        action = _KEYS.get(key)
        if action is not None:
            turn.hinted = False
            self._try(turn, action)
        elif not turn.hinted:
            turn.hinted = True
            self.say("? shows the keys")

    def _try(self, turn: Turn, action: "Callable[[Dialog, Turn], None]") -> None:
        try:
            action(self, turn)
        except RecallError as error:
            self.say(str(error), "warn")

    def _spent(self, turn: Turn) -> float:
        before = self._seconds.get(turn.visit.resource.id, 0)
        return before + self._monotonic() - turn.started

    def _next(self, turn: Turn) -> None:
        """Space and Enter: show what is hidden, or go on."""
        if not is_revisit(turn.visit):
            self.session.skip(turn.visit)
            turn.over = True
        elif not turn.revealed:
            self._reveal(turn)

    def _reveal(self, turn: Turn) -> None:
        context, resource = self.context, turn.visit.resource
        turn.revealed = True
        if is_revisit(turn.visit) or resource.note:
            draw.draw_note(self.screen, resource.note)
        preview = preview_dates(context, resource, context.today)
        draw.draw_grades(self.screen, preview, context.today)
        others = "o open  n note  p postpone  s suspend  u undo  ? keys  q quit"
        if not is_revisit(turn.visit):
            others = "o open  b one sitting  n note  Enter not now  u undo  ? keys  q quit"
        self.say(others)

    def _open(self, turn: Turn) -> None:
        if not turn.revealed:
            self._reveal(turn)
        open_resource(turn.visit.resource)
        self.say(f"opened {turn.visit.resource.url}")

    def _grade(self, turn: Turn, rating: Rating) -> None:
        if not turn.revealed:
            self.say("recall it first; space shows your last note and what each grade leads to")
            return
        context = self.context
        minutes = measured(self._spent(turn), turn.visit)
        graded = self.session.grade(context, turn.visit, rating, minutes)
        turn.over = True
        what = f"{rating.name.lower()}, {due_phrase(graded, context)}"
        self.say(f"{what} · {_recorded(minutes, turn.visit)} · u takes it back", "good")

    def _begun(self, turn: Turn) -> None:
        if is_revisit(turn.visit):
            raise BadInput("a sitting is part of a first reading; this one is read already")
        usual = measured(self._spent(turn), turn.visit) or turn.visit.minutes
        text = self._ask(f"Minutes of this sitting (Enter: {usual})")
        if text is not None:
            minutes = _minutes(text or str(usual))
            self.session.sit(self.context, turn.visit, minutes)
            turn.over = True
            self.say(f"begun · recorded {minutes} min · u takes it back", "good")

    def _note(self, turn: Turn) -> None:
        """Take a note; it waits in the session for the grade it belongs to."""
        number, notes = turn.visit.resource.id, self.session.notes
        if any(self._world.environ.get(name) for name in ("VISUAL", "EDITOR")):
            last = turn.visit.resource.note if turn.revealed else None
            before = notes.get(number, last or "")
            text: str | None = edited(self._world, before)
            text = None if text == before else text
        else:
            text = self._ask("Note, in one line (Enter: none)")
        if text:
            notes[number] = text
            self.say("noted; it is stored with the grade, or when you quit")
        elif text is not None:
            notes.pop(number, None)
            self.say("no note")

    def _postpone(self, turn: Turn) -> None:
        if not is_revisit(turn.visit):
            raise BadInput("only a revisit can be postponed; Enter goes on without this one")
        text = self._ask("Postpone until when (Enter: tomorrow)")
        if text is not None:
            context = self.context
            day = parse_future(text or "tomorrow", context.today)
            moved = self.session.postpone(context, turn.visit, day)
            turn.over = True
            self.say(f"postponed, {due_phrase(moved, context)} · u takes it back", "good")

    def _suspend(self, turn: Turn) -> None:
        number = self.session.suspend(self.context, turn.visit).id
        turn.over = True
        self.say(f"suspended; 'recall resume {number}' takes it up again · u takes it back", "good")

    def _undo(self, turn: Turn) -> None:
        step = self.session.undo(self.context)
        turn.over = True
        self.say(f"taken back: {named(step.visit.resource)}", "good")

    def _keys(self, _: Turn) -> None:
        draw.draw_keys(self.screen)

    def _ask(self, question: str) -> str | None:
        self.say(question, "heading")
        self._stream.flush()
        return ask_line()


def _rate(rating: Rating) -> Callable[[Dialog, Turn], None]:
    return lambda dialog, turn: dialog._grade(turn, rating)


_KEYS: dict[str, Callable[[Dialog, Turn], None]] = {
    **{str(int(rating)): _rate(rating) for rating in Rating},
    **dict.fromkeys((" ", "\r", "\n"), Dialog._next),
    "o": Dialog._open,
    "b": Dialog._begun,
    "n": Dialog._note,
    "p": Dialog._postpone,
    "s": Dialog._suspend,
    "u": Dialog._undo,
    "?": Dialog._keys,
}


def _recorded(minutes: int | None, visit: Visit) -> str:
    if minutes is None:
        return f"time not recorded; its {visit.minutes} planned min count"
    return f"recorded {minutes} min"


def _minutes(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= DAY_MINUTES:
        raise BadInput(f"'{text}' is not a number of minutes from 1 to {DAY_MINUTES}")
    return number
