"""What the database itself says of its own state."""

from recall.storage.store import Store

_CONTRADICTIONS = {
    "a place of no resource": (
        "SELECT count(*) FROM place p LEFT JOIN resource r ON r.id = p.resource_id "
        "WHERE r.id IS NULL"
    ),
    "a review of no resource": (
        "SELECT count(*) FROM review v LEFT JOIN resource r ON r.id = v.resource_id "
        "WHERE r.id IS NULL"
    ),
    "a resource that stands in no list": (
        "SELECT count(*) FROM resource r WHERE r.status <> 'removed' AND NOT EXISTS "
        "(SELECT 1 FROM place p WHERE p.resource_id = r.id)"
    ),
    "a resource read but never due": (
        "SELECT count(*) FROM resource r WHERE r.status = 'read' AND r.due IS NULL"
    ),
    "a resource unread but due": (
        "SELECT count(*) FROM resource r WHERE r.status IN ('unread', 'reading') "
        "AND r.due IS NOT NULL"
    ),
    "a memory that is only half there": (
        "SELECT count(*) FROM resource r WHERE (r.stability IS NULL) <> (r.last_review IS NULL) "
        "OR (r.difficulty IS NULL) <> (r.last_review IS NULL)"
    ),
    "a resource whose minutes read are not those of its sittings": (
        "SELECT count(*) FROM resource r WHERE r.status <> 'removed' AND r.minutes_read <> "
        "(SELECT coalesce(sum(s.minutes), 0) FROM sitting s "
        "WHERE s.resource_id = r.id AND s.void_by IS NULL)"
    ),
    "two valid reviews of one resource on one study day": (
        "SELECT count(*) FROM (SELECT 1 FROM review WHERE void_by IS NULL "
        "GROUP BY resource_id, study_date HAVING count(*) > 1) AS twice"
    ),
}


def problems(store: Store) -> list[str]:
    """Sentences on damage to the file and on rows that contradict each other."""
    found = _damage(store) if store.location.path is not None else []
    if found:
        return found  # what a damaged file says of its rows is not worth repeating
    for what, sql in _CONTRADICTIONS.items():
        ((number,),) = store.rows(sql)
        if number:
            found.append(f"{what}: {number}")
    return found


def _damage(store: Store) -> list[str]:
    rows = store.rows("PRAGMA integrity_check(20)")
    found = [f"the file is damaged: {row[0]}" for row in rows if row[0] != "ok"]
    if not found:
        rows = store.rows("PRAGMA foreign_key_check")
        found = [f"a row of {row[0]} points at a missing row of {row[2]}" for row in rows]
    return found
