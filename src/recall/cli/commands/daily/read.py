"""`recall read`: records a first reading, or one sitting of it."""

from typing import Annotated

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import (
    Json,
    Minutes,
    NoteText,
    PastDate,
    RatingText,
    ResourceText,
    past_date,
    rating,
)
from recall.cli.rated import report_rating
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.usecases.find import find

Sitting = Annotated[
    bool,
    typer.Option("--sitting", help="You read only a part: it stays in progress, ungraded."),
]


def command(
    ctx: typer.Context,
    resource: ResourceText,
    rating_text: RatingText = "",
    minutes: Minutes = None,
    note: NoteText = None,
    on: PastDate = None,
    sitting: Sitting = False,
    json: Json = False,
) -> None:
    """Say that you have read a resource; its revisits begin.

    If no rating is given, it counts as good.
    """
    world: World = ctx.obj
    given = rating(rating_text) if rating_text else Rating.GOOD
    if sitting and rating_text:
        raise BadInput("a sitting is not graded; leave the rating or --sitting out")
    day = past_date(on, world.today())
    with world.library() as context:
        found = find(context.store, resource)
        from recall.usecases.planning.pacing import pace_of
        from recall.usecases.rating.grading import Grade, grade, sit

        if sitting:
            done = sit(context, found, Grade(given, day, minutes, note))
            expected = pace_of(context.store, day).applied(done)
            sentence = f"{named(done)}: {_left(expected)}"
            report(world, context, "sitting", done, sentence, json)
            return
        _refuse_reread(context, found, rating_text)
        done = grade(context, found, Grade(given, day, minutes, note, source="read"))
        report_rating(world, context, "read", found, done, day, "read", json)


def _refuse_reread(context: Context, resource: Resource, rating_text: str) -> None:
    """Refuse a second first reading: it is a revisit, whose rating must not be invented."""
    memory = resource.card.memory
    if memory is not None and memory.last_review < context.today and not rating_text:
        raise BadInput(
            f"{resource.id} is read already; say how well you recalled it: "
            f"recall grade {resource.id} again, hard, good or easy"
        )


def _left(resource: Resource) -> str:
    left = resource.minutes - resource.minutes_read
    if left <= 0:
        return f"{resource.minutes_read} min read; 'recall read {resource.id}' when it is finished"
    return f"{resource.minutes_read} min read, about {left} min left"
