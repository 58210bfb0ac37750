"""What the tests of a session's keys have: a library with a plan."""

from collections.abc import Iterator

import pytest

from recall.settings.table import Settings
from recall.usecases.context import Context
from testing.libraries.factories import catalog, entries, make_library


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """A plan of a first reading of 20 minutes (3) and two revisits of 5 (1 and 2)."""
    settings = Settings(time_zone="Asia/Shanghai")
    made = make_library(sqlite_url, catalog(*entries(3, read=2)), settings=settings)
    with made.store:
        yield made


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The IDs of what was opened, instead of a browser."""
    found: list[int] = []
    monkeypatch.setattr("recall.cli.session.keys.open_resource", lambda one: found.append(one.id))
    return found
