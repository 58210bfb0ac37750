"""Decodes the bytes of a page, whose server and head may both name the wrong encoding."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Iterator

_LOOKED_AT = 4_096
"""Bytes in which a page names its encoding (the HTML standard asks for 1,024)."""

_META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)

_ABOVE_ASCII = re.compile(rb"[\x80-\xff]+")

_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    **dict.fromkeys(("iso8859-1", "ascii", "iso8859-15"), "cp1252"),
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
}
"""What pages mean by the name of an encoding, as browsers read them."""

_TAKES_ALL = "cp1252"
"""Nearly any bytes are text in it, and servers name it when nobody has told them better."""

_MOST_BROKEN = 0.01
"""The share of broken characters up to which a page is in the encoding that it names."""

_GUESSED_FROM = 200_000


def decoded(data: bytes, said: str = "") -> str:
    """Return the text of a page; said is the encoding that the server names, if any.

    UTF-8 comes first, because other text hardly ever looks like it; then what the server says,
    and what the page says. If they cannot be right, the encoding is guessed.
    """
    for mark, name in ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    names = list(_named(data, said))
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    for name in names:
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= _MOST_BROKEN * len(text):
            return text
    return data.decode(_TAKES_ALL if _is_western(data) else _guessed(data), "replace")


def _named(data: bytes, said: str) -> Iterator[str]:
    """Give the encodings to try, each once. The one that takes all is left to the guess."""
    head = [name.decode("ascii") for name in _META.findall(data[:_LOOKED_AT])]
    seen = set()
    for name in ("utf-8", said, *head):
        known = _known(name)
        if known and known != _TAKES_ALL and known not in seen:
            seen.add(known)
            yield known


def _known(name: str) -> str | None:
    name = name.strip().strip("\"'")
    try:
        canonical = lookup(name).name
        "a".encode(name)  # LookupError for base64 and others that encode no text
    except (LookupError, ValueError):
        return None
    return _WIDER.get(canonical, canonical)


def _is_western(data: bytes) -> bool:
    """Return whether bytes above ASCII mostly stand alone, as accents do: é, not 注."""
    runs = _ABOVE_ASCII.findall(data[:_GUESSED_FROM])
    return sum(len(run) == 1 for run in runs) > len(runs) / 2


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_FROM]).best()
    return (best and _known(best.encoding)) or _TAKES_ALL
