"""`recall keep`: answers the question about a revisit that was crowded out, with yes."""

import typer

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.report import named, report
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Keep a crowded-out revisit as it is; recall stops asking about it."""
    from recall.usecases.resources import shelving

    environment: Environment = ctx.obj
    with environment.library() as context:
        done = shelving.keep(context, find(context.store, resource))
        sentence = f"{named(done)}: kept as it is"
        report(environment, context, sentence, action="keep", resource=done, json=json)
