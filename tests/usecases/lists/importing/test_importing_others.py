"""Imports beside other lists, and beside what the person added by hand."""

from pathlib import Path

import pytest

from recall.usecases.context import Context
from recall.usecases.lists.report import Report
from recall.usecases.resources.adding import add
from recall.usecases.resources.changing import Edit
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import catalog, entry, everything, titled
from testing.lists.own_list import take, take_text, with_own_list


@pytest.fixture
def mine(empty: Context, tmp_path: Path) -> Context:
    return with_own_list(empty, tmp_path)


def test_two_files_side_by_side_that_share_half_their_links_are_two_lists(
    empty: Context, tmp_path: Path
) -> None:
    both = "".join(f"- [Shared {n}](https://example.org/{n})\n" for n in range(4))
    todo, other = f"{both}- [A](https://example.org/a)\n", f"{both}- [B](https://example.org/b)\n"
    take_text(empty, tmp_path, todo, "todo.md")
    assert take_text(empty, tmp_path, other, "other.md").gone == 0
    for name, text in (("todo.md", todo), ("other.md", other)):
        assert not take_text(empty, tmp_path, text, name).changes
    (tmp_path / "todo.md").unlink()
    moved = take_text(empty, tmp_path, todo.replace("Shared 1", "Renamed"), "moved.md")
    assert moved.edit_of == str(tmp_path / "todo.md")


def test_another_list_is_kept_apart(mine: Context) -> None:
    report = take(mine, catalog(entry("A"), entry("B")), "/other.md")
    assert report == Report(new=2)
    assert not any(one.gone for one in everything(mine))


def test_what_was_added_by_hand_is_never_edited_by_a_file(empty: Context) -> None:
    add(empty, "https://example.org/A", "Mine", (), Edit())
    assert take(empty, catalog(entry("A"), entry("B"))) == Report(new=1, updated=1)
    assert take(empty, catalog(entry("B"))) == Report(updated=1, unchanged=1)
    assert [one.gone for one in everything(empty)] == [False, False]


SHARED = entry("Shared", section=("Two",))


@pytest.fixture
def two(empty: Context) -> Context:
    """Two lists that share one resource; it stands last in the second."""
    take(empty, catalog(entry("A"), entry("Shared"), entry("C")), "/one.md")
    second = catalog(entry("X"), entry("Y"), entry("Z"), SHARED)
    assert take(empty, second, "/two.md") == Report(new=3, updated=1)
    return empty


def test_a_shared_resource_stands_in_both_lists(two: Context) -> None:
    found = titled(two, "Shared")
    assert [place.section for place in found.places] == [("Section",), ("Two",)]


def test_lists_that_share_a_resource_can_be_imported_again_and_again(two: Context) -> None:
    one = catalog(entry("A"), entry("Shared"), entry("C"))
    other = catalog(entry("X"), entry("Y"), entry("Z"), SHARED._replace(title="Same"))
    take(two, other, "/two.md")
    for _ in range(2):
        assert take(two, one, "/one.md") == Report(unchanged=3)
        assert take(two, other, "/two.md") == Report(unchanged=4)


def test_a_shared_resource_is_gone_when_no_list_has_it(two: Context) -> None:
    assert take(two, catalog(entry("A"), entry("C")), "/one.md") == Report(updated=1, unchanged=2)
    found = titled(two, "Shared")
    assert (found.gone, [place.section for place in found.places]) == (False, [("Two",)])
    assert take(two, catalog(entry("A"), entry("C")), "/one.md") == Report(unchanged=2)
    second = catalog(entry("X"), entry("Y"), entry("Z"))
    assert take(two, second, "/two.md") == Report(unchanged=3, gone=1)
    assert titled(two, "Shared").gone
    assert doctor(two) == []


def test_what_one_list_lost_another_can_bring_back(two: Context) -> None:
    take(two, catalog(entry("X"), entry("Y"), entry("Z")), "/two.md")
    take(two, catalog(entry("A"), entry("C")), "/one.md")
    assert titled(two, "Shared").gone
    again = catalog(entry("X"), entry("Y"), entry("Z"), SHARED._replace(title="Again"))
    assert take(two, again, "/two.md") == Report(updated=1, unchanged=3)
    found = titled(two, "Again")
    assert (found.gone, [place.section for place in found.places]) == (False, [("Two",)])
    assert [one.title for one in everything(two)] == ["A", "C", "X", "Y", "Z", "Again"]
