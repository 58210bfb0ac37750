"""The settings file: read, written, and refused where it is wrong."""

import os
import re
import stat
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from recall.errors import BadFile, BadInput
from recall.settings.file import (
    changed,
    checked,
    load,
    problems,
    read,
    refusals,
    store,
    store_all,
    unset,
)
from recall.settings.table import SETTINGS, Settings, field


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load(str(file)) == Settings()


def test_the_file_says_when_it_was_last_changed(file: Path) -> None:
    assert changed(str(file)) is None
    file.touch()
    os.utime(file, (0, 86_400))
    assert changed(str(file)) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("seconds", [10**12, -(10**12)])
def test_a_file_that_was_changed_in_no_year_of_the_calendar_does_not_say_when(
    file: Path, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    class Stat:
        st_mtime = float(seconds)

    monkeypatch.setattr(os, "stat", lambda _path: Stat)
    assert changed(str(file)) is None


def test_what_the_file_says_goes_before_the_defaults(file: Path) -> None:
    file.write_text('daily_minutes = 90\nday_start = "05:30"\nspread = false\n', encoding="utf-8")
    expected = Settings()._replace(daily_minutes=90, day_start=time(5, 30), spread=False)
    assert load(str(file)) == expected


@pytest.mark.parametrize("name", SETTINGS)
def test_a_value_that_is_not_allowed_is_refused_by_the_name_of_its_setting(name: str) -> None:
    with pytest.raises(BadFile) as error:
        checked(name, object(), "config.toml")
    assert str(error.value).startswith(f"config.toml: {name} is ")
    assert "; it must be " in str(error.value)


def test_an_unknown_setting_is_refused(file: Path) -> None:
    file.write_text("daily_minuets = 45\n", encoding="utf-8")
    with pytest.raises(BadFile, match="no setting is called 'daily_minuets'"):
        load(str(file))
    with pytest.raises(BadInput, match="no setting is called 'daily_minuets'"):
        store(str(file), "daily_minuets", "45")


@pytest.mark.parametrize(
    "content", [b"daily_minutes = ", b"\xff\xfe", b"a = 1\na = 2\n", b"#" * 2**21]
)
def test_a_file_that_is_no_toml_is_refused_in_one_line(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BadFile, match="cannot be read as settings") as error:
        load(str(file))
    assert "\n" not in str(error.value)


def test_a_folder_in_place_of_the_file_is_refused(file: Path) -> None:
    file.mkdir()
    with pytest.raises(BadFile, match="Is a directory"):
        load(str(file))


STORED = [
    ("daily_minutes", "60", 60),
    ("day_start", "5:00", time(5)),
    ("spread", "no", False),
    ("desired_retention", "0.85", 0.85),
    ("time_zone", "Europe/Berlin", "Europe/Berlin"),
    ("remind.times", "18:30 9:00", "09:00, 18:30"),
    ("remind.on", "off", False),
]


@pytest.mark.parametrize(("name", "text", "value"), STORED)
def test_a_stored_setting_is_read_again(file: Path, name: str, text: str, value: object) -> None:
    assert store(str(file), name, text) == value
    assert load(str(file)) == Settings()._replace(**{field(name): value})  # type: ignore[arg-type]  # named by the test


def test_storing_keeps_the_rest_of_the_file(file: Path) -> None:
    file.write_text("# mine\nspread = true  # for now\ndaily_minutes = 30\n", encoding="utf-8")
    store(str(file), "daily_minutes", "60")
    assert file.read_text(encoding="utf-8") == (
        "# mine\nspread = true  # for now\ndaily_minutes = 60\n"
    )


def test_what_has_a_dot_stands_in_a_table_behind_the_rest(file: Path) -> None:
    file.write_text("[remind] # mine\non = true\n", encoding="utf-8")
    store(str(file), "remind.times", "9:30")
    store(str(file), "daily_minutes", "60")
    settings = load(str(file))
    assert (settings.remind_times, settings.daily_minutes) == ("09:30", 60)
    assert file.read_text(encoding="utf-8").endswith(
        '[remind] # mine\non = true\ntimes = "09:30"\n'
    )


def test_a_name_in_a_table_is_refused_with_the_table(file: Path) -> None:
    file.write_text("[remind]\nhours = 3\n", encoding="utf-8")
    with pytest.raises(BadFile, match=r"no setting is called 'remind\.hours'"):
        load(str(file))


def test_a_value_that_is_not_allowed_is_not_stored(file: Path) -> None:
    with pytest.raises(BadInput, match="daily_minutes cannot be '0'; it must be a whole number"):
        store(str(file), "daily_minutes", "0")
    assert not file.exists()


def test_a_bad_value_with_a_password_in_it_is_not_repeated(file: Path) -> None:
    file.write_text(f'day_start = "alice:SECRET{"SECRET" * 20}@host"\n', encoding="utf-8")
    with pytest.raises(BadFile, match="day_start is not usable; it must be a time") as error:
        load(str(file))
    assert "SECRET" not in str(error.value)


def test_what_is_no_settings_file_is_not_written_over(file: Path) -> None:
    file.write_text("spread = \n", encoding="utf-8")
    with pytest.raises(BadFile, match="cannot be read as settings"):
        store(str(file), "daily_minutes", "60")
    assert file.read_text(encoding="utf-8") == "spread = \n"


def test_a_wrong_setting_can_be_mended(file: Path) -> None:
    file.write_text("spread = 7\ndaily_minutes = 30\n", encoding="utf-8")
    with pytest.raises(BadFile, match="spread is 7"):
        load(str(file))
    settings, (wrong,) = problems(str(file))
    assert (settings.daily_minutes, settings.spread) == (30, True)
    assert "spread is 7" in str(wrong)
    store(str(file), "spread", "false")
    assert not load(str(file)).spread


def test_storing_makes_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "config.toml"
    store(str(path), "spread", "no")
    assert not load(str(path)).spread


def test_storing_leaves_the_rights_of_the_file_and_a_link_to_it(tmp_path: Path) -> None:
    file, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    file.touch()
    file.chmod(0o600)
    link.symlink_to(file)
    store(str(link), "database_url", "postgresql://me:secret@host/name")
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read(str(file)) == {"database_url": "postgresql://me:secret@host/name"}
    assert sorted(os.listdir(tmp_path)) == ["config.toml", "dotfiles.toml"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadFile, match="cannot be written"):
        store(str(tmp_path / "file" / "config.toml"), "spread", "no")


def test_a_setting_in_a_table_that_is_none_is_told(file: Path) -> None:
    file.write_text("remind = 5\n", encoding="utf-8")
    with pytest.raises(BadFile, match="remind is 5; it must be a table"):
        store(str(file), "remind.times", "09:00")
    with pytest.raises(BadFile, match=r"remind is 5; it must be a table: \[remind\]"):
        load(str(file))


ODD = [
    ("day_start = 04:00:30", "day_start is 04:00:30; it must be a time of day"),
    ("day_start = 2026-01-01", "day_start is 2026-01-01; it must be a time of day"),
    ("spread = [true, 1.5]", "spread is [true, 1.5]; it must be true or false"),
    ("[spread]\na = 1", "spread is a table; it must be true or false"),
    ("[remind]\nnudge = 19:00:00.25", "remind.nudge is 19:00:00.250000; it must be a time of"),
    ("[remind]\ntimes = [09:00:01]", "remind.times is [09:00:01]; it must be times of day"),
    ("[remind.times]\na = 1", "remind.times is a table; it must be times of day"),
    ("[remind.x]\ny = 1", "no table is called 'remind.x'; 'recall config' lists the settings"),
    ("[[remind]]\non = true", "remind is [a table]; it must be a table: [remind]"),
]


@pytest.mark.parametrize(("text", "told"), ODD)
def test_whatever_toml_can_hold_is_told_as_it_stands_in_the_file(
    file: Path, text: str, told: str
) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=re.escape(told)):
        load(str(file))


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("# mine\ndaily_minutes = 30  # short\nspread = false\n", "daily_minutes", "spread"),
        ('spread = false\n[remind]\ntimes = "9:00"\non = true\n', "remind.times", "spread"),
        ('"remind.times" = "9:00"\nspread = false\n', "remind.times", "spread"),
        ("daily_minuets = 45\nspread = false\n", "daily_minuets", "spread"),
        ("daily_minutes = -5\nspread = false\n", "daily_minutes", "spread"),
        ("remind = 5\nspread = false\n", "remind", "spread"),
        ('"a.b" = 5\nspread = false\n', "a.b", "spread"),
    ],
)
def test_a_setting_is_taken_out_and_the_rest_stays(
    file: Path, before: str, name: str, after: str
) -> None:
    file.write_text(before, encoding="utf-8")
    assert unset(str(file), name)
    assert name not in read(str(file))
    assert after in read(str(file))
    assert ("# mine" in before) == ("# mine" in file.read_text(encoding="utf-8"))
    assert load(str(file)).spread is False


def test_what_is_not_in_the_file_cannot_be_taken_out(file: Path) -> None:
    assert not unset(str(file), "daily_minutes")
    assert not file.exists()
    file.write_text("spread = false\n", encoding="utf-8")
    assert not unset(str(file), "daily_minutes")
    with pytest.raises(BadInput, match="no setting is called 'nothing'"):
        unset(str(file), "nothing")
    file.write_text("spread = \n", encoding="utf-8")
    with pytest.raises(BadFile, match="cannot be read as settings"):
        unset(str(file), "daily_minutes")


def test_some_settings_are_written_together_or_not_at_all(file: Path) -> None:
    store_all(str(file), {"daily_minutes": "30", "remind.on": "no"})
    assert read(str(file)) == {"daily_minutes": 30, "remind.on": False}
    with pytest.raises(BadInput, match="new_share"):
        store_all(str(file), {"daily_minutes": "60", "new_share": "much"})
    assert read(str(file)) == {"daily_minutes": 30, "remind.on": False}


def test_all_that_could_not_be_written_is_told_by_name(file: Path) -> None:
    found = refusals({"daily_minutes": "60", "new_share": "much", "nothing": "1"})
    assert sorted(found) == ["new_share", "nothing"]
    assert "must be a number from 0 to 1" in str(found["new_share"])
