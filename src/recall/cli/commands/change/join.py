"""`recall join`: makes one resource of two."""

from typing import TYPE_CHECKING, Annotated

from recall.cli.completion import resources
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.parsing.arguments import Argument
from recall.cli.report import due_phrase, named, report
from recall.domain.text.wording import counted

if TYPE_CHECKING:
    from recall.usecases.resources.joining import Joined

Old = Annotated[
    str,
    Argument(
        metavar="OLD",
        help="The resource that becomes a part of the other: an ID, a URL, or part of a title.",
        autocompletion=resources,
    ),
]
New = Annotated[
    str,
    Argument(
        metavar="NEW",
        help="The resource that stays; its own title, note and fields win.",
        autocompletion=resources,
    ),
]


def command(environment: Environment, old: Old, new: New, json: Json = False) -> None:
    """Make one resource of two, with the history of both.

    The reviews and sittings of OLD count for NEW, by their dates; of two reviews on one day, the
    later counts. Both addresses lead to NEW from then on, in your lists too. 'recall undo' parts
    the two again.
    """
    from recall.usecases.resources.joining import join

    with environment.library() as context:
        done = join(context, old, new)
        after = done.resource
        sentence = f"{named(done.old)} is a part of {named(after)} now"
        facts = [_came(done), after.status, due_phrase(after, context)]
        sentence = f"{sentence}: {', '.join(filter(None, facts))}"
        report(
            environment,
            context,
            sentence,
            action="join",
            resource=after,
            json=json,
            old={"id": done.old.id, "title": done.old.title},
            reviews=done.reviews,
            sittings=done.sittings,
        )


def _came(done: "Joined") -> str:
    """Return what came over from the old resource, in words."""
    parts = [(done.reviews, "review"), (done.sittings, "sitting")]
    found = [counted(number, word) for number, word in parts if number]
    return f"{' and '.join(found)} came over" if found else ""
