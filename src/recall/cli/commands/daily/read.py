"""`recall read`: records a first reading, or one sitting of it."""

from typing import TYPE_CHECKING, Annotated

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
from recall.cli.parsing.arguments import option
from recall.cli.report import named, report, report_rating
from recall.domain.library.card import Rating
from recall.errors import BadInput
from recall.usecases.context import Context
from recall.views.resource import ResourceView, resource_view

if TYPE_CHECKING:
    from recall.usecases.rating.grading import Grade

Sitting = Annotated[
    bool,
    option("--sitting", help="You read only a part: it stays in progress, ungraded."),
]


def command(
    environment: Environment,
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
    if sitting and rating_text:
        raise BadInput("a sitting is not graded; leave the rating or --sitting out")
    score = rating(rating_text) if rating_text else Rating.GOOD
    day = past_date(on, environment.today)
    with environment.library() as context:
        from recall.usecases.rating.grading import Grade, read

        given = Grade(score, day, minutes, note)
        if sitting:
            _sit(environment, context, resource, given, json=json)
            return
        graded = read(context, resource, given, is_rated=bool(rating_text))
        report_rating(environment, context, graded, said="read", json=json)


def _sit(
    environment: Environment, context: Context, resource: str, given: "Grade", *, json: bool
) -> None:
    from recall.usecases.rating.grading import sit

    done = sit(context, resource, given)
    sentence = f"{named(done)}: {_left(resource_view(context, done))}"
    report(environment, context, sentence, action="sitting", resource=done, json=json)


def _left(view: ResourceView) -> str:
    resource = view.resource
    left = resource.minutes - resource.minutes_read
    if left <= 0:
        return f"{resource.minutes_read} min read; 'recall read {resource.id}' when it is finished"
    return f"{resource.minutes_read} min read, about {left} min left"
