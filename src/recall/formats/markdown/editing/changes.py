"""Changes to a list: those that are wanted, the list as it was known before, and the result."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Mark, ParsedList
from recall.domain.lists.syncing.own_lines import Own
from recall.formats.markdown.editing.proof import Added
from recall.formats.markdown.editing.text import Text


class Change(NamedTuple):
    """One change: the box of readings, by index, is set to ticked; or one is added or removed.

    A reading that is added and has an index is moved: its line goes, and comes elsewhere.

    earlier is the line of the box as it was before recall ticked it, to be put back.
    mark is the other sign to put into the box: begun, dropped or nothing.
    """

    indexes: frozenset[int] = frozenset()
    ticked: bool | None = None
    added: Added | None = None
    earlier: str = ""
    mark: Mark | None = None

    @property
    def removes(self) -> bool:
        """Whether the lines of readings are taken out."""
        return self.ticked is None and self.added is None and self.mark is None

    @property
    def moves(self) -> bool:
        """Whether the line of a reading is moved, with its box set if ticked is not None."""
        return self.added is not None and bool(self.indexes)


class Rewritten(NamedTuple):
    """A list after changes: its text, what it says now, and which changes could be proved.

    own is what recall has written in it, now and before.
    """

    text: Text
    parsed: ParsedList
    done: tuple[Change, ...] = ()
    failed: tuple[Change, ...] = ()
    own: Own = Own()


class KnownOfList(NamedTuple):
    """What is known of a list before it is changed: recall's own lines, and who its readings are.

    keys has the identity of each reading, by index; by is the action that changes the list.
    """

    own: Own = Own()
    keys: Sequence[str | None] = ()
    by: int = 0


NOTHING_KNOWN = KnownOfList()
"""No line of the list is recall's."""
