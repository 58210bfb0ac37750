"""Where recall keeps its files: settings, library, state and logs."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from recall.settings.table import Settings


def settings_path(environ: Mapping[str, str]) -> str:
    """Return the path of the settings file: RECALL_CONFIG, or the platform's place for it."""
    if environ.get("RECALL_CONFIG"):
        return os.path.expanduser(environ["RECALL_CONFIG"])
    folder = _xdg_folder(environ.get("XDG_CONFIG_HOME", ""), "~/.config")
    if folder is None:
        from platformdirs import user_config_dir

        folder = user_config_dir("recall", appauthor=False)
    return os.path.join(folder, "config.toml")


def library_url(environ: Mapping[str, str], settings: Settings) -> str:
    """Return the database URL: RECALL_DATABASE_URL, the setting, or SQLite in the data folder."""
    chosen = environ.get("RECALL_DATABASE_URL") or settings.database_url
    if chosen:
        return chosen
    folder = _xdg_folder(environ.get("XDG_DATA_HOME", ""), "~/.local/share")
    if folder is None:
        from platformdirs import user_data_dir

        folder = user_data_dir("recall", appauthor=False)
    return "sqlite:///" + os.path.join(folder, "library.db")


def state_folder() -> Path:
    """Return the folder of what the reminders keep: heartbeat, lock, name of the machine."""
    from platformdirs import user_state_path

    return user_state_path("recall", appauthor=False)


def log_folder() -> Path:
    """Return the folder of the logs: defects of recall, and reminders."""
    from platformdirs import user_log_path

    return user_log_path("recall", appauthor=False)


def _xdg_folder(chosen: str, usual: str) -> str | None:
    """Return recall's folder below the chosen one, or else below the usual one; only on Linux.

    This is what platformdirs returns there by the XDG Base Directory Specification, but importing
    platformdirs takes a third of the time of `recall today`. None: ask platformdirs.
    """
    has_home = os.path.isabs(os.environ.get("HOME", "/"))
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ or not has_home:
        return None
    base = chosen if os.path.isabs(chosen) else os.path.expanduser(usual)
    return os.path.join(base, "recall")
