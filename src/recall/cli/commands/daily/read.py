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
from recall.cli.report import due_phrase, named, report, report_rating
from recall.domain.library.card import Rating
from recall.domain.library.resource import Resource
from recall.domain.text.given_numbers import percent_of
from recall.errors import BadInput
from recall.usecases.context import Context

if TYPE_CHECKING:
    from recall.usecases.rating.grading import Grade

Sitting = Annotated[
    bool,
    option("--sitting", help="You read only a part: it stays in progress, ungraded."),
]
StoppedAt = Annotated[
    str | None,
    option("--at", metavar="PLACE", help="Where you stopped: 'chapter 3'. It is a sitting."),
]
Percent = Annotated[
    int | None,
    option(
        "--to",
        metavar="PERCENT",
        parser=percent_of("the share that is read"),
        help="How much of the whole is read now: 40%. It is a sitting.",
    ),
]
Once = Annotated[bool, option("--once", help="It gets no revisits. A later grade begins them.")]


def command(
    environment: Environment,
    resource: ResourceText,
    rating_text: RatingText = "",
    minutes: Minutes = None,
    note: NoteText = None,
    on: PastDate = None,
    sitting: Sitting = False,
    at: StoppedAt = None,
    to: Percent = None,
    once: Once = False,
    json: Json = False,
) -> None:
    """Say that you have read a resource; its revisits begin.

    If no rating is given, it counts as good.
    """
    named_sitting = _sitting_option(sitting=sitting, at=at, to=to)
    if at is not None and not at.strip():
        raise BadInput("--at names no place; say where you stopped: --at 'chapter 3'")
    if named_sitting and rating_text:
        raise BadInput(f"a sitting is not graded; leave the rating or {named_sitting} out")
    if named_sitting and once:
        raise BadInput(f"a sitting does not finish it; leave --once or {named_sitting} out")
    score = rating(rating_text) if rating_text else Rating.GOOD
    day = past_date(on, environment.today)
    with environment.library() as context:
        from recall.usecases.rating.grading import Grade, read, sit

        given = Grade(score, day, minutes, note)
        if named_sitting:
            sat = sit(context, resource, given, stopped_at=at, percent=to).resource
            _report_sitting(environment, context, sat, json=json)
        elif once:
            _read_once(environment, context, resource, given, is_rated=bool(rating_text), json=json)
        else:
            graded = read(context, resource, given, is_rated=bool(rating_text))
            report_rating(environment, context, graded, said="read", json=json)


def _sitting_option(*, sitting: bool, at: str | None, to: int | None) -> str:
    """Return the option by which a sitting was meant; '' if none was given."""
    options = {"--sitting": sitting, "--at": at is not None, "--to": to is not None}
    return next((name for name, is_given in options.items() if is_given), "")


def _report_sitting(
    environment: Environment, context: Context, done: Resource, *, json: bool
) -> None:
    from recall.views.memory.log import progress_view

    view = progress_view(context, done)
    how_far = "" if view is None else view.amount
    more = {"progress": None if view is None else view.as_json()}
    sentence = f"{named(done)}: {how_far}"
    report(environment, context, sentence, action="sitting", resource=done, json=json, **more)


def _read_once(
    environment: Environment,
    context: Context,
    resource: str,
    given: "Grade",
    *,
    is_rated: bool,
    json: bool,
) -> None:
    from recall.usecases.rating.once import read_once
    from recall.views.memory.log import ReviewView

    done = read_once(context, resource, given, is_rated=is_rated)
    said = f"{named(done.resource)}: read, {due_phrase(done.resource, context)}"
    review = done.review and ReviewView(done.review, done.learnt).as_json()
    more = {"review": review}
    report(environment, context, said, action="read", resource=done.resource, json=json, **more)
