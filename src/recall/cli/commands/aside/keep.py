"""`recall keep`: answers the question about a revisit that was crowded out, with yes."""

from recall.cli.environment import Environment
from recall.cli.options import Json, ResourceTexts
from recall.cli.report import named, report_all


def command(environment: Environment, some: ResourceTexts, json: Json = False) -> None:
    """Keep crowded-out revisits as they are; recall no longer asks.

    Several of them are one action, which 'recall undo' takes back as a whole.
    """
    from recall.usecases.resources import shelving

    with environment.library() as context:
        changed = [done.resource for done in shelving.shelve(context, "keep", some)]
        said = [f"{named(done)}: kept as it is" for done in changed]
        report_all(environment, context, said, action="keep", changed=changed, json=json)
