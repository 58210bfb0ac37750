"""Sets of parameters: one is in use, all are kept, and undoing takes only the use from one."""

import pytest

from recall.domain.memory.scheduling import DEFAULT_WEIGHTS
from recall.errors import StorageError
from recall.storage import integrity
from recall.storage.actions import begin
from recall.storage.tables.parameters import (
    Parameters,
    by_id,
    kept,
    latest,
    made_under,
    replayed_under,
    use,
)
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY
from testing.libraries.other_parameters import SCORES, adopt
from testing.libraries.simulated import OTHER_WEIGHTS

OTHER = OTHER_WEIGHTS


def adopted(library: Context) -> int:
    return adopt(library, OTHER)


def test_a_library_begins_with_the_defaults_in_use(library: Context) -> None:
    assert latest(library.store) == Parameters(1, DEFAULT_WEIGHTS)
    (defaults,) = kept(library.store)
    assert (defaults.id, defaults.in_use, defaults.scores) == (1, True, None)


def test_an_adopted_set_is_in_use_and_the_one_before_is_kept(library: Context) -> None:
    assert adopted(library) == 2
    assert latest(library.store) == Parameters(2, OTHER)
    assert by_id(library.store) == {1: DEFAULT_WEIGHTS, 2: OTHER}
    before, now = kept(library.store)
    assert (before.in_use, now.in_use) == (False, True)
    assert (now.scores, now.note, now.created_at) == (
        SCORES,
        "fitted to the log",
        "2026-03-02T01:30:00Z",
    )


def test_an_older_set_can_be_used_again(library: Context) -> None:
    adopted(library)
    with begin(library.store, "parameters", NOW, TODAY) as action:
        use(action, 1)
    assert latest(library.store).id == 1
    assert [one.id for one in kept(library.store)] == [1, 2]


def test_undoing_goes_back_to_the_set_before_and_keeps_the_row(library: Context) -> None:
    adopted(library)
    with begin(library.store, "parameters", NOW, TODAY) as action:
        use(action, 1)
    undo(library)
    assert latest(library.store).id == 2
    undo(library)
    assert latest(library.store).id == 1
    assert by_id(library.store)[2] == OTHER
    assert integrity.problems(library.store) == []


@pytest.mark.parametrize("in_use", ["true", "false"])
def test_two_sets_in_use_or_none_is_a_contradiction(library: Context, in_use: str) -> None:
    adopted(library)
    tamper(library, f"UPDATE parameters SET in_use = {in_use}")
    assert integrity.problems(library.store) == [
        {
            "true": "parameters 1, in_use: it is in use, and so is parameters 2",
            "false": "parameters 2, in_use: no set of parameters is in use",
        }[in_use]
    ]


def tamper(library: Context, sql: str) -> None:
    with library.store.transaction() as connection:
        connection.execute(sql)


@pytest.mark.parametrize("in_use", ["true", "false"])
def test_a_kept_set_can_be_used_where_two_are_in_use_or_none(library: Context, in_use: str) -> None:
    adopted(library)
    tamper(library, f"UPDATE parameters SET in_use = {in_use}")
    with begin(library.store, "parameters", NOW, TODAY) as action:
        use(action, 1)
    assert [one.id for one in kept(library.store) if one.in_use] == [1]


def test_no_set_in_use_is_told_in_one_line(library: Context) -> None:
    tamper(library, "UPDATE parameters SET in_use = false")
    with pytest.raises(StorageError, match=r"^no parameter set is in use; .*'recall doctor'"):
        latest(library.store)


SPOILED = {
    "short": "[1.0, 2.0]",
    "empty": "",
    "text": f"[{', '.join(['much'] * 21)}]",
    "nan": f"[{', '.join(['NaN'] * 21)}]",
    "infinite": f"[{', '.join(['1e999'] * 21)}]",
    "without forgetting": f"[{', '.join(['1.0'] * 20)}, 0.0]",
}


@pytest.mark.parametrize("weights", SPOILED.values(), ids=SPOILED)
def test_weights_that_are_none_are_told_in_one_line(library: Context, weights: str) -> None:
    tamper(library, f"UPDATE parameters SET weights = '{weights}'")
    for read in (latest, by_id):
        with pytest.raises(StorageError, match=r"^parameter set 1 .*'recall doctor'"):
            read(library.store)
    (told,) = integrity.problems(library.store)
    assert told.startswith("parameters 1, weights: ")


def test_a_memory_is_of_the_set_that_replayed_it(library: Context) -> None:
    assert made_under(library.store) == replayed_under(library.store) == {}
    with begin(library.store, "reschedule", NOW, TODAY) as action:
        action.update("resource", 1, {"parameters_id": 1})
    assert made_under(library.store) == replayed_under(library.store) == {1: 1}
