"""`recall grade`: grades a revisit, planned or not."""

import typer

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
from recall.usecases.find import find


def command(
    ctx: typer.Context,
    resource: ResourceText,
    rating_text: RatingText,
    minutes: Minutes = None,
    note: NoteText = None,
    on: PastDate = None,
    json: Json = False,
) -> None:
    """Say how well you recalled a resource before you looked at it.

    recall computes the next date from the rating. It need not be due today.
    """
    world: World = ctx.obj
    given = rating(rating_text)
    day = past_date(on, world.today())
    with world.library() as context:
        found = find(context.store, resource)
        from recall.usecases.rating.grading import Grade, grade

        graded = grade(context, found, Grade(given, day, minutes, note))
        report_rating(world, context, "grade", found, graded, day, given.name.lower(), json)
