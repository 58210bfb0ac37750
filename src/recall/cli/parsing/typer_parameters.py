"""Makes Typer's functions of commands: the same parameters, described as Typer describes them."""

from collections.abc import Callable
from inspect import Parameter, Signature, cleandoc, signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from recall.cli.parsing.arguments import Option, Run


class UsageCommand(TyperCommand):
    """A command whose usage shows a repeatable argument as `RESOURCE…`.

    Typer writes it as any other, and a required one in braces.
    """

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Click gives it
        """Return the words behind the name of the command."""
        arguments = [
            parameter for parameter in self.params if parameter.param_type_name == "argument"
        ]
        return [self.options_metavar or "", *map(_in_usage, arguments)]


def _in_usage(argument: Any) -> str:
    name: str = argument.metavar
    shown = f"{name}…" if argument.nargs == -1 and not name.endswith("…") else name
    return shown if argument.required else f"[{shown}]"


def typer_function(command: Run, *, only_bare: bool = False) -> Callable[..., None]:
    """Return a function for Typer that runs a command on the environment of the run.

    With only_bare it does nothing if a subcommand was called.
    """

    def run(ctx: typer.Context, **values: Any) -> None:
        if only_bare and ctx.invoked_subcommand is not None:
            return
        code = command(ctx.obj, **values)
        if code:
            raise typer.Exit(code)

    _, *parameters = signature(command).parameters.values()
    described = [
        parameter.replace(annotation=_as_typer(parameter.annotation)) for parameter in parameters
    ]
    context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    vars(run)["__signature__"] = Signature([context, *described])
    run.__annotations__ = {
        parameter.name: parameter.annotation for parameter in (context, *described)
    }
    run.__doc__ = _unwrapped(command.__doc__ or "")
    return run


def _unwrapped(text: str) -> str:
    """Return a docstring with one line for each paragraph; the help wraps them to its width."""
    paragraphs = cleandoc(text).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)


def _as_typer(annotation: Any) -> Any:
    return Annotated[annotation.__origin__, _information(annotation.__metadata__[0])]


def _information(described: Any) -> Any:
    more = {name: value for name, value in described._asdict().items() if value is not None}
    if isinstance(described, Option):
        return typer.Option(*more.pop("names"), **more)
    return typer.Argument(**more)
