"""One table of settings: name, default, check and description; and where they come from."""

import os
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any, NamedTuple

from recall.errors import BadFile, BadInput

HOUR = 60
"""Minutes."""

DAY_MINUTES = 24 * HOUR

LATEST_START = 12
"""The last hour in which a study day can begin: later, and yesterday would be today."""


class Settings(NamedTuple):
    """The settings in force, checked. One field for each row of TABLE, with its default."""

    daily_minutes: int = 45
    sitting_minutes: int = 20
    day_start: time = time(4, 0)
    time_zone: str = ""
    desired_retention: float = 0.90
    maximum_interval: int = 365
    spread: bool = True
    database_url: str = ""


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

    if isinstance(value, time):  # TOML has times of its own: 04:00:00 without quotes
        value = value.strftime("%H:%M")
    clock = fullmatch(r"(\d{1,2}):(\d{2})", str(value), ASCII)
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


TABLE: Mapping[str, Setting] = {
    "daily_minutes": Setting(_whole(1, DAY_MINUTES), "minutes a day for revisits and reading"),
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
}


def config_path(environ: Mapping[str, str]) -> str:
    """The settings file: RECALL_CONFIG, or the platform's place for it."""
    if environ.get("RECALL_CONFIG"):
        return environ["RECALL_CONFIG"]
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
    if not os.path.exists(path):
        return Settings()
    settings, wrong = problems(path)
    if wrong:
        raise wrong[0]
    return settings


def problems(path: str) -> tuple[Settings, list[BadFile]]:
    """The settings as far as they can be used, and what is wrong with the others."""
    good: dict[str, Any] = {}
    wrong: list[BadFile] = []
    for name, value in (read(path) if os.path.exists(path) else {}).items():
        try:
            good[name] = checked(name, value, path)
        except BadFile as error:
            wrong.append(error)
    return Settings()._replace(**good), wrong


def read(path: str) -> dict[str, object]:
    """The settings file as it stands, unchecked."""
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise BadFile(path, f"cannot be read as settings: {problem}") from error


def checked(name: str, value: object, path: str) -> object:
    """One setting's value as it is used; BadFile when it is not allowed."""
    if name not in TABLE:
        raise BadFile(path, f"no setting is called '{name}'; 'recall config' lists them")
    try:
        return TABLE[name].check(value)
    except ValueError as error:
        raise BadFile(path, f"{name} is {value!r}; it must be {error}") from None


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
    document[name] = value.strftime("%H:%M") if isinstance(value, time) else value
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
