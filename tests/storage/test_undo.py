"""Any sequence of actions, taken back in any pattern, leaves what there was before each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.storage.actions import Action, Values, begin
from recall.storage.store import Store
from recall.storage.tables.log import last_action
from recall.usecases.context import Context
from testing.databases.tables import Dump, dump, living, only_gained
from testing.libraries.factories import NOW, TODAY

Step = tuple[str, int, int]
"""What to do, to which row (of those there are), and a number to make the values of."""

Todo = list[Step] | None
"""The steps of one action; None takes the last action back."""

STEPS = ("add", "change", "change many", "put", "move", "take out", "sit", "void", "take all out")

numbers = st.integers(0, 40)
steps = st.tuples(st.sampled_from(STEPS), numbers, numbers)
actions = st.lists(steps, min_size=1, max_size=4)
plans = st.lists(st.one_of(actions, st.none()), max_size=8)


@pytest.mark.slow
def test_undo_gives_back_what_there_was(library: Context) -> None:
    """Examples follow each other in one library: what was there before may be anything."""
    on_sqlite = library.store.location.path is not None

    @settings(max_examples=25 if on_sqlite else 8)
    @given(plan=plans)
    def holds(plan: list[Todo]) -> None:
        follow(library.store, plan)

    holds()


def follow(store: Store, plan: list[Todo]) -> None:
    states = [dump(store)]
    for todo in plan:
        before = dump(store)
        if todo is not None:
            carry_out(store, todo, len(before["action"]))
            states.append(dump(store))
        elif len(states) > 1:
            take_back(store, states)
        assert only_gained(before, dump(store))
    while len(states) > 1:
        take_back(store, states)


def take_back(store: Store, states: list[Dump]) -> None:
    with begin(store, "undo", NOW, TODAY) as action:
        last = last_action(action)
        assert last is not None
        action.take_back(last.id)
    states.pop()
    assert living(dump(store)) == living(states[-1])


def carry_out(store: Store, todo: list[Step], number: int) -> None:
    with begin(store, "edit", NOW, TODAY) as action:
        for index, step in enumerate(todo):
            do(action, step, f"{number}.{index}")


def do(action: Action, step: Step, name: str) -> None:
    kind, which, value = step
    resources = ids(action, "resource WHERE status <> 'removed'")
    number = resources[which % len(resources)]
    match kind:
        case "add":
            action.insert("resource", [new_resource(action, name)])
        case "change":
            action.update("resource", number, {"note": f"note {value}", "due": TODAY})
        case "change many":
            changed: dict[int, Values] = {
                resource: {"stability": value / 7} for resource in resources
            }
            action.update_many("resource", changed)
        case "sit":
            row = {"resource_id": number, "study_date": TODAY, "at": "", "minutes": value}
            action.append("sitting", row)
        case "void":
            for one in ids(action, "sitting WHERE void_by IS NULL")[: value % 3]:
                action.void("sitting", one)
        case _:
            do_to_places(action, step, number, name)


def do_to_places(action: Action, step: Step, resource: int, name: str) -> None:
    kind, which, value = step
    places = ids(action, "place")
    chosen = places[which % len(places) :][:1] if places else []
    match kind:
        case "put":
            action.insert("place", [new_place(resource, name) for _ in range(value % 3)])
        case "move":
            action.update_many("place", {one: {"ordinal": value} for one in chosen})
        case "take out":
            action.delete("place", chosen)
        case "take all out":
            action.delete("place", places)


def ids(action: Action, where: str) -> list[int]:
    return [row[0] for row in action.rows(f"SELECT id FROM {where} ORDER BY id")]


def new_place(resource: int, title: str) -> dict[str, object]:
    row = {"resource_id": resource, "list_id": 1, "ordinal": 9, "section": ""}
    return row | {"title": title}


def new_resource(action: Action, identity: str) -> dict[str, object]:
    state = dump(action)["resource"]
    row = state[min(state)] | {"identity": identity, "status": "unread", "due": None}
    row["last_review"] = row["postponed_from"] = None
    del row["id"]
    row["gone"] = bool(row["gone"])
    return row
