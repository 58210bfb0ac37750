"""What tests of grading have: a library with readings and revisits, open."""

from collections.abc import Iterator

import pytest

from recall.domain.library.resource import Resource
from recall.usecases.context import Context
from testing.libraries.factories import titled
from testing.libraries.grading import gradable


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """The library that `gradable` makes."""
    made = gradable(sqlite_url)
    with made.store:
        yield made


@pytest.fixture
def unread(context: Context) -> Resource:
    """A resource in it that was never read."""
    return titled(context, "Resource 2")
