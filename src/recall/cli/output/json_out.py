"""The output of `--json`: one object on one line, for programs."""

import unicodedata
from collections.abc import Mapping

SCHEMA = 1
"""Fields are only ever added; a change that breaks readers raises the number."""

_HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")


def dump(value: Mapping[str, object], *, ascii_only: bool = False) -> str:
    r"""Return the value as a JSON object, `schema` first, with a newline at the end.

    Chinese stays readable; control and format characters, and lone surrogates, are written as
    \u and four digits, so that the text is always valid UTF-8 and harmless in a terminal.
    `ascii_only` is for streams that cannot encode everything. ValueError for a number that JSON
    cannot express.
    """
    import json

    text = json.dumps(
        {"schema": SCHEMA, **value},
        ensure_ascii=ascii_only,
        allow_nan=False,
        separators=(",", ":"),
    )
    return (text if text.isprintable() else _escaped(text)) + "\n"


def _escaped(text: str) -> str:
    import json

    return "".join(
        json.dumps(char)[1:-1] if unicodedata.category(char) in _HARMFUL else char for char in text
    )
