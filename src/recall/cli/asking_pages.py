"""Asks pages for a command: says what it waits for, and stops when it is interrupted."""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from recall.cli.environment import Environment
from recall.cli.output.screen import Screen
from recall.cli.output.width import clip
from recall.domain.text.addresses import without_scheme
from recall.domain.text.plain import plain
from recall.usecases.pages.looked import Looked

_ENDINGS = ("SIGTERM", "SIGHUP")
"""Signals that end a run as Ctrl-C does; Windows has no SIGHUP."""

_SHOWN_WAIT = 1.0
"""Seconds; a shorter wait is not worth a word."""


def ask_pages(
    environment: Environment,
    urls: Sequence[str],
    take: Callable[[Iterator[Looked]], None],
    *,
    text: bool,
) -> bool:
    """Ask pages while `take` takes what comes of each; return whether the person interrupted it.

    RecallError without the libraries that read pages.
    """
    from recall.usecases.pages.asking import ask_all, refuse_without_extra

    refuse_without_extra()
    line = _Line(Screen.of(environment.stderr, environment.environ), len(urls))
    try:
        with _ended_gently():
            take(ask_all(environment.network, urls, text=text, progress=line.show))
    except KeyboardInterrupt:
        return True
    finally:
        line.clear()
    return False


class _Line:
    """A line on a terminal that says what is asked, written over again and again."""

    def __init__(self, screen: Screen, pages: int) -> None:
        self._screen = screen
        self._pages = pages

    def show(self, number: int, url: str, seconds: float) -> None:
        """Say which page is asked, and when."""
        where = plain(without_scheme(url) or url)
        wait = f"in {seconds:.0f} s, " if seconds >= _SHOWN_WAIT else ""
        self._write(f"asking {number} of {self._pages}: {wait}{where}")

    def clear(self) -> None:
        """Leave an empty line."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._screen.clears:
            self._screen.stream.write(f"\r\x1b[K{clip(text, self._screen.columns - 1)}")
            self._screen.stream.flush()


@contextmanager
def _ended_gently() -> Iterator[None]:
    """Let a closed terminal, or a computer that shuts down, interrupt as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    found = [number for name in _ENDINGS if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.signal(number, interrupt) for number in found}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
