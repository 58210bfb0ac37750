"""What a person gives `recall add`: addresses in any form, made into links that can be opened."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from recall.errors import BadInput
from recall.formats.short_addresses import written_out
from recall.formats.texts.link_lines import LinkLine, is_path, read_lines
from recall.formats.url_identity import checked_url
from recall.masking import masked

_OF_FILES = (".pdf", ".epub", ".djvu", ".mobi", ".txt", ".html", ".htm", ".docx", ".tex", ".ipynb")
"""Endings of files; no host has a name with such an ending."""

LONGEST_SHOWN = 60
"""Characters of a line that a message shows."""

_FORMS = "give an https:// address, github.com/a/b, an arXiv number, a DOI, or a file (~/paper.pdf)"

_WEB_FORMS = "give an https:// address, github.com/a/b, an arXiv number or a DOI"


class TypedLink(NamedTuple):
    """A link to add: its checked URL, its title ("" if none was given), and what is said of it.

    note is the person's own, shown before the first reading.
    """

    url: str
    title: str = ""
    said: str = ""
    note: str = ""


class NotTaken(NamedTuple):
    """A line that is no link: its number, its text, and what is wrong with it."""

    line: int
    text: str
    reason: str


class Typed(NamedTuple):
    """The links that were typed, the lines that are none, and how many boxes were ticked."""

    links: tuple[TypedLink, ...]
    not_taken: tuple[NotTaken, ...]
    ticked: int = 0


def typed(lines: Iterable[str], folder: Path) -> Typed:
    """Read lines of addresses; the paths of files begin at a folder."""
    links: list[TypedLink] = []
    not_taken: list[NotTaken] = []
    ticked = 0
    for line in read_lines(lines):
        try:
            links.append(_link(line, folder))
            ticked += line.ticked
        except BadInput as wrong:
            not_taken.append(NotTaken(line.line, masked(line.text), str(wrong)))
    return Typed(tuple(links), tuple(not_taken), ticked)


def of_the_web(text: str) -> TypedLink:
    """Read one address as `typed` does, but for files; BadInput if it is none, or not http(s)."""
    found = [*read_lines([text])]
    line, address = (found[0], found[0].address) if len(found) == 1 else (None, None)
    if line is None or address is None:
        raise BadInput(f"there is no address in {_shown(text)}; {_WEB_FORMS}")
    url = address if "://" in address else written_out(address)
    if url is None or not url.lower().startswith(("http://", "https://")):
        raise BadInput(f"{_shown(address)} is not an address of the web; {_WEB_FORMS}")
    return TypedLink(checked_url(url), line.title, line.said)


def with_title(found: Typed, lines: Sequence[str]) -> Typed:
    """Take the words after a single link for its title, as if the line were in quotes."""
    words = [taken.text for taken in found.not_taken]
    if len(found.links) != 1 or lines[1:] != words or not all(map(_is_word, words)):
        return found
    link = found.links[0]
    return found._replace(
        links=(link._replace(title=" ".join(filter(None, (link.title, *words)))),), not_taken=()
    )


def refuse_all(not_taken: Sequence[NotTaken]) -> BadInput:
    """Return the error for lines of which none is a link."""
    if not not_taken:
        return BadInput(f"nothing to add: {_FORMS}")
    more = f" (and {len(not_taken) - 1} more like it)" if len(not_taken) > 1 else ""
    return BadInput(f"{not_taken[0].reason}{more}")


def _link(line: LinkLine, folder: Path) -> TypedLink:
    if line.address is None:
        raise BadInput(f"there is no address in {_shown(line.text)}; {_FORMS}")
    if file := _file(line.address, folder):
        return TypedLink(file.as_uri(), line.title or file.stem, line.said)
    written = line.address if "://" in line.address else written_out(line.address)
    if written is None:
        raise BadInput(f"{_shown(line.address)} is not a URL; {_FORMS}")
    return TypedLink(checked_url(written), line.title, line.said)


def _file(text: str, folder: Path) -> Path | None:
    """Return the file that a text names; None if it is an address. BadInput if it is not there."""
    if "://" in text or not text.isprintable():
        return None
    try:
        path = folder / Path(text).expanduser()
        there, is_folder = path.is_file(), path.is_dir()
    except (OSError, RuntimeError, ValueError):  # too long, or no such home
        there, is_folder = False, False
    if there and (is_path(text) or "/" not in text or written_out(text) is None):
        return Path(os.path.abspath(path))
    if is_path(text) or ("/" not in text and text.lower().endswith(_OF_FILES)):
        raise BadInput(
            f"{_shown(text)} is a folder; name a file"
            if is_folder
            else f"there is no file {_shown(text)}"
        )
    return None


def _is_word(text: str) -> bool:
    """Return whether nobody could mean a text as an address or a file."""
    return not {"/", "\\", "@"} & set(text) and not text.lower().endswith(_OF_FILES)


def _shown(text: str) -> str:
    """Return a text for an error message: short, in quotes, without escape sequences."""
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
    return f"'{cut}'" if cut.isprintable() else repr(cut)
