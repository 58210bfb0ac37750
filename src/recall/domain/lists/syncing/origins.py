"""What a line of a list was before recall wrote it, with what the person has done since. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from recall.domain.lists.syncing.own_lines import Own, OwnLine, TakenOut, line_before


class Origin(NamedTuple):
    """What a line was: its text, None if that cannot be told.

    line has the steps that were there already then. place is where it stood if it was moved since,
    used all that was taken out on the way. is_new: recall has put it in since.
    """

    text: str | None
    line: OwnLine
    place: tuple[TakenOut, ...] = ()
    used: frozenset[TakenOut] = frozenset()
    is_new: bool = False


def origin(own: Own, line: OwnLine, now: str, since: int) -> Origin:
    """Return what a line was before the action `since`, by its steps from the newest on.

    now is its text in the file, which the person may have changed.
    """
    text: str | None = now
    written, steps = line.text, line.steps
    place: tuple[TakenOut, ...] = ()
    used: set[TakenOut] = set()
    while steps and steps[-1].by >= since and text is not None:
        last, steps = steps[-1], steps[:-1]
        if last.before is None:
            place = own.taken_out(line.key, last.by) if line.key else ()
            if not place:
                return Origin(text if text == written else None, line, is_new=True)
            used |= {*place}
            text, written = line_before(place[-1].text, written, text), place[-1].as_left
            steps = place[-1].steps
        else:
            text, written = line_before(last.before, written, text), last.before
    return Origin(text, line._replace(text=written, steps=steps), place, frozenset(used))


def texts_before(own: Own, line: OwnLine, now: str) -> Iterator[str]:
    """Yield what a line was before each of recall's steps, the newest first, wherever it stood.

    now is its text in the file, with the edits of the person. It ends where nobody can tell.
    """
    written, steps = line.text, line.steps
    while steps:
        last, steps = steps[-1], steps[:-1]
        before, as_left = last.before, last.before or ""
        if before is None:
            place = own.taken_out(line.key, last.by)[-1:] if line.key else ()
            if not place:
                return
            before, as_left, steps = place[0].text, place[0].as_left, place[0].steps
        was = line_before(before, written, now)
        if was is None:
            return
        yield was
        now, written = was, as_left
