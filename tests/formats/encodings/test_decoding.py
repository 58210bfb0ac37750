"""Bytes to text: what is read, and what is refused rather than garbled."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recall.errors import BadFile
from recall.formats.encodings.decoding import decode, encoding_of

CHINESE = (
    "# 资源\n\n- [x] [动手学深度学习](https://zh-v2.d2l.ai/)\n- [ ] 大模型推理框架源码解析（一）\n"
)
RUSSIAN = "Список книг для чтения: Война и мир, Преступление и наказание, Мастер и Маргарита\n"
FRENCH = "# À lire\n\n- [ ] [Les Misérables](https://example.com/é), très long, déjà commencé\n"
KOREAN = "읽을거리 목록: 딥러닝 입문과 자연어 처리 그리고 파이토치 튜토리얼 모음입니다\n"
JAPANESE = "読書リスト: 深層学習の基礎とニューラルネットワークの仕組みについて\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_a_chinese_list_is_read_in_every_encoding_people_save_it_in(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding), "list.md") == CHINESE


def test_both_byte_orders_with_a_mark_are_read_without_it() -> None:
    assert decode(b"\xfe\xff" + "读 a".encode("utf-16-be"), "list.md") == "读 a"
    assert decode(b"\xff\xfe" + "读 a".encode("utf-16-le"), "list.md") == "读 a"


def test_gb18030_keeps_what_gbk_cannot_write() -> None:
    text = "动手学深度学习，从零开始 🚀\n"
    assert decode(text.encode("gb18030"), "list.md") == text


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, KOREAN, JAPANESE])
def test_every_language_is_read_from_utf8(text: str) -> None:
    assert decode(text.encode(), "list.md") == text


@pytest.mark.parametrize(
    "text",
    [
        FRENCH + "- Les réseaux de neurones et la mémoire, pour les élèves\n",
        "- The “quotes” of it – and don’t…\n",
        "- Über die Größe: Schöne Bücher\n",
        "- ¿Qué es el amor? Una introducción a la filosofía del señor\n",
        "- Introdução às redes neurais: o que são e para que servem os modelos\n",
        "- En bok om språk och för barn på svenska\n",
    ],
)
def test_a_western_list_is_read_as_windows_saves_it(text: str) -> None:
    assert decode(text.encode("cp1252"), "list.md") == text
    assert encoding_of(text.encode("cp1252"), "list.md") == (b"", "cp1252")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_become_line_feeds(ends: str) -> None:
    assert decode(f"a{ends}b{ends}".encode(), "list.md") == "a\nb\n"


def test_an_empty_file_is_empty_text() -> None:
    assert decode(b"", "list.md") == ""


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode("cp1252"),  # it has too few words to be sure
        "- Příliš žluťoučký kůň úpěl ďábelské ódy\n".encode("cp1250"),
        "- Zażółć gęślą jaźń, the book of it and of on\n".encode("cp1250"),
        "- İstanbul'da bir gün: yağmur, çiçek, ışık\n".encode("cp1254"),
        "- the Misérables of it and in “quotes”\n".encode() + b"\xff",
        RUSSIAN.encode("cp1251"),
        RUSSIAN.encode("koi8-r"),
        KOREAN.encode("euc-kr"),
        JAPANESE.encode("shift-jis"),
        CHINESE.encode()[:-9] + b"\xff\xfe\xfd",
    ],
)
def test_other_encodings_are_refused_and_not_taken_for_chinese(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"^list\.md: .*iconv -f ENCODING -t UTF-8"):
        decode(data, "list.md")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"%PDF-1.7\x00\x01\x02\x03",
        b"\x01\x02\x03\x04\x05",
        b"text with one NUL \x00 in it",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        b"\x1b[31mred\x1b[0m\x1b[1m",
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"^list\.md: it is not a text file"):
        decode(data, "list.md")


def test_a_stray_control_character_in_a_long_list_is_no_reason_to_refuse_it() -> None:
    text = CHINESE * 5 + "\x08"
    assert decode(text.encode(), "list.md") == text


def test_random_bytes_are_refused() -> None:
    chance = random.Random(7)
    for size in (50, 300, 3000):
        high = bytes(chance.randrange(0x81, 0xFF) for _ in range(size))
        with pytest.raises(BadFile):
            decode(high, "list.md")


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_text_or_bad_file(data: bytes) -> None:
    try:
        text = decode(data, "list.md")
    except BadFile:
        return
    assert "\0" not in text
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_printable_utf8_always_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "list.md") == text.removeprefix("\ufeff")
