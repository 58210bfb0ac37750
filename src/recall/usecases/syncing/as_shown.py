"""Syncs a list as a person has seen it: shown first, then done if it is still the same."""

from hashlib import sha256
from typing import NamedTuple

from recall.errors import RecallError
from recall.usecases.context import Context
from recall.usecases.syncing.pairs import ListPair
from recall.usecases.syncing.report import SyncReport
from recall.usecases.syncing.syncing import How, sync


class ShownSync(NamedTuple):
    """What a sync would do, and a mark by which it is known again."""

    report: SyncReport
    mark: str


class SyncChanged(RecallError):
    """The list or the library changed after the sync was shown; nothing was done."""

    def __init__(self) -> None:
        super().__init__("the list or the library has changed meanwhile; this is how it is now")


def show_sync(context: Context, pair: ListPair, *, take_unticks: bool = False) -> ShownSync:
    """Return what a sync of a list would do now, and write nothing."""
    report = sync(context, pair, How(dry_run=True, take_unticks=take_unticks))
    seen = repr((pair.list.id, pair.path, *report[1:]))
    return ShownSync(report, sha256(seen.encode(errors="replace")).hexdigest())


def sync_as_shown(
    context: Context, pair: ListPair, mark: str, *, take_unticks: bool = False
) -> SyncReport:
    """Sync a list as it was shown, and write its file; SyncChanged if it would be otherwise now."""
    if show_sync(context, pair, take_unticks=take_unticks).mark != mark:
        raise SyncChanged
    return sync(context, pair, How(take_unticks=take_unticks, may_write=True))
