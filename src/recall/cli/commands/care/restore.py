"""`recall restore`: brings a copy of the library back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from recall.cli.confirming import agrees
from recall.cli.environment import Environment
from recall.cli.options import Json
from recall.cli.output.prose import paragraph
from recall.cli.parsing.arguments import Argument, option
from recall.errors import BadFile
from recall.views.actions import ActionView

if TYPE_CHECKING:
    from recall.usecases.upkeep.backups import Extent

Source = Annotated[
    Path, Argument(metavar="FILE", help="A copy of the library, from 'recall backup'.")
]
Yes = Annotated[bool, option("--yes", "-y", help="Bring it back without a question.")]
Force = Annotated[bool, option("--force", help="Bring it back although it is damaged.")]


def command(
    environment: Environment,
    source: Source,
    yes: Yes = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Bring a copy of the library back.

    The library that is there is kept beside it, under a name that is told. A copy in
    which 'recall doctor' would find something wrong is refused.
    """
    from recall.usecases.context import context_of
    from recall.usecases.upkeep import backups

    url = environment.database_url
    context = context_of(url, environment.settings, environment.now)
    held, problems = backups.examined(source, context)
    if problems and not force:
        others = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        told = f"is damaged: {problems[0]}{others}; --force brings it back nevertheless"
        raise BadFile(source, told)
    if not agrees(_question(held, str(context.store.location)), yes=yes, ask=not json):
        hint = f"nothing was changed; 'recall restore {source} --yes' brings it back"
        _report(
            environment, ActionView(None, more={"library": None, "kept": None}), hint, json=json
        )
        return
    done = backups.bring_back(url, source, context.now, context.today)
    kept = None if done.kept is None else str(done.kept)
    said = f"brought back to {done.place}: {_holds(held)}"
    more = {"library": done.place, "kept": kept}
    said += f"; the library before is kept in {kept}" if kept else ""
    _report(environment, ActionView("restore", more=more), said, json=json)


def _question(held: "Extent", place: str) -> str:
    return f"Put this in the place of {place}: {_holds(held)}?"


def _holds(held: "Extent") -> str:
    counts = f"{_number(held.resources, 'resource')}, {_number(held.reviews, 'review')}"
    return f"{counts}, last used {held.last_action}"


def _number(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _report(environment: Environment, view: ActionView, sentence: str, *, json: bool) -> None:
    if json:
        environment.print_view(view)
    else:
        paragraph(environment.screen, sentence)
