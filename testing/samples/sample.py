"""One small file of a format as its program writes it, and what is read from it."""

from typing import NamedTuple

from recall.domain.library.catalog import Item


class Sample(NamedTuple):
    """A file, the format that it is in, and its items; their lines are not compared."""

    name: str
    format: str
    content: str | bytes
    items: tuple[Item, ...]
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.content if isinstance(self.content, bytes) else self.content.encode()


def item(title: str, url: str | None, *section: str, **more: object) -> Item:
    """Return an unread item of a sample, with the fields that are given."""
    plain = Item(title, url, section, checked=False, line=0)
    return plain._replace(**more)  # type: ignore[arg-type]  # the names are checked when it runs
