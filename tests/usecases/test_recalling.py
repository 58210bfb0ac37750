"""The recall predicted of resources: by the parameters in use, which are read once if at all."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest

from recall.domain.library.card import Rating
from recall.domain.memory.forgetting_curve import retrievability
from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.storage.database.connections.connection import Row
from recall.storage.reads import Reads
from recall.usecases.context import Context
from recall.usecases.rating.grading import Grade, grade
from recall.usecases.recalling import Recall
from testing.libraries.factories import TODAY, catalog, entries, make_library, titled

LATER = TODAY + timedelta(days=9)


class Counted:
    """Asks another, and counts how often."""

    def __init__(self, reads: Reads) -> None:
        self.reads = reads
        self.asked = 0

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        self.asked += 1
        return self.reads.rows(sql, params)


@pytest.fixture
def context(sqlite_url: str) -> Iterator[Context]:
    """Resource 1 and 2 are graded today, Resource 3 is unread."""
    made = make_library(sqlite_url, catalog(*entries(3)))
    with made.store:
        for title in ("Resource 1", "Resource 2"):
            grade(made, titled(made, title), Grade(Rating.GOOD, TODAY))
        yield made


def test_it_is_the_forgetting_curve_of_the_parameters_in_use(context: Context) -> None:
    resource = titled(context, "Resource 1")
    assert resource.card.memory is not None
    expected = retrievability(resource.card.memory, 9, DEFAULT_WEIGHTS)
    assert Recall(context.store, LATER).of(resource) == expected
    assert Recall(context.store, TODAY).of(resource) == 1.0


def test_without_a_memory_there_is_none(context: Context) -> None:
    reads = Counted(context.store)
    assert Recall(reads, LATER).of(titled(context, "Resource 3")) is None
    assert reads.asked == 0


def test_the_memory_model_is_read_once_for_all(context: Context) -> None:
    reads = Counted(context.store)
    recall = Recall(reads, LATER)
    assert reads.asked == 0
    assert recall.of(titled(context, "Resource 1"))
    asked = reads.asked
    assert asked
    assert recall.of(titled(context, "Resource 2"))
    assert reads.asked == asked
