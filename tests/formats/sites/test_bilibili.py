"""Videos of Bilibili by number and by name; the numbers are public pairs."""

import pytest

from recall.formats.url_identity import canonical_url

SAME = [
    ("https://bilibili.com/video/BV1xx411c7mQ", "https://bilibili.com/video/av1"),
    ("https://bilibili.com/video/BV1xx411c7mD", "https://bilibili.com/video/av2"),
    ("https://bilibili.com/video/BV17x411w7KC", "https://bilibili.com/video/av170001"),
    ("https://bilibili.com/video/BV17x411w7KC", "https://bilibili.com/video/AV170001/"),
    ("https://bilibili.com/video/BV1Q541167Qg", "https://bilibili.com/video/av455017605"),
    ("https://bilibili.com/video/BV1mK4y1C7Bz", "https://bilibili.com/video/av882584971"),
    ("https://bilibili.com/video/BV1L9Uoa9EUx", "https://bilibili.com/video/av111298867365120"),
    (
        "https://bilibili.com/video/BV17x411w7KC?p=2",
        "https://m.bilibili.com/video/av170001?p=2&t=9",
    ),
    ("https://bilibili.com/video/av0", "https://bilibili.com/video/AV0"),
    (
        "https://bilibili.com/video/av2251799813685248",
        "https://bilibili.com/video/AV2251799813685248",
    ),
]

APART = [
    ("https://bilibili.com/video/av170001", "https://bilibili.com/video/av170002"),
    ("https://bilibili.com/video/BV17x411w7KC", "https://bilibili.com/video/BV17x411w7Kc"),
]


@pytest.mark.parametrize(("identity", "written"), SAME)
def test_an_address_has_the_identity_of_its_page(identity: str, written: str) -> None:
    assert canonical_url(written) == identity
    assert canonical_url(identity) == identity


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)
