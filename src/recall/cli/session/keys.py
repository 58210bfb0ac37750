"""The keys of a session. Their functions take the dialog and the turn on the screen."""

from collections.abc import Callable

from recall.cli.browser import open_resource
from recall.cli.report import named
from recall.cli.session import screen as draw
from recall.cli.session.dialog import TITLE_COLUMNS, UNDOES, Dialog, DialogTurn
from recall.cli.session.help import draw_keys
from recall.cli.session.recording import grade, read_once, sit
from recall.cli.session.when_read import ANSWERS, answer, asks, draw_question
from recall.cli.session.writing import show_earlier_notes, take_note, take_question
from recall.domain.library.card import Rating
from recall.errors import BadInput

Key = Callable[[Dialog, DialogTurn], None]


def pressed(key: str) -> Key | None:
    """Return what a key does; capital letters are their own, or else the small ones."""
    return KEYS.get(key) or KEYS.get(key.lower())


def go_on_with(dialog: Dialog, turn: DialogTurn) -> None:
    """Draw what stands under a visit: what to press first, or the grades."""
    if not turn.is_ready:
        draw.draw_first_keys(dialog.screen, turn.visit)
        return
    if turn.visit.is_revisit:
        draw.draw_note(dialog.screen, turn.visit.resource.note)
    _draw_grades(dialog, turn)


def _go_on(dialog: Dialog, turn: DialogTurn) -> None:
    """Handle space and Enter, which never skip: show a revisit, or open a reading."""
    if not turn.visit.is_revisit:
        _read(dialog, turn)
    elif asks(turn):
        _say_when_read(dialog, turn, None)
    elif turn.is_ready:
        raise BadInput("1 2 3 4 say how well you recalled it; o opens it")
    else:
        _show_revisit(dialog, turn)


def _show_revisit(dialog: Dialog, turn: DialogTurn) -> None:
    turn.is_ready = True
    go_on_with(dialog, turn)


def _read(dialog: Dialog, turn: DialogTurn) -> None:
    """Open a reading once; what has no link is read elsewhere."""
    if turn.is_opened:
        raise BadInput("it is open; press a grade or b when you have read, o opens it again")
    if turn.visit.resource.url is None:
        dialog.say("It has no link: read it where you have it.")
    else:
        _open_page(dialog, turn)
    turn.is_opened = True
    _make_ready(dialog, turn)


def _open(dialog: Dialog, turn: DialogTurn) -> None:
    if not turn.visit.is_revisit and not turn.is_opened:
        _read(dialog, turn)
        return
    if not turn.is_ready:
        _show_revisit(dialog, turn)
    _open_page(dialog, turn)


def _open_page(dialog: Dialog, turn: DialogTurn) -> None:
    with dialog.keyboard.as_before():  # a browser may run in this terminal
        open_resource(turn.visit.resource)
    dialog.say(f"opened {turn.visit.resource.url}")


def _read_already(dialog: Dialog, turn: DialogTurn) -> None:
    if turn.visit.is_revisit:
        raise BadInput("this is a revisit: recall it, then press space")
    if turn.is_ready:
        raise BadInput("1 2 3 4 say how well you can restate it")
    _make_ready(dialog, turn)


def _make_ready(dialog: Dialog, turn: DialogTurn) -> None:
    if not turn.is_ready:
        turn.is_ready = True
        _draw_grades(dialog, turn)


def _draw_grades(dialog: Dialog, turn: DialogTurn) -> None:
    from recall.usecases.rating.preview import preview_dates

    if asks(turn):
        draw_question(dialog.screen)
    context = dialog.context
    resource = turn.visit.resource
    if turn.read_on is not None:
        resource = resource._replace(read_on=turn.read_on)
    preview = preview_dates(context, resource, context.today)
    draw.draw_grades(dialog.screen, turn.visit, preview, context.today)


def _say_when_read(dialog: Dialog, turn: DialogTurn, read_on: str | None) -> None:
    answer(turn, read_on)
    _draw_grades(dialog, turn)


def _later(dialog: Dialog, turn: DialogTurn) -> None:
    dialog.session.put_later(dialog.context, turn.visit)
    turn.hide()
    _is_over(dialog, turn, "comes last")


def _put_off(dialog: Dialog, turn: DialogTurn) -> None:
    dialog.session.put_off(dialog.context, turn.visit)
    _is_over(dialog, turn, "not today; its date stays")


def _postpone(dialog: Dialog, turn: DialogTurn) -> None:
    if not turn.visit.is_revisit:
        raise BadInput("only a revisit can be postponed; l puts a reading last, z off for today")
    text = dialog.ask("Postpone until when? [tomorrow]")
    if text is None:
        return
    from recall.domain.text.dates import parse_future

    context = dialog.context
    day = parse_future(text or "tomorrow", context.today)
    moved = dialog.session.postpone(context, turn.visit, day)
    _is_over(dialog, turn, f"postponed {draw.leads_to(moved, context.today)}")


def _suspend(dialog: Dialog, turn: DialogTurn) -> None:
    suspended = dialog.session.suspend(dialog.context, turn.visit)
    _is_over(dialog, turn, f"suspended; 'recall resume {suspended.id}' takes it up again")


def _is_over(dialog: Dialog, turn: DialogTurn, what: str) -> None:
    turn.is_over = True
    dialog.say_next(f"{named(turn.visit.resource, TITLE_COLUMNS)}: {what}{UNDOES}")


def undo(dialog: Dialog, turn: DialogTurn | None = None) -> None:
    """Take the last step of the session back; its visit comes back."""
    step = dialog.session.undo(dialog.context)
    dialog.say_next(f"taken back: {named(step.visit.resource)}")
    if turn is not None:
        turn.is_over = True


def _help(dialog: Dialog, _: DialogTurn) -> None:
    draw_keys(dialog.screen)


def _rate(rating: Rating) -> Key:
    return lambda dialog, turn: grade(dialog, turn, rating)


def _read_on(about: str) -> Key:
    return lambda dialog, turn: _say_when_read(dialog, turn, about)


KEYS: dict[str, Key] = {
    **{key: _read_on(about) for key, about in ANSWERS.items()},
    **{str(int(rating)): _rate(rating) for rating in Rating},
    **dict.fromkeys((" ", "\r", "\n"), _go_on),
    "o": _open,
    "d": _read_already,
    "b": sit,
    "x": read_once,
    "l": _later,
    "z": _put_off,
    "n": take_note,
    "N": show_earlier_notes,
    "a": take_question,
    "p": _postpone,
    "s": _suspend,
    "u": undo,
    "?": _help,
}
