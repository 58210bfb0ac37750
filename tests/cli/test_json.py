"""The shape of what `--json` prints, as the contract has it: fields are only ever added."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from testing.checkout import SHIPPED_CATALOG
from testing.commands.command_line import CommandLine, Terminal

DAY = re.compile(r"\d{4}-\d\d-\d\d")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")

Shape = dict[str, tuple[type, ...]]

RESOURCE: Shape = {
    "id": (int,),
    "title": (str,),
    "url": (str, type(None)),
    "kind": (str,),
    "sections": (list,),
    "series": (str, type(None)),
    "part": (int, type(None)),
    "status": (str,),
    "minutes": (int,),
    "due": (str, type(None)),
    "stability": (float, type(None)),
    "difficulty": (float, type(None)),
    "retrievability": (float, type(None)),
    "reviews": (int,),
    "note": (str, type(None)),
    "question": (str, type(None)),
    "once": (bool,),
    "labels": (list,),
    "links": (list,),
    "description": (str, type(None)),
    "read_on": (str, type(None)),
    "saved_on": (str, type(None)),
}
REVIEW: Shape = {
    "study_date": (str,),
    "reviewed_at": (str,),
    "rating": (str,),
    "minutes": (int, type(None)),
    "note": (str, type(None)),
    "retrievability": (float, type(None)),
    "stability_before": (float, type(None)),
    "stability": (float,),
    "difficulty_before": (float, type(None)),
    "difficulty": (float,),
    "interval": (int,),
    "due": (str,),
}
DAY_FIELDS: Shape = {
    "study_date": (str,),
    "budget_minutes": (int,),
    "planned_minutes": (int,),
    "spent_minutes": (int,),
    "done": (list,),
    "revisit": (list,),
    "read": (list,),
    "further": (int,),
    "backlog": (dict,),
    "pause": (type(None),),
    "passed_over": (type(None),),
    "usual_minutes": (int,),
    "is_preview": (bool,),
    "plan": (list,),
}
VISIT: Shape = RESOURCE | {
    "reason": (str,),
    "overdue_days": (int,),
    "sitting": (bool,),
    "minutes_left": (int,),
}
PLANNED: Shape = VISIT | {
    "do": (str,),
    "state": (str,),
    "done": (bool,),
    "spent_minutes": (int, type(None)),
    "beyond": (bool,),
}


def assert_shape(value: dict[str, Any], shape: Shape) -> None:
    assert set(shape) <= set(value)
    for name, kinds in shape.items():
        assert type(value[name]) in kinds, f"{name} is {value[name]!r}"
    for name in ("due", "study_date"):
        assert value.get(name) is None or DAY.fullmatch(value[name])


def test_list_prints_resources(shipped: CommandLine) -> None:
    printed = shipped.ok("list", "--json").json
    assert list(printed) == ["schema", "resources"]
    assert printed["schema"] == 1
    for resource in printed["resources"]:
        assert_shape(resource, RESOURCE)
        assert all(isinstance(path, list) for path in resource["sections"])


def test_list_of_nothing_is_an_empty_list(shipped: CommandLine) -> None:
    outcome = shipped.ok("list", "no title is like this", "--json")
    assert outcome.json == {"schema": 1, "resources": []}


@pytest.mark.parametrize(
    "argv", [["today", "--json"], ["--json"], ["today", "--on", "tomorrow", "--json"]]
)
def test_today_prints_the_day(shipped: CommandLine, argv: list[str]) -> None:
    shipped.ok("today")
    shipped.ok("grade", "2", "good", "--minutes", "7")
    day = shipped.ok(*argv).json
    assert list(day) == ["schema", *DAY_FIELDS]
    assert_shape(day, DAY_FIELDS)
    assert set(day["backlog"]) == {"revisit", "read"}
    assert day["further"] == 0
    left = (*day["revisit"], *day["read"])
    for shape, visits in ((VISIT, left), (RESOURCE, day["done"]), (PLANNED, day["plan"])):
        for visit in visits:
            assert_shape(visit, shape)
    assert day["planned_minutes"] == sum(visit["minutes"] for visit in left)
    assert {one["id"] for one in day["plan"] if one["state"] == "left"} == {
        one["id"] for one in left
    }


def test_the_plan_has_everything_of_a_day_in_its_order_done_or_not(shipped: CommandLine) -> None:
    shipped.ok("today")
    shipped.ok("grade", "2", "good", "--minutes", "7")
    shipped.ok("suspend", "3")
    shipped.ok("read", "40", "good", "--minutes", "9")
    day = shipped.ok("today", "--json").json
    assert [(one["id"], one["do"], one["state"], one["spent_minutes"]) for one in day["plan"]] == [
        (15, "sitting", "left", None),
        (2, "revisit", "done", 7),
        (3, "revisit", "struck", None),
        (4, "revisit", "left", None),
        (5, "revisit", "left", None),
        (6, "revisit", "left", None),
    ]
    assert [(one["id"], one["spent_minutes"]) for one in day["done"]] == [(2, 7), (40, 9)]
    assert (day["spent_minutes"], day["backlog"]) == (16, {"revisit": 0, "read": 60})
    tomorrow = shipped.now + timedelta(days=1)
    shipped.now = tomorrow
    past = shipped.ok("today", "--on", "yesterday", "--json").json
    assert [one["done"] for one in past["plan"]] == [False, True, *[False] * 4]
    shipped.ok("grade", "3", "good")
    past = shipped.ok("today", "--on", "yesterday", "--json").json
    assert [one["done_on"] for one in past["plan"][:3]] == [None, None, "2026-03-03"]


def test_next_prints_the_first_visit_or_null(shipped: CommandLine, tmp_path: Path) -> None:
    first = shipped.ok("next", "--json").json
    assert list(first) == ["schema", "study_date", "next"]
    assert first["next"] == shipped.ok("today", "--json").json["plan"][0]
    shipped.ok("read", "15", "--sitting", "--minutes", "20")
    then = shipped.ok("next", "--json").json
    assert (then["next"]["id"], then["next"]["do"]) == (2, "revisit")
    shipped.library.unlink()
    shipped.ok("init", "--empty")
    assert shipped.ok("next", "--json").json["next"] is None


def test_show_prints_the_resource_its_log_and_the_preview(one: CommandLine) -> None:
    one.ok("read", "1", "hard", "--on", "3 days ago", "--note", "first", "--minutes", "9")
    one.ok("grade", "1", "easy")
    shown = one.ok("show", "1", "--json").json
    assert list(shown) == [
        "schema",
        "resource",
        "log",
        "preview",
        "sittings",
        "after",
        "reading",
        "revisit",
        "progress",
        "text_kept_at",
        "link",
    ]
    assert_shape(shown["resource"], RESOURCE)
    first, second = shown["log"]
    for review in (first, second):
        assert_shape(review, REVIEW)
        assert INSTANT.fullmatch(review["reviewed_at"])
    before = ("retrievability", "stability_before", "difficulty_before")
    assert [first[name] for name in before] == [None, None, None]
    assert (first["rating"], first["minutes"], first["note"]) == ("hard", 9, "first")
    assert second["stability_before"] == first["stability"]
    assert (second["minutes"], second["note"]) == (None, None)
    assert list(shown["preview"]) == ["again", "hard", "good", "easy"]
    days = list(shown["preview"].values())
    assert all(DAY.fullmatch(day) for day in days)
    assert days == sorted(set(days))


def test_a_rating_prints_its_review_too(one: CommandLine) -> None:
    printed = one.ok("read", "1", "--json").json
    assert printed["review"] == one.ok("show", "1", "--json").json["log"][-1]
    assert (printed["review"]["interval"], printed["review"]["source"]) == (2, "read")


def test_absent_is_null(one: CommandLine) -> None:
    resource = one.ok("show", "1", "--json").json["resource"]
    absent = ("series", "part", "due", "stability", "difficulty", "retrievability", "note")
    assert [resource[name] for name in absent] == [None] * len(absent)
    assert resource["reviews"] == 0


ACTIONS: list[tuple[list[str], str]] = [
    (["add", "https://example.org/b"], "add"),
    (["read", "1"], "read"),
    (["read", "1", "--sitting"], "sitting"),
    (["read", "1", "--once"], "read"),
    (["grade", "1", "again"], "grade"),
    (["edit", "1", "--title", "Another"], "edit"),
    (["edit", "1", "--label", "gpu"], "edit"),
    (["note", "1", "what to remember"], "note"),
    (["suspend", "1"], "suspend"),
    (["archive", "1"], "archive"),
    (["undo"], "undo"),
]


@pytest.mark.parametrize(
    ("argv", "name"), ACTIONS, ids=[" ".join(argv[::2]) for argv, _ in ACTIONS]
)
def test_an_action_prints_its_name_and_its_resource(
    one: CommandLine, argv: list[str], name: str
) -> None:
    printed = one.ok(*argv, "--json").json
    own = {"read": ["review"], "grade": ["review"], "edit": ["resources", "after", "old"]}
    own |= {"suspend": ["resources"], "archive": ["resources"]}
    own |= {"sitting": ["progress"], "undo": ["left", "left_files"]}
    own["add"] = ["resources", "section", "new_section", "known", "not_added"]
    assert list(printed) == ["schema", "action", "resource", *own.get(name, [])]
    assert (printed["schema"], printed["action"]) == (1, name)
    if name != "undo":  # here it takes back the adding
        assert_shape(printed["resource"], RESOURCE)
        assert printed["resource"] in one.ok("list", "--json").json["resources"]


@pytest.mark.parametrize(
    ("before", "argv"),
    [(["read", "1"], ["postpone", "1", "3", "days"]), (["suspend", "1"], ["resume", "1"])],
)
def test_what_needs_an_action_before_it_prints_the_same(
    one: CommandLine, before: list[str], argv: list[str]
) -> None:
    one.ok(*before)
    printed = one.ok(*argv, "--json").json
    assert (printed["action"], printed["resource"]["id"]) == (argv[0], 1)


def test_import_prints_counts_and_what_was_skipped(empty: CommandLine, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# A\n- [x] [One](https://a.example/)\n- [Two](tel:1)\n", "utf-8")
    printed = empty.ok("import", str(mine), "--json").json
    counts = {"schema": 1, "new": 1, "updated": 0, "unchanged": 0, "gone": 0}
    assert {name: printed[name] for name in counts} == counts
    (skipped,) = printed["skipped"]
    assert set(skipped) == {"line", "text", "reason"}
    assert skipped["line"] == 3
    again = empty.ok("import", str(mine), "--json").json
    assert (again["new"], again["unchanged"]) == (0, 1)


@pytest.mark.parametrize(
    ("argv", "keys"),
    [
        (["history"], {"actions"}),
        (["doctor"], {"healthy", "problems"}),
        (["config"], {"file", "settings"}),
        (["config", "set", "daily_minutes", "30"], {"file", "settings"}),
        (["db", "upgrade"], {"revision", "upgraded", "backup"}),
        (["backup", "COPY"], {"action", "resource", "file"}),
        (["catalog", "check", "CATALOG"], {"file", "resources", "places", "sections"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_every_other_command_prints_one_object_too(
    one: CommandLine, tmp_path: Path, argv: list[str], keys: set[str]
) -> None:
    shipped = SHIPPED_CATALOG
    places = {"COPY": str(tmp_path / "copy.db"), "CATALOG": str(shipped)}
    printed = one.ok(*(places.get(word, word) for word in argv), "--json").json
    assert printed["schema"] == 1
    assert keys <= set(printed)


def test_history_prints_actions_newest_first(one: CommandLine) -> None:
    one.ok("read", "1")
    one.ok("undo")
    actions = one.ok("history", "--json").json["actions"]
    assert [action["kind"] for action in actions] == ["undo", "read", "add"]
    assert [action["undone"] for action in actions] == [False, True, False]
    assert all(INSTANT.fullmatch(action["at"]) for action in actions)
    assert all(DAY.fullmatch(action["study_date"]) for action in actions)


def test_json_has_no_color_in_a_terminal(one: CommandLine) -> None:
    outcome = one("list", "--json", stream=Terminal, TERM="xterm-kitty", FORCE_COLOR="1")
    assert "\x1b" not in outcome.out
    assert outcome.json["resources"]
