"""Addresses as people shorten them."""

import pytest

from recall.formats.short_addresses import written_out
from recall.formats.url_identity import LONGEST_URL, checked_url

ARXIV = "https://arxiv.org/abs/2309.06180"
DOI = "https://doi.org/10.1145/3600006.3613165"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("2309.06180", ARXIV),
        ("2309.06180v2", ARXIV),
        ("arXiv:2309.06180", ARXIV),
        ("ARXIV: 2309.06180v1", ARXIV),
        ("arxiv 2309.06180", ARXIV),
        ("arXiv：2309.06180", ARXIV),
        ("0704.0001", "https://arxiv.org/abs/0704.0001"),
        ("hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
        ("10.1145/3600006.3613165", DOI),
        ("doi:10.1145/3600006.3613165", DOI),
        ("DOI 10.1145/3600006.3613165", DOI),
        ("doi.org/10.1145/3600006.3613165", DOI),
        ("arxiv.org/abs/2309.06180", ARXIV),
        ("github.com/a/b", "https://github.com/a/b"),
        ("www.example.org", "https://www.example.org"),
        ("example.org:8080/x?y=z#w", "https://example.org:8080/x?y=z#w"),
        ("例子.中国/路", "https://例子.中国/路"),
        ("Node.js", "https://Node.js"),
    ],
)
def test_a_shortened_address_is_written_out(text: str, url: str) -> None:
    assert written_out(text) == url
    assert checked_url(url) == url


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "/", "0.1", "10.1", "10.1145", "10.1145/", "3.14", "2309.061", "v0.6.0"),
        *("CUDA", "a. b", "e.g. this", "and/or", "Chapter 1/2", "../x", "a..org", "x.org y"),
        *("example.org\n", "a\x00.org", "\ud800.org", "https://example.org", "localhost"),
        *("a." * 4_000 + "x", "a." * 100_000 + "org", "-" * 8_000, "10." + "1" * 7_000),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_other_texts_are_no_addresses(text: str) -> None:
    assert written_out(text) is None


def test_what_is_longer_than_any_url_is_none() -> None:
    assert written_out("x.org/" + "a" * LONGEST_URL) is None
