"""The base of a sync: what is kept of each reading, and what follows for a resource."""

import json

from recall.domain.lists.syncing.base import BaseEntry, marks, renamed, ticks, unticked

ENTRIES = (
    BaseEntry("a", "read", "A", ("S", "T"), 3),
    BaseEntry("a", "", "A again", ("S",), 9),
    BaseEntry("b", "begun", "B", (), 4),
    BaseEntry("b", "dropped", "B", (), 5),
    BaseEntry("c", "dropped", "C", (), 6),
    BaseEntry("d", "dropped", "D", (), 7),
    BaseEntry("d", "", "D", (), 8),
)


def test_an_entry_comes_back_from_json_as_it_was() -> None:
    assert tuple(map(BaseEntry.of, json.loads(json.dumps(ENTRIES)))) == ENTRIES


def test_an_entry_of_an_older_library_said_more() -> None:
    stored = ["a", "read", "A", ["S", "T"], 3, "- [x] A", "- [ ] A", True]
    assert BaseEntry.of(stored) == ENTRIES[0]


def test_ticks_are_as_if_they_had_not_been_there() -> None:
    assert ticks(unticked(ENTRIES, ["a"])) == ticks(ENTRIES) | {"a": (False, False)}


def test_several_places_of_a_resource_say_one_thing_together() -> None:
    assert ticks(ENTRIES) == {
        "a": (True, False),
        "b": (False, False),
        "c": (False,),
        "d": (False, False),
    }
    assert marks(ENTRIES) == {"a": "read", "b": "begun", "c": "dropped", "d": ""}


def test_entries_follow_resources_that_have_new_identities() -> None:
    assert [one.key for one in renamed(ENTRIES[:3], {"a": "x"})] == ["x", "x", "b"]
