"""`recall remind` inside the test: its commands and what they say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recall.storage.store import Store
from recall.storage.tables import reminders
from recall.storage.tables.reminders import Claim
from testing.commands.command_line import CommandLine
from testing.desktop.dbus_server import Bus, NotificationServer


def nowhere(folder: Path) -> dict[str, str]:
    """The environment of a machine without a desktop, and without notify-send."""
    return {"PATH": "", "XDG_RUNTIME_DIR": str(folder), "DBUS_SESSION_BUS_ADDRESS": ""}


def test_a_test_arrives_and_says_by_which_way(
    one: CommandLine, bus: Bus, server: NotificationServer
) -> None:
    tried = one("remind", "test", **bus.environ)
    assert tried.code == 0
    assert tried.out.startswith("dbus delivered it; do you see it?\na test has no buttons; ")
    told = one("remind", "test", "--json", **bus.environ)
    assert told.json["delivered"]
    assert [attempt["backend"] for attempt in told.json["attempts"]] == ["dbus"]
    assert len(server.shown) == 2
    assert server.shown[0].body.endswith("next: An article")


def test_a_test_has_no_buttons_for_nobody_would_hear_of_a_click(
    one: CommandLine, bus: Bus, server: NotificationServer
) -> None:
    assert one("remind", "test", **bus.environ).code == 0
    assert server.shown[0].actions == []


def test_a_test_speaks_the_language_set(
    one: CommandLine, bus: Bus, server: NotificationServer
) -> None:
    one.configure('language = "zh"')
    assert one("remind", "test", **bus.environ).code == 0
    assert server.shown[0].title == "今天的重温"


def test_a_test_needs_no_library_and_makes_none(
    fresh: CommandLine, bus: Bus, server: NotificationServer
) -> None:
    assert fresh("remind", "test", **bus.environ).code == 0
    assert len(server.shown) == 1
    assert not fresh.library.exists()


def test_a_test_that_reaches_nobody_says_why_and_what_to_do(
    one: CommandLine, tmp_path: Path
) -> None:
    tried = one("remind", "test", **nowhere(tmp_path))
    assert tried.code == 6
    assert tried.out == ""
    assert "no reminder can be delivered: dbus" in tried.err
    assert tried.err.count("no session bus") == 1, "what two ways have in common is said once"
    assert "(run recall inside your desktop session" in tried.err
    told = one("remind", "test", "--json", **nowhere(tmp_path))
    assert told.code == 6
    assert not told.json["delivered"]
    assert all(attempt["hint"] for attempt in told.json["attempts"])


def test_a_bus_without_a_server_is_named(one: CommandLine, bus: Bus) -> None:
    tried = one("remind", "test", **bus.environ)
    assert tried.code == 6
    assert "no notification server" in tried.err
    assert "such as dunst" in tried.err


COMMANDS = ["status", "status --json", "test", "snooze 1h", "snooze tomorrow", "snooze 23:59"]
COMMANDS += ["snooze off", "uninstall"]


@pytest.mark.parametrize("typed", COMMANDS)
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
@pytest.mark.parametrize("hour", [0, 23])
@pytest.mark.parametrize("year", [1, 1970, 8999, 9999])
def test_at_the_ends_of_the_calendar_each_command_works_or_is_refused_in_one_line(
    one: CommandLine, tmp_path: Path, typed: str, zone: str, hour: int, year: int
) -> None:
    one.config.write_text(f'time_zone = "{zone}"\n', encoding="utf-8")
    first = year in (1, 1970)
    one.now = datetime(year, 1 if first else 12, 1 if first else 31, hour, 30, tzinfo=UTC)
    done = one("remind", *typed.split(), **nowhere(tmp_path))
    assert done.code in (0, 1, 2, 6), done.err
    assert "OverflowError" not in done.out + done.err
    if done.code == 2:
        assert done.err.count("\n") == 1


def test_a_clock_that_is_far_off_is_named(one: CommandLine) -> None:
    one.now = datetime(9999, 12, 31, tzinfo=UTC)
    refused = one("remind", "snooze", "1h")
    assert refused.code == 1
    assert refused.err == (
        "recall: the clock of this computer shows the year 9999; set it, and try again\n"
    )


@pytest.mark.parametrize("until", ["9999-12-31T23:59:59Z", "9999-12-31T00:00:00Z"])
def test_a_snooze_until_the_year_9999_that_is_in_the_library_keeps_nothing_back(
    one: CommandLine, until: str
) -> None:
    with Store(one.environ["RECALL_DATABASE_URL"]) as store:
        reminders.snooze(store, datetime.fromisoformat(until), one.now, "digest")
    assert one("remind", "status", "--json").json["snoozed_until"] is None
    assert one.ok("remind", "snooze", "off").out == "no snooze is on\n"
    one.ok("remind", "snooze", "1h")


SNOOZES = [
    ("1h", "2026-03-02T02:30:00Z"),
    ("90m", "2026-03-02T03:00:00Z"),
    ("2h 30m", "2026-03-02T04:00:00Z"),
    ("18:30", "2026-03-02T10:30:00Z"),
    ("明天", "2026-03-03T01:00:00Z"),
    ("2026-12-01", "2026-12-01T01:00:00Z"),
]


@pytest.mark.parametrize(("when", "until"), SNOOZES)
def test_a_snooze_ends_when_it_says(one: CommandLine, when: str, until: str) -> None:
    assert one("remind", "snooze", *when.split(), "--json").json["snoozed_until"] == until
    told = one("remind", "status", "--json").json
    assert (told["snoozed_until"], told["next_slot"]) == (until, until)


def test_a_snooze_says_when_it_ends(one: CommandLine) -> None:
    assert one.ok("remind", "snooze", "1h").out == "no reminders until Monday 2026-03-02 10:30\n"


@pytest.mark.parametrize("when", ["off", "now", "none"])
def test_a_snooze_is_ended_by_a_word_and_only_one_that_is_on(one: CommandLine, when: str) -> None:
    assert one.ok("remind", "snooze", when).out == "no snooze is on\n"
    one.ok("remind", "snooze", "1h")
    ended = one.ok("remind", "snooze", when).out
    assert ended == "the snooze until Monday 2026-03-02 10:30 is over; reminders come again\n"
    assert one("remind", "status", "--json").json["snoozed_until"] is None
    told = one("remind", "snooze", when, "--json").json
    assert (told["snoozed_until"], told["ended"]) == (None, False)


def test_what_ends_a_snooze_needs_a_library_too(fresh: CommandLine) -> None:
    refused = fresh("remind", "snooze", "off")
    assert refused.code == 5
    assert "make one with 'recall init'" in refused.err


@pytest.mark.parametrize("when", ["0m", "yesterday", "today", "09:00", "soon", "1", "2026-02-30"])
def test_a_snooze_that_cannot_be_is_refused(one: CommandLine, when: str) -> None:
    before = one.state()
    refused = one("remind", "snooze", when)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert one.state() == before


def test_a_snooze_makes_no_library(fresh: CommandLine) -> None:
    refused = fresh("remind", "snooze", "1h")
    assert refused.code == 5
    assert "there is no library" in refused.err
    assert not fresh.library.exists()


def test_the_status_says_what_is_wrong_and_what_to_do(one: CommandLine, tmp_path: Path) -> None:
    shown = one("remind", "status", **nowhere(tmp_path))
    assert shown.code == 1
    lines = shown.out.splitlines()
    assert lines[:3] == [
        "running        no",
        "next           Monday 2026-03-02 19:00",
        "last sent      nothing yet",
    ]
    assert "problem        reminders do not run; start them with 'recall remind install'" in lines
    assert shown.out.count("no session bus") == 1


def test_the_status_shows_a_snooze_and_what_was_sent_in_the_time_of_the_person(
    one: CommandLine,
) -> None:
    with Store(one.environ["RECALL_DATABASE_URL"]) as store:
        slot = Claim("digest", "2026-03-02@09:00")
        reminders.claim(store, slot, "here", one.now)
        reminders.mark_sent(store, slot, "here", "dbus", one.now)
    one.ok("remind", "snooze", "23:00")
    lines = one("remind", "status").out.splitlines()
    assert "next           Tuesday 2026-03-03 08:00" in lines, "quiet hours last until then"
    assert "snoozed until  Monday 2026-03-02 23:00" in lines
    sent = "last sent      Monday 2026-03-02 09:30 by dbus (digest of 2026-03-02 09:00)"
    assert sent in lines
    told = one("remind", "status", "--json").json["last_sent"]
    assert told["at"] == "2026-03-02T01:30:00Z"


def test_what_comes_after_the_clocks_change_is_shown_as_they_will_show_it(
    one: CommandLine,
) -> None:
    kinds = '[remind]\nkinds = "digest"\n'
    one.config.write_text(kinds, encoding="utf-8")  # the zone is the computer's
    one.now = datetime(2027, 11, 7, 1, 0, tzinfo=UTC)  # an hour is repeated that night
    lines = one("remind", "status", TZ="America/New_York").out.splitlines()
    assert "next           Sunday 2027-11-07 09:00" in lines


@pytest.mark.parametrize(
    ("running", "told"),
    [(True, "within a minute"), (False, "as soon as reminders run")],
)
def test_what_is_owed_now_comes_next(
    one: CommandLine, request: pytest.FixtureRequest, running: bool, told: str
) -> None:
    one.now = one.now.replace(hour=19, minute=0)
    if running:
        request.getfixturevalue("lock")
    lines = one("remind", "status").out.splitlines()
    assert f"next           {told} (nudge of 2026-03-02 19:00)" in lines
    printed = one("remind", "status", "--json").json
    assert printed["owed"] == {"kind": "nudge", "slot": "2026-03-02@19:00"}
    assert printed["next_slot"] == "2026-03-02T11:00:00Z"
    one.now -= timedelta(minutes=1)
    printed = one("remind", "status", "--json").json
    assert (printed["owed"], printed["next_slot"]) == (None, "2026-03-02T11:00:00Z")


def test_a_snooze_that_is_over_is_not_shown(one: CommandLine) -> None:
    one.ok("remind", "snooze", "1m")
    one.now += timedelta(minutes=1)
    assert one("remind", "status", "--json").json["snoozed_until"] is None


def test_reminders_that_are_off_are_no_problem_and_shown(one: CommandLine) -> None:
    one.configure("[remind]", "on = false")
    shown = one.ok("remind", "status").out
    assert "note           reminders are off; turn them on with" in shown
    assert "next " not in shown
    assert "problem" not in shown
    told = one("remind", "status", "--json").json
    assert (told["next_slot"], told["problems"], len(told["notes"])) == (None, [], 1)


def test_a_nudge_that_can_never_come_is_a_problem_and_no_digest_is_a_note(
    one: CommandLine,
) -> None:
    one.configure("[remind]", 'nudge = "23:00"', 'kinds = "nudge"')
    told = one("remind", "status", "--json").json
    assert "the nudge at 23:00 can never come" in told["problems"][0]
    assert told["next_slot"] is None
    assert "there is no daily digest" in told["notes"][0]


def test_the_status_needs_no_library_and_shows_wrong_settings(fresh: CommandLine) -> None:
    missing = fresh("remind", "status", "--json").json["problems"]
    assert any("there is no library" in problem for problem in missing)
    assert not fresh.library.exists()
    fresh.configure("[remind]", 'days = "someday"')
    wrong = fresh("remind", "status", "--json").json["problems"]
    assert any("remind.days is 'someday'; it must be days" in problem for problem in wrong)


def test_the_status_tells_of_all_that_is_wrong_in_the_settings(one: CommandLine) -> None:
    one.configure('spread = "maybe"', "[remind]", 'days = "someday"', "times = [09:00:01]")
    shown = one("remind", "status")
    assert shown.code == 1
    for told in ("spread is 'maybe'; it", "remind.days is 'someday'; it", "remind.times is [09:"):
        assert f"problem        {one.config}: {told}" in shown.out
    assert not any("\n" in one for one in one("remind", "status", "--json").json["problems"])


def test_a_snooze_is_told_of_a_wrong_setting_in_one_line(one: CommandLine) -> None:
    one.configure('spread = "maybe"', "[remind]", 'days = "someday"')
    refused = one("remind", "snooze", "1h")
    assert (refused.code, refused.err.count("it must be")) == (1, 1)


def test_the_status_tells_the_rest_where_its_folder_cannot_be_used(
    one: CommandLine, home: Path
) -> None:
    (home / "state").write_text("no folder", encoding="utf-8")
    shown = one("remind", "status")
    assert shown.code == 1
    assert f"problem        {home / 'state'} cannot be written, and the lock of" in shown.out
    assert "next           Monday 2026-03-02 19:00" in shown.out
    assert "last sent      nothing yet" in shown.out


def test_the_status_makes_nothing(fresh: CommandLine, home: Path) -> None:
    fresh("remind", "status")
    assert list(home.iterdir()) == []
