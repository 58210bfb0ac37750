"""Decodes bytes as UTF-8, UTF-16, GB18030 or Windows-1252; refuses what only looks like them."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from recall.errors import BadFile
from recall.formats.encodings.western import western
from recall.lazy_regex import lazy_regex

_NOT_TEXT = "it is not a text file; give a reading list saved as text"
_GARBLED = (
    "it is not in UTF-8, and in which encoding it is cannot be told; save it as UTF-8 in an "
    "editor, or convert it: iconv -f ENCODING -t UTF-8 FILE > NEW"
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_HAN = lazy_regex(r"[\u4e00-\u9fff]")

# Pasted text may contain a stray backspace or escape; a binary file is full of them.
_MOST_CONTROLS = 0.01
_LEAST_GB2312 = 0.9
_LEAST_COMMON = 0.3
_ENOUGH_HAN = 10

# Characters that make up most of any modern Chinese text, even of titles. Korean or Russian
# bytes read as GB18030 give Han characters too, but these only by chance (one in ten).
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方"
    "后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开"
    "它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此"
    "变条只没结解问意建月公无系军很情者最立代想已通并提直题程展五果料象员革位入常文总次品式活设及管特件长求老头"
    "基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即"
    "保治北造百规热领七海口东导器压志世金增争阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安"
    "场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界"
    "拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团"
    "往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属"
    "圆包火住调满县局照参红细引听该铁价严码框架网络训练模优并行推入门讲笔详从零现序损失函搭优化"
)


def decode(data: bytes, path: object) -> str:
    """Return the text of a file with LF line ends; BadFile if it cannot be decoded reliably."""
    text = next(_readings(data), None)
    if text is None:
        raise BadFile(path, _NOT_TEXT if b"\0" in data else _GARBLED)
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise BadFile(path, _NOT_TEXT)
    return _with_line_feeds(text)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _readings(data: bytes) -> Iterator[str]:
    """Yield the possible decodings, most certain first."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield from _attempt(data, "utf-16")
    elif data.startswith(BOM_UTF8) or b"\0" not in data:
        yield from _attempt(data, "utf-8-sig")
        yield from filter(_is_chinese, _attempt(data, "gb18030"))
        if (text := western(data)) is not None:
            yield text
    else:
        # In no other encoding does ASCII or Chinese text contain NUL: it is UTF-16 or not text.
        for encoding in ("utf-16-le", "utf-16-be"):
            yield from filter(_is_plain, _attempt(data, encoding))


def _attempt(data: bytes, encoding: str) -> Iterator[str]:
    try:
        yield data.decode(encoding)
    except UnicodeDecodeError:
        return


def _is_plain(text: str) -> bool:
    """Return whether UTF-16 was read in the right byte order: mostly Latin and Chinese."""
    usual = sum(map(text.count, "\n ")) + len(re.findall(r"[!-~\u3000-\u9fff\uff00-\uffef]", text))
    return usual >= _LEAST_GB2312 * len(text) and not any(map(_is_unassigned, set(text)))


def _is_chinese(text: str) -> bool:
    """Return whether text is Chinese: GB18030 decodes almost any bytes into rare characters.

    Real text mostly has characters of GB2312, and common ones. Misread Latin-1 has characters
    outside GB2312; misread Cyrillic and Korean stay in it but lack the common ones.
    """
    counts = Counter(_NON_ASCII.findall(text))
    if any(map(_is_unassigned, counts)):
        return False
    letters = {char: n for char, n in counts.items() if unicodedata.category(char) != "So"}
    plain = sum(n for char, n in letters.items() if _in_gb2312(char))
    han = {char: n for char, n in letters.items() if _HAN.match(char)}
    common = sum(n for char, n in han.items() if char in _COMMON)
    total = sum(han.values())
    return plain >= _LEAST_GB2312 * sum(letters.values()) and (
        total < _ENOUGH_HAN or common >= _LEAST_COMMON * total
    )


def _is_unassigned(char: str) -> bool:
    return unicodedata.category(char) in {"Cn", "Co", "Cs"}


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


class Encoding(NamedTuple):
    """How the characters of a file are written: a mark at its beginning, and Python's codec."""

    mark: bytes
    codec: str


def encoding_of(data: bytes, path: object) -> Encoding:
    """Return how a file is encoded that `decode` can read; BadFile as there."""
    text = decode(data, path)
    marks = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
    for mark, codec in marks:
        if data.startswith(mark):
            return Encoding(mark, codec)
    for codec in ("utf-8", "gb18030", "cp1252", "utf-16-le", "utf-16-be"):
        if any(map(text.__eq__, map(_with_line_feeds, _attempt(data, codec)))):
            return Encoding(b"", codec)
    raise BadFile(path, _GARBLED)
