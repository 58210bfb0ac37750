"""What is laid down on sections and prerequisites, as it is read."""

from collections.abc import Iterable, Mapping
from datetime import date

import pytest

from recall.domain.day.turns import SectionRule
from recall.domain.library.prerequisites import LinkedResource
from recall.domain.library.resource import Resource
from recall.domain.library.timing.pace import Pace
from recall.storage.actions import begin
from recall.storage.tables import prerequisites, section_rules
from recall.storage.tables.day import waits
from recall.usecases.context import Context
from recall.usecases.lists.importing import import_catalog
from recall.usecases.lists.which_list import Source
from recall.usecases.undoing import undo
from testing.databases.tables import dump
from testing.libraries.factories import NOW, TODAY, catalog, entry, everything, make_library

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
        action.insert(table, rows)


def minutes(resources: Iterable[Resource]) -> dict[int, int]:
    return {resource.id: Pace().planned(resource).next_minutes for resource in resources}


def test_rules_are_told_by_section(context: Context) -> None:
    with context.store as reads:
        assert section_rules.rules(reads) == {}
        rows = (
            {"section": "R\x1fGPU", "turn": "first", "deadline": date(2026, 4, 1)},
            {"section": "Done", "turn": "hold", "deadline": None},
        )
        write(context, "section_rule", *rows)
        assert section_rules.rules(reads) == {
            GPU: SectionRule(GPU, "first", date(2026, 4, 1), 1),
            ("Done",): SectionRule(("Done",), "hold", None, 2),
        }


def test_what_is_left_is_told_by_section_and_resource(context: Context) -> None:
    with context.store as reads:
        assert sorted(section_rules.sections(reads)) == [("Done",), GPU, CUDA]
        with begin(context.store, "sitting", NOW, TODAY) as action:
            values = {"status": "reading", "minutes_read": 27}
            action.update("resource", 3, values)
        found = section_rules.unread_by_section(reads)
        assert {section: minutes(unread) for section, unread in found.items()} == {
            CUDA: {1: 10},
            GPU: {3: 5},
            ("Done",): {},
        }
        assert list(found) == [CUDA, GPU, ("Done",)]
        assert minutes(section_rules.unread_in(reads, [GPU])) == {3: 5}
        assert minutes(section_rules.unread_in(reads, [GPU, CUDA])) == {1: 10, 3: 5}
        assert section_rules.unread_in(reads, [("Done",), ("unknown",)]) == []


def test_a_resource_in_two_sections_is_left_once(context: Context) -> None:
    with context.store as reads:
        place = {"resource_id": 1, "list_id": 1, "ordinal": 8, "section": "R\x1fGPU", "title": "A"}
        write(context, "place", place)
        assert sorted(minutes(section_rules.unread_in(reads, [GPU, CUDA]))) == [1, 3]
        assert len(section_rules.unread_in(reads, [GPU, CUDA])) == 2
        with begin(context.store, "import", NOW, TODAY) as action:
            action.update("resource", 1, {"gone": True})
        assert sorted(minutes(section_rules.unread_in(reads, [GPU, CUDA]))) == [3]


def test_prerequisites_are_told_with_where_they_stand(context: Context) -> None:
    with context.store as reads:
        write(context, "prerequisite", *({"resource_id": 3, "after_id": n} for n in (2, 1)))
        with begin(context.store, "edit", NOW, TODAY) as action:
            action.update("resource", 1, {"series": "S", "part": 4})
        assert prerequisites.after(reads, 3) == [1, 2]
        assert prerequisites.after(reads, 1) == []
        assert prerequisites.edges(reads) == [(3, 2), (3, 1)]
        assert prerequisites.links(reads) == [
            LinkedResource(1, "A", ("S", 1), (4, 0)),
            LinkedResource(2, "B", None, (0, 1)),
            LinkedResource(3, "C", None, (0, 2)),
        ]


def set_parts(context: Context, parts: Mapping[int, object], **values: object) -> None:
    """Make some resources parts of the series S, or give them other values too."""
    with begin(context.store, "edit", NOW, TODAY) as action:
        for number, part in parts.items():
            given = {"series": "S", "part": part, "status": "unread"}
            action.update("resource", number, given | values)


def test_earlier_parts_are_those_before_the_furthest_of_the_given_ones(context: Context) -> None:
    with context.store as reads:
        set_parts(context, {4: 1, 3: 2, 2: 3, 1: 4})
        assert section_rules.earlier_parts(reads, [3, 2]) == {4, 3}
        assert section_rules.earlier_parts(reads, [4]) == set()
        assert section_rules.earlier_parts(reads, []) == set()


@pytest.mark.parametrize("part", [None, 0, 7])
def test_parts_of_one_number_are_in_list_order(context: Context, part: int | None) -> None:
    with context.store as reads:
        set_parts(context, dict.fromkeys((1, 2, 3), part))
        assert section_rules.earlier_parts(reads, [2]) == {1}


def test_what_is_read_aside_or_gone_is_no_earlier_part(context: Context) -> None:
    with context.store as reads:
        set_parts(context, {4: 4})
        set_parts(context, {1: 1}, status="reading")
        set_parts(context, {2: 2}, status="read")
        set_parts(context, {3: 3}, gone=True)
        assert section_rules.earlier_parts(reads, [4]) == {1}
        set_parts(context, {1: 1}, status="archived")
        assert section_rules.earlier_parts(reads, [4]) == set()


def test_a_series_of_another_list_or_of_none_has_no_earlier_parts(database_url: str) -> None:
    lists = [
        catalog(entry(f"Part 1 of {name}", series="S", part=1), entry(f"Lone {name}"), name=name)
        for name in ("one", "other")
    ]
    second = lists[1].entries
    lists[1] = lists[1]._replace(entries=(*second, entry("Part 2", series="S", part=2)))
    context = make_library(database_url, lists[0])
    with context.store as reads:
        import_catalog(context, Source(lists[1], "other.md"))
        number = {one.title: one.id for one in everything(context)}
        given = [number[title] for title in ("Part 1 of one", "Part 2", "Lone other")]
        assert section_rules.earlier_parts(reads, given) == {number["Part 1 of other"]}


def test_what_holds_back_is_unread(context: Context) -> None:
    with context.store as reads:
        edges = [(4, 3), (4, 2), (3, 2), (3, 1)]
        write(context, "prerequisite", *({"resource_id": n, "after_id": m} for n, m in edges))
        assert waits(reads) == {4: [3], 3: [1]}
        assert waits(reads, [3]) == {3: [1]}
        with begin(context.store, "import", NOW, TODAY) as action:
            action.update("resource", 1, {"gone": True})
            action.update("resource", 3, {"status": "reading"})
        assert waits(reads) == {4: [3]}


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
    with context.store as reads:
        states = [dump(reads)[table]]
        write(context, table, row)
        states.append(dump(reads)[table])
        with begin(context.store, "section", NOW, TODAY) as action:
            action.update(table, 1, other)
        states.append(dump(reads)[table])
        with begin(context.store, "section", NOW, TODAY) as action:
            action.delete(table, [1])
        assert dump(reads)[table] == {}
        for state in reversed(states):
            undo(context)
            assert dump(reads)[table] == state
