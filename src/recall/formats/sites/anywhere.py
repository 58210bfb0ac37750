"""Addresses that any host may have: pages for telephones (AMP), and posts that came by mail."""

import re

from recall.formats.sites.addresses import Address, key, names, without

_AMP = names("amp amp= amp=1 amp=true outputType=amp")
# A page may be about AMP: only what reads like an article before it is one for telephones.
_AMP_PATH = re.compile(r"(.*/(?:[^/]*-[^/]*-[^/]*|[^/]*\d{4,}[^/]*|[^/]+\.html?))/amp")
_AMP_CACHE = re.compile(r"/[cv]/(?:s/)?([\w-]+(?:\.[\w-]+)+)(/.*)?")
_GOOGLE_AMP = re.compile(r"/amp/(?:s/)?([\w-]+(?:\.[\w-]+)+)(/.*)?")

_SUBSTACK_POST = re.compile(r"/p/[^/]+")
_SUBSTACK_MAIL = names("publication_id post_id isFreemail triedRedirect showWelcomeOnShare")
_SUBSTACK = _SUBSTACK_MAIL | names("r s token showWelcome autoPlay embed")


def served_by_google(address: Address) -> str | None:
    """Return the address of which this is Google's copy for telephones; None if it is none."""
    if address.host.endswith(".cdn.ampproject.org"):
        found = _AMP_CACHE.fullmatch(address.path)
    else:
        found = _GOOGLE_AMP.fullmatch(address.path) if address.host == "google.com" else None
    if not found:
        return None
    query = f"?{'&'.join(address.query)}" if address.query else ""
    return f"https://{found[1]}{found[2] or '/'}{query}"


def plain(address: Address) -> Address:
    """Return the address of the page itself, for one for telephones or from a mail."""
    if not address.query and not address.path.endswith("/amp"):
        return address
    query = tuple(p for p in address.query if p not in _AMP)
    found = _AMP_PATH.fullmatch(address.path)
    path = found[1] if found else address.path
    mailed = any(key(parameter) in _SUBSTACK_MAIL for parameter in query)
    if mailed and _SUBSTACK_POST.fullmatch(path):
        query = without(query, _SUBSTACK)
    return address._replace(path=path, query=query)
