"""Answers of links for tests that need no server: `Answers` is a door that plays the sites."""

import threading
from collections.abc import Mapping
from time import sleep

from recall.domain.link_checks.answer import NO_SUCH_HOST, LinkAnswer

SILENT = "the host has not answered within 20 s"


class Answers:
    """Answers by URL, 200 for any other; asked has the URLs in the order of the questions."""

    def __init__(self, answers: Mapping[str, LinkAnswer] | None = None, seconds: float = 0) -> None:
        self.answers = dict(answers or {})
        self.seconds = seconds
        self.asked: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, url: str) -> LinkAnswer:
        """LinkAnswer as a site would, after a time."""
        with self._lock:
            self.asked.append(url)
        sleep(self.seconds)
        return self.answers.get(url, LinkAnswer(url, 200))


class Nothing(Answers):
    """The network is down: no name is found."""

    def __call__(self, url: str) -> LinkAnswer:
        super().__call__(url)
        return nobody(url)


def nobody(url: str) -> LinkAnswer:
    """Return the answer for a host that there is not."""
    return LinkAnswer(url, problem=NO_SUCH_HOST, heard=False)


def silence(url: str) -> LinkAnswer:
    """Return the answer for a host that says nothing."""
    return LinkAnswer(url, problem=SILENT, heard=False)
