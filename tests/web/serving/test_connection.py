"""Attacks on the connection itself: half requests, slow forms, and a request inside another."""

import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.parse import urlencode

import pytest

from recall.web.guard import bodies
from recall.web.pages.endpoint import COOKIE, WEB_LOGGER
from recall.web.serving import connection
from testing.web.chromium import Served

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60)]

FORM = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin"


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> float:
    """A short wait in place of the usual one."""
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(bodies, "LEAST_SECONDS", 0.3)
    monkeypatch.setattr(bodies, "SLOWEST", 10**9)
    return 0.3


@pytest.fixture
def sockets() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def opened(served: Served, sockets: ExitStack, text: str) -> socket.socket:
    """Connect, and say something."""
    host, port = host_of(served).split(":")
    made = sockets.enter_context(closing(socket.create_connection((host, int(port)), timeout=20)))
    made.sendall(text.encode())
    return made


def all_of(one: socket.socket) -> str:
    """Return what comes until the connection ends."""
    parts = []
    while part := one.recv(65536):
        parts.append(part)
    return b"".join(parts).decode()


def host_of(served: Served) -> str:
    return served.url.removeprefix("http://")


def head(served: Served, what: str, *lines: str) -> str:
    return "\r\n".join((f"{what} HTTP/1.1", f"Host: {host_of(served)}", *lines, "", ""))


def key(served: Served, sockets: ExitStack) -> str:
    """Sign in; return the line of the cookie."""
    body = urlencode({"secret": served.link().rpartition("/")[2]})
    lines = (FORM, f"Content-Length: {len(body)}", "Connection: close")
    answer = all_of(opened(served, sockets, head(served, "POST /enter", *lines) + body))
    return f"Cookie: {COOKIE}={re.findall(COOKIE + '=([^;]*)', answer)[0]}"


@pytest.mark.parametrize("said", ["", "GET / HTTP/1.1\r\nHost: "])
def test_connections_that_ask_for_nothing_keep_nobody_out(
    served: Served, sockets: ExitStack, wait: float, said: str
) -> None:
    idle = [opened(served, sockets, said) for _ in range(110)]
    for one in idle:
        assert all_of(one) == ""
    now = opened(served, sockets, head(served, "GET /", "Connection: close"))
    assert all_of(now).startswith("HTTP/1.1 401")


def test_half_a_request_after_a_whole_one_is_not_waited_for_either(
    served: Served, sockets: ExitStack, wait: float
) -> None:
    one = opened(served, sockets, head(served, "GET /offline"))
    one.sendall(b"GET / HTTP/1.1\r\nHo")
    assert all_of(one).startswith("HTTP/1.1 401")


def test_a_form_that_does_not_come_is_refused(
    served: Served, sockets: ExitStack, wait: float
) -> None:
    lines = (FORM, key(served, sockets), "Content-Length: 400000")
    one = opened(served, sockets, head(served, "POST /visit/1/grade", *lines) + "rating=again")
    assert all_of(one).startswith("HTTP/1.1 408")
    assert len(served.recall.ok("show", "1", "--json").json["log"]) == 1


def test_what_hides_behind_a_request_with_two_lengths_is_not_read(
    served: Served, sockets: ExitStack
) -> None:
    hidden = head(served, "GET /", key(served, sockets))
    lines = (FORM, f"Content-Length: {len(hidden) + 5}", "Transfer-Encoding: chunked")
    one = opened(served, sockets, head(served, "POST /enter", *lines) + "0\r\n\r\n" + hidden)
    answers = all_of(one)
    assert answers.startswith("HTTP/1.1 400")
    assert answers.count("HTTP/1.1") == 1


def test_a_form_that_breaks_off_is_answered_once_at_most_and_is_no_defect(
    served: Served, sockets: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    """As if a phone lost its connection, or went on in what is no HTTP, signed in or not."""
    signed_in = (FORM, key(served, sockets))
    form = head(served, "POST /visit/1/grade", *signed_in, "Content-Length: 400")
    opened(served, sockets, f"{form}rating=again").close()
    for lines, begun in ((signed_in, "6\r\nrating\r\n"), ((), "")):
        form = head(served, "POST /visit/1/grade", *lines, "Transfer-Encoding: chunked")
        answers = all_of(opened(served, sockets, f"{form}{begun}ZZZ\r\n"))
        assert answers.startswith("HTTP/1.1 400")
        assert answers.count("HTTP/1.1") == 1
    served.server.stop()  # it has told by now what it had to
    assert [one.getMessage() for one in caplog.records if one.name == WEB_LOGGER] == []


def test_a_long_answer_is_not_cut_off(served: Served, sockets: ExitStack, wait: float) -> None:
    lines = (key(served, sockets), "Connection: close")
    one = opened(served, sockets, head(served, "GET /export", *lines))
    assert all_of(one).rstrip().endswith("}")
