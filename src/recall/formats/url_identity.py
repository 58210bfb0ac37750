"""The identity of a URL, by which two addresses are the same resource; and URL checks.

First the syntax is normalized (by url-normalize), then general rules apply, then the site's own
(site_rules.py). A false merge loses data, a miss only shows a duplicate: when in doubt, two
addresses stay apart. The same holds for fragments: `#/guide` is a route, `#lecture-3` a part of a
course page, `#page=40` a place that somebody chose to list. Only fragments that name no part are
dropped (`#`, `#top`, text fragments), and any anchor on a page that the table knows to be one
resource.
"""

import re
from urllib.parse import quote, urlsplit

from recall.errors import BadInput
from recall.formats.site_rules import (
    ALIASES,
    SITE_RULES,
    TOKENS,
    TRACKING,
    for_host,
    target,
)
from recall.formats.sites.addresses import Address, key, without
from recall.formats.sites.anywhere import plain

RULES_VERSION: int = 2
"""Raised with every change to the results of canonical_url; stored in libraries and catalogs."""

LONGEST_URL = 8_000
"""The most characters of an accepted URL; servers refuse far shorter ones."""

_SHOWN = 80
_SCHEMES = ("http", "https", "file")
_INVISIBLE = "\ufeff\u200b"  # byte order mark, zero-width space: copied along with a line

_EMPTY_PART = "\ufdd0"
"""Stands in an empty part of a path while url-normalize sees it."""

# An address of this shape is already normalized: url-normalize would return it unchanged but for
# a slash, and takes 0.1 ms, after an import of 30 ms.
_NORMAL = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    r"(?:/[\w~-][\w.~-]*)*/?"
    r"(?:\?[\w.~-]+=[\w.~:/-]*(?:&[\w.~-]+=[\w.~:/-]*)*)?",
    re.ASCII,
)


def canonical_url(url: str) -> str:
    """Return the identity of a web resource: equal for equal resources, and idempotent.

    It never raises: a URL that cannot be parsed, or is not http, https or file, is returned as
    written. The identity only names a resource; to open it, use the URL as written.
    """
    scheme = url.partition(":")[0].lower()
    try:
        if scheme == "file":
            return _in_normal_syntax(url)
        return _identity(url) if scheme in _SCHEMES else url
    except ValueError:  # bad hosts and ports; the errors of idna and Unicode are ValueErrors too
        return url


def checked_url(text: str) -> str:
    """Return the URL as written, without white space around it.

    Raises BadInput for a scheme other than http, https and file, for a missing or bad host, for
    white space or unprintable characters inside, and for a URL that is too long.
    """
    url = text.strip().strip(_INVISIBLE).strip()
    if len(url) > LONGEST_URL:
        raise BadInput(
            f"this URL has {len(url):,} characters; at most {LONGEST_URL:,} are accepted"
        )
    if problem := _problem(url):
        raise BadInput(f"{_shown(url)} {problem}")
    return url


def _problem(url: str) -> str | None:
    """Return what is wrong with a URL and what to do, or None."""
    if _NORMAL.fullmatch(url):
        return None
    if not url.isprintable() or " " in url:
        return "has white space or invisible characters inside; write a space as %20"
    scheme, colon, _ = url.partition(":")
    if not colon or scheme.lower() not in _SCHEMES:
        return "is not a URL; give one that starts with http://, https:// or file:///"
    try:
        parts = urlsplit(url)
        named = parts.path.startswith("/") if parts.scheme == "file" else parts.hostname
        # Reading the port raises if it is bad.
        return None if named and (parts.port or 0) >= 0 else "names no place; is it complete?"
    except ValueError:
        return "has a host or a port that cannot be read; check it for typing errors"


def _shown(url: str) -> str:
    """Return a URL for an error message: short, in quotes, without escape sequences."""
    return repr(url[:_SHOWN] + "…" if len(url) > _SHOWN else url)


def _identity(url: str) -> str:
    address = _parsed(url)
    while (leads_to := target(address)) is not None:
        address = _parsed(leads_to)
    address = plain(address)
    for rule in for_host(SITE_RULES, address.host, ()):
        if (found := rule(address)) is not None:
            address = found
            break
    query = f"?{'&'.join(address.query)}" if address.query else ""
    fragment = f"#{address.fragment}" if address.fragment else ""
    return f"https://{address.host}{address.path}{query}{fragment}"


def _parsed(url: str) -> Address:
    """Return a parsed URL, after the general rules."""
    base, _, fragment = url.partition("#")
    if not _NORMAL.fullmatch(base):
        base = _in_normal_syntax(base)
    place, _, query = base.partition("://")[2].partition("?")
    name, _, path = place.partition("/")
    host = _host(name)
    return Address(host, "/" + path.rstrip("/"), _query(query, host), _fragment(fragment))


def _in_normal_syntax(url: str) -> str:
    """Return the URL with normalized case, international host, dot segments, port and escapes.

    The fragment is not passed to url-normalize, which would escape the slashes of routes.
    """
    from url_normalize import url_normalize

    base, mark, fragment = url.partition("#")
    normal = _with_empty_parts(url_normalize(_without_empty_parts(base)) or base)
    return normal + mark + (_escaped(fragment) if mark else "")


def _without_empty_parts(url: str) -> str:
    """Put a mark into each empty part of a path, which url-normalize would leave out."""
    place, asked, query = url.partition("?")
    scheme, colons, rest = place.partition("://")
    while "//" in rest.rstrip("/"):
        end = len(rest.rstrip("/"))
        rest = rest[:end].replace("//", f"/{_EMPTY_PART}/") + rest[end:]
    return f"{scheme}{colons}{rest}{asked}{query}"


def _with_empty_parts(url: str) -> str:
    return url.replace(quote(_EMPTY_PART), "")


def _host(host: str) -> str:
    """Return the host without `www.` and port 443; `www.com` is a name of its own."""
    host = host.removesuffix(":443")
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    if not host:
        raise ValueError("no host is left")
    return ALIASES.get(host, host)


def _query(query: str, host: str) -> tuple[str, ...]:
    """Return the parameters that may distinguish resources, by name; equal names keep order."""
    if not query:
        return ()
    written = tuple(p for p in query.split("&") if not p.startswith("utm_"))
    parameters = without(written, TRACKING | for_host(TOKENS, host, frozenset()))
    if any("=" not in parameter for parameter in parameters):
        return parameters  # `?/topic/12&all`: an unusual site, on which order may matter
    return tuple(sorted(parameters, key=key))


def _fragment(fragment: str) -> str:
    """Return the fragment if it may name a part of the page; see the module docstring."""
    part = fragment.partition(":~:")[0]
    return "" if part == "top" else _escaped(part)


def _escaped(fragment: str) -> str:
    """Return a fragment with non-ASCII characters escaped, and escapes in upper case."""
    if not fragment:
        return ""
    escaped = quote(fragment, safe="%/:?#[]@!$&'()*+,;=~", errors="surrogateescape")
    return re.sub(r"%[0-9a-fA-F]{2}", lambda escape: escape[0].upper(), escaped)
