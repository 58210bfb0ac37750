"""`recall grade`: grades a revisit, planned or not."""

from recall.cli.environment import Environment
from recall.cli.options import (
    Json,
    Minutes,
    NoteText,
    PastDate,
    RatingText,
    ReadOn,
    ResourceText,
    past_date,
    rating,
)
from recall.cli.report import report_rating
from recall.usecases.resources.reading_dates import said_read_on


def command(
    environment: Environment,
    resource: ResourceText,
    rating_text: RatingText,
    minutes: Minutes = None,
    note: NoteText = None,
    on: PastDate = None,
    read_on: ReadOn = None,
    json: Json = False,
) -> None:
    """Say how well you recalled a resource before you looked at it.

    recall computes the next date from the rating. It need not be due today. With the first grade of
    something that you read long ago, --read-on says when: it then comes back later.
    """
    score = rating(rating_text)
    day = past_date(on, environment.today)
    with environment.library() as context:
        from recall.usecases.rating.grading import Grade, grade

        given = Grade(score, day, minutes, note, read_on=said_read_on(read_on, environment.today))
        graded = grade(context, resource, given)
        report_rating(environment, context, graded, said=score.name.lower(), json=json)
