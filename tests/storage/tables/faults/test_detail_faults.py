"""What `doctor` says about links, labels and dates of reading that cannot be."""

from typing import Any

import pytest

from recall.storage.actions import begin
from recall.storage.tables.faults.detail_faults import detail_faults
from recall.usecases.context import Context
from recall.usecases.upkeep.checking import doctor
from testing.libraries.factories import NOW, TODAY

LINK = "code\trepo\thttps://example.org"
FOUND = "repo\nhttps://example.org"
UNSEARCHED = "a search does not look through the description, labels and links that it has"
BY_HAND = "they are not what was done by hand with them"


def stored(context: Context, **values: Any) -> list[str]:
    """The problems of a resource with these values."""
    with begin(context.store, "edit", NOW, TODAY) as action:
        action.update("resource", 3, values)
    assert {fault.id for fault in detail_faults(context.store)} <= {3}
    return [f"{fault.column}: {fault.problem}" for fault in detail_faults(context.store)]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"links": LINK, "folded_details": FOUND},
        {"links": "page\t\thttps://example.org", "folded_details": "https://example.org"},
        {"labels": "A\nb", "labels_by_hand": "-c\n+b", "folded_details": "a\nb"},
        {"description": "Ｘ", "folded_details": "x", "read_on": "2024-02"},
        {"read_on": "this year"},
    ],
)
def test_what_can_be_is_no_fault(library: Context, values: dict[str, str]) -> None:
    assert stored(library, **values) == []
    assert doctor(library) == []


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"links": LINK, "labels_by_hand": "+gpu"}, f"labels: {BY_HAND}"),
        ({"links": LINK, "labels": "gpu", "labels_by_hand": "-GPU"}, f"labels: {BY_HAND}"),
        ({"links": LINK, "folded_details": None}, f"folded_details: {UNSEARCHED}"),
        ({"description": "x", "folded_details": FOUND}, f"folded_details: {UNSEARCHED}"),
    ],
)
def test_a_fault_is_told(library: Context, values: dict[str, Any], problem: str) -> None:
    assert problem in stored(library, **{"folded_details": FOUND, **values})
    assert f"resource 3, {problem}" in doctor(library)
