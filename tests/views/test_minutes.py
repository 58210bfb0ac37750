"""Minutes mean one thing: wherever they are shown, they are those that a visit is planned with."""

from datetime import timedelta
from typing import Any

import pytest

from testing.commands.command_line import CommandLine

MINUTES = {1: 40, 2: 44, 3: 50, 4: 60}
"""What four articles took, of a kind whose default is 15 minutes."""


@pytest.fixture
def learned(fresh: CommandLine) -> CommandLine:
    """A library whose pace is learned: four articles were read and are due, three are unread."""
    for name in "abcdefg":
        fresh.ok("add", f"https://example.org/{name}", "--title", f"Article {name}", "-s", "All")
    for resource_id, minutes in MINUTES.items():
        fresh.ok("read", str(resource_id), "good", "--minutes", str(minutes))
    fresh.now += timedelta(days=3)
    fresh.ok("grade", "1", "good", "--minutes", "20")
    fresh.now += timedelta(days=40)
    fresh.configure("daily_minutes = 600", "new_share = 0.5")
    return fresh


def by_id(resources: list[dict[str, Any]]) -> dict[int, tuple[int, int]]:
    return {
        resource["id"]: (resource["minutes"], resource["reading_minutes"]) for resource in resources
    }


def planned(recall: CommandLine) -> dict[int, tuple[int, int]]:
    """Minutes of the next visit and of the whole reading, by ID, as today plans them."""
    day = recall.ok("today", "--json").json
    assert not any(one["sitting"] for one in day["read"])
    return by_id([*day["revisit"], *day["read"]])


def printed(lines: list[str]) -> dict[int, int]:
    """The minutes in a table of resources, by ID."""
    rows = [line.lstrip("> ") for line in lines]
    words = [row.split() for row in rows if row[:1].isdigit()]
    return {int(line[0]): int(line[line.index("min") - 1]) for line in words}


def test_the_pace_is_learned_and_so_no_default_is_left(learned: CommandLine) -> None:
    minutes = planned(learned)
    assert set(minutes) == {1, 2, 3, 4, 5, 6, 7}
    assert [minutes[resource_id][1] for resource_id in MINUTES] == list(MINUTES.values())
    assert all(reading > 15 for _, reading in minutes.values())
    assert all(minutes[resource_id][0] > 4 for resource_id in MINUTES)


def test_every_object_has_the_same_minutes(learned: CommandLine) -> None:
    minutes = planned(learned)
    assert by_id(learned.ok("list", "--json").json["resources"]) == minutes
    for resource_id in map(str, minutes):
        for command in ("show", "why"):
            resource = learned.ok(command, resource_id, "--json").json["resource"]
            assert by_id([resource]).items() <= minutes.items(), command
    first = learned.ok("next", "--json").json["next"]
    assert by_id([first]).items() <= minutes.items()


def test_show_says_the_same_of_each_kind_of_visit(learned: CommandLine) -> None:
    for resource_id, (next_visit, reading) in planned(learned).items():
        shown = learned.ok("show", str(resource_id), "--json").json
        assert shown["reading"]["minutes"] == reading
        assert next_visit in (shown["reading"]["minutes"], shown["revisit"]["minutes"])
        kind = "revisit" if shown["resource"]["due"] else "reading"
        text = learned.ok("show", str(resource_id)).out
        assert f"{kind}  {next_visit} min, " in text


def test_what_is_printed_is_the_same_too(learned: CommandLine) -> None:
    minutes = {resource_id: visit for resource_id, (visit, _) in planned(learned).items()}
    assert printed(learned.ok("list").out.splitlines()) == minutes
    assert printed(learned.ok("today").out.splitlines()) == minutes
    assert printed(learned.ok("next").out.splitlines()).items() <= minutes.items()


@pytest.mark.parametrize(
    "argv",
    [
        ["note", "2", "what to remember"],
        ["postpone", "2", "in 300 days"],
        ["suspend", "2"],
        ["archive", "2"],
        ["keep", "2"],
        ["edit", "2", "--title", "Another"],
        ["edit", "4", "--priority", "high"],
        ["read", "5", "--minutes", "60"],
        ["read", "5", "--sitting", "--minutes", "7"],
        ["grade", "3", "good", "--minutes", "90"],
        ["add", "https://example.org/another"],
        ["undo"],
    ],
)
def test_a_change_prints_the_minutes_that_list_has_afterwards(
    learned: CommandLine, argv: list[str]
) -> None:
    resource = learned.ok(*argv, "--json").json["resource"]
    listed = {one["id"]: one for one in learned.ok("list", "--json").json["resources"]}
    assert resource == listed[resource["id"]]


def test_a_resource_that_is_added_is_told_with_the_minutes_it_is_planned_with(
    learned: CommandLine,
) -> None:
    said = learned.ok("add", "https://example.org/h").out
    (added,) = learned.ok("list", "example.org/h", "--json").json["resources"]
    assert f"{added['minutes']} min" in said
    assert added["minutes"] == added["reading_minutes"] > 15
