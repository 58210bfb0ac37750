"""`recall archive`: puts a resource away for good."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.report import named, report
from recall.usecases.find import find


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Put a resource away for good; its history is kept."""
    from recall.usecases.resources import shelving

    with environment.library() as context:
        done = shelving.archive(context, find(context.store, resource)).resource
        sentence = f"{named(done)}: archived; 'recall resume {done.id}' takes it up again"
        report(environment, context, sentence, action="archive", resource=done, json=json)
