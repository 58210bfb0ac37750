"""Pages for telephones, and addresses from mails, on any host."""

import pytest

from recall.formats.url_identity import canonical_url

SAME = [
    ("https://example.com/2020/a-b-c", "https://www.google.com/amp/s/example.com/2020/a-b-c/amp"),
    (
        "https://example.com/a.html",
        "https://example-com.cdn.ampproject.org/c/s/example.com/a.html?amp=1",
    ),
    ("https://example.com/?id=1", "https://www.google.com/amp/example.com?id=1"),
    ("https://example.com/news/12345", "https://example.com/news/12345/amp/"),
    ("https://example.com/a.html", "https://example.com/a.html/amp"),
    ("https://example.com/a", "https://example.com/a?amp"),
    ("https://example.com/a", "https://example.com/a?outputType=amp"),
    (
        "https://blog.example.com/p/slug",
        "https://blog.example.com/p/slug?publication_id=1&post_id=2&isFreemail=true&r=a&token=b",
    ),
    (
        "https://blog.example.com/p/slug",
        "https://blog.example.com/p/slug?utm_source=substack&triedRedirect=true",
    ),
]

APART = [
    ("https://example.com/docs/amp", "https://example.com/docs"),
    ("https://example.com/a?amp=5", "https://example.com/a"),
    ("https://www.google.com/amp/", "https://www.google.com/"),
    ("https://example.com/amp/s/a.com/b", "https://a.com/b"),
    ("https://a.cdn.ampproject.org/v0.js", "https://a.cdn.ampproject.org/v1.js"),
    ("https://blog.example.com/p/slug?r=a", "https://blog.example.com/p/slug"),
    ("https://example.com/shop?post_id=2", "https://example.com/shop"),
]


@pytest.mark.parametrize(("identity", "written"), SAME)
def test_an_address_has_the_identity_of_its_page(identity: str, written: str) -> None:
    assert canonical_url(written) == identity
    assert canonical_url(identity) == identity


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)
