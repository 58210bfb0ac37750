"""Where recall keeps its files: settings, library, state and logs."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from recall.settings.table import Settings

if TYPE_CHECKING:
    from pathlib import Path


def settings_path(environ: Mapping[str, str]) -> str:
    """Return the path of the settings file: RECALL_CONFIG, or the platform's place for it."""
    if environ.get("RECALL_CONFIG"):
        return os.path.expanduser(environ["RECALL_CONFIG"])
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir("recall", appauthor=False), "config.toml")


def library_url(environ: Mapping[str, str], settings: Settings) -> str:
    """Return the database URL: RECALL_DATABASE_URL, the setting, or SQLite in the data folder."""
    chosen = environ.get("RECALL_DATABASE_URL") or settings.database_url
    if chosen:
        return chosen
    from platformdirs import user_data_dir

    return "sqlite:///" + os.path.join(user_data_dir("recall", appauthor=False), "library.db")


def state_folder() -> "Path":
    """Return the folder of what the reminders keep: heartbeat, lock, name of the machine."""
    from platformdirs import user_state_path

    return user_state_path("recall", appauthor=False)


def log_folder() -> "Path":
    """Return the folder of the logs: defects of recall, and reminders."""
    from platformdirs import user_log_path

    return user_log_path("recall", appauthor=False)
