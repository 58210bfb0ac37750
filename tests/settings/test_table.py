"""The table of settings: each row has a default, a check and its help."""

import re

import pytest

from recall.settings.table import SETTINGS, Settings, field

SENTENCE = re.compile(r"[A-Z][^\n`|]*\.")


def test_every_field_of_the_settings_is_a_row() -> None:
    assert tuple(map(field, SETTINGS)) == Settings._fields


@pytest.mark.parametrize("name", SETTINGS)
def test_a_default_passes_its_own_check(name: str) -> None:
    default = getattr(Settings(), field(name))
    used = SETTINGS[name].check(default)
    assert (used, type(used)) == (default, type(default))


@pytest.mark.parametrize("name", SETTINGS)
def test_a_bad_value_is_refused_with_what_is_allowed(name: str) -> None:
    with pytest.raises(ValueError, match=r"^[a-z][^\n]{3,}[^.]$"):
        SETTINGS[name].check(object())


@pytest.mark.parametrize("name", SETTINGS)
def test_the_help_of_a_setting_is_one_sentence_in_each_language(name: str) -> None:
    row = SETTINGS[name]
    assert SENTENCE.fullmatch(row.help)
    assert row.help.isascii()
    assert re.search("[\u4e00-\u9fff]", row.help_zh)
    assert "|" not in row.help_zh
