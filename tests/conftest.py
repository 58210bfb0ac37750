"""What every test has: a home of its own, and a library on each kind of database."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from testing.databases import postgres
from testing.desktop.dbus_server import Bus, NotificationServer, notification_server, session_bus
from testing.network import offline

pytest_plugins = [
    "testing.fixtures.browsers",
    "testing.fixtures.command_lines",
    "testing.fixtures.daemons",
    "testing.fixtures.libraries",
    "testing.fixtures.pages",
]

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=10)

SLOW = {"postgres_server", "postgres_template", "bus", "desktop", "chromium"}
"""Fixtures that start a server; a test that needs one of them is a slow one."""

# Tests make many objects and keep most of them until they end. Looking for cycles at Python's own
# pace, every 700 new objects, takes a third of the suite's time.
gc.set_threshold(50_000, 20, 100)

# The output of programs that tests start is buffered, as it is for a person.
os.environ.pop("PYTHONUNBUFFERED", None)

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG = ("CONFIG", "DATA", "CACHE", "STATE")


def pytest_configure(config: pytest.Config) -> None:
    """No test reaches the network. With `-m "not slow"` properties are tried on few examples."""
    offline.guard()
    offline.guard_children()
    quick = config.option.markexpr == "not slow"
    settings.load_profile("quick" if quick else "ci" if os.environ.get("CI") else "local")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a server. (A parameter that needs one has the mark itself.)"""
    for item in items:
        if SLOW.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Look for cycles only among what tests make, and not in all that is loaded."""
    gc.freeze()


class Folders:
    """Gives an empty folder: a new one, or one that came back and is still empty."""

    def __init__(self, above: Path) -> None:
        self._above = above
        self._numbers = count()
        self._empty: list[Path] = []

    def take(self) -> Path:
        """Return an empty folder. `mktemp` would read through the names of all before it."""
        if self._empty:
            return self._empty.pop()
        folder = self._above / str(next(self._numbers))
        folder.mkdir()
        return folder

    def give_back(self, folder: Path) -> None:
        """Keep a folder for the next test if nothing was written to it."""
        with suppress(OSError):
            if not os.listdir(folder):
                self._empty.append(folder)


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The folders of all tests."""
    return Folders(tmp_path_factory.mktemp("folders"))


@pytest.fixture
def tmp_path(folders: Folders) -> Iterator[Path]:
    """An empty folder, as pytest's own fixture gives one, which takes longer to make it."""
    folder = folders.take()
    yield folder
    folders.give_back(folder)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The homes of all tests."""
    return Folders(tmp_path_factory.mktemp("homes"))


@pytest.fixture(autouse=True)
def home(homes: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that is the test's own: nothing is read from or written to the person's."""
    folder = homes.take()
    for name in HOMES:
        monkeypatch.setenv(name, str(folder))
    for name in XDG:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in list(os.environ):
        if name.startswith("RECALL_") or name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name)
    yield folder
    homes.give_back(folder)


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Let every process that a test starts be interrupted, as one that a person starts.

    A shell starts a job in the background with SIGINT ignored, and a process passes what it
    ignores on to its children; what it handles is the default in them.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A real PostgreSQL; skipped where it is not installed, but never in CI's Linux jobs."""
    if postgres.binaries() is None:
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail("PostgreSQL is not installed, and in CI it must be")
        pytest.skip("PostgreSQL is not installed (initdb is not on PATH)")
    with postgres.running() as server:
        yield server


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite library that is not there yet."""
    return f"sqlite:///{tmp_path / 'library.db'}"


@pytest.fixture
def postgres_url(postgres_server: postgres.Server, kept_connections: None) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    url = postgres_server.new_database()
    yield url
    postgres_server.drop(url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database: a test that asks for it runs once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def bus() -> Iterator[Bus]:
    """A session bus without a notification server."""
    with session_bus() as running:
        yield running


@pytest.fixture
def server(bus: Bus) -> Iterator[NotificationServer]:
    """A notification server on that bus."""
    with notification_server(bus) as running:
        yield running


@pytest.fixture(scope="session")
def rated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of somebody whom the defaults do not describe; it is copied, not used."""
    from testing.libraries import simulated
    from testing.libraries.factories import NOW, TODAY

    path = tmp_path_factory.mktemp("rated") / "library.db"
    simulated.library(f"sqlite:///{path}", simulated.rated(1000, TODAY), NOW).store.close()
    return path
