"""A joined resource is due where it would be if all of its reviews had been its own."""

from datetime import timedelta
from pathlib import Path

import pytest

from recall.domain.library.card import Rating
from recall.storage.tables import log
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.resources.joining import join
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import catalog, entries, make_library
from testing.libraries.joined import NEW, OLD, graded

OTHERS = tuple(str(number) for number in range(3, 40))


def lived(folder: Path, first: str, days: tuple[int, ...]) -> Context:
    """Make a library in which many are due on some days, and `first` took the first reviews."""
    context = make_library(f"sqlite:///{folder}/{first}.db", catalog(*entries(40)))
    for name in OTHERS:
        graded(context, name, int(name) % 3)
    for day in days[:-1]:
        graded(context, first, day)
    for name in OTHERS[:20]:
        graded(context, name, days[-1] - 1)
    graded(context, NEW, days[-1])
    return context


@pytest.mark.parametrize("days", [(0, 4), (0, 9), (0, 2, 20), (0, 5, 30)])
def test_it_is_due_on_the_day_that_load_balancing_picks(
    tmp_path: Path, days: tuple[int, ...]
) -> None:
    joined, alone = lived(tmp_path, OLD, days), lived(tmp_path, NEW, days)
    with joined.store, alone.store:
        due = join(joined, OLD, NEW).resource.card.due
        assert due == find(alone.store, NEW).card.due
        assert doctor(joined) == []


def test_a_forgotten_one_comes_back_when_the_model_says(tmp_path: Path) -> None:
    context = lived(tmp_path, OLD, (0, 9))
    with context.store:
        graded(context, NEW, 12, Rating.AGAIN)
        due = join(context, OLD, NEW).resource.card.due
        last = log.reviews(context.store, int(NEW))[-1]
        assert due == last.study_date + timedelta(last.interval)
