"""Keys that write: the note of a visit and the person's own question; earlier notes to look at."""

from recall.cli.output.earlier_notes import print_earlier_notes
from recall.cli.session import screen as draw
from recall.cli.session.dialog import UNDOES, Dialog, DialogTurn
from recall.domain.text.plain import plain
from recall.errors import BadInput


def take_note(dialog: Dialog, turn: DialogTurn) -> None:
    """Take a note and show it back; it is stored with the visit's grade."""
    resource_id, notes = turn.visit.resource.id, dialog.session.notes
    text = _written(dialog, turn, notes.get(resource_id))
    if text:
        notes[resource_id] = text
        dialog.say("Your new note, stored with the grade or when you quit:", "good")
        draw.draw_note(dialog.screen, text)
    elif text is not None:
        notes.pop(resource_id, None)
        dialog.say("no new note")


def show_earlier_notes(dialog: Dialog, turn: DialogTurn) -> None:
    """Show the notes of earlier visits; of a revisit only after it was recalled."""
    if turn.visit.is_revisit and not turn.is_ready:
        raise BadInput("recall it first; space shows your last note, and N the earlier ones")
    from recall.usecases.rating.record import record_of

    notes = record_of(dialog.context, turn.visit.resource).notes
    if notes:
        print_earlier_notes(dialog.screen, notes)
    else:
        dialog.say("no earlier notes")


def take_question(dialog: Dialog, turn: DialogTurn) -> None:
    """Keep the person's own question to the resource on the screen."""
    visit = turn.visit
    before = visit.resource.question
    removes = f"; - removes '{plain(before)}'" if before else ""
    text = dialog.ask(f"Your question, shown before you recall (Enter: no change{removes})")
    if not text:
        return
    asked = dialog.session.ask(dialog.context, visit, "" if text == "-" else text)
    turn.visit = visit._replace(resource=visit.resource._replace(question=asked.question))
    dialog.say(f"Your question: {asked.question}{UNDOES}" if asked.question else "no question")


def _written(dialog: Dialog, turn: DialogTurn, before: str | None) -> str | None:
    """Return the note, from the editor if one is set; None changes nothing."""
    if not any(dialog.environment.environ.get(name) for name in ("VISUAL", "EDITOR")):
        return dialog.ask("Note, in one line (Enter: none)")
    from recall.cli.editor import edited

    seen = turn.is_ready or not turn.visit.is_revisit
    start = before or (turn.visit.resource.note if seen else None) or ""
    dialog.let_go()
    with dialog.keyboard.as_before():
        text = edited(dialog.environment, start)
    return None if text == start else text
