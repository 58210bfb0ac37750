"""The host of a link, and the names by which tables of hosts know it."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_USUAL = re.compile(r"https?://([a-z0-9.-]+)(/[^?#%\s]*(?:\?[^#%\s]+)?)?(?:#\S*)?")
"""An address of which no part has to be decoded: urlsplit takes ten times as long."""


@lru_cache(maxsize=1)  # asked several times of each link: for its kind, minutes and language
def host_and_rest(url: str | None) -> tuple[str, str]:
    """Split a URL into its host and its path with query, in lower case; empty if malformed."""
    if usual := _USUAL.fullmatch(url or ""):
        return usual[1].removeprefix("www.").rstrip("."), (usual[2] or "/").lower()
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return "", ""
    query = f"?{parts.query}" if parts.query else ""
    return host, unquote((parts.path or "/") + query).lower()


def names_of(host: str) -> frozenset[str]:
    """Return all names that match a host: its domains, its prefixes that end in a dot, "*"."""
    if not host:
        return frozenset()
    labels = host.split(".")
    domains = (".".join(labels[at:]) for at in range(len(labels)))
    beginnings = (".".join(labels[:at]) + "." for at in range(1, len(labels)))
    return frozenset(("*", *domains, *beginnings))


def is_one_of(names: frozenset[str], hosts: str) -> bool:
    """Return whether a list of hosts, separated by spaces, contains one of a host's names."""
    return not names.isdisjoint(hosts.split())
