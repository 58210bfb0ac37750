"""Only addresses of the public network are asked; the name of a host does not matter."""

import socket
import time
from typing import Any

import pytest

from recall.fetching.addresses import is_public, public
from recall.fetching.answer import NoAnswer

PUBLIC = [
    "93.184.216.34",
    "2606:4700::1111",
    "::ffff:93.184.216.34",
    "64:ff9b::5db8:d822",  # 93.184.216.34 behind NAT64
    "2002:5db8:d822::1",  # and behind 6to4
]
OWN = [
    *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1"),
    *("169.254.169.254", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fd12:3456::1", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("2002:7f00:1::1", "2002:c0a8:1::", "::7f00:1", "64:ff9b:1::1"),
]


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_address(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("number", OWN)
def test_an_address_that_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1"])
def test_a_number_in_another_spelling_is_the_same_number(host: str) -> None:
    with pytest.raises(NoAnswer, match=r"own network \(127\.0\.0\.1\)"):
        public(host, 80, 5)


def names(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    """Let every name have these addresses."""
    found: list[Any] = [(socket.AF_INET, 1, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_of_several_addresses_only_the_public_ones_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names(monkeypatch, "10.0.0.1", "93.184.216.34", "127.0.0.1")
    assert [one.number for one in public("example.org", 80, 5)] == ["93.184.216.34"]
    opened = public("example.org", 80, 5, {"127.0.0.1"})
    assert [one.number for one in opened] == ["93.184.216.34", "127.0.0.1"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "no host"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), "offline"),
        (UnicodeError("label too long"), "no host"),
    ],
)
def test_a_name_that_is_not_found_is_told_from_a_network_that_is_away(
    monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(NoAnswer, match=r"example\.org") as refused:
        public("example.org", 80, 5)
    assert refused.value.reason == reason


def test_a_name_without_addresses_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch)
    with pytest.raises(NoAnswer, match=r"there is no host example\.org"):
        public("example.org", 80, 5)


def test_looking_a_name_up_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    with pytest.raises(NoAnswer) as refused:
        public("example.org", 80, 0.05)
    assert refused.value.reason == "offline"
