"""The pages about the library's words and tables say what the schema says."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, create_engine, text

from recall.storage.database.schema import metadata

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = (DOCS / "library-schema.md").read_text(encoding="utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")

STATUS_CHECK = "ck_resource_status"

FSRS = {
    *("card", "rating", "again", "hard", "good", "easy", "review", "review log", "lapse"),
    *("stability", "difficulty", "retrievability", "desired retention", "forgetting curve"),
    *("interval", "due", "parameters", "weights"),
}


def described() -> dict[str, list[tuple[str, str]]]:
    """The tables of the page, each with its columns and their types in order."""
    sections = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    rows = {
        section.partition("\n")[0]: re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section, re.MULTILINE)
        for section in sections
    }
    return {name: columns for name, columns in rows.items() if columns}


def type_of(column: Column[object]) -> str:
    """The word of the page for a column's type."""
    kinds = {Boolean: "boolean", Date: "date", Float: "real", Integer: "integer"}
    kinds |= {LargeBinary: "bytes"}
    known = next((word for kind, word in kinds.items() if isinstance(column.type, kind)), "text")
    if getattr(column.type, "length", None) == len("2026-11-22T08:00:00.000000Z"):
        known = "instant"
    return f"{known} or null" if column.nullable else known


def test_the_schema_page_has_every_table_and_column_and_no_other() -> None:
    assert described() == {
        name: [(column.name, type_of(column)) for column in table.columns]
        for name, table in metadata.tables.items()
    }


@pytest.mark.parametrize("query", re.findall(r"^```sql\n(.+?)^```", PAGE, re.DOTALL | re.MULTILINE))
def test_a_query_of_the_schema_page_runs(query: str) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql("PRAGMA query_only = on")
        assert connection.execute(text(query)).fetchall() == []
    engine.dispose()


def words() -> list[str]:
    """The words that the glossary explains."""
    return re.findall(r"^\| ([^|]+?) \| [^|]+ \|$", GLOSSARY, re.MULTILINE)


def test_the_glossary_explains_every_word_once() -> None:
    explained = [word for word in words() if word not in ("word", "---")]
    assert len(explained) >= 90
    assert [word for word in explained if explained.count(word) > 1] == []


def test_the_glossary_has_every_word_of_fsrs() -> None:
    assert set(words()) >= FSRS


def test_the_glossary_has_every_status_of_a_resource() -> None:
    checks = [
        constraint
        for constraint in metadata.tables["resource"].constraints
        if constraint.name == STATUS_CHECK
    ]
    statuses = set(re.findall(r"'(\w+)'", str(getattr(checks[0], "sqltext", ""))))
    assert len(statuses) == 6
    assert set(words()) >= statuses
