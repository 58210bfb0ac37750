"""What `recall sync` says in a terminal: what was written to the file, and what came in."""

from recall.cli.commands.lists.import_report import print_names, print_report
from recall.cli.output.prose import paragraph
from recall.cli.output.screen import Screen
from recall.domain.text.plain import spaced
from recall.usecases.syncing.report import SyncReport

_NAMED = {
    "ticked": "ticked in the file",
    "cleared": "no longer ticked in the file",
    "added": "added to the file",
    "moved": "moved in the file, as you moved it in recall",
    "marked": "marked in the file as begun, dropped or neither",
    "removed": "taken out of the file, as its adding was undone",
    "waiting": "read, in a box that others share which are not read yet",
    "boxless": "read, with nothing to tick in the file",
}
_FAILED = "not written, as more of the file would have changed"
_FOREIGN = "not written, as the file's encoding has not all of its characters; save it as UTF-8"
_STYLES = {"+": "good", "-": "bad"}


def print_sync(screen: Screen, report: SyncReport, *, dry_run: bool) -> None:
    """Print what a sync of one list did, or would do in a dry run."""
    name = report.pair.list.name
    if not report.changes:
        paragraph(screen, f"{name}: in step, nothing to do")
    else:
        paragraph(screen, f"{name}{' (dry run)' if dry_run else ''}: {report.summary}")
    for field, heading in _NAMED.items():
        print_names(screen, heading, getattr(report.file, field))
    failed = report.file.failed
    foreign = [resource._replace(why=()) for resource in failed if "encoding" in resource.why]
    print_names(
        screen, _FAILED, [resource for resource in failed if "encoding" not in resource.why]
    )
    print_names(screen, _FOREIGN, foreign)
    print_names(screen, "unread again, as the file no longer ticks it", report.unread)
    print_names(screen, "in a section that no list has, so in no file", report.homeless)
    for copy in report.copies:
        paragraph(screen, f"taken in from {copy}, which stays as it is", label="  ")
    imported = report.imported
    if imported.changes or imported.names.unticked:
        print_report(screen, "from the file", imported)


def print_diff(screen: Screen, report: SyncReport) -> None:
    """Print the lines of the file that are changed, as a unified diff."""
    for line in report.diff:
        style = "" if line.startswith(("+++", "---")) else _STYLES.get(line[:1], "")
        shown = spaced(line)
        screen.write(screen.style(shown, style) if style else shown)
