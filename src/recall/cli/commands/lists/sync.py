"""`recall sync`: brings lists and the library in step, both ways."""

from typing import TYPE_CHECKING, Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.errors import DamagedLibrary, NotMarkdown, RecallError

if TYPE_CHECKING:
    from recall.usecases.context import Context
    from recall.usecases.syncing.pairs import ListPair
    from recall.usecases.syncing.report import SyncReport
    from recall.usecases.syncing.syncing import How

Lists = Annotated[
    list[str] | None,
    Argument(
        metavar="LIST",
        help="The ID of a list, its file, or a part of its name. If not given, all of them.",
    ),
]
DryRun = Annotated[
    bool, option("--dry-run", help="Show what would change in the file, and write nothing.")
]
Yes = Annotated[bool, option("--yes", "-y", help="Write a file for the first time, unasked.")]
TakeUnticks = Annotated[
    bool,
    option(
        "--take-unticks",
        help="Make a resource unread again if its box was cleared, also if it was reviewed.",
    ),
]


def command(
    environment: Environment,
    lists: Lists = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    take_unticks: TakeUnticks = False,
    json: Json = False,
) -> None:
    """Bring lists and the library in step, both ways.

    A reading that is done ticks its box, and a box ticked in the file means read;
    what was added in recall becomes a line under its section, and what was edited
    in the file comes in. Every other byte of the file stays as it is.

    The first time that a file would be written, recall asks. 'recall undo' brings
    the file back.
    """
    from recall.cli.commands.lists.sync_report import print_diff, print_sync
    from recall.settings import machine_id
    from recall.usecases.syncing.pairs import chosen, pairs
    from recall.usecases.syncing.syncing import How
    from recall.views.syncing.reports import SyncView

    how = How(dry_run=dry_run, take_unticks=take_unticks, may_write=yes)
    with environment.library() as context:
        wanted = chosen(pairs(context.store, machine_id.name()), lists or ())
        reports: list[SyncReport] = []
        refused: list[RecallError] = []
        for pair in wanted:
            try:
                report = _synced(environment, context, pair, how)
            except DamagedLibrary:
                raise
            except RecallError as error:
                if isinstance(error, NotMarkdown) and not lists:
                    environment.say(f"recall: {error}")
                else:
                    refused.append(error)
                continue
            reports.append(report)
            if not json:
                print_sync(environment.screen, report, dry_run=dry_run)
                if dry_run:
                    print_diff(environment.screen, report)
    for problem in refused[:-1]:
        environment.say(f"recall: {problem}")
    if refused:  # the other lists are in step
        raise refused[-1]
    if json:
        environment.print_view(SyncView(reports))


def _synced(
    environment: Environment, context: "Context", pair: "ListPair", how: "How"
) -> "SyncReport":
    """Sync one list, after asking whether its file may be written, if that was never asked."""
    from recall.cli.commands.lists.sync_report import print_diff
    from recall.cli.confirming import agrees
    from recall.cli.output.screen import Screen
    from recall.usecases.syncing.syncing import NotAllowed, sync

    try:
        return sync(context, pair, how)
    except NotAllowed:
        would = sync(context, pair, how._replace(dry_run=True))
        print_diff(Screen.of(environment.stderr, environment.environ), would)
        question = f"recall has not written {pair.path} before. Write this now, and from now on?"
        if not agrees(question, yes=False):
            raise
        return sync(context, pair, how._replace(may_write=True))
