"""`recall import`: imports lists, and says what changed."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, option
from recall.domain.library.catalog import ReadOptions
from recall.domain.text.plain import plain
from recall.formats.table import NAMES

if TYPE_CHECKING:
    from recall.usecases.lists.report import Report

SHOWN = 10
"""How many skipped lines are shown; --json has all of them."""

PROGRESS_PATIENCE_SECONDS = 1.0
"""Seconds until a long import says what it is doing."""

Files = Annotated[list[Path], Argument(metavar="FILE", help="The lists to import.")]
Format = Annotated[
    str | None,
    option(
        "--format",
        metavar="F",
        autocompletion=lambda: list(NAMES),
        help=f"Format of the files: {', '.join(NAMES)}. If not given, each file tells it.",
    ),
]
Base = Annotated[
    str | None,
    option(
        "--base",
        metavar="URL",
        help="Where relative links lead from. If not given, the folder of each file.",
    ),
]
DryRun = Annotated[bool, option("--dry-run", help="Say what would change, and write nothing.")]


def command(
    environment: Environment,
    files: Files,
    format_name: Format = None,
    base: Base = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Import lists: new links, titles and ticks. Nothing is deleted.

    A link that is gone from its list keeps its history. You can import a list
    again whenever you have edited it.
    """
    from recall.usecases.lists.importing import import_catalog
    from recall.usecases.lists.reading_files import read_list
    from recall.usecases.lists.which_list import Source
    from recall.views.lists import ImportView

    tell = _Progress(environment)
    options = ReadOptions(base=base)
    catalogs = []
    for file in files:
        tell(f"reading {file.name}")
        catalogs.append((file, read_list(file, format_name, options)))
    with environment.rehearsal() if dry_run else environment.library(empty=True) as context:
        reports = []
        for file, catalog in catalogs:
            source = Source(catalog, str(file.resolve()), dry_run=dry_run)
            reports.append((file, import_catalog(context, source, tell)))
        tell.done()
        if json:
            environment.print_view(ImportView([report for _, report in reports]))
        else:
            for file, report in reports:
                _print(environment, file, report, dry_run)


class _Progress:
    """Says on stderr, if it is a terminal, what an import is doing after its first second."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, stage: str) -> None:
        stream = self._environment.stderr
        if stream.isatty() and time.monotonic() - self._began > PROGRESS_PATIENCE_SECONDS:
            stream.write(f"\r\x1b[K{plain(stage)} …")
            stream.flush()
            self._shown = True

    def done(self) -> None:
        """Erase the line."""
        if self._shown:
            self._environment.stderr.write("\r\x1b[K")


def _print(environment: Environment, file: Path, report: "Report", dry_run: bool) -> None:
    screen = environment.screen
    counts = f"{report.new} new, {report.updated} updated, {report.unchanged} unchanged"
    if report.gone:
        counts += f", {report.gone} gone from the list"
    begin = "would be: " if dry_run else ""
    if not report.changes:
        counts = f"nothing changed, {report.unchanged} resources as they were"
        begin = ""
    paragraph(screen, f"{file.name}: {begin}{counts}")
    if report.edit_of is not None and report.changes:
        paragraph(screen, f"taken as an edit of the list {report.edit_of}", label="  ")
    for remark in report.remarks:
        paragraph(screen, remark, label="  ")
    for line in report.skipped[:SHOWN]:
        paragraph(
            screen, f"line {line.line} not taken, {line.reason}: {line.text[:80]}", label="  "
        )
    if len(report.skipped) > SHOWN:
        screen.write(f"  and {len(report.skipped) - SHOWN} more; --json lists them all")
