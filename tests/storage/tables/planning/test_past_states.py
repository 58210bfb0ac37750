"""How resources stood when a day was over."""

import json
from datetime import timedelta

import pytest

from recall.domain.day.progress import ResourceState
from recall.errors import StorageError
from recall.storage.actions import alone
from recall.storage.tables.planning.past_states import states_after
from recall.usecases.context import Context
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.resources.shelving import archive, postpone
from recall.usecases.undoing import undo
from testing.libraries.factories import NOW, TODAY, at, titled


def state(context: Context, day: int) -> ResourceState:
    return states_after(context.store, TODAY + timedelta(day), [1])[1]


def test_each_day_has_the_state_before_the_first_action_after_it(library: Context) -> None:
    second, third = (at(library, NOW + timedelta(days)) for days in (1, 2))
    postpone(second, titled(second, "Resource 1"), TODAY + timedelta(9))
    archive(second, titled(second, "Resource 1"))
    postpone(third, titled(third, "Resource 2"), TODAY + timedelta(9))
    first, later = state(library, 0), state(library, 1)
    assert (first.status, first.due, first.is_postponed) == ("read", TODAY, False)
    assert (later.status, later.is_postponed) == ("archived", True)
    assert state(library, 2) == later
    undo(third)
    undo(third)
    assert state(library, 0) == first
    assert (state(library, 1).status, state(library, 1).is_postponed) == ("read", True)


def test_what_is_in_the_library_no_more_and_what_was_never_in_it_are_left_out(
    library: Context,
) -> None:
    added = add(library, "https://example.org/new", "New", (), Edit(minutes=5))
    undo(library)
    assert states_after(library.store, TODAY - timedelta(1), [added.id, 999]) == {}
    assert states_after(library.store, TODAY, []) == {}


def keep(context: Context, image: str) -> None:
    with alone(context.store) as connection:
        connection.execute(
            "UPDATE change SET before = :image WHERE before IS NOT NULL", {"image": image}
        )


def test_an_older_image_was_not_postponed_and_a_damaged_one_is_named(library: Context) -> None:
    archive(at(library, NOW + timedelta(1)), titled(library, "Resource 1"))
    ((image,),) = library.store.rows("SELECT before FROM change WHERE before IS NOT NULL")
    older = {name: one for name, one in json.loads(image).items() if name != "postponed_from"}
    keep(library, json.dumps(older))
    assert not state(library, 0).is_postponed
    keep(library, "{")
    with pytest.raises(StorageError, match="damaged"):
        state(library, 0)
