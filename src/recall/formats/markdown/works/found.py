"""An entry that was found in a list."""

from typing import NamedTuple

from recall.domain.library.resource import Link, ResourceKind


class Found(NamedTuple):
    """An entry without its section and box yet; the fields mean the same as in Item.

    text is what an entry without a link was told from.
    """

    title: str
    url: str | None
    line: int
    minutes: int | None = None
    links: tuple[Link, ...] = ()
    description: str | None = None
    note: str | None = None
    labels: tuple[str, ...] = ()
    kind: ResourceKind | None = None
    text: str = ""
