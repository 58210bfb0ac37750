"""The keys of a session. The functions take the dialog and the turn on the screen."""

from collections.abc import Callable

from recall.cli.browser import open_resource
from recall.cli.editor import edited
from recall.cli.report import named
from recall.cli.session import screen as draw
from recall.cli.session.dialog import Dialog, DialogTurn
from recall.cli.session.keyboard import IGNORED, QUIT, STOPPED, read_key
from recall.domain.calendar.budget import DAY_MINUTES
from recall.domain.library.card import Rating
from recall.domain.text.dates import parse_future
from recall.errors import BadInput, RecallError
from recall.usecases.rating.preview import preview_dates
from recall.usecases.session import is_revisit, measured

Key = Callable[[Dialog, DialogTurn], None]


def run(dialog: Dialog) -> bool:
    """Go through the queue; return False if the person quit before its end."""
    while waiting := dialog.session.waiting(dialog.context):
        turn = dialog.turn(waiting[0])
        if not _visit(dialog, turn, to_come=len(waiting) - 1):
            return False
        turn.end(dialog.clock())
    return True


def _visit(dialog: Dialog, turn: DialogTurn, to_come: int) -> bool:
    """Handle keys until the visit is over; return False if the person quits."""
    _show(dialog, turn, to_come)
    hinted = False
    while not turn.over:
        dialog.let_go()
        key = read_key()
        if key == QUIT:
            return False
        if key == STOPPED:
            _show(dialog, turn, to_come)
        elif key in KEYS:
            _press(KEYS[key], dialog, turn)
        elif key != IGNORED and not hinted:
            hinted = True  # once per visit, so that a held key does not scroll the visit away
            dialog.say("? shows the keys")
    return True


def _show(dialog: Dialog, turn: DialogTurn, to_come: int) -> None:
    draw.draw_visit(dialog.screen, turn.visit, to_come)
    if turn.revealed or not is_revisit(turn.visit):
        _press(_reveal, dialog, turn)


def _press(key: Key, dialog: Dialog, turn: DialogTurn) -> None:
    """Run a key's action; on an error, print it and stay at the visit."""
    try:
        key(dialog, turn)
    except RecallError as error:
        dialog.say(str(error), "warn")


def _go_on(dialog: Dialog, turn: DialogTurn) -> None:
    """Handle space and Enter: reveal the note and grades, or go on from a first reading."""
    if not is_revisit(turn.visit):
        dialog.session.skip(turn.visit)
        turn.over = True
    elif not turn.revealed:
        _reveal(dialog, turn)


def _reveal(dialog: Dialog, turn: DialogTurn) -> None:
    context, resource = dialog.context, turn.visit.resource
    turn.revealed = True
    if is_revisit(turn.visit) or resource.note:
        draw.draw_note(dialog.screen, resource.note)
    preview = preview_dates(context, resource, context.today)
    draw.draw_grades(dialog.screen, preview, context.today)
    draw.draw_other_keys(dialog.screen, turn.visit)


def _open(dialog: Dialog, turn: DialogTurn) -> None:
    if not turn.revealed:
        _reveal(dialog, turn)
    open_resource(turn.visit.resource)
    dialog.say(f"opened {turn.visit.resource.url}")


def _grade(dialog: Dialog, turn: DialogTurn, rating: Rating) -> None:
    if not turn.revealed:
        raise BadInput("recall it first; space shows your last note and what each grade leads to")
    context = dialog.context
    minutes = measured(turn.seconds(dialog.clock()), turn.visit)
    graded = dialog.session.grade(context, turn.visit, rating, minutes)
    turn.over = True
    time = f"recorded {minutes} min"
    if minutes is None:
        time = f"no time recorded, planned {turn.visit.minutes} min"
    _did(dialog, f"{rating.name.lower()} {draw.leads_to(graded, context.today)} · {time}")


def _begun(dialog: Dialog, turn: DialogTurn) -> None:
    if is_revisit(turn.visit):
        raise BadInput("a sitting is part of a first reading; this one is read already")
    shown = measured(turn.seconds(dialog.clock()), turn.visit)
    usual = str(turn.visit.minutes if shown is None else shown)
    text = dialog.ask(f"Minutes of this sitting (Enter: {usual})")
    if text is None:
        return
    minutes = _minutes(text or usual)
    dialog.session.sit(dialog.context, turn.visit, minutes)
    turn.over = True
    _did(dialog, f"begun · recorded {minutes} min")


def _note(dialog: Dialog, turn: DialogTurn) -> None:
    """Take a note; it is stored with the visit's grade."""
    resource_id, notes = turn.visit.resource.id, dialog.session.notes
    text = _written(dialog, turn, notes.get(resource_id))
    if text:
        notes[resource_id] = text
        dialog.say("noted; it is stored with the grade, or when you quit")
    elif text is not None:
        notes.pop(resource_id, None)
        dialog.say("no note taken")


def _written(dialog: Dialog, turn: DialogTurn, before: str | None) -> str | None:
    """Return the note, from the editor if one is set; None changes nothing."""
    if not any(dialog.environment.environ.get(name) for name in ("VISUAL", "EDITOR")):
        return dialog.ask("Note, in one line (Enter: none)")
    last = turn.visit.resource.note if turn.revealed else None
    start = before or last or ""
    text = edited(dialog.environment, start)
    return None if text == start else text


def _postpone(dialog: Dialog, turn: DialogTurn) -> None:
    if not is_revisit(turn.visit):
        raise BadInput("only a revisit can be postponed; Enter goes on without this one")
    text = dialog.ask("Postpone until when (Enter: tomorrow)")
    if text is None:
        return
    context = dialog.context
    day = parse_future(text or "tomorrow", context.today)
    moved = dialog.session.postpone(context, turn.visit, day)
    turn.over = True
    _did(dialog, f"postponed {draw.leads_to(moved, context.today)}")


def _suspend(dialog: Dialog, turn: DialogTurn) -> None:
    suspended = dialog.session.suspend(dialog.context, turn.visit)
    turn.over = True
    _did(dialog, f"suspended; 'recall resume {suspended.id}' takes it up again")


def _undo(dialog: Dialog, turn: DialogTurn) -> None:
    step = dialog.session.undo(dialog.context)
    turn.over = True
    dialog.say(f"taken back: {named(step.visit.resource)}", "good")


def _help(dialog: Dialog, _: DialogTurn) -> None:
    draw.draw_keys(dialog.screen)


def _did(dialog: Dialog, what: str) -> None:
    dialog.say(f"{what} · u undoes", "good")


def _rate(rating: Rating) -> Key:
    return lambda dialog, turn: _grade(dialog, turn, rating)


def _minutes(text: str) -> int:
    minutes = int(text) if text.isdecimal() else 0
    if not 1 <= minutes <= DAY_MINUTES:
        raise BadInput(f"'{text}' is not a number of minutes from 1 to {DAY_MINUTES}")
    return minutes


KEYS: dict[str, Key] = {
    **{str(int(rating)): _rate(rating) for rating in Rating},
    **dict.fromkeys((" ", "\r", "\n"), _go_on),
    "o": _open,
    "b": _begun,
    "n": _note,
    "p": _postpone,
    "s": _suspend,
    "u": _undo,
    "?": _help,
}
