"""Any text with URLs in it: one a line, with titles beside or above them, or in running text.

A URL takes its title from the short text on its line, else from a short line right above it, or
below it where a paragraph begins with a URL. A short line alone, or one above several URLs, is a
section. In running text a URL is its own title, and the text is its description.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recall.domain.library.catalog import Item, ParsedList, Skipped
from recall.domain.library.resource import Link, Section
from recall.domain.lists.link_hosts import is_chat, is_person, role_of_url
from recall.domain.lists.link_text import says_something
from recall.domain.text.addresses import without_scheme
from recall.errors import BadFile
from recall.formats.markdown.entries import own_text, plain_text
from recall.formats.markdown.lines import MarkdownLink
from recall.formats.markdown.links import refusal
from recall.formats.markdown.titles import trim
from recall.formats.markdown.works.choosing import CHAT
from recall.formats.markdown.works.people import PERSON
from recall.formats.outlines import inline
from recall.formats.page_titles import page_title
from recall.formats.values import one_line, paragraphs

LONGEST_TITLE = 200
LONGEST_HEADING = 60

_URL = re.compile(r"(?i)https?://[^\s/?#]|(?<![\w/.@:-])www\.[^\W_]")
_MARKDOWN = re.compile(
    r"\]\(|\*\*|(?m:^[ \t]*+(?:#{1,6} |[-*+] |\d{1,9}[.)、] ?|(?:[-*+][ \t]*+)?\[[ xX]\]|\||```"
    r"|<(?!https?:)[a-z]))"
)
_MARGIN = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:[•·▪◦●○■–—-][ \t]+|\[\d{1,3}\][ \t]*)?")
# A title begins with a capital, or after a separator; other words go on with a sentence.
_TITLE_AFTER = re.compile(r"\S+(?:\s*$|\t|\s+(?:[|–—:·-]\s|[^a-z\s]))")
_MAIL_HEADER = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID): ")
_SIGNATURE = "-- "
_RULE = re.compile(r"[-=_*~#.\s]{3,}")
_COLONS = (":", "：")
_SENTENCE_END = (".", "!", "?", ",", ";", "。", "，", "！", "？", "；")


class _Line(NamedTuple):
    """A line: its text with and without its URLs, and these."""

    number: int
    text: str
    rest: str
    links: tuple[MarkdownLink, ...]
    skipped: tuple[Skipped, ...]
    begins: bool
    ends: bool


def looks_like(text: str) -> bool:
    """Tell whether a text has a URL, and nothing that is written in Markdown alone."""
    return _URL.search(text) is not None and _MARKDOWN.search(text) is None


def parse(text: str, path: object) -> ParsedList:
    """Read the URLs of a text; BadFile if there are none."""
    found = list(_paragraphs(text.removeprefix("\ufeff")))
    reader = _Reader(labeled=any(map(_is_labeled, found)))
    for paragraph in found:
        reader.read(paragraph)
    if not reader.items:
        raise BadFile(path, "no URLs in it: not a reading list")
    sections = dict.fromkeys(item.section for item in reader.items)
    return ParsedList(tuple(sections), tuple(reader.items), tuple(reader.skipped))


class _Reader:
    """Reads paragraph by paragraph; a heading holds until the next.

    labeled: lines with a colon name several URLs, so that others name a single one too.
    """

    def __init__(self, *, labeled: bool = False) -> None:
        self.items: list[Item] = []
        self.skipped: list[Skipped] = []
        self._section: Section = ()
        self._labeled = labeled

    def read(self, lines: Sequence[_Line]) -> None:
        """Read the lines between two empty ones."""
        self.skipped += [each for line in lines for each in line.skipped]
        lines = [line for line in lines if line.links or not line.skipped]
        if not lines:
            return
        first, *rest = lines
        if _is_heading(first) and not rest:
            self._section = (first.text.rstrip(":： "),)
            return
        labeled = self._labeled and first.text.endswith(_COLONS)
        if _is_heading(first) and (labeled or _heads(first, rest)):
            self._take_all(rest, (first.text.rstrip(":： "),))
        else:
            self._take_all(lines, self._section, below=_is_url(first) and not lines[-1].links)

    def _take_all(self, lines: Sequence[_Line], section: Section, *, below: bool = False) -> None:
        """Take the URLs of a paragraph; lines without any belong to the URL after or before."""
        waiting: list[str] = []
        begin = len(self.items)
        for line in lines:
            if not line.links:
                waiting.append(line.text)
            elif below and len(self.items) > begin:
                self._tell(waiting)
                waiting = []
                self.items += _items(line, section, [])
            else:
                self.items += _items(line, section, waiting)
                waiting = []
        if len(self.items) > begin:
            self._tell(waiting)

    def _tell(self, waiting: list[str]) -> None:
        """Give lines to the URL above them: its title if it has none, else its description."""
        if not waiting:
            return
        item = self.items[-1]
        untitled = item.url is not None and item.title == _shown(item.url)
        title, description = _titled(waiting) if untitled else ("", "\n".join(waiting))
        told = "\n".join(filter(None, (item.description, description)))
        self.items[-1] = item._replace(
            title=page_title(one_line(title), item.url) or item.title, description=paragraphs(told)
        )


def _items(line: _Line, section: Section, above: list[str]) -> Iterator[Item]:
    """Yield the items of a line: one with further links if it has a title, else each URL."""
    title, said = _own_title(line)
    title, before = _titled(above) if above and _is_url(line) else (title, "\n".join(above))
    description = "\n".join(filter(None, (before, said)))
    urls = list(dict.fromkeys(link.url for link in line.links))
    alone, further = (urls[:1], urls[1:]) if title else (urls, [])
    links = tuple(Link(role_of_url(other), "", other) for other in further)
    told = paragraphs(description)
    for url in alone:
        yield Item(
            title=page_title(one_line(title), url) or _shown(url),
            url=url,
            section=section,
            checked=False,
            line=line.number,
            links=links,
            description=told,
        )


def _own_title(line: _Line) -> tuple[str, str]:
    """Return the title that stands beside the URLs of a line, and else its running text."""
    if not says_something(line.rest):
        return "", ""
    beside = line.begins or line.ends
    if beside and len(line.rest) <= LONGEST_TITLE:
        return line.rest, ""
    return "", line.text


def _titled(lines: list[str]) -> tuple[str, str]:
    """Return the title in the lines beside a URL, "" if they are running text, and the rest."""
    first, *rest = lines
    title = first.rstrip(":： ")
    runs = len(first) > LONGEST_TITLE or (
        rest and not rest[0][:1].isupper() and first[-1:].isalpha()
    )
    if runs or first.endswith(".") or not says_something(title):
        return "", "\n".join(lines)
    return title, "\n".join(rest)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Yield the lines between empty ones, without the headers and the signature of a mail."""
    found: list[_Line] = []
    in_header = _MAIL_HEADER.match(text.lstrip()) is not None
    for number, raw in enumerate(text.split("\n"), 1):
        if raw == _SIGNATURE:
            break
        said = raw[_margin(raw) :].strip()
        if in_header:
            in_header = bool(said)
        elif said and not _RULE.fullmatch(said):
            found.append(_line(number, said))
        elif found:
            yield found
            found = []
    if found:
        yield found


def _margin(raw: str) -> int:
    found = _MARGIN.match(raw)
    return found.end() if found else 0


def _line(number: int, text: str) -> _Line:
    said = inline.said(text, number)
    begins = bool(_URL.match(text.lstrip("<(")) and _TITLE_AFTER.match(text))
    skipped = {link: reason for link in said.links if (reason := _refusal(link))}
    links = tuple(link for link in said.links if link not in skipped)
    left_out = tuple(Skipped(number, link.label, why) for link, why in skipped.items())
    ends = bool(links) and text.rstrip(">).").endswith(links[-1].label[-20:])
    return _Line(
        number=number,
        text=plain_text([said]),
        rest=_rest(own_text(said)),
        links=links,
        skipped=left_out,
        begins=begins,
        ends=ends,
    )


def _refusal(link: MarkdownLink) -> str | None:
    if is_chat(link.url):
        return CHAT
    return PERSON if is_person(link.url) else refusal(link)


def _rest(text: str) -> str:
    """Return the text beside URLs, without the brackets and separators that led to them."""
    rest = trim(" ".join(re.sub(r"\(\s*\)|\[\s*\]|<\s*>", " ", text).split()))
    inner = rest[1:-1]
    wrapped = rest[:1] + rest[-1:] in {"()", "[]", "（）", "【】"} and not set(inner) & set("()[]")
    return inner.strip() if wrapped else rest


def _is_url(line: _Line) -> bool:
    return bool(line.links) and not says_something(line.rest)


def _heads(heading: _Line, lines: Sequence[_Line]) -> bool:
    """Return whether a line names the URLs under it, rather than being the title of one."""
    if len(lines) > 1 and all(map(_is_url, lines)):
        return True
    below = lines[0]
    named = bool(below.links) and (len(lines) > 1 or not _is_url(below))
    return named and heading.text.endswith(_COLONS)


def _is_labeled(lines: Sequence[_Line]) -> bool:
    """Return whether a paragraph begins with a line with a colon that names its URLs."""
    first, *rest = lines
    named = bool(rest) and first.text.endswith(_COLONS) and _is_heading(first)
    return named and _heads(first, rest)


def _is_heading(line: _Line) -> bool:
    short = len(line.text) <= LONGEST_HEADING and not line.text.endswith(_SENTENCE_END)
    return not line.links and short and says_something(line.text)


def _shown(url: str) -> str:
    return one_line(without_scheme(url)) or url
