"""`recall list`: lists the resources."""

from typing import Annotated

from recall.cli.completion import labels
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.output.table import Cell, Column, rows
from recall.cli.parsing.arguments import Argument, option
from recall.domain.library.resource import KINDS, STATUSES
from recall.domain.link_checks.finding import OUTCOMES
from recall.domain.lists import section_names
from recall.domain.searching.hits import Hit
from recall.usecases.resources.looking.listing import SORTS, Wanted, checked_sort
from recall.views.resource import ResourceList, ResourceView, resource_list

Texts = Annotated[
    list[str] | None,
    Argument(
        metavar="TEXT",
        help="Only what has all these words: in titles, addresses, notes, descriptions, labels, "
        "links, or in the text that is kept of the page.",
    ),
]
Section = Annotated[
    str | None,
    option("--section", "-s", help="Only sections whose heading contains this text."),
]
Status = Annotated[str | None, option("--status", help=f"Only this status: {', '.join(STATUSES)}.")]
Kind = Annotated[str | None, option("--kind", help=f"Only this kind: {', '.join(KINDS)}.")]
Label = Annotated[
    str | None, option("--label", help="Only with this label.", autocompletion=labels)
]
Due = Annotated[bool, option("--due", help="Only what can be revisited today.")]
Overdue = Annotated[bool, option("--overdue", help="Only what was due before today.")]
Checked = Annotated[
    str | None,
    option(
        "--checked",
        metavar="RESULT",
        help=f"Only what 'recall check' found to be this: {', '.join(OUTCOMES)}.",
        autocompletion=lambda: list(OUTCOMES),
    ),
]
Sort = Annotated[
    str,
    option(
        "--sort",
        metavar="BY",
        parser=checked_sort,
        help=f"The order: {', '.join(SORTS)}.",
        autocompletion=lambda: list(SORTS),
    ),
]

_COLUMNS = (
    Column("id", right=True, style="key"),
    Column("title", flexible=True),
    Column("status", priority=2),
    Column("due", priority=2),
    Column("min", right=True, priority=3, style="dim"),
    Column("kind", priority=4, style="dim"),
)


def command(
    environment: Environment,
    texts: Texts = None,
    section: Section = None,
    status: Status = None,
    kind: Kind = None,
    label: Label = None,
    due: Due = False,
    overdue: Overdue = False,
    checked: Checked = None,
    sort: Sort = "list",
    json: Json = False,
) -> None:
    """List the resources, in the order of your list.

    'recall search TEXT' is the same as 'recall list TEXT'. Case and width do not matter, and
    Chinese is found without spaces. Double quotes make one word of several.
    """
    text = " ".join(texts) if texts else None
    wanted = Wanted(
        text, section, status, kind, label=label, due=due, overdue=overdue, outcome=checked
    ).checked()
    with environment.library() as context:
        view = resource_list(context, wanted, sort)
        if json:
            environment.print_view(view)
            return
    is_all = wanted == Wanted()
    nothing = "the library is empty: 'recall add URL' or 'recall import FILE' fills it"
    _print(environment, view, nothing if is_all else "no resource fits", is_sorted=sort != "list")


def _print(environment: Environment, view: ResourceList, nothing: str, *, is_sorted: bool) -> None:
    """Print a table for each section; all tables have the same columns. A sorted list is one."""
    screen = environment.screen
    lines = rows(screen, _COLUMNS, [_row(resource) for resource in view.resources])
    heading: tuple[str, ...] | None = () if is_sorted else None
    for resource, line in zip(view.resources, lines, strict=True):
        places = resource.resource.places
        section = places[0].section if places and not is_sorted else ()
        if section != heading:
            if heading is not None:
                screen.write()
            heading = section
            paragraph(screen, section_names.heading(section), style="heading")
        screen.write(line)
        for hit in _told(view, resource):
            paragraph(screen, f"{hit.where}: {hit.excerpt}", label="      ", style="dim")
    if not view.resources:
        environment.say(nothing)


def _told(view: ResourceList, resource: ResourceView) -> list[Hit]:
    """Return where a text was found, unless everybody sees it in the title."""
    found = (view.found or {}).get(resource.resource.id, [])
    return [hit for hit in found if hit.where != "title"]


def _row(view: ResourceView) -> list[str | Cell]:
    resource, card = view.resource, view.resource.card
    status: str = resource.status
    if resource.gone:
        status = "gone from the list"
    elif resource.once and status == "read":
        status = "read once"
    due = "" if card.due is None or status != "read" else card.due.isoformat()
    title = Cell(view.title, url=resource.url)
    return [str(resource.id), title, status, due, f"{view.minutes} min", resource.kind]
