"""Links are asked for through the real door, of sites of the test's own."""

from collections.abc import Mapping
from pathlib import Path
from socket import socket

import pytest

from recall.domain.link_checks.answer import NO_SUCH_FILE, LinkAnswer, Redirect
from recall.domain.link_checks.verdict import judged
from recall.errors import RecallError
from recall.fetching.answer import NoAnswer, Reason
from recall.fetching.network import Network
from recall.usecases.link_checks.door import door
from testing.network.sites import Reply, packed, redirect, reply, serving

URL = "http://a.example/post"
PAGE = "<html><title>Paged attention</title>" + "x" * 200_000


def answer(replies: Mapping[str, Reply], url: str = URL) -> LinkAnswer:
    with serving(replies) as sites:
        return door(sites.network())(url)


def test_only_the_beginning_of_a_page_is_asked_for_by_get() -> None:
    with serving({"a.example/post": reply(PAGE)}) as sites:
        found = door(sites.network())(URL)
        (head,) = sites.heads
    assert head.startswith("GET /post HTTP/1.1\r\n")
    assert "\r\nRange: bytes=0-65535\r\n" in head
    assert found == LinkAnswer(URL, 200, title="Paged attention")


def test_a_page_that_is_packed_or_in_another_encoding_has_its_title() -> None:
    assert answer({"a.example/post": packed(PAGE)}).title == "Paged attention"
    chinese = "<meta charset=gbk><title>页面不存在</title>".encode("gbk")
    assert answer({"a.example/post": reply(chinese, kind="text/html")}).title == "页面不存在"
    wrong = reply(chinese, kind="text/html; charset=utf-8")
    assert answer({"a.example/post": wrong}).title == "页面不存在"


def test_what_is_no_page_has_no_title() -> None:
    svg = reply("<svg><title>404</title></svg>", kind="image/svg+xml")
    assert answer({"a.example/post": svg}) == LinkAnswer(URL, 200)


@pytest.mark.parametrize("status", ["206 Partial Content", "416 Range Not Satisfiable"])
def test_answers_to_a_range_are_those_of_a_page(status: str) -> None:
    found = answer({"a.example/post": reply(PAGE[:10], status=status)})
    assert judged(found, "", str.__eq__).seen == "ok"


def test_redirects_are_followed_and_told() -> None:
    found = answer(
        {
            "a.example/post": redirect("//b.example/a b\x1b[31m", "301 Moved"),
            "b.example/a%20b%1B[31m": redirect("/页?q=1", "302 Found"),
            "b.example/%E9%A1%B5?q=1": reply("<title>Here</title>"),
        }
    )
    assert found.redirects == (
        Redirect(301, "http://b.example/a%20b%1B[31m"),
        Redirect(302, "http://b.example/%E9%A1%B5?q=1"),
    )
    assert found.title == "Here"


def test_a_pause_that_is_asked_for_is_told() -> None:
    busy = reply(status="429 Too Many Requests", Retry_After="90")
    found = answer({"a.example/post": busy})
    assert (found.status, found.retry_after) == (429, 90)
    assert answer({"a.example/post": reply(Retry_After="90")}).retry_after is None


def test_a_check_for_robots_in_a_header_is_told() -> None:
    assert answer({"a.example/post": reply(Cf_Mitigated="challenge")}).is_challenge


def huge(connection: socket) -> None:
    """A page of 2 GB, of which a little is read."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n<title>Big</title>")
    while True:
        connection.sendall(b"x" * 65_536)


def test_a_page_of_two_gigabytes_is_a_page() -> None:
    assert answer({"a.example/post": huge}) == LinkAnswer(URL, 200, title="Big")


@pytest.mark.parametrize(
    "replies",
    [
        {"a.example/post": redirect("http://a.example/post")},
        {"a.example/post": b"SSH-2.0-server\r\n\r\n"},
        {"a.example/post": lambda connection: connection.close()},
        {"a.example/post": redirect("gopher://a.example/")},
        {"a.example/post": redirect("http://[::1")},
    ],
)
def test_what_goes_wrong_is_one_line_and_says_nothing_about_the_page(
    replies: Mapping[str, Reply],
) -> None:
    found = answer(replies)
    assert found.problem
    assert "\n" not in found.problem
    assert judged(found, "", str.__eq__).seen == "unclear"


REASONS: dict[Reason, tuple[str, bool | None]] = {
    "no host": ("missing", False),
    "offline": ("unclear", False),
    "silent": ("unclear", False),
    "own network": ("unclear", None),
    "address": ("unclear", None),
    "asked to wait": ("unclear", None),
    "certificate": ("unclear", True),
    "refused": ("unclear", True),
    "broken": ("unclear", True),
    "redirects": ("unclear", True),
    "too large": ("unclear", True),
}


@pytest.mark.parametrize(("reason", "meant"), REASONS.items())
def test_each_reason_for_no_answer(reason: Reason, meant: tuple[str, bool | None]) -> None:
    class Refusing(Network):
        def ask(self, *_: object, **__: object) -> RecallError:  # type: ignore[override]
            raise NoAnswer(reason, "a sentence")

    found = door(Refusing())(URL)
    assert (judged(found, "", str.__eq__).seen, found.heard) == meant


def test_an_address_in_the_own_network_is_not_asked() -> None:
    with serving({"/": reply("secret")}) as sites:
        found = door(Network())(f"http://127.0.0.1:{sites.port}/")
        assert sites.asked == []
    assert found.problem is not None
    assert "own network" in found.problem
    assert found.heard is None


def test_files_are_looked_for_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a paper.pdf"
    ask = door(Network())
    assert ask(path.as_uri()).problem == NO_SUCH_FILE
    assert judged(ask(path.as_uri()), "", str.__eq__).seen == "missing"
    path.write_text("x")
    assert ask(path.as_uri()) == LinkAnswer(path.as_uri(), heard=None)
    assert judged(ask(path.as_uri()), "", str.__eq__).seen == "ok"
    assert ask("file:///no%00such").problem == NO_SUCH_FILE
