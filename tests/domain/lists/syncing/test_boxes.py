"""Which boxes change, by what each of three sides says."""

import pytest

from recall.domain.lists.syncing.boxes import BoxChanges, Listed, box_changes, were_ticked

# The box at the last agreement (None: never), the box now, the library; then the box to be.
RULES = [
    (None, False, False, False),
    (None, True, False, True),
    (None, False, True, True),
    (None, True, True, True),
    (False, False, False, False),
    (False, True, False, True),
    (False, False, True, True),
    (False, True, True, True),
    (True, True, True, True),
    (True, True, False, False),
    (True, False, True, False),
    (True, False, False, False),
]


@pytest.mark.parametrize(("before", "now", "read", "after"), RULES)
def test_a_change_on_one_side_goes_to_the_other(
    before: bool | None, now: bool, read: bool, after: bool
) -> None:
    base = {} if before is None else {"a": (before,)}
    changes = box_changes([Listed("a", 1, now)], base, {"a": read})
    assert after == ((now or 0 in changes.tick) and 0 not in changes.clear)


def test_a_resource_that_the_library_does_not_know_is_read_if_one_of_its_boxes_says_so() -> None:
    listed = [Listed("a", 1, True), Listed("a", 2, False), Listed("", 3, False)]
    assert box_changes(listed, {"a": (True, True)}, {}).tick == {1}


def test_a_shared_box_waits_for_all_and_a_reading_without_a_box_is_named() -> None:
    listed = [
        Listed("a", 1, False),
        Listed("b", 1, False),
        Listed("c", None, False),
        Listed("d", None, False, has_room=True),
    ]
    read = {"a": True, "b": False, "c": True, "d": True}
    assert box_changes(listed, {}, read) == BoxChanges(
        frozenset({3}), frozenset(), waiting=(0,), boxless=(2,)
    )
    assert box_changes(listed, {}, read | {"b": True}).tick == {0, 1, 3}


def test_a_place_without_a_box_is_not_named_if_the_reading_has_a_box_elsewhere() -> None:
    listed = [Listed("a", None, False), Listed("a", 1, False)]
    assert box_changes(listed, {}, {"a": True}) == BoxChanges(frozenset({1}), frozenset())


def test_places_are_matched_in_order_and_if_they_are_more_or_fewer_all_must_have_been_ticked() -> (
    None
):
    base = {"a": (True, False), "b": (True,), "c": (True, False)}
    assert were_ticked(["a", "b", "a", "b", "c", "d"], base) == [
        *(True, True, False, True),
        *(False, None),
    ]
