"""What a source is: which addresses it knows, what it is asked, and how its answer is read."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from recall.domain.pages.facts import PageFacts
from recall.fetching.answer import AskLimits


class Unknown(Exception):
    """The answer says nothing of the resource that was asked for."""


NOT_UNDERSTOOD = (
    Unknown, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError,
)  # fmt: skip
"""What reading an answer of another shape raises. A length may be of 1e999 seconds, and Python
raises an OSError for an instant beyond the calendar."""


class PageSource(NamedTuple):
    """A service and its module.

    address returns what to ask for the URL of a resource, None if the source does not know such
    URLs. read turns the body of an answer into facts, for that URL; it raises Unknown, or another
    error of NOT_UNDERSTOOD that a body of another shape leads to. or_page: if it does
    not know, the page itself may. text_at returns the address of the text that `--keep-text` keeps,
    "" if there is none; by default it is the page.
    """

    name: str
    address: Callable[[str], str | None]
    read: Callable[[bytes, str], PageFacts]
    or_page: bool
    text_at: Callable[[str], str] = str


SOURCE_LIMITS = AskLimits(seconds=8, bytes=2_000_000)
"""An answer of a source is a few thousand bytes."""


def as_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object of a body; Unknown if it is something else."""
    try:
        found = json.loads(body)
    except RecursionError as deep:
        raise Unknown from deep
    if not isinstance(found, dict):
        raise Unknown
    return found


def text(value: object) -> str:
    """Return a text of an answer, "" for anything else."""
    return value if isinstance(value, str) else ""
