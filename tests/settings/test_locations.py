"""Where recall keeps its files: the environment, the settings, the platform."""

from pathlib import Path

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
