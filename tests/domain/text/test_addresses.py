"""What an address shows of the person who uses it."""

import pytest

from recall.domain.text.addresses import without_scheme, without_user


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:secret@example.org/a", "https://example.org/a"),
        ("https://me@example.org", "https://example.org"),
        ("https://a@b:p@ss@example.org:8080/x@y", "https://example.org:8080/x@y"),
        ("//me:secret@example.org/a", "//example.org/a"),
        ("https://example.org/@me?to=a@b#c@d", "https://example.org/@me?to=a@b#c@d"),
        ("https://example.org?a@b", "https://example.org?a@b"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("", ""),
    ],
)
def test_a_user_and_a_password_are_not_shown(url: str, shown: str) -> None:
    assert without_user(url) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:secret@example.org/a", "example.org/a"),
        ("http://example.org/", "example.org"),
        ("example.org/a", ""),
    ],
)
def test_a_title_made_of_an_address(url: str, shown: str) -> None:
    assert without_scheme(url) == shown
