"""Asks for several links at once, as the pacing allows, each in a thread of its own."""

from collections.abc import Callable, Iterator
from queue import Empty, Queue
from threading import Thread
from time import monotonic

from recall.domain.link_checks.addresses import host_of
from recall.domain.link_checks.answer import NO_SUCH_HOST, LinkAnswer
from recall.domain.link_checks.pacing import LinkToCheck, Pacing

AT_ONCE = 8
"""The most links that are asked for at the same time."""

_LOOK_SECONDS = 0.5
"""Ctrl-C is noticed within this time, also on Windows."""

Ask = Callable[[str], LinkAnswer]
"""Asks for a URL. It ends within a time of its own, and gives problems as an answer."""

_Result = tuple[LinkToCheck, LinkAnswer | Exception]


def answers(
    pacing: Pacing, ask: Ask, at_once: int = AT_ONCE
) -> Iterator[tuple[LinkToCheck, LinkAnswer]]:
    """Give each link with its answer, in the order in which they come.

    The threads end with the program: whoever stops waiting need not wait for them.
    """
    results: Queue[_Result] = Queue()
    running = 0
    while True:
        while running < at_once and (link := pacing.take(monotonic())) is not None:
            Thread(target=_ask, args=(ask, link, results), daemon=True).start()
            running += 1
        wait = pacing.wait(monotonic())
        if wait is None and not running:
            return
        try:
            link, answer = results.get(
                timeout=_LOOK_SECONDS if wait is None else min(wait, _LOOK_SECONDS)
            )
        except Empty:
            continue
        running -= 1
        if isinstance(answer, Exception):
            raise answer
        _note(pacing, link, answer)
        yield link, answer


def _note(pacing: Pacing, link: LinkToCheck, answer: LinkAnswer) -> None:
    """Let the hosts that were asked rest. A name that is not found reaches no host."""
    if answer.heard is None or answer.problem == NO_SUCH_HOST:
        pacing.unreached(link)
    elif answer.heard:
        hosts = [host_of(redirect.url) for redirect in answer.redirects]
        pacing.answered(link, monotonic(), hosts, answer.retry_after)
    else:
        pacing.silent(link, monotonic())


def _ask(ask: Ask, link: LinkToCheck, results: Queue[_Result]) -> None:
    try:
        results.put((link, ask(link.url)))
    except Exception as error:
        results.put((link, error))
