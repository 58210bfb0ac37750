"""`recall keep`: answers the question about a revisit that was crowded out, with yes."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.report import named, report
from recall.usecases.find import find


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Keep a crowded-out revisit as it is; recall stops asking about it."""
    from recall.usecases.resources import shelving

    with environment.library() as context:
        done = shelving.keep(context, find(context.store, resource)).resource
        sentence = f"{named(done)}: kept as it is"
        report(environment, context, sentence, action="keep", resource=done, json=json)
