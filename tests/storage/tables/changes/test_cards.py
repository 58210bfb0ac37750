"""Cards are written from the domain's types, and undone whole."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from recall.domain.library.card import Card, Memory
from recall.domain.library.resource import Resource
from recall.domain.library.review import Sitting
from recall.storage.actions import Action, begin
from recall.storage.tables.changes import cards
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.databases.tables import dump, living
from testing.libraries.factories import NOW, TODAY, titled

LATER = TODAY + timedelta(days=9)
MEMORY = Memory(3.5, 6.25, TODAY)
CARD = Card(LATER, MEMORY, reviews=2, lapses=1)

SITTING = Sitting(0, 3, TODAY, 7, "so far")

Write = Callable[[Action, Resource], object]

WRITES: dict[str, tuple[Write, dict[str, Any]]] = {
    "a rating": (
        lambda action, one: cards.rate(action, one, CARD, None),
        {"status": "read", "stability": 3.5, "difficulty": 6.25, "reviews": 2, "lapses": 1},
    ),
    "a rating with a note": (
        lambda action, one: cards.rate(action, one, CARD, "kept"),
        {"note": "kept", "status": "read"},
    ),
    "a sitting": (
        lambda action, one: cards.sit(action, one, SITTING, SITTING.note),
        {"status": "reading", "minutes_read": 7, "note": "so far"},
    ),
    "a sitting that covered more": (
        lambda action, one: cards.sit(action, one, SITTING._replace(progress=90, note=None), None),
        {"status": "reading", "minutes_read": 90, "note": None},
    ),
    "a reading without revisits": (
        lambda action, one: cards.read_once(action, one, SITTING, SITTING.note),
        {"status": "read", "minutes_read": 7, "note": "so far", "once": True, "due": None},
    ),
    "no revisits": (
        lambda action, one: cards.stop(action, one._replace(card=CARD)),
        {"status": "read", "due": None, "postponed_from": None, "once": True},
    ),
    "revisits again": (
        lambda action, one: cards.start(action, one, CARD),
        {"status": "unread", "stability": None, "postponed_from": None, "once": False},
    ),
    "another day": (
        lambda action, one: cards.move(action, {one.id: CARD}),
        {"status": "unread", "stability": None},
    ),
    "a replay": (
        lambda action, one: cards.replay(action, {one.id: MEMORY}, {one.id: LATER}, 1),
        {"stability": 3.5, "difficulty": 6.25, "parameters_id": 1, "last_review": None},
    ),
    "aside": (
        lambda action, one: cards.put_aside(action, one, "suspended"),
        {"status": "suspended", "status_before": "unread"},
    ),
}


@pytest.mark.parametrize("what", WRITES)
def test_a_card_is_written_and_taken_back(library: Context, what: str) -> None:
    write, values = WRITES[what]
    before = dump(library.store)
    with begin(library.store, "edit", NOW, TODAY) as action:
        write(action, titled(library, "Resource 3"))
    row = dump(library.store)["resource"][3]
    assert {name: row[name] for name in values} == values
    undo(library)
    assert living(dump(library.store)) == living(before)


def test_a_rating_gives_the_resource_as_it_is_then(library: Context) -> None:
    with begin(library.store, "grade", NOW, TODAY) as action:
        rated = cards.rate(action, titled(library, "Resource 1"), CARD, "kept")
    assert rated == titled(library, "Resource 1")


@pytest.mark.parametrize("title", ["Resource 1", "Resource 3"])
def test_a_rating_begins_the_revisits_of_what_was_to_have_none(
    library: Context, title: str
) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        cards.stop(action, titled(library, title))
    with begin(library.store, "grade", NOW, TODAY) as action:
        rated = cards.rate(action, titled(library, title), CARD, None)
    assert rated == titled(library, title)
    assert (rated.once, rated.card.due) == (False, LATER)


def test_what_is_aside_stays_aside_when_it_is_rated_and_is_read_afterwards(
    library: Context,
) -> None:
    with begin(library.store, "suspend", NOW, TODAY) as action:
        cards.put_aside(action, titled(library, "Resource 3"), "suspended")
    with begin(library.store, "grade", NOW, TODAY) as action:
        rated = cards.rate(action, titled(library, "Resource 3"), CARD, None)
    assert rated == titled(library, "Resource 3")
    assert rated.status == "suspended"
    with begin(library.store, "archive", NOW, TODAY) as action:
        cards.put_aside(action, rated, "archived")
    with begin(library.store, "resume", NOW, TODAY) as action:
        assert cards.take_up(action, rated) == "read"
    assert titled(library, "Resource 3").status == "read"


def test_it_is_remembered_on_which_day_something_was_kept(library: Context) -> None:
    with begin(library.store, "keep", NOW, TODAY) as action:
        cards.keep(action, titled(library, "Resource 1"), TODAY)
    assert str(dump(library.store)["resource"][1]["kept_on"]) == TODAY.isoformat()
