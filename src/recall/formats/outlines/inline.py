"""Links and boxes in the text of a row, as lines of Markdown, whose rules hold for them too."""

import html
import re
from collections.abc import Iterator

from recall.formats.markdown.lines import MarkdownLine, MarkdownLink, TextPiece
from recall.formats.markdown.parsing import bare_urls
from recall.formats.markdown.parsing.relative import resolved
from recall.formats.outlines.rows import State

MARKDOWN = re.compile(
    r"(?P<image>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*+\])*+)\]"
    r"\(\s*<?(?P<url>[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*+)>?(?:\s+\"[^\"]*+\")?\s*\)"
)
HTML = re.compile(
    r"<a\s[^<>]*?href\s*=\s*[\"'](?P<url>[^\"'<>]*+)[\"'][^<>]*+>(?P<label>[^<]*+)</a>",
    re.IGNORECASE,
)
ORG = re.compile(r"\[\[(?P<url>[^\[\]]++)\](?:\[(?P<label>(?:[^\[\]]|\[[^\[\]]*+\])*+)\])?\]")

SIGNS: dict[str, State] = {" ": "unread", "x": "read", "✓": "read", "/": "begun"}
DROPPED_DASH: dict[str, State] = {**SIGNS, "-": "dropped", "~": "dropped"}
"""`[-]` is dropped in Markdown; in org it says that some of the boxes under it are ticked."""

LONGEST_ADDRESS = 4_000
"""Characters of a bare URL."""

_BOX = re.compile(r"\[(.)\](?:\s+|$)")
_WEB = re.compile(r"(?i)https?://[^\s/?#]")
_DOI = re.compile(r"(?i)doi:\s*(10\.\d{4,9}/\S+)")
_NO_SLASHES = re.compile(r"(?i)(https?):/?(?=[a-z0-9])")
_PATH = re.compile(r"(?i)file:(?!//)|(?=\.{0,2}/)")
_INNER = re.compile(r"(?i)id:|#|\*|[^:/.]*$")
_BARE = re.compile(r"(?i)https?://|(?<![\w/.@:-])www\.(?=[^\W_])")
_TAG = re.compile(r"</?(?:b|i|u|s|em|strong|code|span|mark|br|p|div)\b[^<>]{0,200}>", re.IGNORECASE)

Piece = TextPiece | MarkdownLink


def said(
    text: str, number: int, link: re.Pattern[str] | None = None, base: str | None = None
) -> MarkdownLine:
    """Return a line with its links, written as `link` says or as bare URLs.

    Relative links start from base, the URL of a folder.
    """
    found = _bare(text, number) if link is None else _parts(text, number, link, base)
    return MarkdownLine(number, list(found))


def take_box(text: str, signs: dict[str, State]) -> tuple[State, str]:
    """Take a box from the beginning of a text: what it says, and the rest of the text.

    A sign that is not in `signs` is a box that is not ticked.
    """
    found = _BOX.match(text)
    if found is None:
        return "", text
    return signs.get(found[1].lower(), "unread"), text[found.end() :]


def with_address(line: MarkdownLine, text: str) -> MarkdownLine:
    """Return a line with one more link, where its text alone does not say where it leads."""
    url = _address(text, None)
    if not _WEB.match(url):
        return line
    link = MarkdownLink(url, url, line.number, bare=True)
    return line._replace(pieces=[*line.pieces, TextPiece(" "), link])


def _parts(text: str, number: int, link: re.Pattern[str], base: str | None) -> Iterator[Piece]:
    """Yield text and links in turn. A link to another place of the outline is text."""
    at = 0
    for found in link.finditer(text):
        yield from _bare(text[at : found.start()], number)
        at = found.end()
        label = _plain(found["label"] or "").strip()
        url = _address(html.unescape(found["url"]), base)
        if found.groupdict().get("image") and not url.lower().endswith(".pdf"):
            continue
        if _INNER.match(url):
            yield TextPiece(label or url)
        else:
            yield MarkdownLink(label or url, url, number, bare=not label)
    yield from _bare(text[at:], number)


def _bare(text: str, number: int) -> Iterator[Piece]:
    at = 0
    for begin in _BARE.finditer(text):
        if begin.start() < at:
            continue
        raw = bare_urls.match(text[begin.start() : begin.start() + LONGEST_ADDRESS], 0)
        if raw:
            yield from _text(text[at : begin.start()])
            url = bare_urls.unescape(raw)
            url = url if _WEB.match(url) else f"http://{url}"
            yield MarkdownLink(raw, url, number, bare=True)
            at = begin.start() + len(raw)
    yield from _text(text[at:])


def _text(text: str) -> Iterator[TextPiece]:
    if text:
        yield TextPiece(_plain(text))


def _address(url: str, base: str | None) -> str:
    url = url.strip()
    if doi := _DOI.fullmatch(url):
        return f"https://doi.org/{doi[1]}"
    if _PATH.match(url):
        return resolved(_PATH.sub("", url, count=1), base)
    return _NO_SLASHES.sub(r"\1://", url, count=1) if _NO_SLASHES.match(url) else url


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text)).replace("**", "")
