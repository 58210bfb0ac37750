"""Opens a resource in the browser."""

from recall.cli.report import named
from recall.domain.library.resource import OPENED, Resource
from recall.errors import RecallError


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
