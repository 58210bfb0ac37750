"""What is laid down on sections and prerequisites, as it is read."""

from collections.abc import Iterable
from datetime import date

import pytest

from recall.domain.prerequisites import Link
from recall.domain.resource import Resource
from recall.domain.turns import Rule
from recall.storage import planning, schema
from recall.storage.actions import begin
from recall.usecases.context import Context
from recall.usecases.undoing import undo
from testing.factories import NOW, TODAY, catalog, entry, make_library
from testing.tables import dump

GPU, CUDA = ("R", "GPU"), ("R", "GPU", "CUDA")


@pytest.fixture
def context(database_url: str) -> Context:
    """Two sections, one in the other; B is read, and C begun."""
    return make_library(
        database_url,
        catalog(
            entry("A", section=CUDA, minutes=10),
            entry("B", section=GPU, read=True),
            entry("C", section=GPU, minutes=30),
            entry("D", section=("Done",), read=True),
        ),
    )


def write(context: Context, table: str, *rows: dict[str, object]) -> None:
    with begin(context.store, "section", NOW, TODAY) as action:
        action.insert(schema.metadata.tables[table], rows)


def minutes(resources: Iterable[Resource]) -> dict[int, int]:
    return {one.id: one.next_minutes for one in resources}


def test_rules_are_told_by_section(context: Context) -> None:
    with context.store as reads:
        assert planning.rules(reads) == {}
        rows = (
            {"section": "R\x1fGPU", "turn": "first", "deadline": date(2026, 4, 1)},
            {"section": "Done", "turn": "hold", "deadline": None},
        )
        write(context, "section_rule", *rows)
        assert planning.rules(reads) == {
            GPU: Rule(GPU, "first", date(2026, 4, 1), 1),
            ("Done",): Rule(("Done",), "hold", None, 2),
        }


def test_what_is_left_is_told_by_section_and_resource(context: Context) -> None:
    with context.store as reads:
        assert sorted(planning.sections(reads)) == [("Done",), GPU, CUDA]
        with begin(context.store, "sitting", NOW, TODAY) as action:
            values = {"status": "reading", "minutes_read": 27}
            action.update(schema.resource, 3, values)
        found = planning.unread_by_section(reads)
        assert {section: minutes(unread) for section, unread in found.items()} == {
            CUDA: {1: 10},
            GPU: {3: 5},
            ("Done",): {},
        }
        assert list(found) == [CUDA, GPU, ("Done",)]
        assert minutes(planning.unread_in(reads, [GPU])) == {3: 5}
        assert minutes(planning.unread_in(reads, [GPU, CUDA])) == {1: 10, 3: 5}
        assert planning.unread_in(reads, [("Done",), ("unknown",)]) == []


def test_a_resource_in_two_sections_is_left_once(context: Context) -> None:
    with context.store as reads:
        place = {"resource_id": 1, "list_id": 1, "ordinal": 8, "section": "R\x1fGPU", "title": "A"}
        write(context, "place", place)
        assert sorted(minutes(planning.unread_in(reads, [GPU, CUDA]))) == [1, 3]
        assert len(planning.unread_in(reads, [GPU, CUDA])) == 2
        with begin(context.store, "import", NOW, TODAY) as action:
            action.update(schema.resource, 1, {"gone": True})
        assert sorted(minutes(planning.unread_in(reads, [GPU, CUDA]))) == [3]


def test_prerequisites_are_told_with_where_they_stand(context: Context) -> None:
    with context.store as reads:
        write(context, "prerequisite", *({"resource_id": 3, "after_id": n} for n in (2, 1)))
        with begin(context.store, "edit", NOW, TODAY) as action:
            action.update(schema.resource, 1, {"series": "S", "part": 4})
        assert planning.after(reads, 3) == {1: 2, 2: 1}
        assert planning.after(reads, 1) == {}
        assert planning.edges(reads) == [(3, 2), (3, 1)]
        assert planning.links(reads) == [
            Link(1, "A", ("S", 1), (4, 0)),
            Link(2, "B", None, (0, 1)),
            Link(3, "C", None, (0, 2)),
        ]


@pytest.mark.parametrize(
    ("table", "row", "other"),
    [
        ("prerequisite", {"resource_id": 3, "after_id": 1}, {"after_id": 2}),
        (
            "section_rule",
            {"section": "R", "turn": "first", "deadline": date(2026, 4, 1)},
            {"turn": "normal", "deadline": None},
        ),
    ],
)
def test_each_is_undone_whole(
    context: Context, table: str, row: dict[str, object], other: dict[str, object]
) -> None:
    tables = schema.metadata.tables
    with context.store as reads:
        states = [dump(reads)[table]]
        write(context, table, row)
        states.append(dump(reads)[table])
        with begin(context.store, "section", NOW, TODAY) as action:
            action.update(tables[table], 1, other)
        states.append(dump(reads)[table])
        with begin(context.store, "section", NOW, TODAY) as action:
            action.delete(tables[table], [1])
        assert dump(reads)[table] == {}
        for state in reversed(states):
            undo(context)
            assert dump(reads)[table] == state
