"""Makes hostile bytes of a healthy sample: a few changes, of kinds that files meet or fear."""

import re
from collections.abc import Callable, Sequence
from random import Random

LONG_BYTES = 40_000
"""Of a long line and of deep nesting; larger inputs would take the time of many small ones."""

TOKENS: tuple[bytes, ...] = (
    b"\x1b[2J\x1b[H", b"\x1b]0;owned\x07", b"\x9b31m", b"\x07\x08\x0b\x0c", b"\x00", b"\x7f",
    "\u202e\u2066\u200f\u2028\u2029\u0085".encode(), "\ufeff".encode(), b"\xff\xfe", b"\xfe\xff",
    b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", "\ufffe\U0010ffff".encode(), b"\x80",
    b"\\ud800", b"\\u0000", b"\\ud83d\\ude00", b"&#0;&#xD800;&#1114112;", b"&lol;", b"&#x1b;[2J",
    b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>', b"<![CDATA[", b"]]>", b"<!--", b"<?xml",
    b'<!ENTITY x SYSTEM "file:///etc/hostname">', b"</", b"<script>", b'"', b"'", b"`" * 7, b"\\",
    b"{", b"}", b"[", b"]", b"](", b"[a]: ", b"](javascript:alert(1))", b"|", b"\t", b"\r", b",,,",
    b"- [ ] ", b"# ", b"> " * 40, b"---\n", b"...\n", b"%s%n{0}{0.__class__}", b"${HOME}$(id)",
    b"\\input{/etc/hostname}", b"@comment{", b"@string{a = a # a}", b"#+BEGIN_SRC\n", b"TY  - ",
    b"ER  - ", b"=1+1", b"NaN", b"-Infinity", b"1e999", b"-1", b"0", b"9" * 30, b"9" * 5_000,
    b"99999-99-99", b"0000-00-00", b"2026-02-30", b"10000-01-01", b"9223372036854775808", b"null",
    b"true", b'{"schema": 2}', b"__proto__", b"https://[", b"https://a:99999999/", b"https://\xff/",
    b"http://[::1%25]/", b"https://%00/", b"https://a@b@c/", b"//", b"file:///dev/zero", b"~",
    "\u0660\u0661\u00b2\u2167\u4e94".encode(), b"z" + "\u0301".encode() * 300,
    "\u212a\u0130\u00df\ufb03".encode(),
)  # fmt: skip

ENCODINGS = (
    "utf-16", "utf-16-be", "utf-32", "utf-8-sig", "gb18030", "big5", "shift_jis", "euc_kr",
    "latin-1", "cp1252", "utf-7", "cp037", "koi8-r",
)  # fmt: skip

_OPENERS = (
    b"[", b"{", b"(", b'{"a":', b'[{"a":', b"<div>", b"<outline>", b"<DL><p>", b"> ", b"- ", b"* ",
    b"\\emph{", b"**", b"![", b"{{", b"<<", b"\t- ", b"&amp;", b"`", b"$", b"_(",
)  # fmt: skip

_ENDS = (b"\r\n", b"\r", b"\x85", b"\x0b", b"\n\n", b"", b" ")

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def chance(random: Random, share: float) -> bool:
    """Return True in a share of all cases."""
    return random.random() < share


def mutated(random: Random, sample: bytes, others: Sequence[bytes]) -> tuple[str, bytes]:
    """Return the names of the changes that chance chose, and the bytes after them."""
    changes = [random.choice(CHANGES) for _ in range(random.choice((1, 1, 2, 3, 5)))]
    data = sample
    for change in changes:
        data = change(random, data, others)[: 4 * LONG_BYTES]
    return ", ".join(change.__name__.strip("_") for change in changes), data


def _cut(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _beheaded(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[random.randint(0, len(data)) :]


def _flipped(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _time in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _token(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    for _time in range(random.randint(1, 4)):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(TOKENS) + data[at:]
    return data


def _in_place(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put a token in the place of a word or a number."""
    words = list(re.finditer(rb"\w+", data))
    if not words:
        return random.choice(TOKENS)
    start, end = random.choice(words).span()
    return data[:start] + random.choice(TOKENS) + data[end:]


def _noise(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.randbytes(random.randint(1, 200)) + data[at:]


def _only_noise(random: Random, _data: bytes, _: Sequence[bytes]) -> bytes:
    return random.randbytes(random.randint(0, 2_000))


def _repeated(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start = random.randint(0, len(data))
    piece = data[start : start + random.randint(1, 60)] or b"a"
    count = random.choice((2, 10, 100, LONG_BYTES // len(piece)))
    return data[:start] + piece * count + data[start:]


def _nested(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    opener = random.choice(_OPENERS)
    at = random.randint(0, len(data))
    return data[:at] + opener * random.choice((30, 300, LONG_BYTES // len(opener))) + data[at:]


def _stairs(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Add lines of which each stands deeper than the one before."""
    space, mark = (
        random.choice((b" ", b"\t", b"*", b"#")),
        random.choice((b"- a", b"a", b" b", b"1. c")),
    )
    return (
        data + b"\n" + b"\n".join(space * depth + mark for depth in range(random.choice((9, 200))))
    )


def _encoded(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def _line_ends(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data.replace(b"\n", random.choice(_ENDS))


def _shuffled(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _spliced(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other, at = random.choice(others), random.randint(0, len(data))
    start = random.randint(0, len(other))
    return data[:at] + other[start : start + random.choice((20, 200, 2_000))] + data[at:]


def _wrong_door(random: Random, _data: bytes, others: Sequence[bytes]) -> bytes:
    return random.choice(others)


CHANGES: tuple[Change, ...] = (
    _cut, _beheaded, _flipped, _token, _token, _in_place, _in_place, _in_place, _noise, _only_noise,
    _repeated, _nested, _stairs, _encoded, _line_ends, _shuffled, _spliced, _wrong_door,
)  # fmt: skip
"""Kinds of changes; those that stand here twice are made more often."""


def hostile_text(random: Random, usual: Sequence[str] = ()) -> str:
    """Return a short text as somebody might type or send it: a usual one, a changed one, or noise.

    Bytes that are no UTF-8 become lone surrogates, as in the arguments of a command.
    """
    if usual and chance(random, 0.3):
        return random.choice(usual)
    sample = random.choice((*usual, "2026-03-01", "1h30", "https://example.org/a", "GPU", "5", ""))
    _, data = mutated(random, sample.encode(errors="surrogateescape"), TOKENS)
    return data[: random.choice((50, 500, 5_000))].decode("utf-8", "surrogateescape")
