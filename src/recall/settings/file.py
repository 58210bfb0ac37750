"""The settings file: TOML, read and checked, and written so that its comments stay."""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from recall.errors import BadFile, BadInput
from recall.settings.table import SETTINGS, TOML_TABLES, Settings, field

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_LARGEST_BYTES = 2**20
"""Bytes; a settings file has a few hundred. A device such as /dev/zero never ends."""

_LONGEST_SHOWN = 60
"""Characters of a bad value that a message repeats."""


def load(path: str) -> Settings:
    """Read the settings; BadFile names the file, the key, its value and what is allowed."""
    settings, wrong = problems(path)
    if wrong:
        raise wrong[0]
    return settings


def changed(path: str) -> datetime | None:
    """Return when the settings file was last changed; None if it does not exist or cannot say."""
    try:
        return datetime.fromtimestamp(os.stat(path).st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None


def problems(path: str) -> tuple[Settings, list[BadFile]]:
    """Return the settings, with the default in place of each bad one, and the errors."""
    good: dict[str, Any] = {}
    wrong: list[BadFile] = []
    for name, value in (read(path) if os.path.exists(path) else {}).items():
        try:
            good[field(name)] = checked(name, value, path)
        except BadFile as error:
            wrong.append(error)
    return Settings()._replace(**good), wrong


def read(path: str) -> dict[str, object]:
    """Return the settings of the file, unchecked, by their keys; BadFile if it is no TOML."""
    import tomllib

    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
        if len(data) > _LARGEST_BYTES:
            raise BadFile(path, "cannot be read as settings: it is larger than 1 MiB")
        return _flat(tomllib.loads(data.decode()))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise BadFile(path, f"cannot be read as settings: {problem}") from error


def _flat(values: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, dict) and name in TOML_TABLES:
            flat |= {f"{name}.{key}": inner for key, inner in value.items()}
        else:
            flat[name] = value
    return flat


def checked(name: str, value: object, path: str) -> object:
    """Return the value to use for a setting; BadFile if the value is not allowed."""
    if name in TOML_TABLES:
        raise BadFile(path, f"{name} is {_shown(value)}; it must be a table: [{name}]")
    if name not in SETTINGS:
        noun = "table" if isinstance(value, dict) else "setting"
        raise BadFile(path, f"no {noun} is called '{name}'; 'recall config' lists the settings")
    try:
        return SETTINGS[name].check(value)
    except ValueError as error:
        raise BadFile(path, _refusal(name, "is", _shown(value), error)) from None


def _refusal(name: str, verb: str, value: str, allowed: object) -> str:
    """Return a sentence about a value that is not allowed.

    A private one is not repeated, nor one with a part of an address: that may be a password.
    """
    if SETTINGS[name].is_private or "@" in value or "://" in value:
        return f"{name} is not usable; it must be {allowed}"
    return f"{name} {verb} {_clipped(value)}; it must be {allowed}"


def _clipped(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"


def _shown(value: object) -> str:
    """Return a value nearly as the file spells it."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (time, date)) else repr(value)


def store(path: str, name: str, text: str) -> object:
    """Write one setting and keep the rest of the file; BadInput if the value is not allowed."""
    return store_all(path, {name: text})[name]


def store_all(path: str, texts: Mapping[str, str]) -> Mapping[str, object]:
    """Write some settings, all or none; BadInput for the first value that is not allowed."""
    values = {name: _allowed(name, text) for name, text in texts.items()}
    import tomlkit

    with _changing(path) as document:
        for name, value in values.items():
            table, _, key = name.rpartition(".")
            place = document.setdefault(table, tomlkit.table()) if table else document
            if not isinstance(place, MutableMapping):
                raise BadFile(path, f"{table} is {_shown(place)}; it must be a table: [{table}]")
            place[key] = value.strftime("%H:%M") if isinstance(value, time) else value
    return values


def refusals(texts: Mapping[str, str]) -> dict[str, BadInput]:
    """Return, by name, why settings could not be written with these values."""
    found: dict[str, BadInput] = {}
    for name, text in texts.items():
        try:
            _allowed(name, text)
        except BadInput as error:
            found[name] = error
    return found


def _allowed(name: str, text: str) -> object:
    try:
        return SETTINGS[known(name)].check(text)
    except ValueError as error:
        raise BadInput(_refusal(name, "cannot be", f"'{text}'", error)) from None


def written(value: object) -> str:
    """Return the value of a setting as a person writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


def shown(name: str, value: object) -> str:
    """Return the value of a setting as a message or a page may show it: without its secrets."""
    text = written(value)
    if not SETTINGS[name].is_private or not text:
        return text
    from recall.domain.text.database_urls import shown as place

    return place(text)


def unset(path: str, name: str) -> bool:
    """Take one setting out of the file and keep the rest; return whether it was there.

    What is wrong in the file can be taken out too: a bad value, or a name that is no setting.
    """
    if not os.path.exists(path) or name not in read(path):
        known(name)
        return False
    with _changing(path) as document:
        place: Any = document
        if name not in document:
            table, _, name = name.partition(".")
            place = document.get(table, {})
        place.pop(name, None)
    return True


def known(name: str) -> str:
    """Return the name of a setting; BadInput if there is none of that name."""
    if name not in SETTINGS:
        raise BadInput(f"no setting is called '{name}'; 'recall config' lists them")
    return name


def _document(path: str) -> "TOMLDocument":
    """Return the file with its comments, to be changed; an empty one if there is none."""
    import tomlkit

    if not os.path.exists(path):
        return tomlkit.document()
    read(path)  # a file that is no TOML is refused, not overwritten
    with open(path, encoding="utf-8") as file:
        return tomlkit.load(file)


@contextmanager
def _changing(path: str) -> Iterator["TOMLDocument"]:
    """Give the document to change, and write it at the end; others wait for their turn.

    A symbolic link to the file stays a link. The file is private: a database URL may hold a
    password.
    """
    from pathlib import Path

    import tomlkit

    from recall.files import drafts, private
    from recall.files.turns import turn

    target = os.path.realpath(path)
    try:
        private.folder(Path(target).parent)
        with turn(target):
            document = _document(path)
            yield document
            drafts.write(target, tomlkit.dumps(document).encode(), private=True)
    except OSError as error:
        raise BadFile(path, f"cannot be written: {error.strerror}") from error
