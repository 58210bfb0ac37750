"""Who is asked when: each host at most once in a while, and all together as soon as that allows."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

GAP_SECONDS = 10.0
"""Seconds between an answer of a host and the next question to it."""

LONGEST_WAIT_SECONDS = 30.0
"""A host that wants to be left alone for longer is not asked again in this run."""

MOST_SILENCES = 2
"""A host that says nothing so often in a row is not asked again in this run."""

ANSWER_SECONDS = 2.0
"""Seconds that an answer takes, about."""


class LinkToCheck(NamedTuple):
    """A link to check, with the ID and the title of its resource."""

    resource_id: int
    title: str
    url: str
    host: str


class Pacing:
    """The links that wait, by host. Moments are seconds of any clock that goes on evenly."""

    def __init__(self, links: Iterable[LinkToCheck], gap: float = GAP_SECONDS) -> None:
        """Take the links in their order; gap is in seconds."""
        self._gap = gap
        self._ready: dict[str, float] = {}
        self._waiting: dict[str, deque[LinkToCheck]] = {}
        self._asked: set[str] = set()
        self._silent: Counter[str] = Counter()
        self.left_alone: list[LinkToCheck] = []
        for link in links:
            self._waiting.setdefault(link.host, deque()).append(link)

    def take(self, now: float) -> LinkToCheck | None:
        """Return the link to ask for now, or None if no host may be asked.

        The host with the most links goes first, because it needs the longest.
        """
        hosts = [host for host in self._free() if self._ready.get(host, now) <= now]
        if not hosts:
            return None
        host = max(hosts, key=lambda host: len(self._waiting[host]))
        link = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
        self._asked.add(host)
        return link

    def wait(self, now: float) -> float | None:
        """Return the seconds until a host may be asked; None if all that wait are being asked."""
        return min(
            (max(0.0, self._ready.get(host, now) - now) for host in self._free()), default=None
        )

    def answered(
        self,
        link: LinkToCheck,
        now: float,
        hosts: Sequence[str] = (),
        retry_after: int | None = None,
    ) -> None:
        """Let the host of a link rest, and the hosts that it led to.

        retry_after, in seconds, is what the last of them asked for.
        """
        self._asked.discard(link.host)
        self._silent[link.host] = 0
        touched = (link.host, *hosts)
        for host in touched:
            self.rest(host, self._gap, now)
        if retry_after is not None:
            self.rest(touched[-1], retry_after, now)

    def unreached(self, link: LinkToCheck) -> None:
        """Note that no question reached the host of a link, so that it need not rest."""
        self._asked.discard(link.host)

    def silent(self, link: LinkToCheck, now: float) -> None:
        """Note that a host says nothing; if it does so again, its other links are left alone."""
        self._asked.discard(link.host)
        self._silent[link.host] += 1
        self.rest(link.host, self._gap, now)
        if self._silent[link.host] >= MOST_SILENCES:
            self.left_alone += self._waiting.pop(link.host, ())

    def rest(self, host: str, seconds: float, now: float) -> None:
        """Ask a host for nothing for a time; if that is long, its links are left alone."""
        if seconds > LONGEST_WAIT_SECONDS:
            self.left_alone += self._waiting.pop(host, ())
        self._ready[host] = max(now + seconds, self._ready.get(host, now))

    @property
    def waiting(self) -> list[LinkToCheck]:
        """The links that were not asked for yet."""
        return [link for links in self._waiting.values() for link in links]

    def _free(self) -> list[str]:
        return [host for host in self._waiting if host not in self._asked]


def expected_seconds(links: Iterable[LinkToCheck]) -> float:
    """Return about how long the links take: as long as the host that has most of them."""
    counts = Counter(link.host for link in links)
    longest = max(counts.values(), default=0)
    return max(0, longest - 1) * GAP_SECONDS + longest * ANSWER_SECONDS
