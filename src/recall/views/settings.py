"""The settings as a person changes them: values, defaults, and what can be chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from recall.settings.checks import choices
from recall.settings.file import written
from recall.settings.table import SETTINGS, Setting, Settings, field


class SettingRow(NamedTuple):
    """A setting: its name, its row of the table, its value and default as a person writes them.

    choices are the words that are allowed, none if it is not a choice between a few.
    """

    name: str
    row: Setting
    value: str
    default: str
    choices: Sequence[str]


def setting_rows(settings: Settings) -> list[SettingRow]:
    """Return all settings in the order of the table but the private ones."""
    values, defaults = settings._asdict(), Settings()._asdict()
    return [
        SettingRow(
            name=name,
            row=row,
            value=written(values[field(name)]),
            default=written(defaults[field(name)]),
            choices=choices(row.check),
        )
        for name, row in SETTINGS.items()
        if not row.is_private
    ]
