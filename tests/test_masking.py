"""No password of an address is shown, and what is no address stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.errors import RecallError
from recall.masking import masked

HIDDEN = [
    ("postgresql://alice:SECRET@host/lib is down", "postgresql://…@host/lib is down"),
    ("postgresql://alice:x@SECRET@host/lib", "postgresql://…@host/lib"),
    ("postgresql://alice:pa/SECRET@host/lib", "postgresql://…@host/lib"),
    ("at 'postgresql+psycopg://alice:my SECRET@host'", "at 'postgresql+psycopg://…@host'"),
    ("postgresql:/:SECRET@host/lib: cannot be", "postgresql:/…@host/lib: cannot be"),
    ("https:/alice:SECRET@host.org/a", "https:/…@host.org/a"),
    ("mysql://root:SECRET?#/@host", "mysql://…@host"),
    ("HTTPS://alice:SECRET@host.org/a", "HTTPS://…@host.org/a"),
    ("https://alice:SEC/RET@host.org/a", "https://…@host.org/a"),
    ("https://SECRET@host.org/@alice", "https://…@host.org/@alice"),
    ("no resource matches 'alice:SECRET@host/lib'", "no resource matches '…@host/lib'"),
    ("no resource matches ':SECRET@host/lib'", "no resource matches '…@host/lib'"),
    ("https://[://alice:SECRET@host", "https://[://…@host"),
    ("mysql://a:SECRET@h/x:SECRET", "mysql://…@h/x:…"),
    ("kind is 'https://alice:SECRETSEC…'", "kind is 'https://…'"),
    ("'postgresql://alice:SECRET…; it must", "'postgresql://…; it must"),
    ("host=h password=SECRET user=a", "host=h password=… user=a"),
    ("password='my SECRET' user=a", "password=… user=a"),
    ("postgresql://h/lib?sslpassword=SECRET&a=b", "postgresql://h/lib?sslpassword=…&a=b"),
    ("GET /enter?token=SECRET HTTP/1.1", "GET /enter?token=… HTTP/1.1"),
]

LEFT = [
    "it must be postgresql://user@host/name",
    "https://medium.com/@alice/post is not a date",
    "https://host.org:8080/@alice",
    "https://host.org:8080/a/long/path/that/is/cut…",
    "https://host.org/a:b/c…",
    "https://www.youtube.com/watch?v=a@b",
    "it is mailto:alice@example.org",
    "at 12:30 to alice@example.org",
    "write to alice@example.org",
    "the library /home/a@b/library.db cannot be opened",
    "file:///home/a@b/list.md: no list",
    "a = b, c@d",
]


@pytest.mark.parametrize(("text", "shown"), HIDDEN)
def test_a_user_and_a_password_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
    assert str(RecallError(text)) == shown


@pytest.mark.parametrize("text", LEFT)
def test_what_holds_no_password_is_left_as_it_is(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ('invalid sslmode value: "SECRET"', "postgresql://a:b@h/lib?sslmode=SECRET"),
        ("argument: -cSECRET", "postgresql://a:b@h/lib?options=-cSECRET"),
        ('unknown parameter "SECRET"', "postgresql://a:b@h/lib?options=-c%20SECRET%3D1"),
        ("no host SECRET", "postgresql://alice:x@SECRET@host/lib"),
        ("no host SEC/RET", "postgresql://alice:x%40SEC%2FRET@host/lib"),
    ],
)
def test_what_a_driver_repeats_of_the_secret_parts_of_a_url_is_masked(said: str, url: str) -> None:
    shown = masked(said, url)
    assert "SEC" not in shown
    assert shown.endswith(("…", '"…"'))


def test_the_host_and_the_name_of_a_database_are_no_secret() -> None:
    url = "postgresql://alice:b@host/lib?sslmode=require"
    assert masked("lib of alice on host", url) == "lib of alice on host"


@given(st.text(alphabet="ab:/@?#= pPwW…", max_size=40))
def test_masking_again_changes_nothing(text: str) -> None:
    once = masked(f"x://{text} {text}")
    assert masked(once) == once
