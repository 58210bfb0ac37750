"""A line that recall moved and that goes back: it keeps what was done to it meanwhile. Pure."""

from collections.abc import Callable, Sequence

from recall.domain.lists.syncing.own_lines import OwnLine, OwnStep, TakenOut
from recall.domain.lists.syncing.own_lines_kept import without_detours


def moved_back(line: OwnLine, stood: Sequence[TakenOut], as_there: Callable[[str], str]) -> OwnLine:
    """Return a line as recall's own in the place to which it goes back, without its number.

    stood has the line where it was taken out, from that place to the last; as_there gives a text
    of the line as it is written in that place.
    """
    first, *between = stood
    text, as_left, steps = first.text, first.as_left, first.steps
    here = TakenOut(0, line.key, 0, line.text, steps=line.steps, as_left=line.text)
    for place in [*between, here]:
        since = _since_moved(place, text, as_there)
        if since:  # what the person changed before that is told apart no longer
            steps = (*(steps if as_left == text else ()), *since)
        if since or as_left == text:
            as_left = as_there(place.as_left)
        text = as_there(place.text)
    return without_detours(line._replace(number=0, text=as_left, steps=steps))


def _since_moved(
    place: TakenOut, before: str, as_there: Callable[[str], str]
) -> tuple[OwnStep, ...]:
    """Return the steps from the move to a place on; before is what the line was before it."""
    put_in = max(at for at, step in enumerate(place.steps) if step.before is None)
    later = tuple(
        OwnStep(step.by, as_there(step.before or "")) for step in place.steps[put_in + 1 :]
    )
    became = later[0].before if later else as_there(place.as_left)
    return later if became == before else (OwnStep(place.steps[put_in].by, before), *later)
