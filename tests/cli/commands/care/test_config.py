"""`recall config`: every setting is shown, and each can be set to its default."""

import pytest

from recall.settings.table import SETTINGS
from testing.commands.command_line import CommandLine


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


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_got_set_and_unset(fresh: CommandLine, name: str) -> None:
    fresh.ok("config", "unset", name)
    usual = fresh.ok("config", "get", name).out
    fresh.ok("config", "set", name, "90" if name == "daily_minutes" else usual.rstrip("\n"))
    assert (fresh.ok("config", "get", name).out == usual) == (name != "daily_minutes")
    assert fresh.ok("config", "unset", name).out.startswith(f"{name} is no longer in ")
    assert fresh.ok("config", "get", name).out == usual
    assert fresh.ok("config", "unset", name).out.startswith(f"{name} is not in ")


def test_getting_and_unsetting_are_json_as_setting_is(fresh: CommandLine) -> None:
    fresh.configure("daily_minutes = 30")
    got = fresh.ok("config", "get", "daily_minutes", "--json").json
    assert (got["file"], got["settings"]) == (str(fresh.config), {"daily_minutes": 30})
    assert fresh.ok("config", "unset", "daily_minutes", "--json").json["settings"] == {
        "daily_minutes": 45
    }


@pytest.mark.parametrize("bad", ["daily_minutes = -5", "daily_minuets = 5"])
def test_a_mistake_in_the_file_can_be_taken_out(fresh: CommandLine, bad: str) -> None:
    fresh.configure(bad)
    refused = fresh("config", "get", "new_share")
    assert (refused.code, refused.out) == (1, "0.4\n")
    fresh.ok("config", "unset", bad.partition(" ")[0])
    assert fresh.ok("config", "get", "new_share").out == "0.4\n"


@pytest.mark.parametrize("words", [("get", "nothing"), ("unset", "nothing")])
def test_a_setting_that_there_is_not_is_refused(fresh: CommandLine, words: tuple[str, str]) -> None:
    outcome = fresh("config", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "no setting is called 'nothing'; 'recall config' lists them" in outcome.err


SECRET_URL = "postgresql://alice:SECRET@host/lib?sslmode=SECRET"


@pytest.mark.parametrize(
    "typed",
    [
        ["config"],
        ["config", "--json"],
        ["config", "get", "database_url"],
        ["config", "get", "database_url", "--json"],
        ["config", "set", "database_url", SECRET_URL],
        ["config", "set", "database_url", SECRET_URL, "--json"],
    ],
)
def test_no_secret_of_the_database_url_is_shown(one: CommandLine, typed: list[str]) -> None:
    one.configure(f'database_url = "{SECRET_URL}"')
    outcome = one.ok(*typed)
    assert "postgresql://host/lib" in outcome.out
    assert "SECRET" not in outcome.out + outcome.err
    assert SECRET_URL in one.config.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["mysql://a:SECRET@h/x", "postgresql://a:x@SECRET@h/x", "SECRET"])
def test_a_database_url_that_cannot_be_used_is_refused_when_it_is_set(
    one: CommandLine, value: str
) -> None:
    before = one.state()
    outcome = one("config", "set", "database_url", value)
    assert outcome.code == 2
    assert "SECRET" not in outcome.err
    assert outcome.err.startswith("recall: database_url is not usable; it must be ")
    assert one.state() == before
