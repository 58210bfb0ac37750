"""An entry that was found in a list."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from recall.domain.library.resource import Link, ResourceKind


class WrittenText(NamedTuple):
    """The text that an entry was told from.

    of_link: its link is the title, and the text has what stands around that. apart has the words
    that are set apart once: in `quotes`, `italics`, `bold`, or as `code`.
    """

    text: str = ""
    apart: Mapping[str, str] = MappingProxyType({})
    of_link: bool = False


NO_TEXT = WrittenText()


class Found(NamedTuple):
    """An entry without its section and box yet; the fields mean the same as in Item."""

    title: str
    url: str | None
    line: int
    minutes: int | None = None
    links: tuple[Link, ...] = ()
    description: str | None = None
    note: str | None = None
    labels: tuple[str, ...] = ()
    kind: ResourceKind | None = None
    written: WrittenText = NO_TEXT
