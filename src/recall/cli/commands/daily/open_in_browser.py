"""`recall open`: shows the last note and how far a reading has come, then opens the browser."""

from typing import Annotated

from recall.cli.browser import open_resource
from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import option
from recall.cli.report import named, report
from recall.domain.library.further_links import told
from recall.domain.library.resource import LINK_ROLES
from recall.usecases.find import find, further_link
from recall.views.log import before_opening

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
    environment: Environment, resource: ResourceText, link: LinkText = None, json: Json = False
) -> None:
    """Show your last note, then open the resource in the browser.

    If you are in the middle of it, you also see how far you are and where you stopped.
    """
    with environment.library() as context:
        wanted = find(context.store, resource)
        further = None if link is None else further_link(wanted, link)
        if not json:
            for line in before_opening(context, wanted):
                paragraph(environment.screen, line, label="  ")
        open_resource(wanted, further)
        sentence = f"opened {named(wanted)}"
        more: dict[str, object] = {"link": None}
        if further is not None:
            text = told(further) or further.url
            sentence = f"opened {text} ({further.role} of {named(wanted)})"
            more["link"] = further._asdict()
        report(environment, context, sentence, action="open", resource=wanted, json=json, **more)
