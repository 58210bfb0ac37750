"""A web address in its parts, and the rule that most sites need: pages by their path."""

import re
from collections.abc import Callable, Set
from typing import NamedTuple


class Address(NamedTuple):
    """A parsed, normalized web address without scheme, `www.` and trailing slash.

    host includes user and port if present; query holds `key=value` as written.
    """

    host: str
    path: str
    query: tuple[str, ...] = ()
    fragment: str = ""


Rule = Callable[[Address], Address | None]
"""Returns the identity of an address, or None if the rule does not apply."""


def key(parameter: str) -> str:
    """Return the name of a query parameter."""
    return parameter.partition("=")[0]


def without(query: tuple[str, ...], names: Set[str]) -> tuple[str, ...]:
    """Return the query without the parameters with these names."""
    return tuple(parameter for parameter in query if key(parameter) not in names)


_GROUP = re.compile(r"\\(?:g<)?([0-9])>?")
"""A group of a pattern, in its template: `\\1` or `\\g<1>`."""


def names(words: str) -> frozenset[str]:
    """Return the names in a text, which separates them by spaces."""
    return frozenset(words.split())


def lower(text: str) -> str:
    """Return text in lower case, except percent escapes, whose normal form is upper case."""
    return re.sub(r"%[0-9a-f]{2}", lambda escape: escape[0].upper(), text.lower())


def page(
    pattern: str,
    to: str = r"\g<0>",
    host: str = "",
    needs: str = "",
    keep: str = "",
    anchor: str = "",
) -> Rule:
    """Return a rule for paths that match pattern as a whole; `to` is their normal form.

    needs: parameters that must have a value, and are kept; keep: parameters kept if present.
    All other parameters are dropped, and so is the fragment unless anchor is "kept".
    """
    needed, kept = names(needs), names(f"{needs} {keep}")
    # Taken apart once: Match.expand would do it for each link.
    pieces = _GROUP.split(to)

    def rule(address: Address) -> Address | None:
        found = re.fullmatch(pattern, address.path)
        if not found or not needed <= {key(p) for p in address.query if not p.endswith("=")}:
            return None
        whole = "".join(
            (found[int(piece)] or "") if at % 2 else piece for at, piece in enumerate(pieces)
        )
        path, _, added = whole.partition("?")
        query = tuple(parameter for parameter in address.query if key(parameter) in kept)
        fragment = address.fragment if anchor == "kept" else ""
        return Address(host or address.host, path, (added,) if added else query, fragment)

    return rule
