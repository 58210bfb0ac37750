"""The computer's own zone, where the clocks change and where the computer travels."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest

from recall.cli import local_zone as module
from recall.cli.environment import Environment
from recall.cli.local_zone import local_zone
from recall.domain.reminders.message import Delivered, Delivery, Message
from recall.notify.notifier import Notifier
from recall.settings.table import Settings
from recall.storage.store import Store
from recall.usecases import reminding
from recall.usecases.context import Context
from testing.commands.command_line import CommandLine

HOME = "America/New_York"
CHANGES = [
    ("2027-03-13 21:00", "2027-03-14T13:00:00Z"),
    ("2027-11-06 21:00", "2027-11-07T14:00:00Z"),
]
"""The evening before the clocks change, and nine o'clock the day after."""

NO_SETTINGS = {"RECALL_CONFIG": "/nowhere/config.toml"}

NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="it keeps no zone in a file")


def at_home(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(HOME))


def zone_file(name: str) -> Path:
    return next(path for folder in TZPATH if (path := Path(folder, name)).exists())


@pytest.fixture
def traveler(one: CommandLine) -> CommandLine:
    """Has set no zone, so that it is the computer's; something is due from tomorrow on."""
    one.ok("read", "1", "again")
    one.config.write_text("", encoding="utf-8")
    one.environ["TZ"] = HOME
    return one


@pytest.mark.parametrize(("evening", "morning"), CHANGES)
def test_tomorrow_is_nine_by_tomorrows_clock(
    traveler: CommandLine, evening: str, morning: str
) -> None:
    traveler.now = at_home(evening).astimezone(UTC)
    assert traveler("remind", "snooze", "tomorrow", "--json").json["snoozed_until"] == morning
    assert traveler("remind", "status", "--json").json["next_slot"] == morning
    shown = traveler("remind", "status").out
    assert f"snoozed until  Sunday {morning[:10]} 09:00" in shown.splitlines()


class Desktop(Notifier):
    """Counts what it is sent."""

    name = "desktop"

    def __init__(self) -> None:
        self.slots: list[str] = []

    def send(self, message: Message) -> Delivery:
        self.slots.append(message.slot)
        return Delivered(self.name)


@pytest.mark.parametrize(("evening", "morning"), CHANGES)
def test_the_day_after_the_clocks_changed_has_one_digest_at_its_time(
    traveler: CommandLine, evening: str, morning: str
) -> None:
    desktop, found, settings = Desktop(), [], Settings(remind_kinds="digest")
    traveler.now = at_home(evening).astimezone(UTC)
    traveler.ok("remind", "snooze", "tomorrow")
    with Store(traveler.environ["RECALL_DATABASE_URL"]) as store:
        for _ in range(2 * 22):
            now = Environment(traveler.environ, lambda: traveler.now).now_in_zone
            reminding.remind(Context(store, settings, now), [desktop], reminding.Machine("desk"))
            if len(desktop.slots) > len(found):
                found.append(now.astimezone(UTC))
            traveler.now += timedelta(minutes=30)
    assert found == [datetime.fromisoformat(morning)], desktop.slots


@NOT_ON_WINDOWS
def test_the_zone_follows_a_journey(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    monkeypatch.setattr(module, "LOCALTIME", str(link))
    moment = datetime(2027, 7, 1, 12, tzinfo=UTC)
    hours = []
    for name in (HOME, "Asia/Shanghai", HOME):
        link.unlink(missing_ok=True)
        link.symlink_to(zone_file(name))
        hours.append(Environment(NO_SETTINGS, lambda: moment).now_in_zone.hour)
    assert hours == [8, 20, 8]


@NOT_ON_WINDOWS
def test_one_zone_is_one_object(monkeypatch: pytest.MonkeyPatch) -> None:
    """By which a day's slots are remembered."""
    monkeypatch.setattr(module, "LOCALTIME", str(zone_file(HOME)))
    assert local_zone({}) is local_zone({})


@NOT_ON_WINDOWS
@pytest.mark.parametrize("name", [HOME, f":{HOME}", "", ":"])
def test_the_zone_is_that_of_tz_or_else_of_the_computer(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(module, "LOCALTIME", str(zone_file(HOME)))
    summer, winter = datetime(2027, 7, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    for environ in ({"TZ": name}, {"TZ": f":{zone_file(HOME)}"}, {}):
        zone = local_zone(environ)
        assert [moment.astimezone(zone).hour for moment in (summer, winter)] == [20, 19]


@NOT_ON_WINDOWS
@pytest.mark.parametrize(
    "name", ["EST5EDT,M3.2.0,M11.1.0", "Nowhere/Land", "/no/such/file", "../x"]
)
def test_where_no_zone_can_be_read_it_is_the_offset_of_now(name: str) -> None:
    assert local_zone({"TZ": name}) is None
    moment = datetime(2027, 7, 1, 12, tzinfo=UTC)
    now = Environment({**NO_SETTINGS, "TZ": name}, lambda: moment).now_in_zone
    assert now == moment
    assert now.tzinfo is not None


@NOT_ON_WINDOWS
def test_a_file_that_holds_no_zone_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "localtime"
    broken.write_bytes(b"not a zone")
    monkeypatch.setattr(module, "LOCALTIME", str(broken))
    assert local_zone({}) is None


def test_windows_is_asked_by_way_of_tzlocal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def unknown() -> ZoneInfo:
        raise LookupError("Nowhere Standard Time")

    monkeypatch.setattr(module, "LOCALTIME", str(tmp_path / "none"))
    monkeypatch.setattr(module, "IS_WINDOWS", True)
    monkeypatch.setattr("tzlocal.reload_localzone", lambda: ZoneInfo(HOME))
    assert local_zone({}) == ZoneInfo(HOME)
    monkeypatch.setattr("tzlocal.reload_localzone", unknown)
    assert local_zone({}) is None


def test_a_zone_that_is_set_goes_before_the_computers(traveler: CommandLine) -> None:
    traveler.configure()
    moment = datetime(2027, 7, 1, 12, tzinfo=UTC)
    assert Environment(traveler.environ, lambda: moment).now_in_zone.hour == 20


@NOT_ON_WINDOWS
def test_a_zone_a_day_away_from_utc_is_refused_in_one_line(
    traveler: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python knows none, and would tell an error of its own."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC+25")
        time.tzset()
        refused = traveler("stats")
    time.tzset()
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert "time zone is a day or more away from UTC; give TZ another" in refused.err
