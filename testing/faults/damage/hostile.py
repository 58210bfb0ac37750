"""Values that a column may not have, or only just, by its type."""

from recall.storage.database.columns import INSTANT, StoredColumn

_ANY = (None, b"\x00\xff", "", "x", -1, 0, 2**31, 2**62, 1.5, float("inf"))

_BY_TYPE: dict[str, tuple[object, ...]] = {
    "int": ("long", -5, 1, 99_999, 2**31 - 1, -(2**63), "12abc"),
    "float": ("much", -1.0, 0.0, 1e-300, 1e308, float("-inf"), 11.0, 0.5),
    "date": (
        *("soon", "2026-02-30", 20260302, "0001-01-01", "9999-12-31", "2026-1-1", "1970-01-01"),
        *("2026-03-02T00:00:00Z", "-2026-03-02", "2261-01-01"),
    ),
    "bool": (2, "no", "true"),
    "str": (
        *("a\x00b", b"caf\xe9", "{", "[1, 2", "null", "a\tb\tc", "\n\n", "\x1b[31m", "x" * 9999),
        *("removed", "read", "artXcle", "[]", "{}", '{"id": "x"}', "https://[", "\u202e", "\x1f"),
    ),
    "compressed": ("text", b"x\x9c broken", b""),
}

_INSTANTS = ("2026-03-02", "yesterday", "2026-13-01T00:00:00Z", "9999-12-31T23:59:59Z", "0")


def hostile(column: StoredColumn) -> tuple[object, ...]:
    """Return values of every type; most of them are none that the column may hold."""
    more = _INSTANTS if column.length == INSTANT else ()
    return (*_ANY, *_BY_TYPE[column.type], *_BY_TYPE[column.type], *more)
