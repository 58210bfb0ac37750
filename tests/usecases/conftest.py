"""What tests of use cases have: an open library at a fixed moment, with or without a list in it."""

from collections.abc import Iterator

import pytest

from recall.usecases.context import Context
from testing.libraries.factories import make_library


@pytest.fixture
def empty(sqlite_url: str) -> Iterator[Context]:
    """A library with nothing in it."""
    context = make_library(sqlite_url)
    with context.store:
        yield context


@pytest.fixture
def anywhere(database_url: str) -> Iterator[Context]:
    """A library with nothing in it, on each kind of database."""
    context = make_library(database_url)
    with context.store:
        yield context
