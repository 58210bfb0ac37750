"""`recall suspend`: puts a resource aside for a while."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceText
from recall.cli.report import named, report
from recall.usecases.find import find


def command(environment: Environment, resource: ResourceText, json: Json = False) -> None:
    """Leave a resource out of the plan until 'recall resume'."""
    from recall.usecases.resources import shelving

    with environment.library() as context:
        done = shelving.suspend(context, find(context.store, resource)).resource
        sentence = f"{named(done)}: suspended; 'recall resume {done.id}' takes it up again"
        report(environment, context, sentence, action="suspend", resource=done, json=json)
