"""Looks at links one after the other and stores each result at once, so that none is lost."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import NamedTuple

from recall.domain.link_checks.addresses import host_of
from recall.domain.link_checks.answer import LinkAnswer
from recall.domain.link_checks.finding import Finding, found
from recall.domain.link_checks.pacing import GAP_SECONDS, LinkToCheck, Pacing, expected_seconds
from recall.domain.link_checks.verdict import judged
from recall.errors import RecallError
from recall.formats.url_identity import canonical_url
from recall.storage.tables.link_checks import findings
from recall.usecases.context import Context
from recall.usecases.link_checks.asking import AT_ONCE, Ask, answers

SILENT_HOSTS = 16
"""If this many hosts are silent and none answered, the network is down, and no more are asked."""

Clock = Callable[[], datetime]


class Offline(RecallError):
    """No host answers, so that nothing can be said about any link."""

    def __init__(self) -> None:
        super().__init__(
            "no site answers, so nothing was noted; is this computer online? If it is, check them "
            "together with a link that works"
        )


class Checked(NamedTuple):
    """A link and what was found of it."""

    link: LinkToCheck
    finding: Finding


class _Heard(NamedTuple):
    """An answer, and when it came."""

    link: LinkToCheck
    answer: LinkAnswer
    at: datetime


class Round:
    """One round through links. `run` gives what is found; `left_alone` has what was not asked."""

    def __init__(
        self,
        context: Context,
        links: Sequence[LinkToCheck],
        clock: Clock,
        gap: float = GAP_SECONDS,
        at_once: int = AT_ONCE,
    ) -> None:
        """Ask nobody yet. Sites that were asked shortly before are left alone for a while.

        gap is in seconds; total is the number of links.
        """
        self._context = context
        self._clock = clock
        self._at_once = at_once
        self._held: list[_Heard] = []
        self.total = len(links)
        self._hosts = {link.host for link in links}
        self._pacing = Pacing(links, gap)
        for host, seconds in _rests(context, clock(), gap):
            self._pacing.rest(host, seconds, monotonic())

    @property
    def left_alone(self) -> Sequence[LinkToCheck]:
        """The links of sites that want to be left alone for longer than a round may take."""
        return self._pacing.left_alone

    @property
    def seconds_left(self) -> float:
        """About how long it takes to ask for what was not asked for yet."""
        return expected_seconds(self._pacing.waiting)

    def run(self, ask: Ask) -> Iterator[Checked]:
        """Ask for each link, note what is found, and give it. Offline if nothing answers.

        Until a first site answers, silence is held back: the network may be down, and then no
        host is found, though all of them are there.
        """
        is_online = False
        for link, answer in answers(self._pacing, ask, self._at_once):
            heard = _Heard(link, answer, self._clock())
            if answer.heard is False and not is_online:
                self._hold(heard)
                continue
            if answer.heard is None:
                self._hosts.discard(link.host)
            is_online = is_online or answer.heard is True
            if is_online:
                yield from self._noted(self._held)
                self._held = []
            yield from self._noted([heard])
        if len(self._silent_hosts) > 1:
            raise Offline
        yield from self._noted(self._held)

    @property
    def _silent_hosts(self) -> set[str]:
        return {heard.link.host for heard in self._held}

    def _hold(self, heard: _Heard) -> None:
        self._held.append(heard)
        silent = len(self._silent_hosts)
        if silent > 1 and silent >= min(SILENT_HOSTS, len(self._hosts)):
            raise Offline

    def _noted(self, heard: Sequence[_Heard]) -> Iterator[Checked]:
        for link, answer, at in heard:
            look = judged(answer, link.title, _is_same)
            made = partial(found, link.url, look, at, wait=answer.retry_after)
            yield Checked(link, findings.note(self._context.store, link.resource_id, made))


def _rests(context: Context, now: datetime, gap: float) -> Iterator[tuple[str, float]]:
    """Give the hosts that must not be asked yet, each with the seconds until they may be.

    A look that is dated in the future does not count: the clock was ahead then.
    """
    looks = findings.present(context.store).values()
    for finding in (look for look in looks if look.checked_at <= now):
        until = finding.checked_at + timedelta(seconds=gap)
        left = max(until, finding.wait_until or until) - now
        for url in {finding.url, finding.final_url or finding.url}:
            yield host_of(url), left.total_seconds()


def _is_same(url: str, other: str) -> bool:
    return canonical_url(url) == canonical_url(other)
