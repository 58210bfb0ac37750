"""A note that is written while another one may take its place."""


def mark_of(note: str | None) -> str:
    """Return a short digest of a note, by which a form says which note its writer saw."""
    if not note:
        return "-"
    from hashlib import sha256

    return sha256(note.encode(errors="replace")).hexdigest()[:12]


def after(now: str | None, written: str, over: str | None) -> str:
    """Return the note of a resource after another one was written.

    now is the note that it has, over the mark of the note that the writer saw. If it has another
    one by now, nobody meant to replace that: both stay, the new one last. Without over, or if
    there is no note, the new one stands alone.
    """
    if over is None or not now or mark_of(now) == over:
        return written
    is_there = now == written or now.endswith(f"\n\n{written}")
    return now if is_there or not written else f"{now}\n\n{written}"
