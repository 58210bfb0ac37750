"""The bytes of a file as the library keeps them: compressed, in base64."""

import zlib
from base64 import b64decode, b64encode

from recall.errors import DamagedLibrary


def packed(data: bytes) -> str:
    """Return bytes as text."""
    return b64encode(zlib.compress(data, 6)).decode("ascii")


def unpacked(text: str) -> bytes:
    """Return the bytes of a text; DamagedLibrary if it is damaged."""
    try:
        return zlib.decompress(b64decode(text))
    except (ValueError, zlib.error) as error:
        raise DamagedLibrary(
            "the library is damaged: an earlier state of a list cannot be read; "
            "'recall lists forget' lets go of it"
        ) from error
