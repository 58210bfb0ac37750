"""`recall import`: imports lists, and says what changed."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.domain.library.catalog import WHOLE, ReadOptions
from recall.domain.text.plain import plain
from recall.errors import BadFile, BadInput
from recall.formats.table import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recall.domain.library.catalog import Catalog
    from recall.domain.library.export import LibraryRows
    from recall.usecases.context import Context
    from recall.usecases.lists.which_list import Source

PROGRESS_PATIENCE_SECONDS = 1.0
"""Seconds until a long import says what it is doing."""

PIPED = Path("-")
"""What a person types for what is piped in."""

Files = Annotated[
    list[Path],
    Argument(
        metavar="FILE",
        help="Lists in Markdown, or exports of browsers, reading apps, outliners and reference "
        "managers; - is what is piped in.",
    ),
]
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
InSection = Annotated[
    list[str] | None,
    option(
        "--section",
        metavar="TEXT",
        help="Take only what stands under a heading with this text. May be repeated.",
    ),
]
NotInSection = Annotated[
    list[str] | None,
    option(
        "--not-section",
        metavar="TEXT",
        help="Leave out what stands under a heading with this text. May be repeated.",
    ),
]
PlainTitles = Annotated[
    bool, option("--plain", help="Bullets without a link or a checkbox are readings too.")
]
Whole = Annotated[
    bool,
    option(
        "--whole",
        help="Take the whole list again, without the --section, --not-section, --plain and --base "
        "of its last import.",
    ),
]
DryRun = Annotated[bool, option("--dry-run", help="Say what would change, and write nothing.")]

Force = Annotated[
    bool,
    option(
        "--force",
        help="Bring a library back though its file was altered, or 'recall doctor' finds faults.",
    ),
]
TakeUnticks = Annotated[
    bool,
    option(
        "--take-unticks",
        help="Make a resource unread again if the list no longer ticks it, "
        "unless you visited it since.",
    ),
]


def command(
    environment: Environment,
    files: Files,
    format_name: Format = None,
    base: Base = None,
    in_section: InSection = None,
    not_in_section: NotInSection = None,
    plain_titles: PlainTitles = False,
    whole: Whole = False,
    dry_run: DryRun = False,
    take_unticks: TakeUnticks = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Import lists: new links, titles and ticks. Nothing is deleted.

    A link that is gone from its list keeps its history. You can import a list
    again whenever you have edited it: a resource keeps its history under a new
    title, link or section if it is surely the same.

    What you choose by --section, --not-section, --plain and --base is kept with
    the list: later imports without these options, and 'recall sync', read it the
    same way, until you choose anew or give --whole.

    A JSON file from 'recall export' brings a whole library back, if there is none
    yet or it is empty.
    """
    from recall.cli.commands.lists.import_report import print_report, print_today
    from recall.domain.library.export import LibraryRows
    from recall.usecases.lists.importing import import_catalog
    from recall.usecases.lists.rehearsing import rehearse
    from recall.views.lists import ImportView, first_day

    tell = _Progress(environment)
    sections, left_out = tuple(in_section or ()), tuple(not_in_section or ())
    options = ReadOptions(base, sections, left_out, plain_titles)
    catalogs = []
    for file in files:
        tell(f"reading {_name(file)}")
        found = _read(environment, file, format_name, options)
        if isinstance(found, LibraryRows):
            if len(files) > 1:
                raise BadFile(file, "a whole library; import it by itself")
            from recall.cli.commands.lists.bringing_back import bring_back  # it loads the model

            bring_back(environment, file, found, dry_run=dry_run, force=force, json=json)
            return
        catalogs.append((file, found))
    with environment.rehearsal() if dry_run else environment.library(empty=True) as context:
        sources = [
            source._replace(take_unticks=take_unticks)
            for source in _sources(context, catalogs, options, format_name, whole=whole)
        ]
        if dry_run:
            reports = rehearse(context, sources, tell)
        else:
            reports = [import_catalog(context, source, tell) for source in sources]
        is_first = not dry_run and any(report.is_first for report in reports)
        today = first_day(context) if is_first else None
        tell.done()
        if json:
            environment.print_view(ImportView(reports, today))
            return
        rehearsed = " (dry run)" if dry_run else ""
        for file, report in zip(files, reports, strict=True):
            print_report(environment.screen, f"{_name(file)}{rehearsed}", report)
        if today is not None:
            print_today(environment.screen, today)


def _sources(
    context: "Context",
    catalogs: "Sequence[tuple[Path, Catalog]]",
    options: ReadOptions,
    format_name: str | None,
    *,
    whole: bool,
) -> "Iterator[Source]":
    """Yield the lists; one without options is read as at its last import, unless it is whole."""
    from recall.usecases.lists.reading_files import read_list
    from recall.usecases.lists.which_list import Source, choice_of

    if whole and options != WHOLE:
        raise BadInput("--whole takes all of a list; leave out the options that choose")
    for file, catalog in catalogs:
        path = _path(file)
        kept = WHOLE if path is None or whole else choice_of(context.store, path)
        if options == WHOLE != kept:
            yield Source(read_list(file, format_name, kept), path, choice=kept)
        else:
            yield Source(catalog, path, choice=options)


def _read(
    environment: Environment, file: Path, format_name: str | None, options: ReadOptions
) -> "Catalog | LibraryRows":
    from recall.usecases.lists.reading_files import read_file, read_stream

    if file != PIPED:
        return read_file(file, format_name, options)
    if environment.stdin.isatty():
        environment.say("reading what you type or paste; end it with Ctrl-D on a line of its own")
    return read_stream(environment.stdin, format_name, options)


def _path(file: Path) -> str | None:
    """Return where a list lies; None for one that was piped in."""
    return None if file == PIPED else str(file.resolve())


def _name(file: Path) -> str:
    from recall.usecases.lists.reading_files import list_name

    return "standard input" if file == PIPED else list_name(file)


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
