"""Reads a PDF: its title, its pages, its date and its text."""

import re
from collections.abc import Iterator
from typing import IO, Any

_TITLE_OF_PROGRAM = re.compile(
    r"^(microsoft (word|powerpoint)|untitled|无标题|document\d*$|title$|slide ?\d*$|arxiv:|print|"
    r"about:blank)|\.(docx?|pdf|dvi|tex|pptx?|indd|qxd)$",
    re.IGNORECASE,
)
"""Titles that a program has put there, and nobody else."""

_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")

_LONGEST_TITLE_LINES = 4


def read(file: IO[bytes], most_characters: int) -> Iterator[dict[str, Any]]:
    """Give what a PDF says: title, pages and date first, and once more with its text.

    The problem is in a sentence, if it is locked or damaged.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            yield {"problem": "it is locked with a password"}
            return
        about = {
            "pages": len(reader.pages),
            "title": _title(reader),
            "published_on": _date(reader),
        }
        yield dict(about)
        yield about | {"text": "\n".join(_texts(reader, most_characters))[:most_characters]}
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as bad:
        yield {"problem": f"it is no PDF that can be read ({type(bad).__name__})"}


def _texts(reader: Any, most_characters: int) -> Iterator[str]:
    """Give the text of each page; one that cannot be read is empty."""
    read = 0
    for page in reader.pages:
        if read >= most_characters:
            return
        text = _text(page)
        read += len(text)
        yield text


def _text(page: Any) -> str:
    try:
        return str(page.extract_text())
    except Exception:
        return ""


def _title(reader: Any) -> str:
    said = reader.metadata.title if reader.metadata else None
    title = " ".join(str(said or "").split())
    if title and not _TITLE_OF_PROGRAM.search(title):
        return title
    return _largest(reader.pages[0]) if len(reader.pages) else ""


def _largest(page: Any) -> str:
    """Return the lines in the largest letters of the first page: nearly always its title."""
    pieces: list[tuple[float, str]] = []

    def see(text: str, _: Any, matrix: Any, __: Any, size: float) -> None:
        if text.strip():
            pieces.append((round(abs(size * (matrix[0] or matrix[1] or 1)), 1), text.strip()))

    try:
        page.extract_text(visitor_text=see)
    except Exception:
        return ""
    largest = max((size for size, _ in pieces), default=0)
    lines = [text for size, text in pieces if size == largest]
    return " ".join(" ".join(lines).split()) if len(lines) <= _LONGEST_TITLE_LINES else ""


def _date(reader: Any) -> str | None:
    said = (reader.metadata or {}).get("/CreationDate")
    found = _DATE.match(str(said or ""))
    return "-".join(filter(None, found.groups())) if found else None
