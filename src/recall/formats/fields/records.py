"""Makes an item of one row or object, whose layout is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.domain.library.resource import Link, LinkRole, ResourceKind, Section
from recall.formats.fields import cells
from recall.formats.fields.dialects import Layout
from recall.formats.fields.roles import FURTHER
from recall.formats.page_titles import page_title
from recall.formats.values import (
    day,
    no_reading,
    one_line,
    paragraphs,
    read_day,
    without_markup,
)

_HIGHLIGHTS = ("highlight", "note", "annotation")
_LEVELS = (" / ", " > ", " › ", " » ")


class Fields(NamedTuple):
    """The values of a row or of an object, the section that it stands in, and its line."""

    layout: Layout
    values: Sequence[object]
    section: Section
    line: int

    def all(self, role: str) -> Iterator[object]:
        """Yield what the columns or fields of a role say, the more telling first."""
        for place in self.layout.places.get(role, ()):
            if place < len(self.values) and self.values[place] not in ("", None, [], {}):
                yield self.values[place]

    def texts(self, role: str) -> list[str]:
        """Return the texts of a role, each once."""
        found = (cells.text_of(value).strip() for value in self.all(role))
        return list(dict.fromkeys(text for text in found if text))


def list_of(found: Iterable[Item | Skipped], remarks: Sequence[str] = ()) -> ParsedList:
    """Return a list of readings and skips, with its sections in the order of the readings."""
    items: list[Item] = []
    skipped: list[Skipped] = []
    for one in found:
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            items.append(one)
    sections = tuple(dict.fromkeys(item.section for item in items))
    return ParsedList(sections, tuple(items), tuple(skipped), tuple(remarks))


def item_of(record: Fields) -> Item | Skipped:
    """Return the reading that a record is, or why it is none."""
    links = list(_links(record))
    url = links[0].url if links else None
    title = page_title(_title(record) or one_line(url or ""), url)
    if reason := _no_reading(record, url, title):
        return Skipped(record.line, title, reason)
    state, read_on = _state(record)
    return Item(
        title=title,
        url=url,
        section=_section(record),
        checked=state == "read",
        line=record.line,
        minutes=_minutes(record),
        links=tuple(links[1:]),
        begun=state == "begun",
        dropped=state == "dropped",
        description=_description(record),
        note=_said(record.texts("note")),
        labels=_labels(record),
        read_on=read_on if state == "read" else None,
        saved_on=next(filter(None, map(day, record.all("saved_on"))), None),
        kind=_kind(record, url),
        language=_language(record),
    )


def _links(record: Fields) -> Iterator[Link]:
    """Yield the link that is the work, and then the further ones, each once."""
    seen: set[str] = set()
    for role, text, url in _all_links(record):
        if url not in seen:
            seen.add(url)
            yield Link(role, text, url)


def _all_links(record: Fields) -> Iterator[tuple[LinkRole, str, str]]:
    # A program writes one address in several ways; in a person's table each column is meant.
    columns = list(record.all("url"))[: 1 if record.layout.dialect else None]
    for url in cells.links_of(columns):
        yield "page", "", url
    if not columns:
        for title in record.all("title"):
            yield from (("page", "", url) for url in cells.links_of(title))
    for role in FURTHER:
        for value in record.all(role):
            yield from ((role, role, url) for url in cells.links_of(value))


def _title(record: Fields) -> str:
    found = (one_line(cells.linked_text(text)) for text in record.texts("title"))
    return next(filter(None, found), "")


def _no_reading(record: Fields, url: str | None, title: str) -> str | None:
    if any(text.casefold() in _HIGHLIGHTS for text in record.texts("kind")):
        return "a highlight or a note, which is no reading"
    return "no link and no title" if not title else url and no_reading(url)


def _state(record: Fields) -> tuple[cells.State | None, str | None]:
    """Return whether it is read, and when. A date of reading means read, unless a word says more.

    A column such as `finished` may hold the date itself.
    """
    percent = [cells.share_of(value, percent=True) for value in record.all("percent")]
    shares = [cells.share_of(value, percent=False) for value in record.all("progress")]
    progress = max(filter(None, (*percent, *shares)), default=0)
    told = [*record.all("state"), *record.all("shelf"), *record.all("read_on")]
    states = [cells.state_of(value) for value in told]
    written = [value for value, state in zip(told, states, strict=True) if state is None]
    read_on = next(filter(None, map(read_day, written)), None)
    if "read" in states or progress == 1:
        return "read", read_on
    for state in ("begun", "dropped"):
        if state in states:
            return state, None
    if read_on and "unread" not in states:
        return "read", read_on
    started = any(cells.state_of(value) != "unread" for value in record.all("begun_on"))
    begun = progress or (started and "unread" not in states)
    return ("begun" if begun else None), None


def _section(record: Fields) -> Section:
    """Return the section around a record, and the folder that it names itself."""
    found = [name for text in record.texts("path")[:1] for name in _folders(text)]
    for text in record.texts("section")[:1]:
        found += _levels(text)
    for text in record.texts("shelf")[:1]:
        found += [] if cells.state_of(text) else _levels(text)
    names = tuple(filter(None, found))
    return record.section if record.section[-1:] == names else (*record.section, *names)


def _folders(path: str) -> list[str]:
    """Return the folders of a path; with spaces around its slashes, others are part of a name."""
    names = _levels(path)
    return names if len(names) > 1 else [one_line(name) for name in path.split("/")]


def _levels(text: str) -> list[str]:
    for separator in _LEVELS:
        text = text.replace(separator, "\n")
    return [one_line(name) for name in text.split("\n")]


def _minutes(record: Fields) -> int | None:
    found = (
        *map(cells.minutes_of, record.all("minutes")),
        *map(cells.duration_of, record.all("duration")),
        *map(cells.pages_of, record.all("pages")),
    )
    return next(filter(None, found), None)


def _description(record: Fields) -> str | None:
    authors = ", ".join(record.texts("author"))
    by = [f"by {authors}"] if authors else []
    return _said([*by, *record.texts("description")])


def _said(texts: Sequence[str]) -> str | None:
    """Return texts as paragraphs without markup: Goodreads and calibre write HTML."""
    lines = without_markup("\n\n".join(texts)).split("\n")
    return paragraphs("\n".join(line.strip() for line in lines))


def _labels(record: Fields) -> tuple[str, ...]:
    shelves = record.texts("shelf")
    found = [
        label for value in record.all("labels") for label in cells.labels_of(value, words=False)
    ]
    found += [
        label for value in record.all("words") for label in cells.labels_of(value, words=True)
    ]
    return tuple(dict.fromkeys(label for label in found if label not in shelves))


def _kind(record: Fields, url: str | None) -> ResourceKind | None:
    if record.layout.dialect and record.layout.dialect.kind:
        return record.layout.dialect.kind
    kinds = map(cells.kind_of, record.all("kind"))
    kind: ResourceKind | None = next(filter(None, kinds), None)
    if kind is None and url is None and _has_pages(record):
        return "book"
    return kind


def _has_pages(record: Fields) -> bool:
    return any(map(cells.pages_of, record.all("pages")))


def _language(record: Fields) -> str | None:
    return next(filter(None, map(cells.language_of, record.texts("language"))), None)
