"""The door to the network: what it asks, what it refuses, and when it stops waiting."""

import socket
import time
import zlib
from collections.abc import Callable

import pytest

from recall.fetching.answer import AskLimits, NoAnswer
from recall.fetching.network import Network
from testing.network.sites import LOCAL, Reply, Sites, packed, redirect, reply, serving

PAGE = "https://example.org/page"
SHORT = AskLimits(seconds=0.5)


def refusal(sites: Sites, url: str = PAGE, limits: AskLimits = SHORT) -> NoAnswer:
    """Return why there is no answer; the clock is the real one."""
    with pytest.raises(NoAnswer) as refused:
        Network(sites.connect, sleep=lambda _: None).ask(url, limits)
    return refused.value


def test_an_answer_has_its_status_headers_and_body() -> None:
    with serving({"example.org/page": reply("hello", X_Y="z")}) as sites:
        answer = sites.network().ask(PAGE)
    assert (answer.url, answer.status, answer.body, answer.hops) == (PAGE, 200, b"hello", ())
    assert answer.headers["x-y"] == "z"
    assert answer.content_type == "text/html"
    assert answer.whole


def test_any_status_is_an_answer() -> None:
    with serving({"example.org/page": reply("gone", status="410 Gone")}) as sites:
        assert sites.network().ask(PAGE).status == 410


def test_the_request_says_who_asks_and_no_password() -> None:
    with serving({}) as sites:
        sites.network().ask("https://me:secret@example.org/a b?q=字#part", accept="text/html")
    (head,) = sites.heads
    assert head.startswith("GET /a%20b?q=%E5%AD%97 HTTP/1.1\r\n")
    assert "\r\nHost: example.org\r\n" in head
    assert "\r\nUser-Agent: recall-reading/" in head
    assert "\r\nAccept: text/html\r\n" in head
    assert "secret" not in head


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://例子.example/", "xn--fsqu00a.example/"),
        ("http://example.org:8080/", "example.org:8080/"),
        ("http://example.org:443/", "example.org:443/"),
        ("https://example.org:443/", "example.org/"),
        ("http://[2606:4700::1]/x", "[2606:4700::1]/x"),
        ("HTTP://Example.org", "example.org/"),
    ],
)
def test_an_address_is_asked_in_the_characters_of_http(url: str, asked: str) -> None:
    with serving({}) as sites:
        sites.network().ask(url)
    assert sites.asked == [asked]


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "https://", "x", ""),
        *("http://[1/", "http://a:99999/", "http://" + "ü" * 70 + "/", "http://a b/"),
        *("http://a:0/", "https://a:00/x"),
    ],
)
def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    with serving({}) as sites:
        assert refusal(sites, url).reason == "address"
    assert sites.asked == []


def test_redirects_are_followed_and_told() -> None:
    replies = {
        "example.org/page": redirect("/next", "301 Moved Permanently"),
        "example.org/next": redirect("https://other.example/end", "302 HostAddress"),
        "other.example/end": reply("here"),
    }
    with serving(replies) as sites:
        answer = sites.network().ask(f"{PAGE}#part")
    assert answer.url == "https://other.example/end#part"
    assert answer.body == b"here"
    assert [(hop.status, hop.url, hop.permanent) for hop in answer.hops] == [
        (301, "https://example.org/next#part", True),
        (302, "https://other.example/end#part", False),
    ]


@pytest.mark.parametrize("there", ["/next", "https://you:theirs@example.org/next"])
def test_no_password_is_in_what_comes_back(there: str) -> None:
    replies = {"example.org/page": redirect(there), "example.org/next": reply("here")}
    with serving(replies) as sites:
        answer = sites.network().ask("https://me:secret@example.org/page")
        alone = sites.network().ask("https://me:secret@example.org/next")
    assert [hop.url for hop in answer.hops] == ["https://example.org/next"]
    assert answer.url == alone.url == "https://example.org/next"


def test_nor_in_what_is_said_of_a_bad_address() -> None:
    with serving({}) as sites:
        assert "secret" not in str(refusal(sites, "http://me:secret@example.org:99999/"))


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "308 Permanent Redirect"])
@pytest.mark.parametrize("headers", [{}, {"Location": ""}])
def test_a_redirect_without_an_address_is_refused(status: str, headers: dict[str, str]) -> None:
    with serving({"example.org/page": reply("moved", status=status, **headers)}) as sites:
        refused = refusal(sites)
    assert refused.reason == "redirects"
    assert "example.org leads on, but does not say where" in str(refused)


def test_of_two_locations_the_first_counts() -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /first\r\nLocation: /second\r\n\r\n"
    with serving({"example.org/page": head, "example.org/first": reply("here")}) as sites:
        assert sites.network().ask(PAGE).url == "https://example.org/first"


def test_a_redirect_in_raw_characters_is_followed() -> None:
    replies = {
        "example.org/page": redirect("/字#end").decode().encode("utf-8"),
        "example.org/%E5%AD%97": reply("here"),
    }
    with serving(replies) as sites:
        assert sites.network().ask(PAGE).url == "https://example.org/字#end"


@pytest.mark.parametrize(
    ("there", "reason"),
    [
        ("https://example.org/page", "redirects"),
        ("file:///etc/passwd", "address"),
        ("http://[1/", "address"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_refused(there: str, reason: str) -> None:
    with serving({"example.org/page": redirect(there)}) as sites:
        assert refusal(sites).reason == reason
    assert len(sites.asked) == (11 if reason == "redirects" else 1)


OWN = ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[fd00::1]"]


@pytest.mark.parametrize("host", OWN)
def test_an_address_of_the_own_network_is_not_asked(host: str) -> None:
    with pytest.raises(NoAnswer, match="is an address of your own network") as refused:
        Network().ask(f"http://{host}:1/")
    assert refused.value.reason == "own network"


@pytest.mark.parametrize("host", OWN[2:])
def test_nor_behind_a_redirect(host: str) -> None:
    with serving({"/": redirect(f"http://{host}/secret")}) as sites:
        with pytest.raises(NoAnswer, match="is an address of your own network"):
            sites.local().ask(f"http://{LOCAL}:{sites.port}/")
        assert len(sites.asked) == 1


def slow(piece: bytes, seconds: float) -> Callable[[socket.socket], None]:
    """Send a piece again and again, with pauses."""

    def send(connection: socket.socket) -> None:
        while True:
            connection.sendall(piece)
            time.sleep(seconds)

    return send


ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
SILENT: dict[str, Reply] = {
    "nothing at all": lambda connection: time.sleep(3),
    "a header that goes on": slow(b"X: y\r\n", 0.05),
    "a status that goes on": slow(b"H", 0.05),
    "provisional answers without end": slow(b"HTTP/1.1 100 Continue\r\n\r\n", 0.05),
    "a byte now and then": lambda connection: (
        connection.sendall(ENDLESS),
        slow(b"x", 0.05)(connection),
    )[0],
}


@pytest.mark.parametrize("name", SILENT)
def test_a_server_has_so_much_time_whatever_it_does(name: str) -> None:
    with serving({"example.org/page": SILENT[name]}) as sites:
        begin = time.monotonic()
        refused = refusal(sites)
        assert time.monotonic() - begin < 5
    assert refused.reason in ("silent", "broken")
    assert "example.org" in str(refused)


def test_redirects_share_the_time() -> None:
    def late(connection: socket.socket) -> None:
        time.sleep(0.2)
        connection.sendall(redirect("/page"))

    with serving({"example.org/page": late}) as sites:
        assert refusal(sites).reason == "silent"
    assert len(sites.asked) < 6


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Encoding: gzip\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        b"",
    ],
)
def test_what_is_not_http_is_told(answer: bytes) -> None:
    with serving({"example.org/page": answer or (lambda connection: None)}) as sites:
        assert refusal(sites).reason in ("broken", "refused")


def test_a_port_that_takes_no_connection_is_told() -> None:
    with socket.create_server((LOCAL, 0)) as listener:
        port = listener.getsockname()[1]
    with serving({}) as sites, pytest.raises(NoAnswer, match="takes no connection") as refused:
        sites.local().ask(f"http://{LOCAL}:{port}/")
    assert refused.value.reason == "refused"


def test_a_page_of_two_gigabytes_is_not_read() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"
    with serving({"example.org/page": head}) as sites:
        refused = refusal(sites, limits=AskLimits(seconds=5))
    assert str(refused) == "the page at example.org has more than 10 MB"


def flood(connection: socket.socket) -> None:
    """Send without end, and without a length."""
    connection.sendall(ENDLESS)
    while True:
        connection.sendall(b"x" * 65_536)


def bomb(connection: socket.socket) -> None:
    """Send 20 MB of zeros in 20 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    content = packer.compress(bytes(20_000_000)) + packer.flush()
    connection.sendall(reply(content, Content_Encoding="gzip"))


@pytest.mark.parametrize("answer", [flood, bomb])
def test_nor_one_that_grows(answer: Reply) -> None:
    with serving({"example.org/page": answer}) as sites:
        assert refusal(sites, limits=AskLimits(seconds=9)).reason == "too large"


def test_of_a_page_to_be_cut_the_first_bytes_are_asked_for() -> None:
    with serving({"example.org/page": flood}) as sites:
        answer = sites.network().ask(PAGE, AskLimits(bytes=100, cut=True))
    assert answer.body == b"x" * 100
    assert not answer.whole
    assert "\r\nRange: bytes=0-99\r\n" in sites.heads[0]


def drip(connection: socket.socket) -> None:
    """Send the beginning of a page, and then nothing."""
    connection.sendall(ENDLESS + b"begin")
    time.sleep(2)


BROKEN_OFF: list[Reply] = [
    b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegin\r\nzz\r\n",
    drip,
]


@pytest.mark.parametrize("answer", BROKEN_OFF)
def test_of_a_page_to_be_cut_the_status_is_known_when_it_breaks_off(answer: Reply) -> None:
    with serving({"example.org/page": answer}) as sites:
        network = Network(sites.connect, sleep=lambda _: None)
        found = network.ask(PAGE, AskLimits(seconds=0.5, bytes=100, cut=True))
    assert (found.status, found.whole) == (200, False)
    assert b"begin".startswith(found.body)


def test_even_if_none_of_it_can_be_unpacked() -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\nContent-Encoding: gzip\r\n\r\nabc"
    with serving({"example.org/page": head}) as sites:
        found = sites.network().ask(PAGE, AskLimits(bytes=100, cut=True))
    assert (found.status, found.body, found.whole) == (404, b"", False)


@pytest.mark.parametrize("wbits", [zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_a_packed_page_is_unpacked(wbits: int) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    deflated = packer.compress(b"hello") + packer.flush()
    replies: dict[str, Reply] = {
        "a.example/": packed("hello"),
        "b.example/": reply(deflated, Content_Encoding="deflate"),
    }
    with serving(replies) as sites:
        network = sites.network()
        assert network.ask("http://a.example/").body == b"hello"
        assert network.ask("http://b.example/").body == b"hello"
