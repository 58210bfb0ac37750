"""What `grade` and `read` print: when it comes back, and what this rating was for."""

from datetime import date

from recall.cli.acting import due_phrase, named, report
from recall.cli.environment import World
from recall.cli.output.log_json import review_json
from recall.domain.library.resource import Resource
from recall.storage.tables.log import reviews
from recall.usecases.context import Context


def report_rating(
    world: World,
    context: Context,
    action: str,
    before: Resource,
    after: Resource,
    day: date,
    said: str,
    json: bool = False,
) -> None:
    """Say what a rating led to; before and after are the resource on either side of it."""
    sentence = f"{named(after)}: {said}, {due_phrase(after, context)}"
    memory = before.card.memory
    if memory is not None and memory.last_review == day:
        sentence += "; it takes the place of the rating given before on that day"
    if after.status != "read":
        sentence += f"; it stays {after.status}"
    more = {"review": review_json(reviews(context.store, after.id)[-1])} if json else {}
    report(world, context, action, after, sentence, json, **more)
