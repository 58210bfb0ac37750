"""Garbage collection while a list is read and written."""

import gc

import pytest

from recall.usecases.lists.collecting import collector_at_rest


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_rests_and_then_does_as_before(*, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with collector_at_rest():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


def test_what_was_made_meanwhile_is_old_afterwards_and_can_still_be_collected() -> None:
    frozen = gc.get_freeze_count()
    with collector_at_rest():
        made = [[number] for number in range(3)]
    old = {id(kept) for kept in gc.get_objects(generation=2)}
    assert all(id(kept) in old for kept in made)
    assert gc.get_freeze_count() == frozen
