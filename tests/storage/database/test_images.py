"""Before-images: a row comes back from its image as it was, also from those of older revisions."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any

import pytest

from recall.errors import StorageError
from recall.settings.table import Settings
from recall.storage.actions import begin
from recall.storage.database import rows
from recall.storage.database.columns import TABLES, names
from recall.storage.database.images import from_image, to_image
from recall.storage.store import Store
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY

RESOURCE = (
    '{"id": 1, "identity": "https://example.org/Resource-1", '
    '"url": "https://example.org/Resource-1", '
    '"canonical_url": "https://example.org/Resource-1", "title": "“New” — 标题", '
    '"folded": "resource 1", "kind": "article", "language": "en", "minutes": 20, '
    '"minutes_read": 0, "series": null, "part": null, "note": null, "edited": "", "list_id": 1, '
    '"ordinal": 0, "gone": true, "added_at": "2026-03-02T01:30:00Z", "status": "read", '
    '"status_before": null, "due": "2026-03-02", "postponed_from": null, '
    '"stability": 0.3333333333333333, "difficulty": 1e-300, "last_review": "2026-03-02", '
    '"reviews": 0, "lapses": 0'
)
FIRST_RELEASE = RESOURCE + "}"
REVISION_3 = RESOURCE + (
    ', "priority": "normal", "parameters_id": null, "length": null, "kept_on": null}'
)
REVISION_4 = REVISION_3[:-1] + ', "question": null, "once": false}'
REVISION_6 = REVISION_4[:-1] + (
    ', "description": null, "links": null, "labels": null, "labels_by_hand": null, '
    '"read_on": null, "saved_on": null, "folded_details": null}'
)
REVISION_7 = REVISION_6[:-1] + ', "joined_into": null}'
REVISION_9 = REVISION_7[:-1] + ', "published_on": null, "fetched": null, "fetched_on": null}'
PLACE = (
    '{"id": 2, "resource_id": 2, "list_id": 1, "ordinal": 1, "section": "Section", '
    '"title": "Resource 2"}'
)
PLACE_6 = PLACE[:-1] + ', "mark": null}'
PARAMETERS = (
    '{"id": 1, "model": "FSRS-6", "weights": "[0.212]", "created_at": "2026-03-02T01:30:00Z", '
    '"note": "FSRS-6 defaults", "in_use": false, "revisits": null, "tested": null, '
    '"log_loss": null, "log_loss_default": null, "log_loss_before": 0.25}'
)
WRITTEN_BEFORE = [("resource", 1, REVISION_3), ("place", 2, PLACE), ("parameters", 1, PARAMETERS)]
"""Images as SQLAlchemy wrote them until plain SQL did: true, false and ISO dates."""

WRITTEN_NOW = [("resource", 1, REVISION_9), ("place", 2, PLACE_6), WRITTEN_BEFORE[2]]


def remember(library: Context, table: str, row_id: int, image: str) -> None:
    """Write an action of an earlier revision, with one image."""
    with begin(library.store, "edit", NOW, TODAY) as action:
        number = action.id
    change = {"action_id": number, "table_name": table, "row_id": row_id, "before": image}
    with library.store.transaction() as connection:
        rows.add(connection, "change", [change])


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row in the types that an image has: SQLite's true is 1, PostgreSQL's dates are dates."""
    flags = {column.name for columns in TABLES.values() for column in columns if _is_flag(column)}
    return {
        name: bool(value) if name in flags else str(value) if isinstance(value, date) else value
        for name, value in row.items()
    }


def _is_flag(column: Any) -> bool:
    return bool(column.type == "bool")


@pytest.mark.parametrize(("table", "row_id", "image"), WRITTEN_BEFORE)
def test_an_image_of_an_earlier_revision_is_restored(
    library: Context, table: str, row_id: int, image: str
) -> None:
    remember(library, table, row_id, image)
    undo(library)
    restored = plain(dump(library.store)[table][row_id])
    assert json.loads(image).items() <= restored.items()


def test_a_row_that_is_gone_comes_back_from_an_image_of_an_earlier_revision(
    library: Context,
) -> None:
    remember(library, "place", 2, PLACE)
    with library.store.transaction() as connection:
        rows.take_out(connection, "place", [2])
    undo(library)
    assert dump(library.store)["place"][2] == json.loads(PLACE_6)


def test_what_an_image_of_the_first_release_does_not_know_stays_as_it_is(
    library: Context,
) -> None:
    with library.store.transaction() as connection:
        rows.change(connection, "resource", {1: {"priority": "high", "length": 900}})
    remember(library, "resource", 1, FIRST_RELEASE)
    undo(library)
    restored = plain(dump(library.store)["resource"][1])
    assert restored == json.loads(REVISION_9) | {"priority": "high", "length": 900}


@pytest.mark.parametrize(("table", "row_id", "image"), WRITTEN_NOW)
def test_an_image_is_written_as_it_always_was(table: str, row_id: int, image: str) -> None:
    values = from_image(table, image)
    assert to_image(table, [values[name] for name in names(table)]) == image


def test_what_either_database_gives_makes_the_same_image() -> None:
    values = json.loads(REVISION_9)
    sqlite = values | {"gone": 1}
    postgres = values | {"due": date(2026, 3, 2), "last_review": date(2026, 3, 2)}
    for row in (sqlite, postgres):
        assert to_image("resource", list(row.values())) == REVISION_9


def test_bytes_in_a_damaged_file_come_back_as_bytes() -> None:
    image = to_image("place", [2, 2, 1, 1, "Section", b"\x00\xff", None])
    assert json.loads(image)["title"] == {"base64": "AP8="}
    assert from_image("place", image)["title"] == b"\x00\xff"


@pytest.mark.parametrize("value", [datetime(2026, 3, 2, tzinfo=UTC), object(), {1}])
def test_a_value_that_could_not_be_read_back_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="before-image"):
        to_image("place", [2, 2, 1, 1, "Section", value, None])


def test_an_image_of_a_column_that_there_is_not_is_refused() -> None:
    with pytest.raises(StorageError, match="what 'place' was before a change cannot be read"):
        from_image("place", '{"id": 2, "colour": "red"}')


@pytest.mark.parametrize("image", ["garbage", "[1]", '"x"', "null"])
def test_an_image_that_is_none_is_told_as_damage(image: str) -> None:
    with pytest.raises(StorageError, match="the library is damaged"):
        from_image("place", image)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", b"\xff\x00"),
        ("minutes", "abc"),
        ("ordinal", 1.5),
        ("gone", 2),
        ("stability", "q"),
        ("note", 7),
    ],
)
def test_a_damaged_row_is_changed_and_undone_as_it_was(
    sqlite_library_url: str, column: str, value: object
) -> None:
    path = sqlite_library_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"UPDATE resource SET {column} = ? WHERE id = 5", [value])
        before = file.execute("SELECT * FROM resource WHERE id = 5").fetchone()
    with Store(sqlite_library_url) as store:
        context = Context(store, Settings(), NOW)
        with begin(store, "edit", NOW, TODAY) as action:
            action.update("resource", 5, {"priority": "high"})
        undo(context)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT * FROM resource WHERE id = 5").fetchone() == before


def test_a_change_of_an_unknown_table_is_told_as_damage(library: Context) -> None:
    with begin(library.store, "edit", NOW, TODAY) as action:
        number = action.id
    change = {"action_id": number, "table_name": "nosuch", "row_id": 1, "before": None}
    with library.store.transaction() as connection:
        rows.add(connection, "change", [change])
    with pytest.raises(StorageError, match="it remembers a change of 'nosuch'"):
        undo(library)
