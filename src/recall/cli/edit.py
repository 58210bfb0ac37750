"""`recall edit`: changes what is known of a resource."""

from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.options import Json, ResourceText, number_of
from recall.cli.world import World
from recall.domain.resource import KINDS, Resource
from recall.errors import BadInput
from recall.usecases.find import find

MOST_MINUTES = 60_000
MOST_PARTS = 10_000

Title = Annotated[str | None, typer.Option("--title", "-t", help="Its title.")]
Url = Annotated[str | None, typer.Option("--url", help="Where it is now; its history stays.")]
Kind = Annotated[str | None, typer.Option("--kind", help=", ".join(KINDS) + ".")]
Language = Annotated[str | None, typer.Option("--language", help="zh, en and so on.")]
ReadingMinutes = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        "-m",
        metavar="N",
        parser=number_of("minutes", 1, MOST_MINUTES),
        help="Minutes of the whole reading.",
    ),
]
Series = Annotated[str | None, typer.Option("--series", help="The series it is a part of.")]
Part = Annotated[
    int | None,
    typer.Option(
        "--part", metavar="N", parser=number_of("the part", 0, MOST_PARTS), help="Which part."
    ),
]
NoSeries = Annotated[bool, typer.Option("--no-series", help="It is not a part of a series.")]


def command(
    ctx: typer.Context,
    resource: ResourceText,
    title: Title = None,
    url: Url = None,
    kind: Kind = None,
    language: Language = None,
    minutes: ReadingMinutes = None,
    series: Series = None,
    part: Part = None,
    no_series: NoSeries = False,
    json: Json = False,
) -> None:
    """Change what is known of a resource; imports leave what you set alone."""
    from recall.usecases import changing

    world: World = ctx.obj
    fields = changing.Edit(
        title, url, checked_kind(kind), language, minutes, series, part, no_series
    )
    with world.library() as context:
        done = changing.edit(context, find(context.store, resource), fields)
        report(world, context, "edit", done, f"{named(done)}: {_state(done)}", json)


def checked_kind(kind: str | None) -> str | None:
    """The kind as given; BadInput with what is allowed."""
    if kind is not None and kind not in KINDS:
        raise BadInput(f"'{kind}' is not a kind; allowed: {', '.join(KINDS)}")
    return kind


def _state(resource: Resource) -> str:
    part = "?" if resource.part is None else resource.part
    series = f", part {part} of {resource.series}" if resource.series else ""
    return f"{resource.kind}, {resource.minutes} min{series}"
