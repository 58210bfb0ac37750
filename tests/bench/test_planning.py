"""The libraries that times are measured with are what the benches say they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.planning import ClockedStore, day, let_all_fall_due, library
from recall.usecases.context import Context
from testing.libraries.factories import NOW

COUNT = 200


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Context, ClockedStore]]:
    context, store = library(tmp_path, COUNT, NOW)
    with store:
        yield context, store


def test_half_of_the_visits_were_timed(made: tuple[Context, ClockedStore]) -> None:
    _, store = made
    ((visits, timed),) = store.rows("SELECT count(*), count(minutes) FROM review")
    assert 0.4 < timed / visits < 0.6


def test_everything_can_be_let_fall_due(made: tuple[Context, ClockedStore]) -> None:
    context, store = made
    let_all_fall_due(store, context.today)
    sql = "SELECT count(*) FROM resource WHERE status = 'read' AND last_review < due AND due <= :on"
    assert store.rows(sql, {"on": context.today.isoformat()}) == [(COUNT,)]
    assert "target 150 ms" in day(context, store)
    assert store.seconds > 0
