"""Labels: what the person put on and took off is told apart from what lists say."""

import pytest

from recall.domain.library.labels import changed_by_hand, distinct, holds, with_hand


def test_labels_differ_by_more_than_case_and_width() -> None:
    assert distinct(["GPU", "gpu", "ＧＰＵ", "math"]) == ("GPU", "math")
    assert holds(["GPU"], "gpu")
    assert not holds(["GPU"], "gp")


@pytest.mark.parametrize(
    ("listed", "by_hand", "labels"),
    [
        ((), (), ()),
        (("a", "b"), (), ("a", "b")),
        (("a", "b"), ("-B",), ("a",)),
        (("a",), ("+b",), ("a", "b")),
        (("a",), ("+A",), ("a",)),
        ((), ("-a", "+b"), ("b",)),
        (("a", "A"), (), ("a",)),
    ],
)
def test_the_list_gives_labels_and_the_person_has_the_last_word(
    listed: tuple[str, ...], by_hand: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    assert with_hand(listed, by_hand) == labels


@pytest.mark.parametrize(
    ("before", "put", "taken", "after"),
    [
        ((), ("a",), ("b",), ("-b", "+a")),
        (("+a",), (), ("A",), ("-A",)),
        (("-a",), ("a",), (), ("+a",)),
        (("+a", "-b"), ("c",), (), ("+a", "-b", "+c")),
        ((), ("a",), ("a",), ("+a",)),
    ],
)
def test_the_last_thing_done_by_hand_counts(
    before: tuple[str, ...], put: tuple[str, ...], taken: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert changed_by_hand(before, put, taken) == after
