"""What addresses tell."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.domain.link_checks.addresses import host_of, in_ascii, is_front_page
from recall.domain.link_checks.archive import archive_url
from recall.domain.walls.addresses import is_check, is_login


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Zhihu.com/question/1", "zhihu.com"),
        ("https://zhuanlan.zhihu.com/p/1", "zhuanlan.zhihu.com"),
        ("http://127.0.0.1:8080/x", "127.0.0.1:8080"),
        ("https://me:secret@a.example/", "a.example"),
        ("file:///home/me/paper.pdf", ""),
        ("http://a.example:port/", ""),
        ("http://[::1/", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example",
        "https://a.example/",
        "https://a.example/index.html",
        "https://a.example/home",
        "https://a.example/?utm_source=x&from=404",
        "https://a.example/default.aspx",
    ],
)
def test_front_pages(url: str) -> None:
    assert is_front_page(url)


@pytest.mark.parametrize(
    "url", ["https://a.example/?p=1", "https://a.example/blog", "https://a.example/homework"]
)
def test_other_pages(url: str) -> None:
    assert not is_front_page(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://login.a.example/",
        "https://a.example/signin?next=/x",
        "https://a.example/user/login.php",
        "https://a.example/session/log-in",
        "https://passport.a.example/x",
    ],
)
def test_logins(url: str) -> None:
    assert is_login(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://login.example/",
        "https://id.wikipedia.org/wiki/Memori",
        "https://a.example/blog/login-flows",
        "https://a.example/posts/why-i-sign-in-blood",
    ],
)
def test_no_logins(url: str) -> None:
    assert not is_login(url)
    assert not is_check(url)


def test_an_address_from_a_server_is_safe_to_show_and_to_type() -> None:
    hostile = "https://me:pw@b.example/\x1b]0;x\x07/\u202eabc/a b'c\"d`$(x)?q=页;rm -rf#ä"
    shown = in_ascii(hostile)
    assert shown.isascii()
    assert shown.isprintable()
    assert " " not in shown
    assert shown.startswith("https://b.example/%1B]0;x%07/%E2%80%AEabc/a%20b'c%22d%60$(x)?q=")
    assert shlex.split(f"recall edit 7 --url {shlex.quote(shown)}")[-1] == shown


@given(st.text(max_size=60))
def test_any_path_becomes_ascii_once(path: str) -> None:
    shown = in_ascii(f"https://b.example/{path}")
    assert shown.isascii()
    assert shown.isprintable()
    assert in_ascii(shown) == shown


def test_a_host_of_other_letters_is_written_as_it_is_asked_for() -> None:
    assert in_ascii("https://bücher.example/ä") == "https://xn--bcher-kva.example/%C3%A4"


def test_addresses_at_the_archive() -> None:
    from datetime import date

    url = "https://a.example/x?y=1#z"
    assert archive_url(url, date(2024, 1, 5)) == f"https://web.archive.org/web/20240105/{url}"
    assert archive_url(url, "2024-05") == f"https://web.archive.org/web/202405/{url}"
    assert archive_url(url, "2024") == f"https://web.archive.org/web/2024/{url}"


def test_no_password_goes_to_the_archive() -> None:
    found = archive_url("https://me:secret@example.org/a", "2024-05")
    assert found == "https://web.archive.org/web/202405/https://example.org/a"
