"""Identities that rows get back are free by then."""

from recall.storage.database.room import FEW, make_room
from recall.usecases.context import Context
from testing.databases.tables import dump


def identities(context: Context) -> dict[int, str]:
    return {number: row["identity"] for number, row in dump(context.store)["resource"].items()}


def test_rows_that_get_another_identity_have_none_until_then(library: Context) -> None:
    before = identities(library)
    old = {1: {"identity": before[2]}, 3: {"identity": before[3]}, 4: {"title": "T"}}
    with library.store.transaction() as connection:
        make_room(connection, old)
    assert identities(library) == before | {1: "⟨1⟩", 2: f"{before[2]} ⟨2⟩"}


def test_without_another_identity_nothing_changes(library: Context) -> None:
    before = identities(library)
    many = {number: {"identity": before.get(number, "")} for number in range(1, FEW + 3)}
    with library.store.transaction() as connection:
        make_room(connection, many)
    assert identities(library) == before
