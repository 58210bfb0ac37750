"""An address taken apart for a request, in the characters that HTTP knows."""

from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from recall import __version__
from recall.fetching.answer import AskLimits, NoAnswer
from recall.fetching.connection import WebServer

USER_AGENT = f"recall-reading/{__version__} (a reading list; asks for single pages)"

_PORTS = {"http": 80, "https": 443}
_UNTOUCHED = "%/:=&?~#+!$,;'@()*[]"


class Request(NamedTuple):
    """A page to ask for: its address as written, the server, and the path with the query."""

    url: str
    server: WebServer
    path: str

    def headers(self, accept: str, limits: AskLimits) -> dict[str, str]:
        """Return the headers of the request."""
        port = "" if self.server.port in _PORTS.values() else f":{self.server.port}"
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

    A user's name and password in it are not sent.
    """
    try:
        parts = urlsplit(url)
        server = _server(parts)
    except ValueError as bad:
        raise NoAnswer("address", f"'{url[:80]}' is no address of a page") from bad
    path = quote(parts.path or "/", _UNTOUCHED)
    query = f"?{quote(parts.query, _UNTOUCHED)}" if parts.query else ""
    return Request(url, server, path + query)


def _server(parts: SplitResult) -> WebServer:
    """Return the server; ValueError if the address names none, or is not of the web."""
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("not of the web")
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if any(character <= " " for character in host):
        raise ValueError("white space in the host")
    return WebServer(host, parts.port or _PORTS[parts.scheme], parts.scheme == "https")
