"""`recall edit`: changes the data of a resource."""

from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.completion import resources
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText, number_of
from recall.domain.library.resource import KINDS, PRIORITIES, Resource
from recall.domain.text.wording import counted
from recall.errors import BadInput
from recall.storage.store import Reads
from recall.usecases.find import find

MOST_MINUTES = 60_000
MOST_PARTS = 10_000
MOST_LENGTH = 10_000_000

Title = Annotated[str | None, typer.Option("--title", "-t", help="The title.")]
Url = Annotated[str | None, typer.Option("--url", help="Its new URL; its history stays.")]
Kind = Annotated[str | None, typer.Option("--kind", help=f"The kind: {', '.join(KINDS)}.")]
Language = Annotated[str | None, typer.Option("--language", help="The language: zh, en and so on.")]
ReadingMinutes = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        "-m",
        metavar="N",
        parser=number_of("minutes", 1, MOST_MINUTES),
        help="Minutes that the whole reading takes.",
    ),
]
Length = Annotated[
    int | None,
    typer.Option(
        "--length",
        metavar="N",
        parser=number_of("the length", 1, MOST_LENGTH),
        help="The length of the text: characters for Chinese, otherwise words.",
    ),
]
Series = Annotated[str | None, typer.Option("--series", help="The series that it belongs to.")]
Part = Annotated[
    int | None,
    typer.Option(
        "--part",
        metavar="N",
        parser=number_of("the part", 0, MOST_PARTS),
        help="Its number in the series.",
    ),
]
NoSeries = Annotated[bool, typer.Option("--no-series", help="It belongs to no series.")]
Priority = Annotated[
    str | None,
    typer.Option(
        "--priority",
        metavar="PRIORITY",
        help=f"{', '.join(PRIORITIES)}: its place in the order, and how well to remember it.",
        autocompletion=lambda: list(PRIORITIES),
    ),
]
After = Annotated[
    list[str] | None,
    typer.Option(
        "--after",
        metavar="RESOURCE",
        help="Read it only after this resource; can be repeated.",
        autocompletion=resources,
    ),
]
NotAfter = Annotated[
    list[str] | None,
    typer.Option(
        "--not-after",
        metavar="RESOURCE",
        help="Remove this prerequisite.",
        autocompletion=resources,
    ),
]


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
    priority: Priority = None,
    after: After = None,
    not_after: NotAfter = None,
    length: Length = None,
    json: Json = False,
) -> None:
    """Change the title, kind, minutes or priority of a resource.

    Imports leave everything that you set here as it is.
    """
    from recall.usecases.planning.pacing import pace_of
    from recall.usecases.resources import changing, prerequisites

    world: World = ctx.obj
    fields = changing.Edit(
        title, url, checked_kind(kind), language, minutes, series, part, no_series, priority
    )
    with world.library() as context:
        reads = context.store
        fields = fields._replace(
            after=_ids(reads, after), not_after=_ids(reads, not_after), length=length
        )
        done = changing.edit(context, find(reads, resource), fields)
        done = pace_of(reads, context.today).applied(done)  # with the minutes that it now has
        before = prerequisites.prerequisites(reads, done)
        sentence = f"{named(done)}: {_state(done, before)}"
        waits_for = [one.id for one in before]
        report(world, context, "edit", done, sentence, json, after=waits_for)


def checked_kind(kind: str | None) -> str | None:
    """Return the kind as given; BadInput, which names the kinds, if there is no such kind."""
    if kind is not None and kind not in KINDS:
        raise BadInput(f"'{kind}' is not a kind; allowed: {', '.join(KINDS)}")
    return kind


def _ids(reads: Reads, texts: list[str] | None) -> tuple[int, ...]:
    return tuple(find(reads, text).id for text in texts or ())


def _state(resource: Resource, before: list[Resource]) -> str:
    facts = [resource.kind, f"{resource.minutes} min"]
    if resource.series:
        facts.append(f"part {'?' if resource.part is None else resource.part} of {resource.series}")
    if resource.length:
        unit = "character" if resource.language == "zh" else "word"
        facts.append(counted(resource.length, unit))
    if resource.priority != "normal":
        facts.append(f"{resource.priority} priority")
    facts += [f"after {named(one)}" for one in before]
    return ", ".join(facts)
