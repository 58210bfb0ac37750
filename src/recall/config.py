"""One table of settings: name, default, check and description; and where they come from."""

import os
from collections.abc import Callable, Mapping, MutableMapping
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from recall.domain.calendar.budget import DAY_MINUTES
from recall.errors import BadFile, BadInput

HOUR = 60
"""Minutes."""

LATEST_START = 12
"""The last hour in which a study day can begin: later, and yesterday would be today."""


class Settings(NamedTuple):
    """The settings in force, checked. One field for each row of TABLE, with its default."""

    daily_minutes: int = 45
    weekday_minutes: str = ""
    new_share: float = 0.4
    sitting_minutes: int = 20
    day_start: time = time(4, 0)
    time_zone: str = ""
    desired_retention: float = 0.90
    maximum_interval: int = 365
    spread: bool = True
    database_url: str = ""
    language: str = "auto"
    # As text in one spelling, which domain/reminders/settings.py reads.
    remind_on: bool = True
    remind_times: str = "09:00"
    remind_quiet: str = "22:00-08:00"
    remind_days: str = "every day"
    remind_kinds: str = "digest, nudge, series"
    remind_nudge: str = "19:00"
    remind_machines: str = "once"


class Setting(NamedTuple):
    """One setting: how a value is checked, and what it is for."""

    check: Callable[[object], Any]
    description: str


def _whole(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return number

    return check


def _share(low: float, high: float) -> Callable[[object], float]:
    def check(value: object) -> float:
        try:
            number = float(str(value))
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"a number from {low} to {high}")
        return number

    return check


def _clock(value: object) -> time:
    from re import ASCII, fullmatch

    # TOML has times of its own, with seconds: 04:00:00 without quotes.
    clock = fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", str(value), ASCII)
    hour, minute = (int(number) for number in clock.groups()) if clock else (24, 0)
    if hour > LATEST_START or minute >= HOUR:
        raise ValueError("a time of day from 00:00 to 12:59, such as 04:00")
    return time(hour, minute)


def _yes_or_no(value: object) -> bool:
    answers = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    try:
        return answers[str(value).lower()]
    except KeyError:
        raise ValueError("true or false") from None


def _zone(value: object) -> str:
    if not value:
        return ""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(str(value)).key
    except (KeyError, ValueError, OSError):
        raise ValueError("the name of a time zone, such as Asia/Shanghai, or empty") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        wanted = str(value).strip().lower()
        if wanted not in allowed:
            raise ValueError(f"{', '.join(allowed[:-1])} or {allowed[-1]}")
        return wanted

    return check


def _weekday_minutes(value: object) -> str:
    from recall.domain.calendar.budget import read_weekdays, write_weekdays

    return write_weekdays(read_weekdays(value))


def _reminder(what: str) -> Callable[[object], str]:
    """Check a setting that domain/reminders/settings.py reads and writes."""

    def check(value: object) -> str:
        from recall.domain.reminders import settings  # only for those who have set one

        read, write = (getattr(settings, f"{way}_{what}") for way in ("read", "write"))
        return str(write(read(value)))

    return check


def _weekdays(value: object) -> str:
    from recall.domain.text.weekdays import read_days, write_days

    return write_days(read_days(value))


TABLE: Mapping[str, Setting] = {
    "daily_minutes": Setting(_whole(1, DAY_MINUTES), "minutes a day for revisits and reading"),
    "weekday_minutes": Setting(
        _weekday_minutes, "minutes on days of the week that differ; 0 is a day off"
    ),
    "new_share": Setting(
        _share(0, 1), "share of the day's minutes that is for reading what is new, if there is any"
    ),
    "sitting_minutes": Setting(
        _whole(5, DAY_MINUTES), "minutes of one sitting over something longer than the day"
    ),
    "day_start": Setting(_clock, "when a study day begins; before it, it is still yesterday"),
    "time_zone": Setting(_zone, "the time zone of the study day; empty is the computer's own"),
    "desired_retention": Setting(
        _share(0.70, 0.97), "how likely a revisit should find the resource remembered"
    ),
    "maximum_interval": Setting(_whole(1, 36500), "the longest interval between revisits, in days"),
    "spread": Setting(_yes_or_no, "move a due date by a little, to the emptiest day near it"),
    "database_url": Setting(
        _text, "where the library is; RECALL_DATABASE_URL goes before it; empty is this computer"
    ),
    "language": Setting(
        _one_of("auto", "en", "zh"), "the language of reminders; auto is the computer's own"
    ),
    "remind.on": Setting(_yes_or_no, "whether there are reminders on the desktop"),
    "remind.times": Setting(_reminder("times"), "when to be told what is due"),
    "remind.quiet": Setting(
        _reminder("quiet"), "hours without a reminder; what falls in them comes at their end"
    ),
    "remind.days": Setting(_weekdays, "the days on which reminders come"),
    "remind.kinds": Setting(
        _reminder("kinds"),
        "digest: what is due; nudge: when nothing of the day is done by the evening; "
        "series: when the next part of a series can be read",
    ),
    "remind.nudge": Setting(_reminder("time"), "when the nudge comes"),
    "remind.machines": Setting(
        _one_of("once", "each"), "with one library for several machines: remind once, or on each"
    ),
}
"""By the key that people write; one with a dot stands in a TOML table."""

_TABLES = frozenset(name.rpartition(".")[0] for name in TABLE if "." in name)


def field(key: str) -> str:
    """The field of Settings that holds a setting."""
    return key.replace(".", "_")


def config_path(environ: Mapping[str, str]) -> str:
    """The settings file: RECALL_CONFIG, or the platform's place for it."""
    if environ.get("RECALL_CONFIG"):
        return os.path.expanduser(environ["RECALL_CONFIG"])
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir("recall", appauthor=False), "config.toml")


def library_url(environ: Mapping[str, str], settings: Settings) -> str:
    """The database URL: RECALL_DATABASE_URL, the setting, or SQLite in the platform's place."""
    chosen = environ.get("RECALL_DATABASE_URL") or settings.database_url
    if chosen:
        return chosen
    from platformdirs import user_data_dir

    return "sqlite:///" + os.path.join(user_data_dir("recall", appauthor=False), "library.db")


def load(path: str) -> Settings:
    """Read the settings; BadFile names the file, the key, what it is and what is allowed."""
    settings, wrong = problems(path)
    if wrong:
        raise wrong[0]
    return settings


def changed(path: str) -> datetime | None:
    """When the settings file was last changed; None where there is none."""
    try:
        return datetime.fromtimestamp(os.stat(path).st_mtime, UTC)
    except OSError:
        return None


def problems(path: str) -> tuple[Settings, list[BadFile]]:
    """The settings as far as they can be used, and what is wrong with the others."""
    good: dict[str, Any] = {}
    wrong: list[BadFile] = []
    for name, value in (read(path) if os.path.exists(path) else {}).items():
        try:
            good[field(name)] = checked(name, value, path)
        except BadFile as error:
            wrong.append(error)
    return Settings()._replace(**good), wrong


def read(path: str) -> dict[str, object]:
    """The settings file as it stands, unchecked; what is in a table has the table's name first."""
    import tomllib

    try:
        with open(path, "rb") as file:
            return _flat(tomllib.load(file))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise BadFile(path, f"cannot be read as settings: {problem}") from error


def _flat(values: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, dict) and name in _TABLES:
            flat |= {f"{name}.{key}": one for key, one in value.items()}
        else:
            flat[name] = value
    return flat


def checked(name: str, value: object, path: str) -> object:
    """One setting's value as it is used; BadFile when it is not allowed."""
    if name in _TABLES:
        raise BadFile(path, f"{name} is {_shown(value)}; it must be a table: [{name}]")
    if name not in TABLE:
        what = "table" if isinstance(value, dict) else "setting"
        raise BadFile(path, f"no {what} is called '{name}'; 'recall config' lists the settings")
    try:
        return TABLE[name].check(value)
    except ValueError as error:
        raise BadFile(path, f"{name} is {_shown(value)}; it must be {error}") from None


def _shown(value: object) -> str:
    """A value much as it stands in the file."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (time, date)) else repr(value)


def store(path: str, name: str, text: str) -> object:
    """Write one setting, keeping the rest of the file; BadInput when it is not allowed."""
    import tomlkit

    if name not in TABLE:
        raise BadInput(f"no setting is called '{name}'; 'recall config' lists them")
    try:
        value = TABLE[name].check(text)
    except ValueError as error:
        raise BadInput(f"{name} cannot be '{text}'; it must be {error}") from None
    document = tomlkit.document()
    if os.path.exists(path):
        read(path)  # what is no settings file at all is not written over
        with open(path, encoding="utf-8") as file:
            document = tomlkit.load(file)
    table, _, key = name.rpartition(".")
    place = document.setdefault(table, tomlkit.table()) if table else document
    if not isinstance(place, MutableMapping):
        raise BadFile(path, f"{table} is {_shown(place)}; it must be a table: [{table}]")
    place[key] = value.strftime("%H:%M") if isinstance(value, time) else value
    _replace(path, tomlkit.dumps(document))
    return value


def _replace(path: str, text: str) -> None:
    """Put a whole file in the place of the old one; a link keeps leading to it."""
    import shutil

    target = os.path.realpath(path)
    draft = f"{target}.new"
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(draft, "w", encoding="utf-8") as file:
            if os.path.exists(target):
                shutil.copymode(target, draft)  # a URL in it can hold a password
            file.write(text)
        os.replace(draft, target)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
