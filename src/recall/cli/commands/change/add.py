"""`recall add`: adds one resource by its URL."""

from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.commands.change.edit import (
    Kind,
    Language,
    Part,
    ReadingMinutes,
    Series,
    checked_kind,
)
from recall.cli.environment import World
from recall.cli.options import Json

Url = Annotated[
    str, typer.Argument(metavar="URL", help="An address that begins with http, https or file.")
]
Title = Annotated[str | None, typer.Option("--title", "-t", help="The title.")]
Section = Annotated[
    str, typer.Option("--section", "-s", help="The section; '/' separates its levels.")
]


def command(
    ctx: typer.Context,
    url: Url,
    title: Title = None,
    section: Section = "",
    kind: Kind = None,
    language: Language = None,
    minutes: ReadingMinutes = None,
    series: Series = None,
    part: Part = None,
    json: Json = False,
) -> None:
    """Add one resource by its URL."""
    from recall.formats.url_identity import checked_url
    from recall.usecases.resources.changing import Edit, add

    world: World = ctx.obj
    path = tuple(name.strip() for name in section.split("/") if name.strip())
    fields = Edit(
        kind=checked_kind(kind), language=language, minutes=minutes, series=series, part=part
    )
    checked_url(url)  # before a library is made for it
    with world.library(empty=True) as context:
        done = add(context, url, title, path, fields)
        sentence = f"added {named(done)}, {done.kind}, {done.minutes} min"
        report(world, context, "add", done, sentence, json)
