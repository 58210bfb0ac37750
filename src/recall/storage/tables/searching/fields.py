"""Which resources have words in what is stored of them, and the person's own words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads
from recall.storage.tables.resources import LONGEST_PATTERN, pattern

_FIELDS = ("r.folded", "r.folded_details", "lower(r.url)")
"""What is stored as a search compares it, and addresses, which have hardly other letters."""

OwnWords = Mapping[int, Sequence[str]]
"""Texts of the person, by the ID of their resource."""


class SearchedFields(NamedTuple):
    """What one look at all resources gives: those with each word, in the order of the words.

    notes, newest first, and questions are as the person wrote them.
    """

    with_word: Sequence[set[int]]
    notes: OwnWords
    questions: OwnWords


def look_at(reads: Reads, words: Sequence[str]) -> SearchedFields:
    """Look for folded words in titles, details and addresses, and collect the person's words."""
    found = SearchedFields([set() for _ in words], {}, {})
    notes: dict[int, list[str]] = {}
    questions: dict[int, list[str]] = {}
    for number, note, question, *has in _rows(reads, words):
        for ids, is_there in zip(found.with_word, has, strict=True):
            if is_there:
                ids.add(number)
        if note is not None:
            notes[number] = [note]
        if question is not None:
            questions[number] = [question]
    for number, note in _earlier(reads):
        if note not in notes.setdefault(number, []):
            notes[number].append(note)
    return found._replace(notes=notes, questions=questions)


def _rows(reads: Reads, words: Sequence[str]) -> list[Row]:
    """Return ID, note, question and whether it has each word, of what has any of these."""
    patterns = {f"word{at}": pattern(word) for at, word in enumerate(words)}
    has = [_has(name, pattern) for name, pattern in patterns.items()]
    given = {name: pattern for name, pattern in patterns.items() if _is_possible(pattern)}
    anything = " OR ".join([*has, "r.note IS NOT NULL", "r.question IS NOT NULL"])
    columns = ", ".join(["r.id", "r.note", "r.question", *has])
    sql = f"SELECT {columns} FROM resource r WHERE r.status <> 'removed' AND ({anything})"
    return reads.rows(sql, given)


def _has(name: str, pattern: str) -> str:
    if not _is_possible(pattern):
        return "1 = 0"
    found = " OR ".join(f"{field} LIKE :{name} ESCAPE '!'" for field in _FIELDS)
    return f"coalesce({found}, false)"


def _is_possible(pattern: str) -> bool:
    return len(pattern.encode(errors="replace")) <= LONGEST_PATTERN


def _earlier(reads: Reads) -> list[tuple[int, str]]:
    """Return the notes of visits that count, newest first; removed resources may have some."""
    rows = []
    for log, at in (("review", "reviewed_at"), ("sitting", "at")):
        rows += reads.rows(
            f"SELECT resource_id, note FROM {log} WHERE note IS NOT NULL AND void_by IS NULL "
            f"ORDER BY {at} DESC, id DESC"
        )
    return [(number, note) for number, note in rows]
