"""What becomes of the fields and the state of a resource that another is joined into."""

from datetime import date
from typing import Any

import pytest

from recall.domain.library.resource import Link
from recall.domain.lists.matching.joining import Side, joined_state, joined_values
from testing.libraries.shelf import reading

CODE = Link("code", "code", "https://c.example/")


def stood(number: int, edited: str = "", **other: Any) -> Side:
    """A resource before it is joined; what is kept besides it is empty."""
    kept = {name: other.pop(name) for name in ("labels_by_hand", "kept_on") if name in other}
    before = other.pop("status_before", None)
    found = Side(reading(number, **other), frozenset(edited.split()), before, (), None)
    return found._replace(**kept)


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ({"note": "Old"}, {}, "note", "Old"),
        ({"series": "S", "part": 2}, {}, "series", "S"),
        ({"series": "S", "part": 2}, {}, "part", 2),
        ({"edited": "kind", "kind": "book"}, {}, "kind", "book"),
        ({"title": "Says much"}, {"title": "pdf"}, "title", "Says much"),
        ({"priority": "high"}, {}, "priority", "high"),
        ({"kept_on": date(2026, 3, 1)}, {}, "kept_on", date(2026, 3, 1)),
        ({"links": (CODE,)}, {}, "links", (CODE,)),
        ({"labels": ("a",)}, {"labels": ("b",)}, "labels", ("b", "a")),
        ({"labels": ("a",)}, {"labels_by_hand": ("-a",)}, "labels", ()),
        ({"labels": ("a",)}, {"labels": ("A",)}, "labels", ("A",)),
        ({"edited": "title", "title": "Mine"}, {}, "edited", frozenset({"title"})),
        ({"description": "Of a list"}, {}, "edited", frozenset({"description+"})),
        ({"edited": "links", "links": (CODE,)}, {}, "edited", frozenset({"links"})),
    ],
)
def test_what_the_other_one_gives(
    old: dict[str, Any], new: dict[str, Any], name: str, value: object
) -> None:
    assert joined_values(stood(1, **old), stood(2, **new))[name] == value


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ({"note": "Old"}, {"note": "New"}, "note"),
        ({"series": "S", "part": 2}, {"series": "T", "part": 1}, "series"),
        ({"series": "S", "part": 2}, {"edited": "series"}, "series"),
        ({"edited": "kind", "kind": "book"}, {"edited": "kind"}, "kind"),
        ({"kind": "book"}, {}, "kind"),
        ({"title": "Says much"}, {"title": "Says more"}, "title"),
        ({"title": "Says much"}, {"title": "pdf", "edited": "title"}, "title"),
        ({"priority": "high"}, {"priority": "low"}, "priority"),
        ({"kept_on": date(2026, 3, 1)}, {"kept_on": date(2026, 3, 2)}, "kept_on"),
    ],
)
def test_what_it_does_not_give(old: dict[str, Any], new: dict[str, Any], name: str) -> None:
    assert name not in joined_values(stood(1, **old), stood(2, **new))


def test_the_state_is_that_of_the_one_that_has_come_further() -> None:
    read, unread = stood(1, status="read", once=True), stood(2)
    state = joined_state(read, unread, old_is_last=False)
    assert state.values == {"status": "read", "status_before": None, "once": True}
    assert state.dated is read.resource
    aside = stood(2, status="archived", status_before="reading")
    both = joined_state(
        stood(1, status="suspended", status_before="unread"), aside, old_is_last=False
    )
    assert both.values == {"status": "suspended", "status_before": "reading", "once": False}


def test_the_date_is_that_of_the_last_review() -> None:
    old, new = stood(1, status="read"), stood(2, status="read")
    assert joined_state(old, new, old_is_last=True).dated is old.resource
    assert joined_state(old, new, old_is_last=False).dated is new.resource
