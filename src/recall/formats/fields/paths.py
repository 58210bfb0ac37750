"""Relative links in the columns and fields that hold links: they lead from the list's folder."""

import re
from collections.abc import Sequence

from recall.formats.fields.dialects import layout_of
from recall.formats.fields.roles import FURTHER
from recall.formats.markdown.parsing.relative import resolved

_HOST = re.compile(r"(?i)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}[/:?#]")
_PATH = re.compile(r"\.{0,2}/[^\s/]\S*|[^\s:]+\.[A-Za-z]\w{1,4}(?:[?#]\S*)?")


def with_base(
    names: tuple[str, ...], values: Sequence[object], base: str | None
) -> Sequence[object]:
    """Return the values of a row, or of an object, with the paths among its links resolved.

    Names are those of the columns or fields. A path is resolved as in Markdown.
    """
    if base is None:
        return values
    places = layout_of(names).places
    linked = {place for role in ("url", *FURTHER) for place in places.get(role, ())}
    return [
        _led(value, base) if place in linked and isinstance(value, str) else value
        for place, value in enumerate(values)
    ]


def _led(value: str, base: str) -> str:
    path = value.strip()
    if "://" in path or _HOST.match(path) or not _PATH.fullmatch(path):
        return value
    return resolved(path, base)
