"""`recall check`: looks whether links still lead to their pages."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Annotated

from recall.cli.commands.care.check_report import write_line, write_summary
from recall.cli.completion import resources
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.progress import ProgressLine
from recall.cli.output.screen import Screen
from recall.cli.parsing.arguments import Argument, option
from recall.domain.text.given_numbers import number_of
from recall.domain.text.wording import counted
from recall.errors import BadInput

if TYPE_CHECKING:
    from recall.domain.library.resource import Resource
    from recall.domain.link_checks.pacing import LinkToCheck
    from recall.usecases.context import Context
    from recall.usecases.link_checks.checking import Round
    from recall.views.link_checks.findings import CheckView, LinkView

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended."""

_MOST = 1_000_000

_SHORT_SECONDS = 45

Some = Annotated[
    list[str] | None,
    Argument(
        metavar="RESOURCE",
        help="IDs, URLs, or unique parts of titles; if none is given, all that is not archived.",
        autocompletion=resources,
    ),
]
Section = Annotated[
    str | None,
    option("--section", "-s", help="Only sections whose heading contains this text."),
]
Oldest = Annotated[
    int | None,
    option(
        "--oldest",
        metavar="N",
        parser=number_of("how many links", 1, _MOST),
        help="Only the N links that were checked longest ago.",
    ),
]
Last = Annotated[bool, option("--last", help="Show what was last found, and ask nobody.")]


def command(
    environment: Environment,
    some: Some = None,
    section: Section = None,
    oldest: Oldest = None,
    last: Last = False,
    json: Json = False,
) -> int:
    """Look whether links still lead to their pages.

    Each site is asked at most once in 10 seconds, and only for the beginning of a page. Ctrl-C
    keeps what is done, and the next check begins with the rest.
    """
    if some and section is not None:
        raise BadInput("give resources or --section, not both")
    if last and oldest is not None:
        raise BadInput("--last asks nobody, so --oldest means nothing there")
    from recall.usecases.link_checks.choosing import chosen_resources

    with environment.library() as context:
        chosen = chosen_resources(context, some or (), section)
        if last:
            return _show_last(environment, context, chosen, json=json)
        return _check(environment, context, chosen, oldest, json=json)


def _show_last(
    environment: Environment, context: "Context", chosen: "list[Resource]", *, json: bool
) -> int:
    from recall.views.link_checks.findings import last_view

    view = last_view(context, chosen)
    if json:
        environment.print_view(view)
        return 0
    for link in view.links:
        write_line(environment.screen, link)
    write_summary(environment.screen, view, context.now)
    if view.unasked:
        environment.say(f"never checked: {counted(len(view.unasked), 'link')}")
    return 0


def _check(
    environment: Environment,
    context: "Context",
    chosen: "list[Resource]",
    oldest: int | None,
    *,
    json: bool,
) -> int:
    from recall.usecases.link_checks.checking import Round
    from recall.usecases.link_checks.choosing import chosen_links
    from recall.views.link_checks.findings import check_view

    wanted = chosen_links(context, chosen, oldest)
    environment.say(_before(wanted.links))
    through = Round(context, wanted.links, environment.clock)
    links, is_whole = _asked(environment, context, chosen, through, json=json)
    view = check_view(links, wanted, through.left_alone)
    if json:
        environment.print_view(view)
    else:
        write_summary(environment.screen, view, context.now)
    _say_rest(environment, view, is_whole=is_whole)
    return 0 if is_whole else INTERRUPTED


def _asked(
    environment: Environment,
    context: "Context",
    chosen: "list[Resource]",
    through: "Round",
    *,
    json: bool,
) -> "tuple[list[LinkView], bool]":
    """Return what was found, and whether all of it was reached before Ctrl-C."""
    from recall.usecases.link_checks.door import door
    from recall.views.link_checks.findings import found_view

    by_id = {resource.id: resource for resource in chosen}
    progress = ProgressLine(Screen.of(environment.stderr, environment.environ))
    links: list[LinkView] = []
    try:
        for link, finding in through.run(door(environment.network)):
            links.append(found_view(context, by_id[link.resource_id], finding))
            progress.clear()
            if not json:
                write_line(environment.screen, links[-1])
            progress.show(f"{len(links)} of {through.total}, {_minutes(through.seconds_left)} left")
    except KeyboardInterrupt:
        return links, False
    finally:
        progress.clear()
    return links, True


def _before(links: "Sequence[LinkToCheck]") -> str:
    """Say what is asked, and how long that takes."""
    from recall.domain.link_checks.pacing import expected_seconds

    hosts = len({link.host for link in links})
    if not links:
        return "no link to check"
    about = _minutes(expected_seconds(links))
    return (
        f"{counted(len(links), 'link')} on {counted(hosts, 'site')}, each site at most once in "
        f"10 seconds: {about}; Ctrl-C keeps what is done"
    )


def _minutes(seconds: float) -> str:
    """Return a time that is only known roughly."""
    if seconds < _SHORT_SECONDS:
        return "less than a minute"
    return f"about {ceil(seconds / 60)} min"


def _say_rest(environment: Environment, view: "CheckView", *, is_whole: bool) -> None:
    if view.left_alone:
        ids = ", ".join(map(str, view.left_alone))
        environment.say(f"not asked, because their sites want a pause or say nothing: {ids}")
    if not is_whole:
        environment.say(
            f"interrupted: {counted(len(view.links), 'link')} checked and kept, "
            f"{len(view.unasked)} not asked; 'recall check' begins with these"
        )
