"""The way of a session from one visit to the next."""

from collections.abc import Sequence

from recall.cli.session import screen as draw
from recall.cli.session.dialog import Dialog, DialogTurn
from recall.cli.session.keyboard import IGNORED, QUIT, STOPPED
from recall.cli.session.keys import go_on_with, pressed, undo
from recall.domain.day.progress import VisitProgress
from recall.domain.text.wording import counted
from recall.errors import ChangedSince, RecallError
from recall.usecases.personal import prepare
from recall.usecases.planning.today import progress_today
from recall.views.memory.log import before_opening

GO_ON = (" ", "\r", "\n", "y")
LEAVE = (QUIT, "n")


def run(dialog: Dialog) -> None:
    """Go through all that is left, until its end or until the person quits."""
    prepare(dialog.context)
    asked = told = False
    while left := dialog.session.left(dialog.context):
        if not told and dialog.context.today > dialog.session.day:
            told = True
            dialog.say_next(draw.new_day(dialog.context, dialog.session.day, dialog.is_beside))
        if left[0].beyond and not asked:
            answer = _ask_beyond(dialog, left)
            if answer == QUIT:
                return
            asked = answer in GO_ON
            continue
        if not _visit(dialog, left):
            return


def _visit(dialog: Dialog, left: Sequence[VisitProgress]) -> bool:
    """Handle keys until the visit is over; return False if the person quits."""
    turn = dialog.turn(dialog.session.visit(dialog.context, left[0].visit))
    _show(dialog, turn, left)
    while not turn.is_over:
        key = dialog.read_key()
        if key.lower() == QUIT:
            return False
        if key == STOPPED:
            _show(dialog, turn, left)
        elif key != IGNORED:
            _press(dialog, turn, key)
    turn.end(dialog.clocks)
    return True


def _show(dialog: Dialog, turn: DialogTurn, left: Sequence[VisitProgress]) -> None:
    visit = turn.visit
    before = [] if visit.is_revisit else before_opening(dialog.context, visit.resource)
    dialog.begin_screen()
    draw.draw_visit(dialog.screen, visit, left[1:], before)
    go_on_with(dialog, turn)


def _press(dialog: Dialog, turn: DialogTurn, key: str) -> None:
    """Do what a key does; on an error, say it and stay at the visit."""
    action = pressed(key)
    if action is None:
        dialog.refuse(turn, "? shows the keys")
        return
    try:
        action(dialog, turn)
    except ChangedSince:
        _catch_up(dialog, turn)
    except RecallError as error:
        dialog.refuse(turn, str(error))
    else:
        turn.refused = ""


def _catch_up(dialog: Dialog, turn: DialogTurn) -> None:
    """Say what was done elsewhere to what is on the screen, and go on with it as it is now."""
    context = dialog.context
    done = dialog.session.done_elsewhere(context, turn.visit)
    turn.visit = dialog.session.visit(context, turn.visit.planned)
    what = "" if done is None else f": {done.kind}, {done.summary}"
    dialog.say(f"Something was done to it elsewhere meanwhile{what}.", "warn")
    dialog.say("Nothing was recorded here. Press the key again if it still holds.", "warn")
    if turn.is_ready:
        go_on_with(dialog, turn)


def _ask_beyond(dialog: Dialog, left: Sequence[VisitProgress]) -> str:
    """Ask whether to go on past the minutes of the day; return the key, QUIT for no.

    What was done last can be taken back here too, and brings its visit back.
    """
    dialog.begin_screen()
    stands = progress_today(dialog.context)
    minutes, spent = sum(visit.visit.minutes for visit in left), stands.spent_minutes
    dialog.say(f"{spent} of today's {stands.plan.minutes} min are used.", "heading")
    dialog.say(
        f"The rest goes beyond them: {counted(len(left), 'thing')}, {minutes} min. "
        "Space goes on, q ends, u takes the last thing back."
    )
    while True:
        key = dialog.read_key().lower()
        if key in LEAVE:
            return QUIT
        if key in GO_ON:
            return key
        if key == "u":
            try:
                undo(dialog)
            except RecallError as error:
                dialog.say_next(str(error), "warn")
            return key
