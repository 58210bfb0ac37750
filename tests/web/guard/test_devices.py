"""The browsers that are signed in, in their file."""

from datetime import timedelta
from pathlib import Path

import pytest

from recall.errors import BadFile, RecallError
from recall.web.guard.devices import LINK_MINUTES, Devices
from testing.libraries.factories import NOW

TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def devices(tmp_path: Path) -> Devices:
    return Devices(tmp_path / "state" / "web-devices.json")


def signed_in(devices: Devices, name: str = "Firefox on Linux") -> str:
    key = devices.use_link(devices.new_link(NOW), name, NOW)
    assert key is not None
    return key


def test_a_key_is_its_devices_alone(devices: Devices) -> None:
    first, second = signed_in(devices, "one"), signed_in(devices, "two")
    found = [devices.of(key, NOW) for key in (first, second, "other")]
    assert [one and one.name for one in found] == ["one", "two", None]


def test_neither_keys_nor_links_stand_in_the_file(devices: Devices, tmp_path: Path) -> None:
    key, link = signed_in(devices), devices.new_link(NOW)
    text = (tmp_path / "state" / "web-devices.json").read_text("utf-8")
    assert key not in text
    assert link not in text


def test_nobody_else_can_open_the_folder(devices: Devices, tmp_path: Path) -> None:
    signed_in(devices)
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_a_link_is_good_for_some_minutes(devices: Devices) -> None:
    link = devices.new_link(NOW)
    late = NOW + timedelta(minutes=LINK_MINUTES)
    assert devices.use_link(link, "late", late) is None
    assert devices.use_link(link, "in time", late - timedelta(seconds=1)) is not None


def test_a_number_is_not_used_again(devices: Devices) -> None:
    signed_in(devices)
    devices.revoke(1)
    signed_in(devices)
    assert [one.number for one in devices.all()] == [2]


def test_it_says_on_which_day_a_device_was_last_there(devices: Devices) -> None:
    key = signed_in(devices)
    devices.of(key, TOMORROW)
    assert [one.seen for one in devices.all()] == ["2026-03-03"]


def test_links_end_when_all_are_signed_out(devices: Devices) -> None:
    link = devices.new_link(NOW)
    assert devices.revoke_all() == 0
    assert devices.use_link(link, "x", NOW) is None


def test_a_device_that_is_not_there_cannot_be_signed_out(devices: Devices) -> None:
    with pytest.raises(RecallError, match="no device 1"):
        devices.revoke(1)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"devices": [{}], "links": [], "last_number": 0}']
)
def test_a_file_that_cannot_be_read_lets_nobody_in(
    devices: Devices, tmp_path: Path, text: str
) -> None:
    key = signed_in(devices)
    (tmp_path / "state" / "web-devices.json").write_text(text, "utf-8")
    with pytest.raises(BadFile, match="sign all browsers out"):
        devices.of(key, NOW)
