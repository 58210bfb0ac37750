"""What a sync did, or would do: what came in from the file, and what was written to it."""

import os
from collections.abc import Sequence
from difflib import unified_diff
from typing import NamedTuple

from recall.errors import BadFile
from recall.formats.markdown.editing.text import text_of
from recall.usecases.lists.report import Named, Report
from recall.usecases.syncing.pairs import ListPair


class InFile(NamedTuple):
    """What was written to a file, by name: boxes ticked and cleared, lines added, moved, removed.

    marked have a box that says anew that they are begun, dropped or neither.
    waiting are read, and share a box with others that are not; boxless are read, and have none.
    failed could not be written without changing more; why says what was meant.
    """

    ticked: tuple[Named, ...] = ()
    cleared: tuple[Named, ...] = ()
    added: tuple[Named, ...] = ()
    moved: tuple[Named, ...] = ()
    marked: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    waiting: tuple[Named, ...] = ()
    boxless: tuple[Named, ...] = ()
    failed: tuple[Named, ...] = ()


class SyncReport(NamedTuple):
    """What a sync of one list did. imported is what came in from the file.

    unread are resources that the file made unread. homeless were added to a section that no list
    has. copies are the conflicted copies that were taken in. before and after are the bytes of
    the file.
    """

    pair: ListPair
    imported: Report
    file: InFile
    before: bytes
    after: bytes
    unread: tuple[Named, ...] = ()
    homeless: tuple[Named, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether the file was changed."""
        return self.before != self.after

    @property
    def changes(self) -> bool:
        """Whether file or library were changed."""
        return self.writes or self.imported.changes or bool(self.unread)

    @property
    def summary(self) -> str:
        """What was done, in a few words for the history."""
        report, file = self.imported, self.file
        counts = (
            (len(file.ticked), "ticked"),
            (len(file.cleared), "cleared"),
            (len(file.added), "added to the file"),
            (len(file.moved), "moved in the file"),
            (len(file.marked), "marked in the file"),
            (len(file.removed), "taken out of the file"),
            (report.new, "new"),
            (report.updated, "updated"),
            (report.gone, "gone"),
        )
        return ", ".join(f"{number} {word}" for number, word in counts if number) or "in step"

    @property
    def diff(self) -> Sequence[str]:
        """The lines of a unified diff of the file, without line ends."""
        if not self.writes:
            return ()
        name = os.path.basename(self.pair.path)
        try:
            old, new = (text_of(data, name).shown.split("\n") for data in (self.before, self.after))
        except BadFile:  # pragma: no cover - both were read as text before
            return ()
        return tuple(unified_diff(old, new, name, name, lineterm=""))
