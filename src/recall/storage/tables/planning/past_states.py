"""The state of resources at the end of a study day, from the images of later actions."""

from __future__ import annotations

from recall.domain.day.progress import ResourceState
from recall.storage.database.codec import as_date
from recall.storage.tables.planning.plans import states_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from typing import Any

    from recall.storage.reads import Reads


def states_after(reads: Reads, day: date, ids: Collection[int]) -> Mapping[int, ResourceState]:
    """Return resources as they were at the end of a study day, without those in no list.

    An action that was undone counts as if it had never happened. Titles are those of now.
    """
    from recall.storage.database.images import from_image

    now = states_of(reads, ids)
    images = _images(reads, day, now)
    return {
        number: _stood(from_image("resource", images[number]), state) if number in images else state
        for number, state in now.items()
    }


def _images(reads: Reads, day: date, ids: Collection[int]) -> dict[int, str]:
    """Return what each resource was like before the first action since a study day."""
    listed = ", ".join(map(str, ids)) or "0"
    rows = reads.rows(
        "SELECT c.row_id, c.before FROM change c JOIN action a ON a.id = c.action_id "
        f"WHERE c.table_name = 'resource' AND c.row_id IN ({listed}) AND c.before IS NOT NULL "
        "AND a.study_date > :day AND a.undone_by IS NULL ORDER BY c.id DESC",
        {"day": day.isoformat()},
    )
    return dict(rows)  # the earliest comes last and wins


def _stood(before: Mapping[str, Any], now: ResourceState) -> ResourceState:
    return now._replace(
        status=before["status"],
        due=as_date(before["due"]),
        gone=bool(before["gone"]),
        is_postponed=before.get("postponed_from") is not None,
    )
