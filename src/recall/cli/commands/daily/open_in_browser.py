"""`recall open`: shows the last note and how far a reading has come, then opens the browser."""

from typing import Annotated

from recall.cli.browser import open_resource
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceTexts
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.cli.report import named, report_all
from recall.domain.library.further_links import told
from recall.domain.library.resource import LINK_ROLES, Link, Resource
from recall.usecases.context import Context
from recall.usecases.find import find, further_link
from recall.views.memory.log import before_opening

LinkText = Annotated[
    str | None,
    option(
        "--link",
        metavar="LINK",
        help="Open a further link instead: its role, such as code or video, its number in "
        "'recall show', or a part of its text.",
        autocompletion=lambda: list(LINK_ROLES),
    ),
]


def command(
    environment: Environment, some: ResourceTexts, link: LinkText = None, json: Json = False
) -> None:
    """Show your last note, then open the resource in the browser.

    If you are in the middle of it, you also see how far you are and where you stopped. Several
    resources are opened in turn.
    """
    with environment.library() as context:
        wanted = [find(context.store, text) for text in some]
        further = [None if link is None else further_link(one, link) for one in wanted]
        for resource, also in zip(wanted, further, strict=True):
            _open(environment, context, resource, also, json=json)
        if json:
            first = further[0]
            more = {"link": None if first is None else first._asdict()}
            report_all(environment, context, (), action="open", changed=wanted, json=json, **more)


def _open(
    environment: Environment,
    context: Context,
    resource: Resource,
    further: Link | None,
    *,
    json: bool,
) -> None:
    if not json:
        for line in before_opening(context, resource):
            paragraph(environment.screen, line, label="  ")
    open_resource(resource, further)
    if not json:
        paragraph(environment.screen, f"opened {_named(resource, further)}")


def _named(resource: Resource, further: Link | None) -> str:
    if further is None:
        return named(resource)
    return f"{told(further) or further.url} ({further.role} of {named(resource)})"
