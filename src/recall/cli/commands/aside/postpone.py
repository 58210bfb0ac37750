"""`recall postpone`: moves a revisit to a later day."""

from typing import Annotated

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.parsing.arguments import Argument
from recall.cli.report import due_phrase, named, report
from recall.domain.text.dates import parse_future
from recall.usecases.find import find

When = Annotated[
    list[str], Argument(metavar="WHEN", help="tomorrow, weekend, 3 days, 27th, 2026-12-01.")
]


def command(
    environment: Environment, resource: ResourceText, when: When, json: Json = False
) -> None:
    """Move a revisit to a later day; its memory does not change."""
    from recall.usecases.resources import shelving

    day = parse_future(" ".join(when), environment.today)
    with environment.library() as context:
        done = shelving.postpone(context, find(context.store, resource), day).resource
        sentence = f"{named(done)}: {due_phrase(done, context)}"
        report(environment, context, sentence, action="postpone", resource=done, json=json)
