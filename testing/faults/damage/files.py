"""The file of a library is damaged: its bytes, its pages, its length, or what lies beside it."""

from collections.abc import Callable
from pathlib import Path
from random import Random

_PAGE = 4096
_SECTOR = 512


def damage(library: Path, random: Random) -> str:
    """Damage a file; return what was done."""
    data = bytearray(library.read_bytes())
    did = random.choice(_WAYS)(data, random)
    library.write_bytes(data)
    if random.random() < _STRANGE_JOURNAL:
        ending = random.choice(("-journal", "-wal"))
        library.with_name(library.name + ending).write_bytes(random.randbytes(_SECTOR))
        did += f", and noise in {ending}"
    return did


_STRANGE_JOURNAL = 0.1


def _flips(data: bytearray, random: Random) -> str:
    places = [random.randrange(len(data)) for _ in range(random.choice((1, 1, 4, 30)))]
    for place in places:
        data[place] ^= 1 << random.randrange(8)
    return f"flipped bits at {places[:4]}"


def _text_flips(data: bytearray, random: Random) -> str:
    """Change letters, which SQLite cannot notice."""
    letters = [at for at, byte in enumerate(data) if chr(byte).isalnum()]
    places = random.sample(letters, random.choice((1, 5, 50)))
    for place in places:
        data[place] = random.choice(b"09azAZ\xff\x00 ")
    return f"changed letters at {places[:4]}"


def _zeroed(data: bytearray, random: Random) -> str:
    page = random.randrange(len(data) // _PAGE)
    data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)
    return f"emptied page {page}"


def _noise(data: bytearray, random: Random) -> str:
    at = random.randrange(len(data) // _SECTOR) * _SECTOR
    data[at : at + _SECTOR] = random.randbytes(_SECTOR)
    return f"noise in the sector at {at}"


def _cut(data: bytearray, random: Random) -> str:
    length = random.choice((0, 0, 10, 100, _PAGE, random.randrange(len(data))))
    del data[length:]
    return f"cut to {length} bytes"


def _swapped(data: bytearray, random: Random) -> str:
    one, other = (random.randrange(len(data) // _PAGE) * _PAGE for _ in range(2))
    first, second = data[one : one + _PAGE], data[other : other + _PAGE]
    data[one : one + _PAGE], data[other : other + _PAGE] = second, first
    return f"swapped the pages at {one} and {other}"


def _grown(data: bytearray, random: Random) -> str:
    data += random.randbytes(random.choice((1, _SECTOR, _PAGE)))
    return "noise at the end"


def _header(data: bytearray, random: Random) -> str:
    place = random.randrange(100)
    data[place] = random.randrange(256)
    return f"byte {place} of the header is {data[place]}"


_WAYS: tuple[Callable[[bytearray, Random], str], ...] = (
    *(_flips, _flips, _text_flips, _text_flips, _zeroed, _noise, _cut, _swapped, _grown, _header),
)
