"""Keys that record a visit with its time: the grades, a reading without revisits, a sitting."""

from unicodedata import normalize

from recall.cli.report import named
from recall.cli.session import screen as draw
from recall.cli.session.dialog import TITLE_COLUMNS, UNDOES, Dialog, DialogTurn
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.domain.library.progress import ALL_PERCENT
from recall.domain.library.timing.stopwatch import TimeTaken, time_taken
from recall.domain.text.given_numbers import minutes_of
from recall.errors import BadInput
from recall.usecases.session.session import Stop

_UNANSWERED = "nothing was recorded; press the key again when you can say"


def grade(dialog: Dialog, turn: DialogTurn, rating: Rating) -> None:
    """Grade a revisit that was shown, or a reading that was opened or is read already."""
    if not turn.is_ready:
        raise BadInput(_what_first(turn))
    _be_sure(turn)
    minutes = _asked(dialog, _taken(dialog, turn))
    context = dialog.context
    graded = dialog.session.grade(context, turn.visit, rating, minutes, read_on=turn.read_on)
    comes = f"{rating.name.lower()} {draw.leads_to(graded.resource, context.today)}"
    if dialog.session.steps[-1].replaces:
        comes += ", in place of today's earlier grade"
    review = graded.review
    _is_recorded(dialog, turn, comes, _told(review.minutes, review.planned_minutes))


def read_once(dialog: Dialog, turn: DialogTurn) -> None:
    """Record that a first reading is done, and that no revisits are wanted."""
    if turn.visit.is_revisit:
        number = turn.visit.resource.id
        raise BadInput(f"it is read already; 'recall edit {number} --once' ends its revisits")
    minutes, planned = _asked(dialog, _taken(dialog, turn)), turn.visit.planned.minutes
    dialog.session.read_once(dialog.context, turn.visit, minutes or planned)
    _is_recorded(dialog, turn, "read, no revisits", _told(minutes, planned))


def sit(dialog: Dialog, turn: DialogTurn) -> None:
    """Record one sitting of a first reading, which goes on another day."""
    if turn.visit.is_revisit:
        raise BadInput("a sitting is part of a first reading; this one is read already")
    taken = _taken(dialog, turn)
    usual = taken.minutes or turn.visit.planned.minutes
    question = taken.question or f"Minutes of this sitting? [{usual}]"
    minutes = _asked(dialog, TimeTaken(usual, question)) or usual
    place = dialog.ask("Where did you stop? 'chapter 3', or 40% of all (Enter: no place)")
    if place is None:
        raise BadInput(_UNANSWERED)
    dialog.session.sit(dialog.context, turn.visit, minutes, _stop(place))
    _is_recorded(dialog, turn, "one sitting", f"{minutes} min")


def _be_sure(turn: DialogTurn) -> None:
    """Ask once for the grade again where a sitting is only a small part of what is left."""
    if turn.visit.is_small_part and not turn.is_sure:
        turn.is_sure = True
        left = turn.visit.resource.next_minutes
        told = f"a grade says that all of it is read; {left} min are left"
        raise BadInput(f"{told}. Press it again, or b for one sitting")


def _stop(place: str) -> Stop:
    share = normalize("NFKC", place).strip().removesuffix("%").rstrip()
    if not normalize("NFKC", place).strip().endswith("%") or not share.isdecimal():
        return Stop(stopped_at=place or None)
    if int(share) >= ALL_PERCENT:
        raise BadInput(f"at {ALL_PERCENT} % it is finished; press a grade instead of b")
    return Stop(percent=int(share))


def _what_first(turn: DialogTurn) -> str:
    if turn.visit.is_revisit:
        return "recall it first; space shows your last note and what each grade leads to"
    return "space opens it; d if you have read it already"


def _taken(dialog: Dialog, turn: DialogTurn) -> TimeTaken:
    elapsed = turn.elapsed(dialog.clocks)
    return time_taken(elapsed, turn.visit.planned.minutes, is_revisit=turn.visit.is_revisit)


def _asked(dialog: Dialog, taken: TimeTaken) -> int | None:
    """Return the minutes to record, asked for if the clock may be wrong; None: as planned.

    BadInput if the person gives no answer.
    """
    if not taken.question:
        return taken.minutes
    while text := dialog.ask(taken.question):
        try:
            return minutes_of(1, DAY_MINUTES)(text)
        except BadInput as wrong:
            dialog.say(str(wrong), "warn")
    if text is None:
        raise BadInput(_UNANSWERED)
    return taken.minutes


def _told(minutes: int | None, planned: int) -> str:
    return f"{minutes} min" if minutes else f"no time recorded, {planned} min as planned"


def _is_recorded(dialog: Dialog, turn: DialogTurn, what: str, time: str) -> None:
    turn.is_over = True
    dialog.say_next(f"{named(turn.visit.resource, TITLE_COLUMNS)}: {what} · {time}{UNDOES}")
