"""`recall add`: adds one resource by its URL."""

from typing import Annotated

from recall.cli.commands.change.edit import (
    Kind,
    Labels,
    Language,
    Part,
    ReadingMinutes,
    Series,
    checked_kind,
)
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument, option
from recall.cli.report import named, report

Url = Annotated[
    str, Argument(metavar="URL", help="An address that begins with http, https or file.")
]
Title = Annotated[str | None, option("--title", "-t", help="The title.")]
Section = Annotated[str, option("--section", "-s", help="The section; '/' separates its levels.")]


def command(
    environment: Environment,
    url: Url,
    title: Title = None,
    section: Section = "",
    kind: Kind = None,
    language: Language = None,
    minutes: ReadingMinutes = None,
    series: Series = None,
    part: Part = None,
    label: Labels = None,
    json: Json = False,
) -> None:
    """Add one resource by its URL."""
    from recall.formats.url_identity import checked_url
    from recall.usecases.resources.changing import Edit, add
    from recall.usecases.resources.labeling import checked
    from recall.views.resource import resource_view

    path = tuple(name.strip() for name in section.split("/") if name.strip())
    fields = Edit(
        kind=checked_kind(kind),
        language=language,
        minutes=minutes,
        series=series,
        part=part,
        labels=checked(label or ()),
    )
    checked_url(url)  # before a library is created
    with environment.library(empty=True) as context:
        done = add(context, url, title, section=path, edit=fields)
        minutes = resource_view(context, done).minutes
        sentence = f"added {named(done)}, {done.kind}, {minutes} min"
        report(environment, context, sentence, action="add", resource=done, json=json)
