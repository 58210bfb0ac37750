"""What an item of a list says beside its title and link, made fit to keep."""

from collections.abc import Iterable, Sequence

from recall.domain.library import labels as words
from recall.domain.library.resource import Link
from recall.domain.lists.catalog_rules import UNSTORABLE

LONGEST_TEXT = 10_000
"""Characters of a title, a description or a note; the rest is not kept."""


def storable(text: str) -> str:
    """Return a text with U+FFFD in place of what no database takes."""
    return text if text.isprintable() else UNSTORABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a text on one line, without control characters, as long as it may be."""
    kept = storable(text[:LONGEST_TEXT])
    return " ".join((kept if kept.isprintable() else "".join(filter(_is_shown, kept))).split())


def paragraph(text: str | None) -> str | None:
    """Return a text of one or more lines, as long as it may be; None if it is blank."""
    if text is None:
        return None
    shown = storable(text.strip()[:LONGEST_TEXT])
    return "\n".join(shown.splitlines()).strip() or None


def kept_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels, each once; what is blank or too long to be one is left out."""
    cleaned = (one_line(label) for label in labels)
    return words.distinct(label for label in cleaned if 0 < len(label) <= words.LONGEST_LABEL)


def with_new_links(links: Sequence[Link], more: Iterable[Link]) -> tuple[Link, ...]:
    """Return links, and those of more that lead elsewhere."""
    by_url = {link.url: link for link in (*more, *links)}
    known = {link.url for link in links}
    return (*links, *(link for url, link in by_url.items() if url not in known))


def _is_shown(char: str) -> bool:
    return (char >= " " and char != "\x7f") or char.isspace()
