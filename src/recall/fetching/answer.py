"""The limits of a request, the answer to it, and why there is none."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from recall.errors import RecallError

Reason = Literal[
    "address",  # no address that can be asked: another scheme, or no host
    "own network",  # it leads into the person's own network
    "no host",  # nothing has this name
    "offline",  # names cannot be looked up now, or there is no way to the network
    "refused",  # the host takes no connection, or breaks it off
    "certificate",  # it cannot prove who it is
    "silent",  # the time is over
    "redirects",  # it leads from address to address
    "too large",
    "broken",  # no HTTP, or not as much of it as was promised
    "asked to wait",  # it has asked for a pause, which is not over
    # There was an answer, but not the page.
    "login",  # the site wants to know who asks
    "blocked",  # the site keeps programs out
    "gone",  # there is no such page
    "error",  # the server says that something is wrong with it
    "unreadable",  # neither a page nor a PDF, or one that cannot be read
    "empty",  # nothing on it says anything
]
"""Why there is no answer."""


class NoAnswer(RecallError):
    """A page that gave no answer: the reason, and a sentence that names the host."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class AskLimits(NamedTuple):
    """How much a server may take of a person's time and memory.

    seconds count from the first connection to the last byte, redirects included. With cut, the
    server is asked for the first bytes alone, and what it sends beyond them is not read; without
    it a longer answer is "too large".
    """

    seconds: float = 20.0
    bytes: int = 10_000_000
    redirects: int = 10
    cut: bool = False


LIMITS = AskLimits()


class Hop(NamedTuple):
    """A redirect: the status, and the address that it led to."""

    status: int
    url: str

    @property
    def permanent(self) -> bool:
        """Whether the page says that it has moved for good."""
        return self.status in (301, 308)


class Answer(NamedTuple):
    """What a server answered; any status is an answer.

    url is the address that answered, behind all hops. The names of headers are in lower case. body
    is unpacked, and not whole if it was cut.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    hops: tuple[Hop, ...] = ()
    whole: bool = True

    @property
    def content_type(self) -> str:
        """The media type in lower case without its parameters, "" if the server says none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
