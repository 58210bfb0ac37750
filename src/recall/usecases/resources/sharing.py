"""What another program shares: an address, a title, and a text that may hold the address."""

from typing import NamedTuple

from recall.formats.texts.link_lines import read_lines

MOST_SHARED_LINES = 200
"""Lines of a shared text in which an address is looked for."""


class Shared(NamedTuple):
    """A page that the person may add; a field without a value is ""."""

    url: str
    title: str
    note: str


def shared(url: str, title: str, text: str) -> Shared:
    """Find the address, the title and a note in what was shared.

    Most programs on phones put the address into the text, alone or behind the title. What else the
    text says is the note.
    """
    if url.strip():
        return Shared(url.strip(), title, "" if text.strip() in (url.strip(), title) else text)
    for line in read_lines(text.splitlines()[:MOST_SHARED_LINES]):
        if line.address is not None and "://" in line.address:
            rest = text.replace(line.address, "").strip()
            beside = "" if rest in ("", title, line.title) else rest
            return Shared(line.address, title or line.title, beside)
    return Shared("", title, text)
