"""Which list of the library a file is: its own, one that was moved or renamed, or a new one."""

import os
from collections.abc import Callable
from typing import NamedTuple

from recall.domain.library.catalog import WHOLE, Catalog, ReadOptions
from recall.domain.lists.merge import identity, same_list
from recall.formats.url_identity import RULES_VERSION
from recall.storage.actions import Action
from recall.storage.reads import Reads
from recall.storage.tables import lists
from recall.usecases.context import Context

BY_HAND = "added by hand"
"""The name of the list of resources added on the command line. No file is an edit of it."""

HALF = 0.5
"""The share that a file must have in common with a list whose own file is no longer there."""


class Source(NamedTuple):
    """The origin of a catalog; kind is the action's name in the history.

    exists returns whether the file of another list is still there. take_unticks: what the list
    no longer ticks is unread again. choice is how the file was read, to be kept with the list.
    """

    catalog: Catalog
    path: str | None
    kind: str = "import"
    dry_run: bool = False
    exists: Callable[[str], bool] = os.path.exists
    take_unticks: bool = False
    choice: ReadOptions = WHOLE


class Target(NamedTuple):
    """A list to import into, with how it was read so far; edit_of is its name if the file moved."""

    list_id: int
    edit_of: str | None = None
    choice: ReadOptions = WHOLE


def target(action: Action, context: Context, source: Source) -> Target:
    """Return the list to import into.

    A file is the list that has its path, or one that it has half in common with and whose own file
    is gone: the file was moved, or renamed. If that file is still there, the two are two lists,
    however much they have in common.
    """
    known = [known_list for known_list in lists.all_lists(action) if known_list.name != BY_HAND]
    for reading_list in known:
        if source.path is not None and reading_list.path == source.path:
            return Target(reading_list.id, choice=reading_list.choice)
    incoming = [identity(entry) for entry in source.catalog.entries]
    for reading_list in known:
        if _may_be(reading_list, source) and same_list(
            incoming, lists.identities(action, reading_list.id), HALF
        ):
            return Target(
                reading_list.id, reading_list.path or reading_list.name, reading_list.choice
            )
    name, path = source.catalog.name, source.path
    number = lists.add_list(action, name, path, rules_version=RULES_VERSION, now=context.now)
    return Target(number)


def by_hand(action: Action, context: Context) -> int:
    """Return the list of what was added by hand; it is made for the first of them."""
    number = list_by_hand(action)
    if number is None:
        return lists.add_list(action, BY_HAND, None, rules_version=RULES_VERSION, now=context.now)
    return number


def list_by_hand(reads: Reads) -> int | None:
    """Return the ID of the list of what was added by hand; None if nothing was."""
    return lists.without_file(reads, BY_HAND)


def settle(action: Action, chosen: Target, source: Source) -> None:
    """Write where the file of a list is now, and how it is read: so it is found and synced."""
    if chosen.edit_of is not None and source.path is not None:
        lists.move(action, chosen.list_id, source.path)
    if source.path is not None and source.choice != chosen.choice:
        lists.choose(action, chosen.list_id, source.choice)


def choice_of(reads: Reads, path: str) -> ReadOptions:
    """Return how the list in a file is read, if it is known; else the whole list."""
    found = (
        reading_list.choice for reading_list in lists.all_lists(reads) if reading_list.path == path
    )
    return next(found, WHOLE)


def _may_be(known: lists.ReadingList, source: Source) -> bool:
    return known.path is None or source.path is None or not source.exists(known.path)
