"""Pages are decoded by what is true of their bytes, not only by what is said of them."""

import pytest

from recall.fetching.reading.decoding import decoded
from testing.network.pages import CHINESE

META = '<meta charset="{}">'


@pytest.mark.parametrize("said", ["", "utf-8", "iso-8859-1", "gbk", "no-such-encoding", '"utf-8"'])
@pytest.mark.parametrize("meta", ["", META.format("gb2312")])
def test_utf_8_is_seen_whatever_is_said(said: str, meta: str) -> None:
    assert decoded(f"{meta}{CHINESE}".encode(), said) == f"{meta}{CHINESE}"


@pytest.mark.parametrize(
    ("said", "meta"),
    [
        ("gb18030", ""),
        ("gb2312", ""),
        ("", META.format("gbk")),
        ("utf-8", META.format("GB2312")),
        ("iso-8859-1", META.format("gb2312")),
        ("iso-8859-1", '<meta http-equiv="Content-Type" content="text/html; charset=gbk">'),
        ("", ""),
        ("iso-8859-1", ""),
    ],
)
def test_gb18030_is_seen_if_anybody_says_it_or_nobody(said: str, meta: str) -> None:
    text = meta + CHINESE * 20
    assert decoded(text.encode("gb18030"), said) == text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = (META.format("gbk") + CHINESE * 20).encode("gb18030") + b"\xff\xff"
    assert CHINESE in decoded(data, "utf-8")


@pytest.mark.parametrize(
    ("encoding", "said", "text"),
    [
        ("cp1252", "iso-8859-1", "“Café” – naïve résumé, déjà vu. " * 20),
        ("cp932", "shift_jis", "吾輩は猫である。名前はまだ無い。"),
        ("big5", "big5", "注意力機制是近年來深度學習最重要的進展之一"),
        ("euc-kr", "euc-kr", "안녕하세요"),
        ("koi8-r", "koi8-r", "Внимание"),
        ("utf-8-sig", "gbk", CHINESE),
        ("utf-16", "utf-8", CHINESE),
    ],
)
def test_other_encodings(encoding: str, said: str, text: str) -> None:
    assert decoded(text.encode(encoding), said) == text


def test_anything_is_decoded() -> None:
    assert decoded(b"") == ""
    assert isinstance(decoded(bytes(range(256)) * 9, "utf-8"), str)


@pytest.mark.parametrize("name", ["base64", "rot13", "zip", "undefined", "\x00"])
def test_the_name_of_what_encodes_no_text_is_not_believed(name: str) -> None:
    assert decoded(b"A page", name) == "A page"
    assert decoded(META.format(name).encode() + b"caf\xe9", name).endswith("café")
