"""Connections: the next address if one does not answer, and why there is none."""

import errno
import socket
import ssl
from typing import Any

import pytest

from recall.fetching import connection
from recall.fetching.addresses import HostAddress
from recall.fetching.answer import NoAnswer
from recall.fetching.connection import WebServer, connected
from recall.fetching.deadline import Deadline
from testing.network.sites import LOCAL, Watch, serving

SECURE = WebServer("example.org", 443, tls=True)


def closed_port() -> int:
    with socket.create_server((LOCAL, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def addressed(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Let every host have these addresses, one a port of this machine."""
    found = [HostAddress(socket.AF_INET, (LOCAL, port)) for port in ports]
    monkeypatch.setattr(connection, "public", lambda *_: found)


def refusal(server: WebServer) -> NoAnswer:
    with pytest.raises(NoAnswer) as refused:
        connected(server, Deadline(5, Watch()))
    return refused.value


def test_the_next_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as sites:
        addressed(monkeypatch, closed_port(), sites.port)
        plain = SECURE._replace(tls=False)
        with connected(plain, Deadline(5, Watch())) as opened:
            assert opened.getpeername() == (LOCAL, sites.port)


def test_if_none_answers_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    addressed(monkeypatch, closed_port(), closed_port())
    refused = refusal(SECURE)
    assert (refused.reason, str(refused)) == ("refused", "example.org takes no connection")


@pytest.mark.parametrize("count", [1, 2])
def test_a_server_that_speaks_no_tls_is_told(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    with serving({}) as sites:
        addressed(monkeypatch, *[sites.port] * count)
        assert refusal(SECURE).reason == "refused"


@pytest.mark.parametrize(
    ("error", "reason", "says"),
    [
        (
            ssl.SSLCertVerificationError(1, "self-signed certificate"),
            "certificate",
            "example.org cannot prove that it is example.org",
        ),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "offline", "no way to example.org"),
        (TimeoutError("timed out"), "silent", "example.org has not answered within 5 s"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "refused", "takes no connection"),
    ],
)
def test_each_failure_has_its_reason(
    monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str, says: str
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    with serving({}) as sites:
        addressed(monkeypatch, sites.port)
        monkeypatch.setattr(ssl.SSLContext, "wrap_socket", fails)
        refused = refusal(SECURE)
    assert refused.reason == reason
    assert says in str(refused)


def test_certificates_are_checked() -> None:
    context = connection._tls()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
