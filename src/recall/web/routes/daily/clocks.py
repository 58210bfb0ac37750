"""When a visit was begun, as a page carries it from one step to the next."""

from recall.domain.library.timing.stopwatch import Clocks


def written_clocks(clocks: Clocks) -> str:
    """Write both clocks in whole seconds."""
    return f"{clocks.wall:.0f}-{clocks.awake:.0f}"


def read_clocks(text: str) -> Clocks | None:
    """Read what written_clocks wrote; None for another text."""
    wall, _, awake = text.partition("-")
    if not (wall.isdecimal() and awake.isdecimal() and len(text) < len("9") * 30):
        return None
    return Clocks(float(wall), float(awake))
