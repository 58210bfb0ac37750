"""What is stored of links, labels and dates of reading, and cannot be: for `recall doctor`."""

from collections.abc import Iterator
from typing import NamedTuple

from recall.domain.library.labels import with_hand
from recall.domain.library.resource import LINK_ROLES
from recall.domain.library.when_read import ABOUT, is_possible
from recall.storage.reads import Reads
from recall.storage.tables.details import details, to_lines, to_links

FIELDS_OF_A_LINK = 3


class DetailFault(NamedTuple):
    """A problem of one resource, as a clause behind its title."""

    id: int
    title: str
    problem: str


class _Stored(NamedTuple):
    id: int
    title: str
    description: str | None
    links: str | None
    labels: str | None
    labels_by_hand: str | None
    read_on: str | None
    folded_details: str | None


_COLUMNS = ", ".join(_Stored._fields)


def detail_faults(reads: Reads) -> list[DetailFault]:
    """Return what is wrong with the details of all resources."""
    rows = reads.rows(f"SELECT {_COLUMNS} FROM resource WHERE status <> 'removed' ORDER BY id")
    return [
        DetailFault(one.id, one.title, problem)
        for one in (_Stored._make(row) for row in rows)
        for problem in _problems(one)
    ]


def _problems(one: _Stored) -> Iterator[str]:
    yield from map(_link_problem, filter(_is_no_link, to_lines(one.links)))
    labels, by_hand = to_lines(one.labels), to_lines(one.labels_by_hand)
    if any(not label.strip() for label in labels):
        yield "a label of it is blank"
    if any(word[:1] not in ("+", "-") for word in by_hand):
        yield "what was done by hand with its labels cannot be read"
    elif with_hand(labels, by_hand) != labels:
        yield "its labels are not what was done by hand with them"
    if one.read_on is not None and one.read_on not in ABOUT and not is_possible(one.read_on):
        yield f"it was read on '{one.read_on}', which is no year, month or day"
    if details(_told(one))["folded_details"] != one.folded_details:
        yield "a search does not look through the description, labels and links that it has"


def _told(one: _Stored) -> dict[str, object]:
    return {
        "description": one.description,
        "links": to_links(one.links),
        "labels": to_lines(one.labels),
    }


def _is_no_link(line: str) -> bool:
    role, *rest = line.split("\t")
    return role not in LINK_ROLES or len(rest) != FIELDS_OF_A_LINK - 1 or not rest[-1]


def _link_problem(line: str) -> str:
    return f"'{line}' is no link with a role, a text and a URL"
