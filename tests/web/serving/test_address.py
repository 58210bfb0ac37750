"""Where the page listens, and by which names it is asked for."""

import socket
from contextlib import closing

import pytest

from recall.errors import BadInput, RecallError
from recall.web.serving import address
from recall.web.serving.address import PageAddress, listen


def test_this_computers_own_page_has_its_own_names_alone() -> None:
    page = PageAddress("127.0.0.1", 7322)
    assert page.is_local
    assert page.url == "http://127.0.0.1:7322"
    assert page.names(()) == {"127.0.0.1:7322", "localhost:7322", "[::1]:7322"}


def test_names_that_were_set_count_with_the_port_and_without_it() -> None:
    names = PageAddress("127.0.0.1", 7322).names(["desk.ts.net", "desk.local:80"])
    assert {"desk.ts.net", "desk.ts.net:7322", "desk.local:80"} < names
    assert "desk.local" not in names


def test_others_find_it_at_the_address_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_seen_from_outside", lambda: "192.168.1.5")
    page = PageAddress("0.0.0.0", 7322)
    assert not page.is_local
    assert page.url == "http://192.168.1.5:7322"
    assert "192.168.1.5:7322" in page.names(())
    assert "0.0.0.0:7322" not in page.names(())


def test_an_address_of_version_6_stands_in_brackets() -> None:
    assert PageAddress("fd00::5", 80).url == "http://[fd00::5]:80"


def test_a_port_that_is_taken_is_told_with_another() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RecallError, match=f"port {port}.*--port"):
            listen(PageAddress("127.0.0.1", port))


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(BadInput, match=r"'192\.0\.2\.1' is no address of this computer"):
        listen(PageAddress("192.0.2.1", 7322))


def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(BadInput, match="'no address' is no address of this computer"):
        listen(PageAddress("no address", 7322))
