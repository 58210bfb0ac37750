"""What syncs did, for every front end."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.usecases.lists.report import Named
from recall.usecases.syncing.report import InFile, SyncReport
from recall.views.lists import ImportView


class SyncView(NamedTuple):
    """The reports of the lists that were synced, in their order."""

    reports: Sequence[SyncReport]

    def as_json(self) -> dict[str, object]:
        """Return what `recall sync --json` prints."""
        return {"lists": [_as_json(report) for report in self.reports]}


def _as_json(report: SyncReport) -> dict[str, object]:
    came = ImportView([report.imported]).as_json()
    names = ("new", "updated", "unchanged", "gone", "names", "unticked", "likely", "skipped")
    return {
        "list": report.pair.list.id,
        "name": report.pair.list.name,
        "file": report.pair.path,
        "written": report.writes,
        "changed": report.changes,
        **{name: _named(getattr(report.file, name)) for name in InFile._fields},
        "unread": _named(report.unread),
        "homeless": _named(report.homeless),
        "copies": list(report.copies),
        "imported": {name: came[name] for name in names},
        "diff": list(report.diff),
    }


def _named(found: Sequence[Named]) -> list[dict[str, object]]:
    return [{"id": resource.id, "title": resource.title} for resource in found]
