"""The one door to the network: `Network.ask`.

http.client speaks, from the standard library. It takes a connection that is open already, so the
address that was checked is the very one that is asked, and every read goes through the deadline.
The libraries above it (requests, httpx) connect by name, limit only the time between two bytes,
and take proxies and passwords from the environment.
"""

import time
import zlib
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from urllib.parse import urljoin

from recall.fetching.answer import LIMITS, Answer, AskLimits, Hop, NoAnswer
from recall.fetching.connection import Connect, TimedSocket, connected
from recall.fetching.courtesy import Courtesy
from recall.fetching.deadline import Deadline, too_slow
from recall.fetching.request import Request, request_of
from recall.fetching.unpacking import TooLarge, read_body

_REDIRECTS = (301, 302, 303, 307, 308)


class Network:
    """Asks pages for a person, one after the other, and remembers when each host was asked."""

    def __init__(
        self,
        connect: Connect = connected,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Connect nowhere yet. Tests give their own connect, clock and sleep."""
        self._connect = connect
        self._clock = clock
        self._courtesy = Courtesy(clock, sleep)

    def seconds_until(self, url: str) -> float:
        """Return how long it is until the host of an address may be asked; 0 for any text."""
        try:
            return self._courtesy.seconds_until(request_of(url).server.host)
        except NoAnswer:
            return 0.0

    def busy(self) -> float:
        """Return seconds that only rise, without those of waiting for the turn of a host."""
        return self._clock() - self._courtesy.waited

    def ask(self, url: str, limits: AskLimits = LIMITS, accept: str = "*/*") -> Answer:
        """Ask for a page by GET, and follow its redirects; wait before that if the host needs it.

        Each address on the way must be http or https and lead to the public network. NoAnswer if
        there is no answer within the limits; nothing else is raised.
        """
        deadline, hops = Deadline(limits.seconds, self._clock), list[Hop]()
        waited_for = set[str]()
        request = request_of(url)
        while True:
            host = request.server.host
            if host not in waited_for:
                waited_for.add(host)
                deadline.put_off(self._courtesy.wait(host))
            answer = self._answer(request, limits, accept, deadline)
            self._courtesy.heed(host, answer)
            if answer.status not in _REDIRECTS:
                return answer._replace(hops=tuple(hops))
            there = answer.headers.get("location")
            if not there:
                raise NoAnswer(
                    "redirects", f"{host} leads on, but does not say where ({answer.status})"
                )
            if len(hops) == limits.redirects:
                first = request_of(url).server.host
                raise NoAnswer("redirects", f"{first} leads from one address to the next")
            request = _next(request, there)
            hops.append(Hop(answer.status, request.url))

    def _answer(
        self, request: Request, limits: AskLimits, accept: str, deadline: Deadline
    ) -> Answer:
        host = request.server.host
        try:
            return self._exchange(request, limits, accept, deadline)
        except TimeoutError as error:
            raise too_slow(host, limits.seconds) from error
        except (HTTPException, zlib.error, ValueError) as error:
            raise NoAnswer("broken", f"{host} sends what is not HTTP, or breaks off") from error
        except OSError as error:
            raise NoAnswer("refused", f"{host} breaks the connection off") from error

    def _exchange(
        self, request: Request, limits: AskLimits, accept: str, deadline: Deadline
    ) -> Answer:
        opened = self._connect(request.server, deadline)
        http = HTTPConnection(request.server.host, request.server.port)
        http.sock = TimedSocket(opened, request.server.host, deadline)  # all that it uses of one
        try:
            http.request("GET", request.path, headers=request.headers(accept, limits))
            return _read(http.getresponse(), request, limits)
        finally:
            opened.close()


def _next(request: Request, location: str) -> Request:
    """Return where a redirect leads; without a fragment there, ours is kept (RFC 9110, 10.2.2)."""
    try:
        there = urljoin(request.url, location.encode("latin-1").decode("utf-8", "replace"))
    except ValueError as bad:
        raise NoAnswer("address", f"{request.server.host} leads to what is no address") from bad
    fragment = request.url.partition("#")[2]
    return request_of(there if "#" in there or not fragment else f"{there}#{fragment}")


def _read(response: HTTPResponse, request: Request, limits: AskLimits) -> Answer:
    """Return an answer; of a header that comes more than once, the first counts."""
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        headers.setdefault(name.lower(), value)
    found, whole = b"", True
    if response.status not in _REDIRECTS:
        found, whole = _body(response, request, headers.get("content-encoding", ""), limits)
    return Answer(request.url, response.status, headers, found, whole=whole)


def _body(
    response: HTTPResponse, request: Request, encoding: str, limits: AskLimits
) -> tuple[bytes, bool]:
    """Return the body, and whether it is whole.

    With cut, a body that is too large, breaks off or stops coming is as good as the part of it
    that has come: the status is known.
    """
    if (response.length or 0) > limits.bytes and not limits.cut:
        raise _too_large(request, limits)
    found = bytearray()
    try:
        read_body(response.read, encoding, limits.bytes, found)
        if response.length:
            raise IncompleteRead(bytes(found), response.length)
    except TooLarge as more:
        if not limits.cut:
            raise _too_large(request, limits) from more
    except (HTTPException, zlib.error, ValueError, OSError, NoAnswer):
        if not limits.cut:
            raise
    else:
        return bytes(found), True
    return bytes(found), False


def _too_large(request: Request, limits: AskLimits) -> NoAnswer:
    most = f"{limits.bytes / 1_000_000:g} MB"
    return NoAnswer("too large", f"the page at {request.server.host} has more than {most}")
