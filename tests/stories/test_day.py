"""A day at the command line: what people type, and the sentences that come back."""

from datetime import timedelta

import pytest

from testing.commands.command_line import CommandLine, Terminal


def test_recall_alone_is_recall_today(shipped: CommandLine) -> None:
    assert shipped.ok().out == shipped.ok("today").out == shipped.ok("today", "-m", "45").out


def test_the_same_call_twice_gives_the_same_list(shipped: CommandLine) -> None:
    assert shipped.ok("today", "--json") == shipped.ok("today", "--json")


def test_today_names_the_day_its_minutes_and_what_to_type(shipped: CommandLine) -> None:
    lines = shipped.ok("today").out.splitlines()
    assert lines[0] == "Monday 2 March · 45 min · 40 planned"
    assert lines[-1] == "'recall review' goes through this list."
    shipped.now += timedelta(days=3)
    assert "more are due. 'recall review' goes through this list, 'recall more'" in shipped.ok().out


def test_what_is_read_comes_before_what_is_revisited_and_each_says_why(
    shipped: CommandLine,
) -> None:
    rows = [line.split() for line in shipped.ok("today").out.splitlines() if " min " in line][1:]
    assert [row[-5 if row[-2:] == ["first", "revisit"] else -7] for row in rows] == [
        "sitting",
        *["revisit"] * 5,
    ]


@pytest.mark.parametrize("columns", ["80", "120"])
def test_today_says_of_everything_why_it_is_there(shipped: CommandLine, columns: str) -> None:
    shown = shipped("today", stream=Terminal, COLUMNS=columns, NO_COLOR="1").out
    assert shown.count("first revisit") == 5
    assert shown.count("next on the list") == 1


def test_once_something_is_done_the_heading_says_so(shipped: CommandLine) -> None:
    shipped.ok("today")
    shipped.ok("grade", "2", "good", "--minutes", "12")
    heading, *rest = shipped.ok().out.splitlines()
    assert heading == "Monday 2 March · 45 min · 12 done, 32 left"
    assert any(line.startswith("✓   2") and "12 min" in line for line in rest)
    assert "── beyond today's 45 min ──" in rest


def test_before_four_in_the_morning_it_is_still_yesterday(shipped: CommandLine) -> None:
    shipped.now = shipped.now.replace(hour=3, minute=59)
    assert shipped.ok("today", "--json").json["study_date"] == "2026-03-01"
    shipped.now += timedelta(minutes=1)
    assert shipped.ok("today", "--json").json["study_date"] == "2026-03-02"


def test_fewer_minutes_give_a_shorter_list_and_are_kept_for_the_day(shipped: CommandLine) -> None:
    shorter = shipped.ok("today", "--minutes", "10", "--json").json
    assert (shorter["budget_minutes"], shorter["planned_minutes"]) == (10, 8)
    assert shipped.ok("today", "--json").json == shorter
    heading, *_ = shipped.ok("today").out.splitlines()
    assert heading == "Monday 2 March · 10 min today, usually 45 · 8 planned"
    shipped.now += timedelta(days=1)
    assert shipped.ok("today", "--json").json["budget_minutes"] == 45


def test_a_day_may_get_no_minutes_at_all(shipped: CommandLine) -> None:
    shipped.ok("today", "--minutes", "0")
    heading, _, *ending = shipped.ok().out.splitlines()
    assert heading == "Monday 2 March · 0 min today, usually 45"
    assert ending[0].startswith("A day off")
    assert shipped.ok("today", "--json").json["plan"] == []
    shipped.ok("undo")
    assert len(shipped.ok("today", "--json").json["plan"]) == 6


def test_next_is_the_first_line_of_today_and_says_what_to_type(shipped: CommandLine) -> None:
    line, hint = shipped.ok("next").out.splitlines()
    assert [">", *line.split()] in [one.split() for one in shipped.ok().out.splitlines()]
    assert hint == "recall open 15"


def test_what_is_done_is_struck_and_a_finished_day_says_so(shipped: CommandLine) -> None:
    plan = shipped.ok("today", "--json").json["plan"]
    for visit in plan[1:]:
        shipped.ok("grade", str(visit["id"]), "good")
    left = shipped.ok("today", "--json").json
    assert (left["revisit"], [one["id"] for one in left["read"]]) == ([], [plan[0]["id"]])
    assert [one["done"] for one in left["plan"]] == [False, *[True] * 5]
    assert "Done for today" not in shipped.ok().out
    shipped.ok("read", str(plan[0]["id"]), "--sitting", "--minutes", "25")
    assert "Done for today: 6 things, 45 of 45 min." in shipped.ok().out


def test_an_empty_library_has_nothing_to_do_and_says_how_to_go_on(empty: CommandLine) -> None:
    assert "Nothing to do today." in empty.ok().out
    assert "Nothing to do today." in empty.ok("next").out


def test_a_first_reading_says_when_it_comes_back(one: CommandLine) -> None:
    outcome = one.ok("read", "1", "--minutes", "40", "--note", "the gist")
    assert outcome.out == "1 An article: read, next 2026-03-04, in 2 days\n"
    shown = one.ok("show", "1", "--json").json
    assert (shown["log"][0]["rating"], shown["resource"]["note"]) == ("good", "the gist")


def test_a_sitting_is_no_review_and_leaves_the_rest_to_read(one: CommandLine) -> None:
    outcome = one.ok("read", "1", "--sitting", "--minutes", "15")
    assert outcome.out == "1 An article: 15 of 20 min, 75 %, about 1 sitting left\n"
    shown = one.ok("show", "1", "--json").json
    assert (shown["resource"]["status"], shown["log"]) == ("reading", [])
    outcome = one.ok("read", "1", "--sitting", "--minutes", "15")
    left = "'recall read 1' when it is finished"
    assert outcome.out == f"1 An article: 30 min read, 20 expected; {left}\n"


def test_a_resource_that_is_read_needs_a_rating_to_be_read_again(one: CommandLine) -> None:
    one.ok("read", "1", "--on", "yesterday")
    outcome = one("read", "1")
    assert outcome.code == 2
    assert "say how well you recalled it" in outcome.err
    assert one.ok("read", "1", "hard").out.startswith("1 An article: read, next ")


@pytest.mark.parametrize("rating", ["again", "Again", "a", "1", " AGAIN "])
def test_a_rating_may_be_a_name_a_letter_or_a_key(one: CommandLine, rating: str) -> None:
    assert one.ok("grade", "1", rating).out == "1 An article: again, next 2026-03-03, tomorrow\n"


@pytest.mark.parametrize("typed", ["yesterday", "2026-03-01", "1 day ago", "昨天", "sunday"])
def test_a_grade_may_be_of_a_past_day(one: CommandLine, typed: str) -> None:
    one.ok("grade", "1", "good", "--on", typed)
    assert one.ok("show", "1", "--json").json["log"][0]["study_date"] == "2026-03-01"


def test_a_grade_cannot_be_put_before_the_last_one(one: CommandLine) -> None:
    one.ok("grade", "1", "good")
    outcome = one("grade", "1", "good", "--on", "yesterday")
    assert outcome.code == 2
    assert outcome.err.endswith("a rating of 2026-03-01 cannot be put before it\n")


@pytest.mark.parametrize(
    ("typed", "due"),
    [("next week", "2026-03-09"), ("in 9 days", "2026-03-11"), ("2026-04-01", "2026-04-01")],
)
def test_postponing_echoes_the_date(one: CommandLine, typed: str, due: str) -> None:
    one.ok("read", "1")
    assert f"1 An article: next {due}, " in one.ok("postpone", "1", *typed.split()).out
    assert one.ok("list", "--json").json["resources"][0]["due"] == due


def test_suspend_resume_and_archive_say_how_to_come_back(one: CommandLine) -> None:
    suspended = one.ok("suspend", "1").out
    assert suspended == "1 An article: suspended; 'recall resume 1' takes it up again\n"
    assert one.ok("resume", "1").out == "1 An article: taken up again, to be read\n"
    archived = one.ok("archive", "1").out
    assert archived == "1 An article: archived; 'recall resume 1' takes it up again\n"
    assert one("archive", "1").err == "recall: 1 is archived already\n"


def test_undo_goes_back_step_by_step_to_the_state_before(one: CommandLine) -> None:
    states = [one.ok("list", "--json").out]
    for argv in (
        ["read", "1"],
        ["note", "1", "x"],
        ["postpone", "1", "in 9 days"],
        ["suspend", "1"],
    ):
        one.ok(*argv)
        states.append(one.ok("list", "--json").out)
    for before in reversed(states[:-1]):
        assert one.ok("undo").out.startswith("undone: ")
        assert one.ok("list", "--json").out == before


def test_an_added_resource_has_what_was_given(empty: CommandLine) -> None:
    typed = "--title T --section A/B --kind video --minutes 90 --series S --part 2"
    outcome = empty.ok("add", "https://example.org/v", *typed.split())
    assert outcome.out == "added 1 T, video, 90 min, in the new section A › B\n"
    (resource,) = empty.ok("list", "--json").json["resources"]
    wanted = {"title": "T", "sections": [["A", "B"]], "kind": "video", "minutes": 90}
    assert {name: resource[name] for name in wanted} == wanted
    assert (resource["series"], resource["part"]) == ("S", 2)


def test_an_edit_changes_what_it_names_and_nothing_else(one: CommandLine) -> None:
    before = one.ok("list", "--json").json["resources"][0]
    outcome = one.ok("edit", "1", "--title", "A paper", "--kind", "paper", "--minutes", "60")
    assert outcome.out == "1 A paper: paper, 60 min\n"
    after = one.ok("list", "--json").json["resources"][0]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"title", "kind", "minutes", "reading_minutes"}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["vllm"], [14, 15, 16, 17, 18, 19]),
        (["ｖｌｌｍ"], [14, 15, 16, 17, 18, 19]),
        (["VLLM官方"], [15]),
        (["--section", "vllm", "--status", "unread"], [15]),
        (["--kind", "book"], [1]),
        (["100%"], []),
    ],
)
def test_list_narrows(shipped: CommandLine, options: list[str], ids: list[int]) -> None:
    found = shipped.ok("list", *options, "--json").json["resources"]
    assert [one["id"] for one in found] == ids


def test_a_list_of_nothing_says_so_beside_the_data(shipped: CommandLine) -> None:
    assert shipped.ok("list", "no title is like this") == (0, "", "no resource fits\n")


def test_a_resource_is_named_by_id_url_or_title(shipped: CommandLine) -> None:
    for name in (
        "14",
        "https://arxiv.org/abs/2309.06180v2",
        "https://arxiv.org/pdf/2309.06180",
        "vllm论文",
    ):
        assert shipped.ok("show", name, "--json").json["resource"]["id"] == 14


def test_settings_are_shown_set_and_kept_with_their_comments(one: CommandLine) -> None:
    one.configure("# my minutes", "daily_minutes = 30  # short days")
    assert one.ok("config", "set", "spread", "no").out == f"spread is false now, in {one.config}\n"
    text = one.config.read_text(encoding="utf-8")
    assert "# my minutes\ndaily_minutes = 30  # short days\n" in text
    shown = one.ok("config", "--json").json["settings"]
    assert (shown["daily_minutes"], shown["spread"], shown["day_start"]) == (30, False, "04:00")
    assert one.ok("today", "--json").json["budget_minutes"] == 30


def test_a_second_rating_of_a_day_says_that_it_replaces_the_first(one: CommandLine) -> None:
    assert "takes the place" not in one.ok("grade", "1", "good").out
    assert "takes the place" in one.ok("grade", "1", "easy").out
    assert len(one.ok("show", "1", "--json").json["log"]) == 1


def test_a_rating_of_what_is_put_aside_says_that_it_stays_so(one: CommandLine) -> None:
    one.ok("suspend", "1")
    assert one.ok("grade", "1", "good").out.endswith("; it stays suspended\n")


def test_an_overrun_leaves_the_plan_as_it_is_and_draws_a_line(shipped: CommandLine) -> None:
    before = shipped.ok("today", "--json").json["plan"]
    shipped.ok("grade", "2", "good", "--minutes", "10")
    after = shipped.ok("today", "--json").json["plan"]
    planned = [(one["id"], one["do"], one["reason"]) for one in before]
    assert [(one["id"], one["do"], one["reason"]) for one in after] == planned
    assert [one["beyond"] for one in after] == [*[False] * 5, True]


def test_an_edit_says_the_minutes_that_are_planned_with_then(shipped: CommandLine) -> None:
    said = shipped.ok("edit", "24", "--length", "6300").out
    assert said.endswith(": article, 21 min, 6300 characters\n")
    shown = shipped.ok("show", "24", "--json").json
    printed = shipped.ok("edit", "24", "--length", "6600", "--json").json["resource"]
    assert shown["reading"]["minutes"] == 21
    assert (printed["minutes"], printed["reading_minutes"]) == (22, 22)
    assert shipped.ok("edit", "24", "--length", "1").out.endswith(", 1 min, 1 character\n")


def test_show_says_that_a_revisit_rests_on_minutes_set_by_hand(one: CommandLine) -> None:
    one.ok("edit", "1", "--minutes", "40")
    assert "10 min, given: a quarter of its reading, 40 min, set by hand" in one.ok("show", "1").out


def test_minutes_set_by_hand_after_a_timed_reading_are_shown_and_explained(
    shipped: CommandLine,
) -> None:
    shipped.ok("read", "24", "again", "--minutes", "300", "--on", "3 days ago")
    assert "300 min, learned: as it was timed" in shipped.ok("show", "24").out
    shipped.ok("edit", "24", "--minutes", "40")
    shown = shipped.ok("show", "24").out
    assert "40 min, given: set by hand" in shown
    assert "10 min, given: a quarter of its reading, 40 min, set by hand" in shown


def test_what_is_left_after_a_sitting_is_of_the_minutes_that_are_planned_with(
    shipped: CommandLine,
) -> None:
    shipped.ok("edit", "24", "--length", "12000")
    said = shipped.ok("read", "24", "--sitting").out
    assert said.endswith(": 20 of 40 min, 50 %, about 1 sitting left\n")


def test_a_series_without_a_part_says_so(one: CommandLine) -> None:
    assert "part ? of Notes" in one.ok("edit", "1", "--series", "Notes").out


def test_what_was_left_out_is_asked_about_with_the_commands_that_answer(
    shipped: CommandLine,
) -> None:
    shipped.configure("daily_minutes = 4", "new_share = 0.0")
    for _ in range(5):
        shipped.ok("today")
        shipped.now += timedelta(days=1)
    shipped.configure("daily_minutes = 1", 'weekday_minutes = "mon-sun 0"')
    asked = []
    for _ in range(7):
        study = shipped.ok("today", "--json").json
        if found := study["passed_over"]:
            asked.append(found["id"])
            said = shipped.ok("today").out
            assert f"Left out since 2026-03-02: {found['id']} {found['title']}. Keep it" in said
            assert f"put it away ('recall archive {found['id']}')?" in said
        shipped.now += timedelta(days=1)
    assert sorted(asked) == [3, 4, 5, 6]
