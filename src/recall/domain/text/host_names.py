"""Names of hosts as people write them for the page, and as its setting keeps them."""

import re
from collections.abc import Collection

from recall.domain.text.written import words

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?", re.ASCII)


def read_hosts(value: object) -> frozenset[str]:
    """Read 'desk.local:7322, desk.tailnet.ts.net'; a scheme before a name is left out."""
    names = [word.partition("://")[2] or word for word in words(value, allow_none=True)]
    hosts = frozenset(name.rstrip("/") for name in names)
    if not all(map(_HOST.fullmatch, hosts)):
        raise ValueError("names of hosts, such as desk.tailnet.ts.net or desk.local:7322")
    return hosts


def write_hosts(hosts: Collection[str]) -> str:
    """Write names of hosts as read_hosts reads them."""
    return ", ".join(sorted(hosts))
