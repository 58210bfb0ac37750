"""Reads the body of an answer up to a limit, before and after it is unpacked."""

import zlib
from collections.abc import Callable
from typing import Protocol

_AT_A_TIME = 65_536


class TooLarge(Exception):
    """There is more than the limit."""


class Unpacker(Protocol):
    """Unpacks a body piece by piece."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Return the next bytes, at most max_length of them."""
        ...


def read_body(read: Callable[[int], bytes], encoding: str, limit: int, found: bytearray) -> None:
    """Append the bytes that a server sends, unpacked, to found; TooLarge beyond the limit.

    encoding is the Content-Encoding. A body of another encoding raises zlib.error. After any
    error, also one of read, found has the bytes until then, and never more than the limit.
    """
    unpacker, taken = _unpacker(encoding), 0
    while piece := read(_AT_A_TIME):
        taken += len(piece)
        found += unpacker.decompress(piece, limit + 1 - len(found)) if unpacker else piece
        if len(found) > limit or taken > limit:
            del found[limit:]
            raise TooLarge


def _unpacker(encoding: str) -> Unpacker | None:
    name = encoding.strip().lower()
    if name in ("gzip", "x-gzip"):
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    return _Deflate() if name == "deflate" else None


class _Deflate:
    """RFC 9110's deflate, with the header of zlib or, as some servers send it, without."""

    def __init__(self) -> None:
        self._unpacker: Unpacker | None = None

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        if self._unpacker is None:
            headed = data[:1] and data[0] & 0x0F == zlib.DEFLATED
            self._unpacker = zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
        return self._unpacker.decompress(data, max_length)
