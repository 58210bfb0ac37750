"""What stands before a title and is no part of it."""

import pytest

from recall.formats.markdown.works.leading.tags import without_tag_after, without_tags


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[2023/05] A fine paper", "A fine paper"),
        ("HotCloud 16 -- A fine paper", "A fine paper"),
        ("SoCC' 15 -- A fine paper", "A fine paper"),
        ("Eurosys '16 -- A fine paper", "A fine paper"),
        ("OSDI 2014 -- A fine paper", "A fine paper"),
        ("[Paper] A fine paper", "A fine paper"),
        ("978-0567697561 A Fine Book", "A Fine Book"),
        ("ISBN 978 0 567 69756 1 A Fine Book", "A Fine Book"),
        ("Windows 95 - a history", "Windows 95 - a history"),
        ("[x] A fine paper", "[x] A fine paper"),
        ("#12 A fine paper", "A fine paper"),
        ("#1 Fan", "#1 Fan"),
        ("【ACL 2021】 A fine paper", "A fine paper"),
        ("【vue2/shared】中的函数", "【vue2/shared】中的函数"),
        ("HotCloud 16 -- pdf", "HotCloud 16 -- pdf"),
    ],
)
def test_a_tag_is_left_out(text: str, title: str) -> None:
    assert without_tags(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A fine paper [Submitted 30 Nov 2023 arxiv]", "A fine paper"),
        ("A fine paper [WACV 24]", "A fine paper"),
        ("A fine paper [CVPR'24]", "A fine paper"),
        ("一篇好论文. 某某学报 2026", "一篇好论文"),
        ("A fine paper (Lee & Ray, OSDI 2004)", "A fine paper"),
        ("A fine paper (Lee, 2001)", "A fine paper"),
        ("A fine paper. Lee, CACM 52(7), 2009", "A fine paper"),
        ("A fine talk (March 3, 2019)", "A fine talk (March 3, 2019)"),
        ("A fine book (Vol. 2, 2019)", "A fine book (Vol. 2, 2019)"),
        ("A fine paper [part 2]", "A fine paper [part 2]"),
        ("A fine book [2nd edition]", "A fine book [2nd edition]"),
        ("[CVPR 2024]", "[CVPR 2024]"),
    ],
)
def test_a_venue_or_a_date_after_a_title_is_left_out(text: str, title: str) -> None:
    assert without_tag_after(text) == title
