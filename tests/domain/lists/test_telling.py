"""Titles that say something, and those that say no more than a label or the address."""

import pytest

from recall.domain.lists.telling import gives_way, telling, tells

URL = "https://www.example.org/a/b"


@pytest.mark.parametrize(
    ("title", "url", "says"),
    [
        ("Attention is all you need", URL, True),
        ("pdf", URL, False),
        ("example.org/a/b", URL, False),
        ("https://www.example.org/a/b", URL, False),
        ("Example.org", URL, False),
        ("About example.org", URL, True),
        ("example.org/a/b", None, True),
        ("bracket", "https://[bad", True),
        ("file.pdf", "file:///file.pdf", True),
    ],
)
def test_what_a_title_says(title: str, url: str | None, says: bool) -> None:
    assert tells(title, url) is says


def test_the_first_title_that_says_something_counts() -> None:
    assert telling(["pdf", "First", "Second"], URL) == "First"
    assert telling(["pdf", "link"], URL) == "pdf"


def test_only_a_title_that_says_nothing_gives_way() -> None:
    assert gives_way("pdf", "First", URL)
    assert not gives_way("pdf", "link", URL)
    assert not gives_way("First", "Second", URL)
