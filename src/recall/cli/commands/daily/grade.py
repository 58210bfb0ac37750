"""`recall grade`: grades a revisit, planned or not."""

from recall.cli.environment import Environment
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
from recall.cli.report import report_rating


def command(
    environment: Environment,
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
    score = rating(rating_text)
    day = past_date(on, environment.today)
    with environment.library() as context:
        from recall.usecases.rating.grading import Grade, grade

        graded = grade(context, resource, Grade(score, day, minutes, note))
        report_rating(environment, context, graded, said=score.name.lower(), json=json)
