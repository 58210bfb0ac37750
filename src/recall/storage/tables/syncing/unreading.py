"""Takes back that a resource was read: its reviews and sittings no longer count."""

from collections.abc import Mapping

from recall.domain.library.catalog import Mark
from recall.domain.lists.marks import unread_again
from recall.domain.lists.merge import Known
from recall.storage.actions import LOGS, Action

_NO_MEMORY = {
    **dict.fromkeys(("stability", "difficulty", "last_review", "parameters_id")),
    **dict.fromkeys(("reviews", "lapses", "minutes_read"), 0),
}


def make_unread(action: Action, unread: Mapping[int, tuple[Known, Mark]]) -> None:
    """Write that resources are unread, by ID with what is known of each and what its box says."""
    for number in unread:
        for log in LOGS:
            sql = f"SELECT id FROM {log} WHERE resource_id = :id AND void_by IS NULL"
            for (row,) in action.rows(sql, {"id": number}):
                action.void(log, row)
    action.update_many(
        "resource",
        {
            number: {**_NO_MEMORY, **unread_again(known.status, mark)}
            for number, (known, mark) in unread.items()
        },
    )
