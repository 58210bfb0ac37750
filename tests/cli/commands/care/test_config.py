"""`recall config`: every setting is shown, and each can be set to its default."""

import pytest

from recall.settings.table import SETTINGS
from testing.command_line import CommandLine


def test_config_shows_each_setting_with_its_help_and_the_file(fresh: CommandLine) -> None:
    shown = fresh.ok("config").out
    words = " ".join(shown.split())
    for name, row in SETTINGS.items():
        assert f"\n{name} =" in f"\n{shown}"
        assert row.help in words
    assert shown.endswith(f"kept in {fresh.config}\n")


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_can_be_set_to_the_value_that_is_shown(fresh: CommandLine, name: str) -> None:
    before = fresh.ok("config", "--json").json["settings"]
    value = before[name]
    typed = str(value).lower() if isinstance(value, bool) else str(value)
    assert fresh.ok("config", "set", name, typed, "--json").json["settings"] == {name: value}
    assert fresh.ok("config", "--json").json["settings"] == before
