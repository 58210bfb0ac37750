"""The settings as front ends show them."""

from datetime import time

from recall.settings.table import SETTINGS, Settings
from recall.views.settings import setting_rows


def test_values_are_written_as_a_person_writes_them() -> None:
    settings = Settings(day_start=time(5, 30), remind_on=False, desired_retention=0.85)
    rows = {row.name: row for row in setting_rows(settings)}
    assert (rows["day_start"].value, rows["day_start"].default) == ("05:30", "04:00")
    assert (rows["remind.on"].value, rows["remind.on"].choices) == ("false", ("true", "false"))
    assert rows["desired_retention"].value == "0.85"


def test_what_may_hold_a_password_is_not_among_them() -> None:
    settings = Settings(database_url="postgresql://me:secret@desk/recall")
    rows = setting_rows(settings)
    assert "secret" not in str(rows)
    assert [row.name for row in rows] == [name for name in SETTINGS if name != "database_url"]
