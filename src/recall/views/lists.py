"""What came of an import, and what a catalog holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from recall.domain.library.catalog import Catalog
from recall.usecases.context import Context
from recall.usecases.lists.report import Named, Report
from recall.usecases.planning.keeping import plan_if_made_now


class FirstDay(NamedTuple):
    """What today holds after the first list: how many visits of each kind, and their minutes."""

    revisits: int
    revisit_minutes: int
    readings: int
    reading_minutes: int


def first_day(context: Context) -> FirstDay:
    """Return what today would hold, if its plan were made now."""
    visits = plan_if_made_now(context).visits
    revisits = [visit.minutes for visit in visits if visit.task == "revisit"]
    readings = [visit.minutes for visit in visits if visit.task != "revisit"]
    return FirstDay(len(revisits), sum(revisits), len(readings), sum(readings))


class ImportView(NamedTuple):
    """The reports of the files that were imported, in their order.

    today is what today holds, if the library was empty before.
    """

    reports: Sequence[Report]
    today: FirstDay | None = None

    def as_json(self) -> dict[str, object]:
        """Return what `recall import --json` prints: all files together."""
        reports = self.reports
        return {
            "new": sum(report.new for report in reports),
            "updated": sum(report.updated for report in reports),
            "unchanged": sum(report.unchanged for report in reports),
            "gone": sum(report.gone for report in reports),
            "edit_of": [report.edit_of for report in reports],
            "read": sum(report.read for report in reports),
            "begun": sum(report.begun for report in reports),
            "sections": sum(report.sections for report in reports),
            "names": {name: self._named(name) for name in ("new", "updated", "gone")},
            "joined": self._named("joined"),
            "unticked": self._named("unticked"),
            "likely": [
                {"old": _identified(pair.old), "new": _identified(pair.new)}
                for report in reports
                for pair in report.names.likely
            ],
            "renamed_sections": [
                {"before": list(section.before), "now": list(section.now)}
                for report in reports
                for section in report.names.sections
            ],
            "remarks": [remark for report in reports for remark in report.remarks],
            "skipped": [line._asdict() for report in reports for line in report.skipped],
            "today": None if self.today is None else self.today._asdict(),
        }

    def _named(self, name: str) -> list[dict[str, object]]:
        """Return the resources of all reports under a name; what is said of one is its why."""
        return [
            _identified(resource) | ({"why": list(resource.why)} if name in _WITH_WHY else {})
            for report in self.reports
            for resource in getattr(report.names, name)
        ]


_WITH_WHY = ("updated", "joined", "unticked")


def _identified(resource: Named) -> dict[str, object]:
    return {"id": resource.id, "title": resource.title}


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
