"""That only the page itself changes something: no page of others can send its forms here."""

from starlette.datastructures import Headers
from starlette.types import Scope

from recall.web.guard.refusal import Refusal

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
"""Methods that change nothing."""

_FROM_HERE = ("same-origin", "none")
"""What browsers say of a request of this page, or of the person's own; not `same-site`: other
programs on this computer are the same site."""


def origin_check(scope: Scope) -> Refusal | None:
    """Refuse a request to change something that does not come from this page.

    Each browser says so by one of two headers. A browser that is not told to trust the address, as
    a phone without HTTPS, sends only the second.
    """
    if scope["method"] in SAFE_METHODS:
        return None
    headers = Headers(scope=scope)
    sites, origins = headers.getlist("sec-fetch-site"), headers.getlist("origin")
    own = f"{scope['scheme']}://{headers.get('host', '')}"
    if sites:
        is_ours = all(site in _FROM_HERE for site in sites)
    else:
        is_ours = [origin.lower() for origin in origins] == [own.lower()]
    return None if is_ours else Refusal(403, "origin")
