"""Everything that is read or to be read: in the order of `today`, and with what holds it back."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from recall.domain.day.turns import NEEDED, Turn
from recall.settings.table import Settings
from recall.usecases.context import Context
from recall.usecases.planning.ahead.whole_library import library
from recall.usecases.planning.open_days import open_days
from recall.usecases.planning.pacing import pace_of
from recall.usecases.planning.readings.reading_line import LineRules, reading_line
from recall.usecases.planning.sections import lay_down
from testing.libraries.factories import NOW, TODAY, everything, make_library, titled
from testing.libraries.lives import LISTED, lays_down, lives_a_while


@pytest.mark.parametrize("seed", range(8))
def test_what_nothing_holds_back_is_what_is_offered_in_the_same_order(
    tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    with make_library(f"sqlite:///{tmp_path / 'library.db'}", LISTED).store as store:
        context = lives_a_while(Context(store, Settings(), NOW), random)
        lays_down(context, random)
        whole, pace = library(context), pace_of(store, context.today)
        rules = LineRules(context.today, pace, open_days(store, context), context.settings)
        assert [one for one in whole.unread if not whole.after.get(one.resource.id)] == (
            reading_line(store, rules, 99)
        )
        assert whole.unread == reading_line(store, rules, 99, with_held=True)
        read = [one.id for one in everything(context) if one.status == "read"]
        assert sorted(one.id for one in whole.read) == read


def test_a_deadline_presses_what_is_held_back_too(sqlite_url: str) -> None:
    with make_library(sqlite_url, LISTED).store as store:
        context = Context(store, Settings(), NOW)
        lay_down(context, "Section", "normal", TODAY + timedelta(3))
        turns = {one.resource.id: one.turn for one in library(context).unread}
        parts = [titled(context, f"Part {number}").id for number in range(1, 5)]
        assert {turns[number] for number in parts} == {Turn(NEEDED, TODAY + timedelta(3))}
