"""Values as exports write them."""

import pytest

from recall.formats.values import day, no_reading, one_line, paragraphs, read_day


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-01", "2024-05-01"),
        ("2024/5/1", "2024-05-01"),
        ("2024-05-01T10:11:12.000Z", "2024-05-01"),
        ("2024-05-01 10:11:12+00:00", "2024-05-01"),
        ("2024年5月1日", "2024-05-01"),
        ("2024.05.01", "2024-05-01"),
        ("May 1, 2024", "2024-05-01"),
        ("1 May 2024 10:00", "2024-05-01"),
        ("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01"),
        ("September 2024", "2024-09"),
        (1714557600, "2024-05-01"),
        (1714557600000, "2024-05-01"),
        (1714557600000000, "2024-05-01"),
        ("13359031200000000", "2024-05-01"),
        (1714557600.5, "2024-05-01"),
        ("7/18/2023", "2023-07-18"),
        ("18/7/2023", "2023-07-18"),
        ("8.7.2023", "2023-07-08"),
        ("7/8/2023", "2023"),
        ("31/31/2023", None),
        ("2024-13-01", None),
        ("2024-02-30", None),
        ("0001-01-01", None),
        ("20240501120000999", None),
        ("12345", None),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        (0, None),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: object, read: str | None) -> None:
    assert read_day(written) == read
    exact = read is not None and len(read) == 10
    assert (day(written) is not None) == exact


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("javascript:void(0)", "bookmarklet"),
        (" JavaScript:void(0)", "bookmarklet"),
        ("chrome://settings", "page of the browser"),
        ("mailto:me@example.org", "mail address"),
        ("https://example.org/javascript:", None),
        ("file:///home/me/a.pdf", None),
        ("", None),
    ],
)
def test_links_that_lead_to_no_reading_are_told_by_their_scheme(
    url: str, reason: str | None
) -> None:
    assert (reason is None) == (no_reading(url) is None)
    assert (reason or "") in (no_reading(url) or "")


def test_text_from_outside_becomes_plain_and_not_too_long() -> None:
    assert one_line("a\n\tb\x1b[31m\ud800") == "a b\ufffd"
    assert paragraphs(" a \n\n b\x00 ") == "a\n\nb"
    assert paragraphs(" \n ") is None
    assert len(one_line("x" * 20_000)) == len(paragraphs("x" * 20_000) or "") == 10_000
