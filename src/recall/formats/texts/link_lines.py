"""Lines with links as people type or paste them: an address, or a Markdown link, and a title."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recall.formats.markdown.parsing import bare_urls
from recall.formats.short_addresses import written_out
from recall.formats.values import one_line

LONGEST_LINE = 20_000
"""Characters of a line that is looked at; no address is as long."""

LONGEST_TITLE = 200

TITLED = 2
"""The texts around a single address: before it and behind it."""

_BULLET = re.compile(r"(?:(?:[-*+•·]|\d{1,9}[.)、])\s+|\[[ xX]\]\s+|>\s*)*")
_TICKED = re.compile(r"\[[xX]\]")
_MARKDOWN = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))*)>?(?:\s+[\"'][^)]*)?\)"
)
_BEGINS = re.compile(r"(?i)(?<![a-z0-9])(?:https?|file)://|(?<![\w/.@:-])www\.(?=[^\W_])")
_FILE = re.compile(r"(?i)file://[^\s<>\"]+")
_SHORT = re.compile(r"(?i)arxiv|doi|\d|[^/]+\.[^/]+/")
"""How a shortened address begins; the `Node.js` of a sentence is none."""

_PATH = re.compile(r"(?:~[\w.-]*|\.{0,2})[/\\]|[A-Za-z]:[\\/]|~$")
_EMPHASIS = re.compile(r"\*\*|__|`")
_BETWEEN = " \t-–—|:：,，;；·<>*_"


class LinkLine(NamedTuple):
    """An address as it was written, its title ("" if it has none), and what else is said of it.

    address is None for a line that has none. line counts from 1; text is the whole line.
    """

    line: int
    text: str
    address: str | None
    title: str = ""
    said: str = ""
    ticked: bool = False


def read_lines(lines: Iterable[str]) -> Iterator[LinkLine]:
    """Give each address of the lines; a line without one is given too, unless it is blank."""
    for number, line in enumerate(lines, 1):
        text = line.lstrip("\ufeff").strip()[:LONGEST_LINE]
        if text:
            yield from _read(number, text)


def is_path(text: str) -> bool:
    """Tell whether a text can only be the path of a file: `~/a.pdf`, `./a.pdf`, `/a.pdf`."""
    return _PATH.match(text) is not None


def _read(number: int, text: str) -> Iterator[LinkLine]:
    bullet = _BULLET.match(text)
    begin = text[: bullet.end()] if bullet else ""
    rest = text[len(begin) :].strip()
    whole = LinkLine(number, text, None, ticked=_TICKED.search(begin) is not None)
    if is_path(rest) or written_out(rest):
        yield whole._replace(address=rest)
    elif linked := list(_MARKDOWN.finditer(rest)):
        said = _beside(_MARKDOWN.sub(" ", rest))
        for match in linked:
            yield whole._replace(address=match[2], title=_beside(match[1]), said=said)
    else:
        yield from _bare(whole, rest)


def _bare(whole: LinkLine, text: str) -> Iterator[LinkLine]:
    """Give the addresses in running text; text before or behind a single one is its title."""
    spans = list(_spans(text))
    if not spans:
        yield _shortened(whole, text)
        return
    begins, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    said = [_beside(text[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    title = "".join(said) if len(said) == TITLED and "" in said else ""
    title = title if len(title) <= LONGEST_TITLE else ""
    told = "" if title or not any(said) else one_line(text)
    for start, end in spans:
        yield whole._replace(address=text[start:end], title=title, said=told)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give where each address begins and ends."""
    at = 0
    while found := _BEGINS.search(text, at):
        start = found.start()
        file = _FILE.match(text, start)
        raw = file.group() if file else bare_urls.match(text, start)
        at = start + len(raw) if raw else found.end()
        if raw:
            yield start, at


def _shortened(whole: LinkLine, text: str) -> LinkLine:
    """Find an address without its scheme at either end of a text: `2309.06180 vLLM`.

    A single word is taken for an address, so that what is wrong with it can be said.
    """
    first, _, after = text.partition(" ")
    before, _, last = text.rpartition(" ")
    for word, title in ((first, after), (last, before)):
        if not title or (_SHORT.match(word) and written_out(word)):
            return whole._replace(address=word, title=_beside(title))
    return whole


def _beside(text: str) -> str:
    """Return the text beside an address, without what joined the two; "" if it says nothing."""
    beside = one_line(_EMPHASIS.sub("", text)).strip(_BETWEEN)
    return beside if any(map(str.isalnum, beside)) else ""
