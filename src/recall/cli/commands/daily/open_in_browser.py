"""`recall open`: shows the last note, then opens the browser."""

import typer

from recall.cli.acting import named, report
from recall.cli.environment import World
from recall.cli.options import Json, ResourceText
from recall.cli.output.prose import paragraph
from recall.domain.library.resource import OPENED, Resource
from recall.domain.text.plain import lines
from recall.errors import RecallError
from recall.usecases.find import find


def command(ctx: typer.Context, resource: ResourceText, json: Json = False) -> None:
    """Show your last note, then open the resource in the browser."""
    world: World = ctx.obj
    with world.library() as context:
        found = find(context.store, resource)
        if not json:
            for line in lines(found.note or ""):
                paragraph(world.screen, line, label="  ")
        open_resource(found)
        report(world, context, "open", found, f"opened {named(found)}", json)


def open_resource(resource: Resource) -> None:
    """Open it in the browser that BROWSER or the desktop names; RecallError if that fails."""
    url = resource.url
    if url is None:
        raise RecallError(f"{named(resource)} has no URL; set one with 'recall edit'")
    if not url.lower().startswith(OPENED):
        raise RecallError(f"{named(resource)}: only http, https and file URLs are opened")
    import webbrowser

    if not webbrowser.open(url):
        raise RecallError(f"no browser could be opened; set BROWSER, or go to {url}")
