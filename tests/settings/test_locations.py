"""Where recall keeps its files: the environment, the settings, the platform."""

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from recall.settings.locations import library_url, log_folder, settings_path, state_folder
from recall.settings.table import Settings


def test_the_file_is_where_the_environment_says(home: Path) -> None:
    assert settings_path({"RECALL_CONFIG": "/my/config.toml"}) == "/my/config.toml"
    assert Path(settings_path({"RECALL_CONFIG": "~/mine.toml"})) == home / "mine.toml"
    usual = Path(settings_path({}))
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


def test_state_and_logs_are_in_the_folders_of_the_platform(home: Path) -> None:
    for folder in (state_folder(), log_folder()):
        assert folder.is_relative_to(home)
        assert "recall" in folder.parts


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"XDG_CONFIG_HOME": "/my/config", "XDG_DATA_HOME": "/my/data"},
        {"XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""},
        {"XDG_CONFIG_HOME": "relative", "XDG_DATA_HOME": "~/data"},
        {"XDG_CONFIG_HOME": "/my/config/", "XDG_DATA_HOME": "/"},
        {"HOME": "relative"},
        {"HOME": ""},
        {"HOME": "/"},
        {"HOME": "/home/me/"},
        {"ANDROID_ROOT": "/system", "ANDROID_DATA": "/data"},
    ],
    ids=str,
)
def test_settings_and_library_are_where_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    config = platformdirs.user_config_dir("recall", appauthor=False)
    data = platformdirs.user_data_dir("recall", appauthor=False)
    assert settings_path(os.environ) == os.path.join(config, "config.toml")
    assert library_url(os.environ, Settings()) == f"sqlite:///{os.path.join(data, 'library.db')}"


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs is asked on other platforms")
def test_on_linux_platformdirs_is_not_loaded_for_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert settings_path({}) == f"{home}/.config/recall/config.toml"
    assert library_url({}, Settings()) == f"sqlite:///{home}/.local/share/recall/library.db"
