"""Before-images: what a row was before a change, as JSON, and back.

Revisions up to 0003 wrote the same images through SQLAlchemy: true and false, ISO dates.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from recall.errors import DamagedLibrary
from recall.storage.database.columns import names, types

_BYTES = "base64"
"""The only key of an object that stands for bytes: no column has them, a damaged file may."""


def to_image(table: str, row: Sequence[object]) -> str:
    """Return a row, its values in the order of the table's columns, as an image.

    TypeError for a value of a type that neither database gives.
    """
    columns = types(table).items()
    values = {
        name: bool(value) if column == "bool" and value in (0, 1) else _whole(value)
        for (name, column), value in zip(columns, row, strict=True)
    }
    return image_of(values)


def image_of(values: Mapping[str, object]) -> str:
    """Return the values of a row, by column, as an image; TypeError as in `to_image`."""
    return json.dumps(values, ensure_ascii=False, default=_plain)


def from_image(table: str, image: str) -> dict[str, object]:
    """Return the values of an image by column, as both databases take them.

    StorageError if it is no image of a row of that table.
    """
    values: dict[str, object] = {}
    try:
        values = json.loads(image, object_hook=_bytes)
        is_row = values.keys() <= set(names(table))
    except (ValueError, AttributeError, LookupError):
        is_row = False
    if not is_row:
        raise DamagedLibrary(
            f"the library is damaged: what '{table}' was before a change cannot be read"
        )
    for name, column in types(table).items():
        if column == "bool" and values.get(name) in (0, 1):
            values[name] = bool(values[name])
    return values


def _whole(value: object) -> object:
    """Return the bytes of a text that damage has made unreadable, and other values as they are."""
    return getattr(value, "stored", value)


def _plain(value: object) -> object:
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, bytes):
        from base64 import b64encode

        return {_BYTES: b64encode(value).decode("ascii")}
    raise TypeError(f"{value!r} cannot be kept in a before-image")


def _bytes(found: dict[str, object]) -> object:
    if found.keys() != {_BYTES}:
        return found
    from base64 import b64decode

    return b64decode(str(found[_BYTES]))
