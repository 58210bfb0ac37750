"""The settings: their table, their file, and what is refused."""

import os
import re
import stat
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.config import (
    TABLE,
    Settings,
    checked,
    config_path,
    field,
    library_url,
    load,
    problems,
    read,
    store,
)
from recall.errors import BadFile, BadInput


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_every_setting_has_a_row_and_its_default_is_allowed() -> None:
    assert tuple(map(field, TABLE)) == Settings._fields
    for (name, row), value in zip(TABLE.items(), Settings(), strict=True):
        assert row.check(value) == value, name
        assert row.description


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load(str(file)) == Settings()


def test_what_the_file_says_goes_before_the_defaults(file: Path) -> None:
    file.write_text('daily_minutes = 90\nday_start = "05:30"\nspread = false\n', encoding="utf-8")
    expected = Settings()._replace(daily_minutes=90, day_start=time(5, 30), spread=False)
    assert load(str(file)) == expected


ALLOWED: list[tuple[str, object, object]] = [
    ("daily_minutes", 1, 1),
    ("daily_minutes", "1440", 1440),
    ("sitting_minutes", 5, 5),
    ("day_start", "00:00", time(0, 0)),
    ("day_start", "12:59", time(12, 59)),
    ("day_start", "4:05", time(4, 5)),
    ("day_start", time(4, 5), time(4, 5)),
    ("day_start", "04:05:00", time(4, 5)),
    ("time_zone", "", ""),
    ("time_zone", "Asia/Shanghai", "Asia/Shanghai"),
    ("desired_retention", 0.7, 0.7),
    ("desired_retention", "0.97", 0.97),
    ("maximum_interval", 36500, 36500),
    ("spread", True, True),
    ("spread", "off", False),
    ("spread", "YES", True),
    ("database_url", "postgresql://me@host/name", "postgresql://me@host/name"),
    ("language", "ZH", "zh"),
    ("remind.on", "off", False),
    ("remind.times", "18:30 9:00", "09:00, 18:30"),
    ("remind.times", [time(18, 30), "9:00"], "09:00, 18:30"),
    ("remind.quiet", "23:00 to 7:00", "23:00-07:00"),
    ("remind.quiet", "none", "none"),
    ("remind.days", "周一至周五", "weekdays"),
    ("remind.kinds", "nudge digest", "digest, nudge"),
    ("remind.nudge", time(20), "20:00"),
    ("remind.machines", "each", "each"),
]


@pytest.mark.parametrize(("name", "value", "used"), ALLOWED)
def test_an_allowed_value_is_taken(name: str, value: object, used: object) -> None:
    assert checked(name, value, "file") == used


REFUSED: list[tuple[str, object, str]] = [
    ("daily_minutes", 0, "a whole number from 1 to 1440"),
    ("daily_minutes", 1441, "a whole number from 1 to 1440"),
    ("daily_minutes", True, "a whole number"),
    ("daily_minutes", 4.5, "a whole number"),
    ("daily_minutes", "many", "a whole number"),
    ("daily_minutes", "9" * 5000, "a whole number"),
    ("daily_minutes", [45], "a whole number"),
    ("sitting_minutes", 4, "a whole number from 5"),
    ("day_start", "13:00", "a time of day from 00:00 to 12:59"),
    ("day_start", "04:60", "a time of day"),
    ("day_start", "0400", "a time of day"),
    ("day_start", "4:5", "a time of day"),
    ("day_start", "-1:00", "a time of day"),
    ("day_start", "9" * 5000 + ":00", "a time of day"),
    ("day_start", time(13), "a time of day"),
    ("day_start", 4, "a time of day"),
    ("time_zone", "Mars/Olympus", "the name of a time zone"),
    ("time_zone", "../../etc/passwd", "the name of a time zone"),
    ("time_zone", "/etc/passwd", "the name of a time zone"),
    ("time_zone", "Asia", "the name of a time zone"),
    ("time_zone", "a\0b", "the name of a time zone"),
    ("time_zone", 8, "the name of a time zone"),
    ("desired_retention", 0.69, "a number from 0.7 to 0.97"),
    ("desired_retention", 1.5, "a number from 0.7 to 0.97"),
    ("desired_retention", "nan", "a number from 0.7"),
    ("desired_retention", True, "a number"),
    ("desired_retention", "high", "a number"),
    ("maximum_interval", 36501, "a whole number from 1 to 36500"),
    ("spread", "maybe", "true or false"),
    ("spread", 2, "true or false"),
    ("database_url", 5, "a text"),
    ("language", "fr", "auto, en or zh"),
    ("remind.on", "sometimes", "true or false"),
    ("remind.times", "25:00", "times of day from 00:00 to 23:59"),
    ("remind.quiet", "22:00", "two different times of day"),
    ("remind.days", "someday", "days of the week"),
    ("remind.kinds", "poke", "all, or some of digest"),
    ("remind.nudge", "evening", "a time of day"),
    ("remind.machines", "two", "once or each"),
]
IDS = [f"{name} {str(value)[:20]!r}" for name, value, _ in REFUSED]


@pytest.mark.parametrize(("name", "value", "allowed"), REFUSED, ids=IDS)
def test_any_other_value_is_refused_with_what_is_allowed(
    name: str, value: object, allowed: str
) -> None:
    with pytest.raises(BadFile, match=allowed) as error:
        checked(name, value, "config.toml")
    assert str(error.value).startswith(f"config.toml: {name} is ")


@given(
    st.sampled_from(list(TABLE)),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
)
def test_whatever_stands_there_is_taken_or_refused(name: str, value: object) -> None:
    try:
        used = checked(name, value, "file")
    except BadFile:
        return
    assert checked(name, used, "file") == used


def test_an_unknown_setting_is_refused(file: Path) -> None:
    file.write_text("daily_minuets = 45\n", encoding="utf-8")
    with pytest.raises(BadFile, match="no setting is called 'daily_minuets'"):
        load(str(file))
    with pytest.raises(BadInput, match="no setting is called 'daily_minuets'"):
        store(str(file), "daily_minuets", "45")


@pytest.mark.parametrize("content", [b"daily_minutes = ", b"\xff\xfe", b"a = 1\na = 2\n"])
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


def test_the_file_is_where_the_environment_says(home: Path) -> None:
    assert config_path({"RECALL_CONFIG": "/my/config.toml"}) == "/my/config.toml"
    assert Path(config_path({"RECALL_CONFIG": "~/mine.toml"})) == home / "mine.toml"
    usual = Path(config_path({}))
    assert usual.is_relative_to(home)
    assert (usual.parent.name, usual.name) == ("recall", "config.toml")


def test_the_library_is_where_the_environment_says_or_the_setting_or_the_platform(
    home: Path,
) -> None:
    settings = Settings()._replace(database_url="sqlite:////set.db")
    assert (
        library_url({"RECALL_DATABASE_URL": "sqlite:////env.db"}, settings) == "sqlite:////env.db"
    )
    assert library_url({}, settings) == "sqlite:////set.db"
    usual = Path(library_url({"RECALL_DATABASE_URL": ""}, Settings()).removeprefix("sqlite:///"))
    assert usual.is_relative_to(home)
    assert (usual.parent.name, usual.name) == ("recall", "library.db")


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
