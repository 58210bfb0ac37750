"""Opens a resource in the browser."""

from recall.cli.report import named
from recall.domain.library.resource import OPENED, Link, Resource
from recall.errors import RecallError


def open_resource(resource: Resource, link: Link | None = None) -> None:
    """Open it, or a further link of it, in the browser that BROWSER or the desktop names.

    RecallError if that fails.
    """
    url = resource.url if link is None else link.url
    if url is None:
        raise RecallError(f"{named(resource)} has no URL; set one with 'recall edit'")
    if not url.lower().startswith(OPENED):
        raise RecallError(f"{named(resource)}: only http, https and file URLs are opened")
    import webbrowser

    if not webbrowser.open(url):
        raise RecallError(f"no browser could be opened; set BROWSER, or go to {url}")
