"""Reads and writes of identities that were made by older rules."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recall.storage.actions import Action
from recall.storage.reads import Reads


class WithLink(NamedTuple):
    """A resource with a link: its identity, and the addresses that it has and had.

    edited is True if the person has changed the link; the identity is then of an earlier one.
    """

    id: int
    identity: str
    url: str
    canonical_url: str
    edited: bool


def behind(reads: Reads, rules_version: int) -> list[int]:
    """Return the lists whose identities were made by older rules."""
    sql = "SELECT id FROM reading_list WHERE rules_version < :version ORDER BY id"
    return [number for (number,) in reads.rows(sql, {"version": rules_version})]


def with_links(reads: Reads) -> list[WithLink]:
    """Return every resource that has a link, also those whose adding was undone."""
    rows = reads.rows(
        "SELECT id, identity, url, canonical_url, edited FROM resource "
        "WHERE canonical_url IS NOT NULL ORDER BY id"
    )
    return [
        WithLink(number, identity, url, canonical, edited="url" in edited.split())
        for number, identity, url, canonical, edited in rows
    ]


def renew(
    action: Action, lists: Sequence[int], rules_version: int, changed: Mapping[int, dict[str, str]]
) -> None:
    """Write new identities by the resource's ID, and that the lists are by these rules."""
    action.update_many("resource", changed)
    action.update_many(
        "reading_list", {number: {"rules_version": rules_version} for number in lists}
    )
