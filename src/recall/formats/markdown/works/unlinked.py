"""An item without a link: its text names it, with the author and the year beside the title."""

from recall.formats.markdown.lines import MarkdownLine, TextPiece
from recall.formats.markdown.titles import clean, trim, without_pages
from recall.formats.markdown.works.found import Found
from recall.formats.markdown.works.leads import title_in


def unlinked(lines: list[MarkdownLine]) -> Found:
    """Return the entry; what its text says beside the title describes it."""
    pieces = [
        piece if isinstance(piece, TextPiece) else TextPiece(piece.label)
        for line in lines
        for piece in (*line.pieces, TextPiece(" "))
    ]
    text = without_pages(clean("".join(piece.text for piece in pieces)))
    title = without_pages(title_in(pieces)) or text
    rest = text if title not in text[: len(title)] else trim(text.removeprefix(title))
    return Found(title, None, lines[0].number, description=_beside(title, text, rest))


def _beside(title: str, text: str, rest: str) -> str | None:
    """Return the text after a title, or all of it where something stands before the title."""
    return rest if any(map(str.isalnum, text.replace(title, "", 1))) else None
