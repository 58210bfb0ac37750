"""One view is drawn by all: its JSON is what the command prints."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from recall.domain.ahead import year_simulation
from recall.settings import file
from recall.usecases.context import Context
from recall.usecases.find import find
from recall.usecases.resources.looking.listing import Wanted
from recall.usecases.upkeep.opening import existing_library
from recall.views.ahead import forecast_view, workload_view
from recall.views.calendar import calendar_view, return_view
from recall.views.day import NextView, day_view
from recall.views.details import details_view
from recall.views.history import history_view
from recall.views.memory.parameters import sets_view
from recall.views.memory.statistics import statistics_view
from recall.views.resource import resource_list
from recall.views.sections import sections_view
from recall.views.why import why_view
from testing.commands.command_line import CommandLine

VIEWS: list[tuple[list[str], Callable[[Context], Any]]] = [
    (["today"], lambda context: day_view(context, whole=True)),
    (["next"], lambda context: NextView(day_view(context, whole=True))),
    (["list"], lambda context: resource_list(context, Wanted())),
    (["show", "1"], lambda context: details_view(context, find(context.store, "1"))),
    (["why", "1"], lambda context: why_view(context, find(context.store, "1"))),
    (["history"], lambda context: history_view(context, 20)),
    (["section"], sections_view),
    (["stats"], lambda context: statistics_view(context, 12)),
    (["forecast"], lambda context: forecast_view(context, 30)),
    (["workload"], workload_view),
    (["optimize", "--list"], sets_view),
    (["resume"], return_view),
    (["day"], calendar_view),
]


@pytest.fixture
def lived(shipped: CommandLine) -> CommandLine:
    """The shipped library after two days of it."""
    for resource_id in ("1", "2", "3"):
        shipped.ok("grade", resource_id, "good", "--minutes", "7")
    shipped.now += timedelta(days=1)
    shipped.ok("read", "60", "--sitting", "--minutes", "20")
    return shipped


@contextmanager
def library(recall: CommandLine) -> Iterator[Context]:
    settings = file.load(str(recall.config))
    with existing_library(recall.environ["RECALL_DATABASE_URL"], settings, recall.now) as context:
        yield context


@pytest.mark.parametrize(("argv", "view"), VIEWS, ids=[" ".join(argv) for argv, _ in VIEWS])
def test_what_a_command_prints_is_the_view(
    lived: CommandLine,
    argv: list[str],
    view: Callable[[Context], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(year_simulation, "LIVES", 100)  # a year of them is enough here
    printed: dict[str, Any] = lived.ok(*argv, "--json").json
    with library(lived) as context:
        assert {"schema": 1, **view(context).as_json()} == printed
