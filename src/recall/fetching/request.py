"""An address taken apart for a request, in the characters that HTTP knows."""

from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from recall import __version__
from recall.domain.text.addresses import without_user
from recall.fetching.answer import AskLimits, NoAnswer
from recall.fetching.connection import WebServer

USER_AGENT = f"recall-reading/{__version__} (a reading list; asks for single pages)"

_PORTS = {"http": 80, "https": 443}
_UNTOUCHED = "%/:=&?~#+!$,;'@()*[]"


class Request(NamedTuple):
    """A page to ask for: its address, the server, and the path with the query.

    The address is as written, but without a user's name and password.
    """

    url: str
    server: WebServer
    path: str

    def headers(self, accept: str, limits: AskLimits) -> dict[str, str]:
        """Return the headers of the request."""
        usual = _PORTS["https" if self.server.tls else "http"]
        port = "" if self.server.port == usual else f":{self.server.port}"
        host = f"[{self.server.host}]" if ":" in self.server.host else self.server.host
        found = {
            "Host": f"{host}{port}",
            "User-Agent": USER_AGENT,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        return found | ({"Range": f"bytes=0-{limits.bytes - 1}"} if limits.cut else {})


def request_of(url: str) -> Request:
    """Take an address apart; NoAnswer if it is none that can be asked.

    A user's name and password in it are neither sent nor told to anybody.
    """
    try:
        parts = urlsplit(url)
        server = _server(parts)
    except ValueError as bad:
        shown = without_user(url)[:80]
        raise NoAnswer("address", f"'{shown}' is no address of a page") from bad
    path = quote(parts.path or "/", _UNTOUCHED)
    query = f"?{quote(parts.query, _UNTOUCHED)}" if parts.query else ""
    return Request(without_user(url), server, path + query)


def _server(parts: SplitResult) -> WebServer:
    """Return the server; ValueError if the address names none, or is not of the web."""
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("not of the web")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if any(character <= " " for character in host):
        raise ValueError("white space in the host")
    if parts.port == 0:
        raise ValueError("nothing listens at port 0")
    return WebServer(host, parts.port or _PORTS[parts.scheme], parts.scheme == "https")
