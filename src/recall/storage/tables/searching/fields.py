"""Which resources have a word in what is stored of them, and the person's own words."""

from collections.abc import Iterator

from recall.storage.reads import Reads
from recall.storage.tables.resources import LONGEST_PATTERN, pattern

_FIELDS = ("r.folded", "r.folded_details", "lower(r.url)", "lower(r.canonical_url)")
"""What is stored as a search compares it; addresses have no other letters than small ones."""


def with_word(reads: Reads, word: str) -> set[int]:
    """Return the IDs of resources with a folded word in titles, details or addresses."""
    wanted = pattern(word)
    if len(wanted.encode(errors="replace")) > LONGEST_PATTERN:
        return set()
    found = " OR ".join(f"{field} LIKE :word ESCAPE '!'" for field in _FIELDS)
    sql = f"SELECT r.id FROM resource r WHERE r.status <> 'removed' AND ({found})"
    return {number for (number,) in reads.rows(sql, {"word": wanted})}


def questions(reads: Reads) -> Iterator[tuple[int, str]]:
    """Give the person's own questions, each with the ID of its resource."""
    rows = reads.rows(
        "SELECT id, question FROM resource WHERE question IS NOT NULL AND status <> 'removed'"
    )
    yield from ((number, text) for number, text in rows)


def notes(reads: Reads) -> Iterator[tuple[int, str]]:
    """Give all notes, newest first for each resource, each with the ID of its resource."""
    now = "SELECT id, note FROM resource WHERE note IS NOT NULL AND status <> 'removed'"
    yield from ((number, text) for number, text in reads.rows(now))
    for log, at in (("review", "reviewed_at"), ("sitting", "at")):
        earlier = (
            f"SELECT l.resource_id, l.note FROM {log} l JOIN resource r ON r.id = l.resource_id "
            "WHERE l.note IS NOT NULL AND l.void_by IS NULL AND r.status <> 'removed' "
            f"ORDER BY l.{at} DESC, l.id DESC"
        )
        yield from ((number, text) for number, text in reads.rows(earlier))
