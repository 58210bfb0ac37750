"""`recall section`, and what `recall edit` knows of priorities and prerequisites."""

import pytest

from testing.commands.command_line import CommandLine, Terminal

VLLM = ["Resources", "VLLM"]


def test_sections_are_listed_with_turn_deadline_and_what_is_left(shipped: CommandLine) -> None:
    shipped.ok("section", "VLLM", "first", "--by", "in 9 days")
    shipped.ok("section", "CUDA", "hold")
    lines = shipped.ok("section").out.splitlines()
    assert lines[0].split() == ["section", "turn", "by", "unread", "left"]
    (vllm,) = [line for line in lines if "VLLM" in line]
    assert vllm.split() == [
        "›",
        "VLLM",
        "first",
        "2026-03-11,",
        "6",
        "min",
        "a",
        "day",
        "1",
        "60",
        "min",
    ]
    (cuda,) = [line for line in lines if line.startswith("› CUDA")]
    assert cuda.split() == ["›", "CUDA", "hold", "3", "180", "min"]


def test_one_section_is_listed_with_those_below_it(shipped: CommandLine) -> None:
    assert len(shipped.ok("section", "VLLM").out.splitlines()) == 2
    everything = shipped.ok("section").out
    assert shipped.ok("section", "Resources").out == everything


def test_a_deadline_that_is_past_says_so(shipped: CommandLine) -> None:
    shipped.ok("section", "VLLM", "--by", "tomorrow")
    shipped.now = shipped.now.replace(day=20)
    assert "was 2026-03-03" in shipped.ok("section", "VLLM").out
    assert "deadline was 2026-03-03" in shipped.ok("today", "--minutes", "300").out


def test_sections_as_json(shipped: CommandLine) -> None:
    before = shipped.ok("section", "--json").json
    assert list(before) == ["schema", "sections"]
    assert before["sections"][0]["section"] == ["Resources"]
    changed = shipped.ok("section", "vllm", "first", "--by", "2026-03-11", "--json").json
    assert changed == {
        "schema": 1,
        "action": "section",
        "resource": None,
        "changed": True,
        "section": {
            "section": VLLM,
            "turn": "first",
            "deadline": "2026-03-11",
            "laid_down_for": VLLM,
            "unread": 1,
            "minutes_left": 60,
            "minutes_a_day": 6.0,
        },
    }
    assert shipped.ok("section", "vllm", "--json").json["sections"] == [changed["section"]]
    again = shipped.ok("section", "vllm", "first", "--by", "2026-03-11", "--json").json
    assert again == changed | {"changed": False}


def test_what_was_laid_down_is_said_and_can_be_undone(shipped: CommandLine) -> None:
    said = shipped.ok("section", "VLLM", "first").out
    assert said == "Resources › VLLM: first; 1 unread, 60 min\n"
    again = shipped.ok("section", "VLLM", "first").out
    assert again == "Resources › VLLM: already first; 1 unread, 60 min\n"
    assert "its section comes first" in shipped.ok("today").out
    assert shipped.ok("history", "--limit", "1").out.split()[1:] == [
        "section",
        "Resources",
        "›",
        "VLLM:",
        "first",
    ]
    shipped.ok("undo")
    assert shipped.ok("section", "VLLM", "--json").json["sections"][0]["turn"] == "normal"


def test_a_turn_that_chooses_todays_readings_anew_says_which_and_undo_brings_back_the_others(
    shipped: CommandLine,
) -> None:
    before = shipped.ok("today").out
    said = shipped.ok("section", "VLLM", "later").out
    title = "20 Pytorch Transformers from Scratch (Attention is all you nee…"
    assert said == f"Resources › VLLM: later; 1 unread, 60 min; to read today: {title}\n"
    assert "Pytorch Transformers from Scratch" in shipped.ok("today").out
    again = shipped.ok("section", "VLLM", "later").out
    assert again == "Resources › VLLM: already later; 1 unread, 60 min\n"
    assert "to read today" not in shipped.ok("section", "VLLM", "hold").out
    shipped.ok("undo")
    shipped.ok("undo")
    assert shipped.ok("today").out == before


def test_a_deadline_stays_until_it_is_taken_away(shipped: CommandLine) -> None:
    def said(*words: str) -> str:
        return shipped.ok("section", "VLLM", *words).out.partition(";")[0]

    assert said("first", "--by", "in 9 days") == "Resources › VLLM: first, by 2026-03-11"
    assert said("later") == "Resources › VLLM: later, by 2026-03-11"
    assert said("--by", "Never") == "Resources › VLLM: later, no longer by 2026-03-11"
    assert said("--by", "never") == "Resources › VLLM: already later"
    assert said("--by", "2026-03-11") == "Resources › VLLM: later, by 2026-03-11"
    assert said("normal") == "Resources › VLLM: normal, no longer by 2026-03-11"
    assert said("normal") == "Resources › VLLM: already normal"


def test_on_a_narrow_terminal_no_line_is_too_wide(shipped: CommandLine) -> None:
    shipped.ok("section", "VLLM", "first", "--by", "in 9 days")
    for columns in ("40", "80"):
        from recall.cli.output.width import width

        lines = shipped("section", stream=Terminal, COLUMNS=columns, NO_COLOR="1").out.splitlines()
        assert max(map(width, lines)) <= int(columns)


UNUSABLE = [
    ("section nowhere first", 4, "no section matches 'nowhere'"),
    ("section VLM first", 4, "much like it: Resources › VLLM"),
    ("section nowhere", 4, "no section matches 'nowhere'"),
    ("section 系列 first", 4, "matches 6 sections, give more of the path: Resources › "),
    ("section VLLM soon", 2, "'soon' is not a turn; give first, later, hold, normal"),
    ("section VLLM first --by yesterday", 2, "2026-03-01 is not after today"),
    ("section VLLM first --by 2026-01-01", 2, "2026-01-01 is not after today"),
    ("section VLLM --by someday", 2, "'someday' is not a date"),
    ("section VLLM hold --by tomorrow", 2, "what is on hold is not read"),
    ("section --by tomorrow", 2, "a deadline of which section?"),
    ("edit 15 --after 15", 2, "15 VLLM官方文档 cannot wait for itself"),
    ("edit 15 --after 999", 4, "no resource matches '999'"),
    ("edit 15 --not-after 14", 1, "15 does not wait for 14; it waits for nothing"),
    ("edit 15 --priority hihg", 2, "'hihg' is not a priority; give high, normal, low"),
]


@pytest.mark.parametrize(("typed", "code", "says"), UNUSABLE)
def test_what_cannot_be_used_is_told_in_one_line_and_changes_nothing(
    shipped: CommandLine, typed: str, code: int, says: str
) -> None:
    before = shipped.state()
    outcome = shipped(*typed.split())
    assert (outcome.code, outcome.out) == (code, "")
    (line,) = outcome.err.splitlines()
    assert says in line
    assert shipped.state() == before


def test_prerequisites_and_a_priority_are_said_and_printed(one: CommandLine) -> None:
    one.ok("add", "https://example.org/b", "--title", "Before it", "--minutes", "20")
    said = one.ok("edit", "1", "--after", "2", "--priority", "high").out
    assert said == "1 An article: page, 20 min, high priority, after 2 Before it\n"
    printed = one.ok("edit", "1", "--minutes", "30", "--json").json
    assert printed["after"] == [2]
    assert printed["resource"]["priority"] == "high"
    assert [visit["id"] for visit in one.ok("today", "--json").json["read"]] == [2]
    assert one.ok("edit", "1", "--not-after", "before", "--json").json["after"] == []


def test_what_is_waited_for_is_shown(one: CommandLine) -> None:
    for name in ("b", "c"):
        one.ok("add", f"https://example.org/{name}", "--title", f"Title {name}")
    one.ok("edit", "1", "--after", "2", "--after", "3", "--priority", "low")
    one.ok("read", "3")
    shown = one.ok("show", "1").out
    assert "   after  2 Title b\n          3 Title c, which is read\n" in shown
    assert "  status  unread, low priority\n" in shown
    assert one.ok("show", "1", "--json").json["after"] == [2, 3]


def test_a_circle_is_shown_with_ids_and_titles(one: CommandLine) -> None:
    for name in ("b", "c"):
        one.ok("add", f"https://example.org/{name}", "--title", f"Title {name}")
    one.ok("edit", "1", "--after", "2")
    one.ok("edit", "2", "--after", "Title c")
    before = one.state()
    outcome = one("edit", "3", "--after", "1")
    assert outcome.code == 2
    assert outcome.err == (
        "recall: that would go in a circle, each waiting for the next: "
        "3 Title c → 1 An article → 2 Title b → 3 Title c\n"
    )
    assert one.state() == before
