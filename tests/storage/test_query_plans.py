"""No question of a study day may walk through the whole library, whatever its size."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from recall.storage import day, log, resources
from recall.storage.store import Row, Store
from testing.factories import TODAY, make_library


class Planning:
    """Asks SQLite how it would answer, instead of for the answer."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.steps: list[str] = []

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        self.steps += [row[3] for row in self._store.rows(f"EXPLAIN QUERY PLAN {sql}", params)]
        return [(0, 0)] if "count(*)" in sql and "GROUP BY" not in sql else []


@pytest.fixture
def planning(tmp_path: Path) -> Iterator[Planning]:
    with make_library(f"sqlite:///{tmp_path / 'library.db'}").store as store:
        yield Planning(store)


def test_today_looks_everything_up_in_an_index(planning: Planning) -> None:
    day.done(planning, TODAY)
    day.due(planning, TODAY, 10)
    day.to_read(planning, 10)
    resources.places_of(planning, [1, 2])
    assert len(planning.steps) >= 8
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_what_is_counted_is_counted_in_an_index_alone(planning: Planning) -> None:
    day.counts(planning, TODAY)
    day.planned(planning, TODAY, TODAY + timedelta(days=365), besides=1)
    assert len(planning.steps) == 3
    assert [step for step in planning.steps if "COVERING INDEX" not in step] == []


def test_one_resource_and_its_log_are_looked_up(planning: Planning) -> None:
    resources.by_id(planning, 1)
    log.reviews(planning, 1)
    assert [step for step in planning.steps if step.startswith("SCAN")] == []


def test_a_walk_through_the_library_would_be_seen(planning: Planning) -> None:
    resources.listed(planning, resources.Filter(text="a title"))
    assert [step for step in planning.steps if step.startswith("SCAN")] != []
