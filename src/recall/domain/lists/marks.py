"""What the box of a list does to the state of a resource.

A mark counts when it appears: what the person did since is never taken back by the same mark. One
that put a resource aside gives it back when it goes.
"""

from collections.abc import Mapping, Sequence

from recall.domain.library.catalog import Mark
from recall.domain.library.resource import ASIDE, UNREAD, Status

_MARKS: Mapping[Status, Mark] = {"unread": "", "reading": "begun"}
"""What an unticked box says of a resource that is neither read nor put aside."""


def kept(mark: Mark, before: Mark | None) -> Mark:
    """Return the mark that is kept for the next import.

    A tick that was taken away stays in memory, because it takes nothing back by itself.
    """
    return "read" if before == "read" else mark


def state_after(
    mark: Mark, before: Mark | None, status: Status, status_before: Status | None
) -> Status:
    """Return the state of a resource once its list says mark, and said before at its last import.

    before is None if that is not known. status_before is the state behind one that is put aside.
    """
    if before == "dropped" != mark and status == "archived" and status_before in UNREAD:
        status = status_before
    if mark == "read" and status in UNREAD:
        return "read"
    if mark == "begun" and before != "begun" and status == "unread":
        return "reading"
    if mark == "dropped" and before != "dropped" and status in UNREAD:
        return "archived"
    return status


def united(marks: Sequence[Mark | None]) -> Mark | None:
    """Return the mark of a resource that stands in a list several times; None if none is known."""
    known = [mark for mark in marks if mark is not None]
    if not known:
        return None
    for mark in ("read", "begun"):
        if mark in known:
            return mark
    return "dropped" if set(known) == {"dropped"} else ""


def is_read(status: Status, status_before: Status | None) -> bool:
    """Return whether a resource is read, also behind a state of being put aside."""
    return (status_before if status in ASIDE else status) == "read"


def mark_for(status: Status, status_before: Status | None) -> Mark | None:
    """Return what a box that is not ticked says of a resource in this state; None if nothing does.

    A suspended resource is still to be read, and one that was read and then archived stays read.
    """
    if status == "archived" and status_before in UNREAD:
        return "dropped"
    return _MARKS.get(status)


def unread_again(status: Status, mark: Mark) -> dict[str, object]:
    """Return the fields of a resource that is no longer read, by what its box says instead.

    What is put aside stays so.
    """
    none = {"due": None, "postponed_from": None, "once": False}
    progress = "reading" if mark == "begun" else "unread"
    if status in ASIDE:
        return none | {"status_before": progress}
    if mark == "dropped":
        return none | {"status": "archived", "status_before": "unread"}
    return none | {"status": progress}
