"""How recall behaves towards servers: one visit to a host in ten seconds, pauses as asked.

A visit is a request with its redirects on that host. The memory is that of one run: a person who
adds one page after another sets the pace themselves.
"""

from collections.abc import Callable
from email.utils import parsedate_to_datetime

from recall.fetching.answer import Answer, NoAnswer

SECONDS_BETWEEN = 10.0

SECONDS_OF_HOSTS = {"export.arxiv.org": 3.0}
"""Hosts that say how often they may be asked (https://info.arxiv.org/help/api/tou.html)."""

LONGEST_WAIT = 30.0
"""Seconds. A host that asks for a longer pause is left alone."""

_PAUSE = 60.0
"""Seconds of a pause of which the server does not say how long it is."""

_ASKS_FOR_PAUSE = (429, 503)

_FORBIDDEN = 403
"""GitHub's answer when its requests of an hour are spent."""


class Courtesy:
    """When each host may be asked next."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """Remember nothing yet. The clock gives seconds and never goes back."""
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self.waited = 0.0

    def seconds_until(self, host: str) -> float:
        """Return how long it is until a host may be asked."""
        return max(0.0, self._next.get(host, 0.0) - self._clock())

    def wait(self, host: str) -> float:
        """Wait until a host may be asked, and count that as its visit; return the seconds.

        NoAnswer if it has asked for a long pause.
        """
        seconds = self.seconds_until(host)
        if seconds > LONGEST_WAIT:
            raise asked_to_wait(host, seconds)
        if seconds:
            self._sleep(seconds)
            self.waited += seconds
        self._next[host] = self._clock() + SECONDS_OF_HOSTS.get(host, SECONDS_BETWEEN)
        return seconds

    def heed(self, host: str, answer: Answer) -> None:
        """Remember the pause that an answer asks for."""
        pause = pause_of(answer)
        if pause is not None:
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + pause)


def asked_to_wait(host: str, seconds: float) -> NoAnswer:
    """Return the failure: the host wants to be left alone."""
    minutes = max(1, round(seconds / 60))
    return NoAnswer("asked to wait", f"{host} asks not to be asked for {minutes} min")


def pause_of(answer: Answer) -> float | None:
    """Return the seconds of the pause that an answer asks for; None if it asks for none."""
    headers = answer.headers
    spent = headers.get("x-ratelimit-remaining") == "0" and answer.status == _FORBIDDEN
    if answer.status not in _ASKS_FOR_PAUSE and not spent:
        return None
    after = headers.get("retry-after", "").strip()
    if after.isdecimal() and after.isascii():
        return float(after[:9])
    until = _seconds(after) if after else _whole(headers.get("x-ratelimit-reset", ""))
    sent = _seconds(headers.get("date", ""))
    return _PAUSE if until is None or sent is None else max(0.0, until - sent)


def _seconds(text: str) -> float | None:
    """Return an HTTP date as seconds since 1970, None if it is none."""
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


def _whole(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdecimal() else None
