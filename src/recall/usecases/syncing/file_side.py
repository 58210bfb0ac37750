"""The file of a list as one side of a sync: its text, its readings, and their identities."""

from collections.abc import Container, Mapping
from pathlib import Path
from typing import NamedTuple

from recall.domain.library.catalog import (
    WHOLE,
    Catalog,
    Entry,
    Mark,
    ParsedList,
    ReadOptions,
)
from recall.domain.lists.choosing import with_choice, with_choice_known
from recall.domain.lists.merge import identity
from recall.domain.lists.syncing.base import BaseEntry
from recall.domain.lists.syncing.boxes import were_ticked
from recall.errors import NotMarkdown
from recall.formats.markdown.editing.text import Text, body, text_of
from recall.formats.markdown.reader import parse
from recall.formats.table import format_of
from recall.usecases.lists.addresses import kept_identity
from recall.usecases.lists.cataloging import assembled
from recall.usecases.lists.importing import Compared
from recall.usecases.lists.one_video import by_known_moments


class FileSide(NamedTuple):
    """A list as its file has it; by_item has the entry of each reading, None if refused."""

    text: Text
    parsed: ParsedList
    catalog: Catalog
    by_item: tuple[Entry | None, ...]
    options: ReadOptions

    @property
    def entries(self) -> list[Entry]:
        """The entries of all readings that are taken, each by itself."""
        return [entry for entry in self.by_item if entry is not None]

    @property
    def bodies(self) -> tuple[str, ...]:
        """Its lines without their ends."""
        return tuple(map(body, self.text.lines))


def side_of(data: bytes, path: str, name: str, choice: ReadOptions = WHOLE) -> FileSide:
    """Read the bytes of a list as the person chose; NotMarkdown if it is something else.

    BadFile if it cannot be written back, BadInput if a section that was chosen is not there.
    """
    text = text_of(data, path)
    kind = format_of(text.shown, Path(path).suffix, path, plain=choice.plain).name
    if kind != "markdown":
        raise NotMarkdown(path, kind)
    base = choice.base or f"{Path(path).resolve().parent.as_uri()}/"
    options = choice._replace(base=base)
    return parsed_side(text, parse(text.shown, path, options), name, options)


def parsed_side(text: Text, parsed: ParsedList, name: str, options: ReadOptions) -> FileSide:
    """Return the side of a list that is parsed already."""
    made = assembled(name, with_choice(parsed, options))
    catalog = with_choice_known(made.catalog, options)
    return FileSide(text, parsed, catalog, made.by_item, options=options)


def keys_of(side: FileSide, found: Compared) -> tuple[str | None, ...]:
    """Return the identity of each reading of a file, as the library has it after the sync.

    None for one that is refused, or in a section that the person did not choose.
    """
    known = found.known
    others = found.library.others
    shown = side.catalog._replace(entries=tuple(side.entries))
    listed = list(by_known_moments(shown, known, others.joined).entries)
    present = {identity(entry) for entry in listed}
    keys = iter([kept_identity(identity(entry), known, others, present) for entry in listed])
    found_keys = (None if entry is None else next(keys) for entry in side.by_item)
    taken = {identity(entry) for entry in found.catalog.entries}
    return tuple(key if key in taken else None for key in found_keys)


def base_of(
    side: FileSide,
    keys: tuple[str | None, ...],
    before: Mapping[str, tuple[bool, ...]],
    stays_read: Container[str],
) -> tuple[BaseEntry, ...]:
    """Return what is kept of a file for the next sync.

    A tick that the person cleared, and that takes nothing back, is kept: before has the ticks of
    the last agreement.
    """
    were = were_ticked([key or "" for key in keys], before)
    found = []
    for item, key, was in zip(side.parsed.items, keys, were, strict=True):
        if key is not None:
            mark = "read" if was and key in stays_read else _mark(item)
            found.append(BaseEntry(key, mark, item.title, item.section, line=item.line))
    return tuple(found)


def _mark(item: object) -> Mark:
    for mark, name in (("read", "checked"), ("begun", "begun"), ("dropped", "dropped")):
        if getattr(item, name):
            return mark  # type: ignore[return-value] # of the pairs above
    return ""
