"""`recall today` and `recall next`: the day that is asked for, and days of any kind."""

from datetime import timedelta
from pathlib import Path

import pytest

from testing.commands.command_line import CommandLine


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("today", "--minutes", "-1"), "give a whole number from 0 to 1440"),
        (("today", "--minutes", "1441"), "give a whole number from 0 to 1440"),
        (("today", "--minutes", "20", "--on", "tomorrow"), "'recall day DATE MINUTES' sets"),
        (("today", "--on", "soon"), "soon"),
        (("today", "--on", "2027-06-01"), "a preview reaches 366 days ahead"),
        (("today", "--minutes", "25h"), "minutes cannot be '25h'; give a whole number from 0 to"),
        (("more", "0"), "give a whole number from 1 to 1440, or 90m, 1h, 1h30"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(
    shipped: CommandLine, argv: tuple[str, ...], says: str
) -> None:
    shipped.ok("today")
    before = shipped.state()
    outcome = shipped(*argv)
    assert (outcome.code, outcome.out) == (2, "")
    (line,) = outcome.err.splitlines()
    assert says in line
    assert shipped.state() == before


def test_minutes_of_today_may_be_given_with_its_date(shipped: CommandLine) -> None:
    day = shipped.ok("today", "--minutes", "20", "--on", "today", "--json").json
    assert (day["budget_minutes"], day["usual_minutes"]) == (20, 45)
    assert shipped.ok("next", "--minutes", "30").out == shipped.ok("next").out
    assert shipped.ok("today", "--json").json["budget_minutes"] == 30


@pytest.mark.parametrize(
    ("minutes", "says"),
    [
        ("0", "A day off: it has no minutes."),
        ("1", "Nothing that waits fits 1 min."),
        ("1440", "'recall review' goes through this list"),
    ],
)
def test_a_day_of_any_length_says_what_it_holds(
    shipped: CommandLine, minutes: str, says: str
) -> None:
    assert says in shipped.ok("today", "--minutes", minutes).out
    assert shipped.ok("today", "--json").json["planned_minutes"] <= int(minutes)
    assert shipped.ok("undo").out.startswith("undone: minutes")


@pytest.mark.parametrize(("text", "minutes"), [("90m", 90), ("1h", 60), ("1h30", 90), ("20", 20)])
def test_minutes_may_be_given_in_hours(shipped: CommandLine, text: str, minutes: int) -> None:
    assert shipped.ok("today", "-m", text, "--json").json["budget_minutes"] == minutes
    on = shipped.ok("day", "tomorrow", text, "--json").json["day"]
    assert on["minutes"] == minutes
    graded = shipped.ok("grade", "2", "good", "--minutes", text, "--json").json
    assert graded["review"]["minutes"] == minutes


def test_a_day_off_says_so(shipped: CommandLine) -> None:
    shipped.configure('weekday_minutes = "mon 0"')
    assert "A day off: it has no minutes. 'recall today --minutes 20'" in shipped.ok("today").out
    shipped.ok("grade", "2", "good", "--minutes", "5")
    assert "Done for today: 1 thing, 5 min." in shipped.ok("today").out
    shipped.ok("today", "--minutes", "20")
    assert "20 min today, usually 0" in shipped.ok("today").out


def test_an_empty_library_and_one_that_is_put_aside_have_nothing_to_do(one: CommandLine) -> None:
    one.ok("suspend", "1")
    assert "\n\nNothing to do today. 1 resource is suspended" in one.ok("today").out
    assert one.ok("next", "--json").json["next"] is None
    one.ok("resume", "1")
    assert "An article" in one.ok("today").out, "an empty plan is made anew"


@pytest.mark.slow
def test_of_two_thousand_due_a_day_holds_what_fits_and_says_how_many_more_there_are(
    empty: CommandLine, tmp_path: Path
) -> None:
    listed = tmp_path / "list.md"
    rows = (f"- [x] [T{number}](https://example.org/{number})\n" for number in range(2_000))
    listed.write_text("".join(rows), encoding="utf-8")
    empty.ok("import", str(listed))
    empty.now += timedelta(days=3000)
    day = empty.ok("today", "--json").json
    assert 40 <= day["planned_minutes"] <= 45
    assert len(day["revisit"]) + day["backlog"]["revisit"] == 2_000
    *_, more, resume = empty.ok("today").out.splitlines()
    assert more.startswith(f"{day['backlog']['revisit']} more are due. ")
    assert resume == "'recall resume' spreads the backlog over the coming days."
