"""What came of an import, and what a catalog holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from recall.domain.library.catalog import Catalog
from recall.usecases.lists.report import Report


class ImportView(NamedTuple):
    """The reports of the files that were imported, in their order."""

    reports: Sequence[Report]

    def as_json(self) -> dict[str, object]:
        """Return what `recall import --json` prints: all files together."""
        reports = self.reports
        return {
            "new": sum(report.new for report in reports),
            "updated": sum(report.updated for report in reports),
            "unchanged": sum(report.unchanged for report in reports),
            "gone": sum(report.gone for report in reports),
            "edit_of": [report.edit_of for report in reports],
            "remarks": [remark for report in reports for remark in report.remarks],
            "skipped": [line._asdict() for report in reports for line in report.skipped],
        }


class CatalogView(NamedTuple):
    """A catalog, and the file that it is in."""

    file: Path
    catalog: Catalog

    @property
    def resources(self) -> int:
        """How many resources it has."""
        return len(self.catalog.entries)

    @property
    def places(self) -> int:
        """In how many places they stand."""
        return sum(len(entry.places) for entry in self.catalog.entries)

    @property
    def read(self) -> int:
        """How many of them are read."""
        return sum(entry.read for entry in self.catalog.entries)

    def as_json(self) -> dict[str, object]:
        """Return what `recall catalog build --json` and `check` print."""
        return {
            "file": str(self.file),
            "resources": self.resources,
            "places": self.places,
            "sections": len(self.catalog.sections),
            "read": self.read,
            "skipped": [line._asdict() for line in self.catalog.skipped],
        }
