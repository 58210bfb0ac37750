"""Rows that a library could not hold are named by their path before anything is written."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.library.export import ExportProblem, LibraryRows
from recall.storage.actions import LOGS
from recall.storage.database.columns import names
from recall.storage.database.schema import CONSTRAINTS
from recall.storage.database.version import HEAD
from recall.storage.tables.faults.domains import DOMAINS
from recall.storage.tables.faults.row_faults import UNIQUE
from recall.storage.tables.whole.faults import check
from testing.libraries.exported import changed, exported, lived_in
from testing.lists.catalogs import JSON

SEED = 5

ONE = "tables.resource.0"


@pytest.fixture(scope="module")
def library() -> LibraryRows:
    with lived_in(SEED) as context:
        return exported(context)


def test_what_was_exported_is_sound(library: LibraryRows) -> None:
    check(library)


@pytest.mark.parametrize(
    ("path", "value", "where", "said"),
    [
        ("revision", HEAD + 1, "revision", "it was written by a newer recall"),
        ("revision", 0, "revision", "0 is none that a library ever had"),
        ("tables.pause", "gone", "tables", "the key 'pause' is missing"),
        ("tables.zoo", [], "tables", "unknown key 'zoo'"),
        (f"{ONE}.title", "gone", "tables.resource[0]", "the key 'title' is missing"),
        (f"{ONE}.titel", "x", "tables.resource[0]", "unknown key 'titel'"),
        (f"{ONE}.title", None, "tables.resource[0].title", "null, and something is needed"),
        (f"{ONE}.title", 3, "tables.resource[0].title", "3 is not what belongs here"),
        (f"{ONE}.title", "a\0b", "tables.resource[0].title", "cannot be stored"),
        (f"{ONE}.note", "a\ud800b", "tables.resource[0].note", "cannot be stored"),
        (f"{ONE}.language", "engl", "tables.resource[0].language", "'engl' is not what belongs"),
        (f"{ONE}.minutes", 2**31, "tables.resource[0].minutes", "is not what belongs here"),
        (f"{ONE}.minutes", True, "tables.resource[0].minutes", "true is not what belongs here"),
        (f"{ONE}.minutes", [], "tables.resource[0].minutes", "a list is not what belongs here"),
        (f"{ONE}.stability", float("inf"), "tables.resource[0].stability", "is not what belongs"),
        (f"{ONE}.stability", "1", "tables.resource[0].stability", "is not what belongs here"),
        (f"{ONE}.due", "2026-02-30", "tables.resource[0].due", "'2026-02-30' is not what belongs"),
        (f"{ONE}.due", "20260228", "tables.resource[0].due", "'20260228' is not what belongs"),
        (f"{ONE}.due", 5, "tables.resource[0].due", "5 is not what belongs here"),
        (f"{ONE}.gone", 1, "tables.resource[0].gone", "1 is not what belongs here"),
        (f"{ONE}.status", "new", "tables.resource[0].status", "'new' is not one of unread, rea"),
        (f"{ONE}.kind", "vidio", "tables.resource[0].kind", "'vidio' is not one of article"),
        (f"{ONE}.list_id", 99, "tables.resource[0].list_id", "there is no reading_list 99"),
        ("tables.resource.1.id", 1, "tables.resource[1]", "the same id as resource 1"),
        ("tables.place.0.resource_id", 9999, "tables.place[0].resource_id", "there is no resource"),
        ("tables.review.0.rating", 5, "tables.review[0].rating", "5 is not from 1 to 4"),
        ("tables.change.0.table_name", "zoo", "tables.change[0].table_name", "'zoo' is not one of"),
        ("tables.change.0.before", "{", "tables.change[0].before", "it is no row as it was"),
        ("tables.parameters", [], "tables.review[0].parameters_id", "there is no parameters 1"),
        ("tables.parameters.0.in_use", False, "tables.parameters[0].in_use", "no set of param"),
    ],
)
def test_what_is_damaged_is_named(
    library: LibraryRows, path: str, value: Any, where: str, said: str
) -> None:
    with pytest.raises(ExportProblem) as refused:
        check(changed(library, path, value))
    assert refused.value.where == where
    assert said in refused.value.problem


@given(data=st.data())
def test_any_other_value_is_held_or_named(library: LibraryRows, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from([name for name, rows in library.tables.items() if rows]))
    number = data.draw(st.integers(0, len(library.tables[table]) - 1))
    column = data.draw(st.sampled_from(names(table)))
    value = data.draw(JSON)
    row = {**library.tables[table][number], column: value}
    rows = [*library.tables[table][:number], row, *library.tables[table][number + 1 :]]
    said = "tables."
    try:
        check(library._replace(tables={**library.tables, table: rows}))
    except ExportProblem as refused:
        said = str(refused)
    assert said.startswith("tables.")
    assert len(said.splitlines()) == 1


def test_two_of_what_must_be_unique_are_refused(library: LibraryRows) -> None:
    first = str(library.tables["resource"][0]["identity"])
    with pytest.raises(ExportProblem, match=r"tables.resource\[1\]: the same identity as"):
        check(changed(library, "tables.resource.1.identity", first))


def test_an_export_can_be_sound_without_any_rating(library: LibraryRows) -> None:
    tables = {**library.tables, "plan": [], "planned_visit": []}
    check(library._replace(tables=tables))


def test_the_rules_are_those_of_the_tables() -> None:
    unique = {
        (name, tuple(column for column in rule._pending_colargs))
        for name, rules in CONSTRAINTS.items()
        for rule in rules
        if type(rule).__name__ == "UniqueConstraint"
    }
    assert unique == {(table, columns) for table, several in UNIQUE.items() for columns in several}
    (status,) = [rule for rule in CONSTRAINTS["resource"] if rule.name == "ck_resource_status"]
    text = str(status.sqltext)  # type: ignore[union-attr]
    assert all(f"'{word}'" in text for word in DOMAINS["resource", "status"].words)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("id", 99, "as row_id"),
        ("list_id", 99, "there is no reading_list 99"),
        ("minutes", [], "a list is not what belongs here"),
        ("status", "lost", "'lost' is not one of unread"),
        ("due", "soon", "'soon' is not what belongs here"),
        ("added_at", "soon", "'soon' is not what belongs here"),
    ],
)
def test_what_was_before_is_looked_at_too(
    library: LibraryRows, column: str, value: Any, said: str
) -> None:
    changes = library.tables["change"]
    number = next(
        at for at, row in enumerate(changes) if row["table_name"] == "resource" and row["before"]
    )
    image = json.loads(str(changes[number]["before"])) | {column: value}
    odd = changed(library, f"tables.change.{number}.before", json.dumps(image))
    with pytest.raises(ExportProblem) as refused:
        check(odd)
    assert refused.value.where == f"tables.change[{number}].before.{column}"
    assert said in refused.value.problem


@pytest.mark.parametrize(
    ("path", "value"),
    [("tables.resource.0.joined_into", 9_999), ("tables.action.0.undone_by", 9_999)],
)
def test_what_refers_to_nothing_is_named(library: LibraryRows, path: str, value: int) -> None:
    with pytest.raises(ExportProblem, match=r"there is no (resource|action) 9999"):
        check(changed(library, path, value))


@pytest.mark.parametrize("log", LOGS)
def test_what_an_entry_of_a_log_has_changed_must_be_remembered(log: str) -> None:
    """Otherwise undo would take the entry back, and leave what it did to the resource."""
    with lived_in(11) as context:
        library = exported(context)
    at, entry = next(
        (at, row) for at, row in enumerate(library.tables[log]) if row["void_by"] is None
    )
    forgotten = [
        row
        for row in library.tables["change"]
        if (row["action_id"], row["table_name"], row["row_id"])
        != (entry["action_id"], "resource", entry["resource_id"])
    ]
    with pytest.raises(ExportProblem) as refused:
        check(library._replace(tables={**library.tables, "change": forgotten}))
    assert refused.value.where == f"tables.{log}[{at}]"
    assert f"what resource {entry['resource_id']} was before" in refused.value.problem
