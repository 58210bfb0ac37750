"""The names by which the page may be asked for: a name of others must not lead here.

That would be DNS rebinding: a page of theirs could read what this one shows.
"""

from collections.abc import Callable, Collection

from starlette.datastructures import Headers
from starlette.types import Scope

from recall.web.guard.refusal import Refusal

_HTTP_PORT = 80


def own_names(port: int) -> frozenset[str]:
    """Return the names that this computer has for itself, with the port."""
    names = ("127.0.0.1", "[::1]", "localhost")
    ports = (f":{port}", "") if port == _HTTP_PORT else (f":{port}",)
    return frozenset(name + one for name in names for one in ports)


def host_check(hosts: Collection[str]) -> Callable[[Scope], Refusal | None]:
    """Return a check that refuses each name but these."""

    def check(scope: Scope) -> Refusal | None:
        named = Headers(scope=scope).getlist("host")
        is_ours = len(named) == 1 and named[0].lower() in hosts
        return None if is_ours else Refusal(421, "host")

    return check
