"""What happens to a library, a disk or a port while the background program runs."""

import os
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from testing.faults.daemon.running import Libraries, Running

_PAGE = 4096
_MOST_PAGES = 60
_SHORT_SECONDS = 0.05
"""How long a library is waited for that is never let go of."""


class Trouble(NamedTuple):
    """What is done, for as long as the block lasts.

    forgets: the library that is there meanwhile does not know what was sent, or is not there
    afterwards to tell it.
    """

    name: str
    happens: Callable[[Running, Libraries, Random], AbstractContextManager[None]]
    forgets: bool = False


@contextmanager
def full_disk(_one: Running, _libraries: Libraries, random: Random) -> Iterator[None]:
    """No file can grow beyond a limit."""
    import resource  # Windows has none

    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (random.randint(0, _MOST_PAGES) * _PAGE, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))


@contextmanager
def locked(running: Running, _libraries: Libraries, random: Random) -> Iterator[None]:
    """Another program holds the library."""
    with closing(sqlite3.connect(running.library, isolation_level=None)) as other:
        other.execute(f"BEGIN {random.choice(('IMMEDIATE', 'EXCLUSIVE'))}")
        usual, running.wait_seconds = running.wait_seconds, _SHORT_SECONDS
        yield
        running.wait_seconds = usual


@contextmanager
def away(running: Running, _libraries: Libraries, _random: Random) -> Iterator[None]:
    """The library has another name, as on a disk that is not there."""
    with _kept(running.library):
        yield


@contextmanager
def a_folder(running: Running, _libraries: Libraries, _random: Random) -> Iterator[None]:
    """A folder lies there."""
    with _kept(running.library):
        running.library.mkdir()
        yield
        running.library.rmdir()


@contextmanager
def noise(running: Running, _libraries: Libraries, random: Random) -> Iterator[None]:
    """A file lies there that is none of recall's, or that is empty."""
    with _kept(running.library):
        running.library.write_bytes(random.randbytes(random.choice((0, 10, 9000))))
        yield


def _replaced(by: str) -> Callable[[Running, Libraries, Random], AbstractContextManager[None]]:
    @contextmanager
    def happens(running: Running, libraries: Libraries, _random: Random) -> Iterator[None]:
        with _kept(running.library):
            new = running.library.with_name("new.db")
            shutil.copy(getattr(libraries, by), new)
            os.replace(new, running.library)
            yield

    return happens


@contextmanager
def _kept(library: Path) -> Iterator[None]:
    """Keep a library elsewhere meanwhile, and put it back at once."""
    kept = library.with_name("kept.db")
    os.link(library, kept)
    library.unlink()
    try:
        yield
    finally:
        os.replace(kept, library)


@contextmanager
def taken_port(running: Running) -> Iterator[None]:
    """Another program listens on the port of the page."""
    with closing(socket.create_server(("127.0.0.1", running.port))):
        yield


TROUBLES = (
    Trouble("the disk is full", full_disk),
    Trouble("another program holds the library", locked),
    Trouble("the library is away", away),
    Trouble("a folder lies where the library was", a_folder),
    Trouble("noise lies where the library was", noise),
    Trouble("an older copy takes the place of the library", _replaced("older"), forgets=True),
    Trouble("another library takes its place", _replaced("other"), forgets=True),
)
