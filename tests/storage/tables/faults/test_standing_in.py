"""Views that stand for damaged tables: mended as `doctor --repair` would, or without the rows."""

from recall.storage.database.codec import compressed
from recall.storage.database.columns import names
from recall.storage.tables.faults.found import Fault
from recall.storage.tables.faults.mends import mends
from recall.storage.tables.faults.row_faults import as_stored
from recall.storage.tables.faults.standing_in import views
from recall.usecases.context import Context
from testing.libraries.factories import TODAY


def test_what_belongs_to_a_row_that_is_left_out_is_left_out_too(library: Context) -> None:
    tables = as_stored(library.store)
    found = views([Fault("resource", 2, "id", "odd")], tables, TODAY, is_postgres=False)
    assert found["resource"].endswith('FROM main."resource" WHERE id NOT IN (2)')
    place = next(row["id"] for row in tables["place"] if row["resource_id"] == 2)
    assert found["place"].endswith(f"WHERE id NOT IN ({place})")


def test_a_value_is_written_as_each_database_has_it(library: Context) -> None:
    text = {"id": 1, "resource_id": 1, "text": "a\x00b", "kept_at": "2026-03-02T00:00:00Z"}
    stored_rows = as_stored(library.store)
    (first, *others) = stored_rows["resource"]
    second, third, *rest = others
    resources = [{**first, "gone": 7}, second, {**third, "part": "x"}, *rest]
    tables = {**stored_rows, "resource": resources, "kept_text": [text]}
    faults = [
        Fault("resource", 1, "gone", "7 is no truth value"),
        Fault("resource", 2, "minutes", "-5 is too small"),
        Fault("resource", 3, "part", "'x' is not a whole number"),
        Fault("kept_text", 1, "text", "a NUL cannot be stored"),
    ]
    light, server = (views(faults, tables, TODAY, is_postgres=one) for one in (False, True))
    assert 'CASE id WHEN 1 THEN 0 ELSE "gone" END' in light["resource"]
    assert "CASE id WHEN 1 THEN CAST('False' AS BOOLEAN) ELSE" in server["resource"]
    assert 'CASE id WHEN 3 THEN NULL ELSE "part" END' in light["resource"]
    stored = compressed("ab").hex()
    assert f"THEN x'{stored}' ELSE" in light["kept_text"]
    assert f"THEN decode('{stored}', 'hex') ELSE" in server["kept_text"]


def test_the_memory_of_a_card_is_not_told_by_a_review_that_is_damaged(library: Context) -> None:
    tables = as_stored(library.store)
    number = tables["resource"][0]["id"]
    review = dict.fromkeys(names("review")) | {"id": 1, "resource_id": number, "stability": "x"}
    odd = {**tables, "review": [review]}
    assert mends([Fault("resource", number, "stability", "-1.0 is too small")], odd, TODAY) == []


def test_only_the_first_weights_are_known(library: Context) -> None:
    tables = as_stored(library.store)
    (first,) = tables["parameters"]
    two = {**tables, "parameters": [first, {**first, "id": 2}]}
    faults = [Fault("parameters", number, "weights", "odd") for number in (1, 2)]
    assert [mend.fault.id for mend in mends(faults, two, TODAY)] == [1]


def test_what_belongs_to_weights_that_cannot_be_read_is_seen(library: Context) -> None:
    tables = as_stored(library.store)
    (first,) = tables["parameters"]
    (card, *others) = tables["resource"]
    personal = {**tables, "parameters": [first, {**first, "id": 2}]}
    graded = {**personal, "resource": [{**card, "parameters_id": 2}, *others]}
    found = views([Fault("parameters", 2, "weights", "odd")], graded, TODAY, is_postgres=False)
    assert list(found) == ["parameters"]
    assert f"WHEN 2 THEN '{first['weights']}'" in found["parameters"]


def test_a_row_that_recall_makes_again_is_taken_out_as_a_whole(library: Context) -> None:
    tables = {**as_stored(library.store), "fact_read": [], "day_mixture": [{"id": 3}]}
    faults = [Fault(table, 3, None, "is there twice") for table in ("day_mixture", "resource")]
    assert [(mend.fault.table, mend.values) for mend in mends(faults, tables, TODAY)] == [
        ("day_mixture", None)
    ]


def test_a_value_that_would_be_as_bad_stands_for_none(library: Context) -> None:
    tables = {**as_stored(library.store), "action": [{"id": 1, "kind": 2, "summary": None}]}
    faults = [Fault("action", 1, name, "bad") for name in ("kind", "summary")]
    kind, summary = mends(faults, tables, TODAY)
    assert (kind.values, summary.values) == ({"kind": "unknown"}, {"summary": "unknown"})
