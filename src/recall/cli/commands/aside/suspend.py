"""`recall suspend`: puts a resource aside for a while."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceTexts
from recall.cli.report import named, report_all


def command(environment: Environment, some: ResourceTexts, json: Json = False) -> None:
    """Leave resources out of the plan until 'recall resume'.

    Several of them are one action, which 'recall undo' takes back as a whole.
    """
    from recall.usecases.resources import shelving

    with environment.library() as context:
        changed = [done.resource for done in shelving.shelve(context, "suspend", some)]
        said = [
            f"{named(done)}: suspended; 'recall resume {done.id}' takes it up again"
            for done in changed
        ]
        report_all(environment, context, said, action="suspend", changed=changed, json=json)
