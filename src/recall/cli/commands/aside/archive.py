"""`recall archive`: puts a resource away for good."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceTexts
from recall.cli.report import named, report_all


def command(environment: Environment, some: ResourceTexts, json: Json = False) -> None:
    """Put resources away for good; their history is kept.

    Several of them are one action, which 'recall undo' takes back as a whole.
    """
    from recall.usecases.resources import shelving

    with environment.library() as context:
        changed = [done.resource for done in shelving.shelve(context, "archive", some)]
        said = [
            f"{named(done)}: archived; 'recall resume {done.id}' takes it up again"
            for done in changed
        ]
        report_all(environment, context, said, action="archive", changed=changed, json=json)
