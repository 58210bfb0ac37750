"""When something was read, as a person gives it."""

from datetime import date


def said_read_on(text: str | None, today: date) -> str | None:
    """Return when something was read, as `when_read.stated` gives it; BadInput for other texts."""
    if text is None:
        return None
    from recall.domain.library.when_read import stated
    from recall.formats.values import read_day

    return stated(read_day(text) or text, today)
